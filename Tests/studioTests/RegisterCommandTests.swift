import Foundation
import TestSupport
import Testing

@Suite("The register's commands, each a run of the real program on a real file", .turns)
struct RegisterCommandTests {
  /// A register in a folder of its own, and the program run on it.
  struct Bureau {
    let folder: TemporaryFolder
    var file: String { "\(folder.path)/studio.sqlite" }

    init(in folder: TemporaryFolder? = nil) throws {
      self.folder = try folder ?? TemporaryFolder()
    }

    /// A founded register that refusals only read.
    static let shared = Task { try await founded(in: .untilTheEnd()) }

    func run(_ command: String, _ more: String..., lang: String = "en_US.UTF-8") async throws -> CommandLineRun {
      let arguments = command.split(separator: " ").map(String.init) + more + ["--database", file]
      return try await CommandLineRun(arguments, lang: lang)
    }

    /// Runs a command that must succeed, and gives what it printed.
    @discardableResult
    func done(_ command: String, _ more: String...) async throws -> String {
      let arguments = command.split(separator: " ").map(String.init) + more + ["--database", file]
      let run = try await CommandLineRun(arguments)
      #expect(run.status == 0, "studio \(command): \(run.errors)")
      return run.output
    }

    /// A founded register with a clerk, approvers of both departments, nine judges and the example's studios.
    static func founded(in folder: TemporaryFolder? = nil) async throws -> Bureau {
      let bureau = try Bureau(in: folder)
      try await bureau.done("init --adopted 2022-05-05 --login approver --name 王建国 --on 2022-06-01")
      try await bureau.done("account open clerk --role bureau-clerk --name 李明 --as approver --on 2022-06-01")
      try await bureau.done("account open org --role organisation-approver --name 赵强 --as approver --on 2022-06-01")
      for judge in 1...9 {
        try await bureau.done("account open J\(judge) --role judge --name 评委\(judge) --as approver --on 2022-06-01")
      }
      try await bureau.done("studios import rubrics/yunyang-2022/example/studios.csv --as clerk --on 2023-07-03")
      return bureau
    }
  }

  /// The id, such as R40, at the head of the line in which something came to be.
  private func id(_ letter: Character, in output: String) throws -> String {
    let line = try #require(
      output.split(separator: "\n").first { $0.first == letter && $0.dropFirst().first?.isNumber == true })
    return String(line.prefix { $0 != " " })
  }

  @Test(
    "a round goes its whole way: opened, marked, closed, published, confirmed by a second person, its failures served")
  func wholeRound() async throws {
    let bureau = try await Bureau.founded()
    let opened = try await bureau.run(
      "round open --period 2022-01-01..2023-12-31 --document 云人社发〔2022〕46号 --adopted 2022-05-05 --as clerk --on 2024-01-15"
    )
    #expect(opened.status == 0)
    #expect(opened.errors.contains("after the period 2022-01-01..2023-12-31 began"))
    let round = try id("R", in: opened.output)
    try await bureau.done(
      "round panel \(round) --judges J1,J2,J3,J4,J5,J6,J7 --alternates J8,J9 --as clerk --on 2024-01-15")
    try await bureau.done(
      "round import \(round) rubrics/yunyang-2022/example/first-round.csv --as clerk --on 2024-01-20")
    for judge in 1...7 { try await bureau.done("round sign \(round) --as J\(judge) --on 2024-01-20") }
    try await bureau.done("round close \(round) --as clerk --on 2024-01-21")

    // The independent oracle: what `studio score` says of the same file.
    let scored = try await CommandLineRun(["score", "rubrics/yunyang-2022/example/first-round.csv", "--format", "csv"])
    let exported = try await bureau.done("round export \(round) --format csv")
    #expect(exported == scored.output)

    try await bureau.done("round publish \(round) --address https://example.org/1 --as clerk --on 2024-01-22")
    let early = try await bureau.run("round confirm \(round) --reason 公示期满 --as clerk --on 2024-01-29")
    #expect(early.status == 1)
    #expect(early.errors.contains("2024-01-29"))
    let proposed = try await bureau.done("round confirm \(round) --reason 公示期满 --as clerk --on 2024-01-30")
    let proposal = try id("D", in: proposed)
    #expect(try await bureau.run("approve \(proposal) --as clerk --on 2024-01-30").status == 1)
    try await bureau.done("approve \(proposal) --as approver --on 2024-01-30")
    try await bureau.done("rectify serve YY024 --receipt 送达回证 --as clerk --on 2024-02-20")
    let due = try await bureau.done("due --on 2025-02-01 --until 2025-12-31 --format csv")
    #expect(due.contains("2025-02-20"))
    let tooEarly = try await bureau.run("rectify assess YY024 --as clerk --on 2025-02-20")
    #expect(tooEarly.status == 1)
    #expect(tooEarly.errors.contains("Art. 20"))
    try await bureau.done("rectify assess YY024 --as clerk --on 2025-02-21")
    #expect(try await bureau.done("journal verify").contains("1 closings were computed again"))
    #expect(try await bureau.done("studios history YY024 --format csv").contains("Art. 20"))
    #expect(try await bureau.done("round explain \(round) YY017").contains("the same as stored"))
  }

  @Test("an import says row by row what it would do; a trial and a wrong row leave the register as it was")
  func imports() async throws {
    let bureau = try await Bureau.founded()
    let before = try await bureau.done("journal show --last 1 --format csv")
    let table = try bureau.folder.write(
      "more.csv", "编号,单位,命名专家,职业,确认日期\nYY101,新厂,周大海,焊工,2023年1月5日\nYY102,老厂,周小海,钳工,2023.1.6\n")
    let trial = try await bureau.done("studios import \(table) --dry-run --format csv --as clerk")
    #expect(trial.split(separator: "\n").count == 3)
    #expect(trial.contains("2,YY101,新厂,周大海,焊工,2023-01-05,new"))
    let wrong = try bureau.folder.write(
      "wrong.csv", "code,unit,expert,occupation,confirmed\nYY103,新厂,周大江,焊工,2023-01-05\nYY001,老厂,周小江,钳工,2023-13-06\n")
    let refused = try await bureau.run("studios import \(wrong) --as clerk")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("wrong.csv:3:5 (confirmed): found “2023-13-06”"))
    let taken = try bureau.folder.write(
      "taken.csv", "code,unit,expert,occupation,confirmed\nYY103,新厂,周大江,焊工,2023-01-05\nyy001,老厂,周小江,钳工,2023-01-06\n")
    #expect(try await bureau.run("studios import \(taken) --as clerk").errors.contains("taken.csv:3:1 (code)"))
    #expect(try await bureau.done("journal show --last 1 --format csv") == before)
    #expect(try await !bureau.done("person list --format csv").contains("周大江"))
  }

  @Test("evidence is imported once: the same folder again changes nothing; its own “verified” is not taken over")
  func evidence() async throws {
    let bureau = try await Bureau.founded()
    try await bureau.done("evidence import rubrics/yunyang-2022/example/evidence --as clerk --on 2026-01-05")
    let end = try await bureau.done("journal show --last 1 --format csv")
    try await bureau.done("evidence import rubrics/yunyang-2022/example/evidence --as clerk --on 2026-01-05")
    #expect(try await bureau.done("journal show --last 1 --format csv") == end)
    let waiting = try await bureau.done("evidence list --waiting --format csv").split(separator: "\n").count
    #expect(waiting == (try await bureau.done("evidence list --format csv").split(separator: "\n").count))
    let own = try await bureau.run("evidence verify --all --as clerk --on 2026-01-06")
    #expect(own.status == 1)
    try await bureau.done("evidence verify --studio YY001 --as approver --on 2026-01-06")
    let left = try await bureau.done("evidence list --waiting --format csv").split(separator: "\n").count
    let ofOne = try await bureau.done("evidence list --studio YY001 --format csv").split(separator: "\n").count - 1
    #expect(left == waiting - ofOne)
  }

  @Test("a cut-off end shows against a checkpoint; an export restores to the same digests; backups come back whole")
  func safekeeping() async throws {
    let bureau = try await Bureau.founded()
    let (copy, lines) = ("\(bureau.folder.path)/copy.sqlite", "\(bureau.folder.path)/journal.jsonl")
    try await bureau.done("backup \(copy)")
    try await bureau.done("person add --name 周大海 --phone 13800138000 --as clerk")
    let checkpoint = "\(bureau.folder.path)/checkpoint"
    try await bureau.done("journal checkpoint \(checkpoint)")
    #expect(try await bureau.done("journal verify --checkpoint \(checkpoint)").contains("whole"))
    let cut = try await CommandLineRun(["journal", "verify", "--checkpoint", checkpoint, "--database", copy])
    #expect(cut.status == 1)
    try await bureau.done("journal export \(lines)")
    #expect(try !String(contentsOfFile: lines, encoding: .utf8).contains("周大海"))
    let restored = "\(bureau.folder.path)/restored.sqlite"
    #expect(try await CommandLineRun(["journal", "restore", lines, "--database", restored]).status == 0)
    #expect(
      try await CommandLineRun(["journal", "verify", "--checkpoint", checkpoint, "--database", restored]).status == 0)
    let lossy = try await bureau.run("restore \(copy)")
    #expect(lossy.status == 1)
    #expect(lossy.errors.contains("--replace"))
    try await bureau.done("restore \(copy) --replace")
    #expect(try await !bureau.done("person list --format csv").contains("周大海"))
    #expect(try await bureau.done("person list --format csv").contains("王建国"))
  }

  @Test("who is erased is gone from every file beside the register, and the journal still verifies")
  func erasure() async throws {
    let bureau = try await Bureau.founded()
    let added = try await bureau.done("person add --name 周大海 --phone 13800138000 --as clerk")
    let person = try id("P", in: added)
    try await bureau.done("person erase \(person) --reason 本人申请 --as approver")
    for name in try FileManager.default.contentsOfDirectory(atPath: bureau.folder.path) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(bureau.folder.path)/\(name)"))
      #expect(bytes.range(of: Data("周大海".utf8)) == nil, "\(name)")
      #expect(bytes.range(of: Data("13800138000".utf8)) == nil, "\(name)")
    }
    #expect(try await bureau.done("journal verify").contains("1 are erased"))
  }

  @Test(
    "what cannot be done is refused in words that a clerk understands, with exit code 1",
    arguments: [
      ("account open x --role judge --name 张三", "--as"),
      ("account open clerk --role judge --name 张三 --as approver", "clerk"),
      ("account open 张三 --role judge --name 张三 --as approver", "张三"),
      ("account open zhangsan --role judge --name ZhangSan --as approver", "person's name"),
      ("round open --period 2024-01-01..2024-12-31 --document 文 --adopted 2023-12-01 --as clerk", "Art. 13"),
      ("round open --period 2024-01-01..2025-12-31 --document 文 --adopted 2023-12-01 --as approver", "clerk"),
      ("round show R9999", "R9999"), ("round show X", "R40"), ("approve D5 --as approver", "D5"),
      ("studios show YY0O1", "YY001"), ("person erase P9999 --reason x --as approver", "P9999"),
      ("person add --name 张三 --unit 联系电话13800138000 --as clerk", "mobile"),
      ("backup /nowhere/at/all.sqlite", "/nowhere"), ("journal restore missing.jsonl", "missing.jsonl"),
    ])
  func refusals(command: String, says: String) async throws {
    let run = try await Bureau.shared.value.run(command)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(!run.errors.contains("Error"), "\(run.errors)")
    let chinese = try await Bureau.shared.value.run(command, lang: "zh_CN.UTF-8")
    #expect(chinese.status == 1)
    #expect(chinese.errors.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(chinese.errors)")
  }

  @Test(
    "a file that is no register's is refused and stays as it was",
    arguments: ["", "not a database", "SQLite format 3\0 and then nothing that is one"])
  func foreignFiles(content: String) async throws {
    let bureau = try Bureau()
    try bureau.folder.write("studio.sqlite", content)
    let run = try await bureau.run("studios list")
    #expect(run.status == 1)
    #expect(run.errors.contains("studio.sqlite"))
    #expect(try String(contentsOfFile: bureau.file, encoding: .utf8) == content)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bureau.folder.path) == ["studio.sqlite"])
  }
}
