import Foundation
import TestSupport
import Testing

@Suite("Art. 17 at the command line: two cleared persons, points that count, and an audit without this program", .turns)
struct ClassifiedCommandTests {
  private func id(_ letter: Character, in output: String) throws -> String {
    let line = try #require(
      output.split(separator: "\n").first { $0.first == letter && $0.dropFirst().first?.isNumber == true })
    return String(line.prefix { $0 != " " })
  }

  @Test("certified points are entered, approved, shown in the derivation, verified, and audited by Python alone")
  func wholeWay() async throws {
    let bureau = try await RegisterCommandTests.Bureau.founded()
    try await bureau.done("account open clerk-2 --role bureau-clerk --name 周静 --as approver --on 2023-07-03")
    for login in ["clerk", "clerk-2"] {
      try await bureau.done("classified clear \(login) --as approver --on 2023-07-04")
    }
    #expect(try await bureau.done("classified staff --format csv").split(separator: "\n").count == 3)
    let opened = try await bureau.done(
      "round open --period 2022-01-01..2023-12-31 --document 云人社发〔2022〕46号 --adopted 2022-05-05 --as clerk --on 2024-01-15"
    )
    let round = try id("R", in: opened)
    try await bureau.done(
      "round panel \(round) --judges J1,J2,J3,J4,J5,J6,J7 --alternates J8,J9 --as clerk --on 2024-01-15")
    try await bureau.done(
      "round import \(round) rubrics/yunyang-2022/example/first-round.csv --as clerk --on 2024-01-20")
    for judge in 1...7 { try await bureau.done("round sign \(round) --as J\(judge) --on 2024-01-20") }
    let command =
      "classified enter \(round) YY024 competition-results --points 1.25 --reason certified-off-system --token T-1"
    let early = try await bureau.run("\(command) --as org --on 2024-01-20")
    #expect(early.status == 1 && early.errors.contains("Art. 17"))
    let entered = try await bureau.run("\(command) --as clerk --on 2024-01-20")
    #expect(entered.errors.contains("State secrets are never entered"))
    let points = try id("Z", in: entered.output)
    #expect(try await bureau.run("classified approve \(points) --as clerk --on 2024-01-20").status == 1)
    #expect(
      try await bureau.run("round close \(round) --as clerk --on 2024-01-21").errors.contains(
        "studio classified approve"))
    #expect(try await bureau.done("due --on 2024-01-20 --format csv").contains(points))
    try await bureau.done("classified approve \(points) --as clerk-2 --on 2024-01-20")
    try await bureau.done("round close \(round) --as clerk --on 2024-01-21")

    // The oracle: the same sheets without the points.
    let scored = try await CommandLineRun(["score", "rubrics/yunyang-2022/example/first-round.csv", "--format", "csv"])
    func score(_ code: String, _ text: String) throws -> Double {
      let row = try #require(text.split(separator: "\n").first { $0.contains(",\(code),") })
      return try #require(Double(row.split(separator: ",", omittingEmptySubsequences: false)[2]))
    }
    let exported = try await bureau.done("round export \(round) --format csv")
    #expect(abs(try score("YY024", exported) - score("YY024", scored.output) - 1.25) < 0.001)
    #expect(try score("YY001", exported) == score("YY001", scored.output))
    let explained = try await bureau.done("round explain \(round) YY024")
    #expect(explained.contains("token “T-1”: 1.25 points certified off the system (Art. 17)"))
    #expect(explained.contains("the same as stored"))
    let chinese = try await bureau.run("round explain \(round) YY024", lang: "zh_CN.UTF-8").output
    #expect(chinese.contains("代号“T-1”：线下核定加 1.25 分（第十七条）"))
    #expect(try await bureau.done("round export \(round) --format json").contains("\"token\":\"T-1\""))
    #expect(
      try await bureau.done("classified list --format csv").contains(
        "\(points),\(round),YY024,competition-results,T-1,1.25"))
    #expect(try await bureau.done("journal verify").contains("1 closings were computed again"))
    try await audit(bureau)
  }

  /// Runs the README's script on the register.
  private func audit(_ bureau: RegisterCommandTests.Bureau) async throws {
    let path = try bureau.folder.write("audit.py", Repository.auditScript())
    let run = try await Program.python.run([path, bureau.file])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("scores computed again from the signed sheets: all as stored"))
  }

  @Test("what is refused is refused in both languages", arguments: ["en_US.UTF-8", "zh_CN.UTF-8"])
  func refused(lang: String) async throws {
    let bureau = try await RegisterCommandTests.Bureau.founded()
    for command in [
      "classified clear J1 --as approver", "classified clear approver --as approver",
      "classified unclear clerk --as approver", "classified approve Z99 --as clerk", "classified withdraw X --as clerk",
    ] {
      let run = try await bureau.run(command, lang: lang)
      #expect(run.status == 1, "\(command): \(run.output)\(run.errors)")
      #expect(!run.errors.contains("Error"))
    }
    let reasons = try await bureau.run("classified reasons", lang: lang)
    #expect(reasons.output.contains("certified-off-system"))
  }

  @Test(
    "the forms say that secrets are never entered",
    arguments: [("en_US.UTF-8", "never entered"), ("zh_CN.UTF-8", "不得录入国家秘密")])
  func forms(lang: String, says: String) async throws {
    let folder = try TemporaryFolder()
    #expect(try await CommandLineRun(["rubrics", "template", "\(folder.path)/t"], lang: lang).errors.contains(says))
    let bureau = try await RegisterCommandTests.Bureau.founded()
    let imported = try await bureau.run(
      "evidence import rubrics/yunyang-2022/example/evidence --as clerk --on 2026-01-05", lang: lang)
    #expect(imported.errors.contains(says))
  }
}
