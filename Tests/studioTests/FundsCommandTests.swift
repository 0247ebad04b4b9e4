import Foundation
import TestSupport
import Testing

@Suite("studio funds and studio recommend, each a run of the real program on a real file", .turns)
struct FundsCommandTests {
  typealias Bureau = RegisterCommandTests.Bureau

  /// The id, such as M40, at the head of the line in which something came to be.
  private func id(_ letter: Character, in output: String) throws -> String {
    let line = try #require(
      output.split(separator: "\n").first { $0.first == letter && $0.dropFirst().first?.isNumber == true })
    return String(line.prefix { $0 != " " })
  }

  private func cells(_ output: String) -> [[String]] {
    output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("Art. 12(5), 19: a subsidy is proposed, approved by another, spent and reversed; the ledger adds up")
  func ledger() async throws {
    let bureau = try await Bureau.founded()
    let unknown = try await bureau.run("funds pay YY001 subsidy --document 云财社1号 --as clerk --on 2026-03-01")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("studio funds takeover"))
    try await bureau.done("funds takeover YY001 --none --document 核查表 --as clerk --on 2026-03-01")
    let proposed = try await bureau.done("funds pay YY001 subsidy --document 云财社1号 --as clerk --on 2026-03-02")
    let approved = try await bureau.run("approve \(id("D", in: proposed)) --as approver --on 2026-03-03")
    #expect(approved.status == 0, "\(approved.errors)")
    let payment = try id("M", in: approved.output)
    #expect(
      try await bureau.run("funds pay YY001 subsidy --document 云财社2号 --as clerk --on 2026-03-04").errors.contains(
        "Art. 19"))
    try await bureau.done("funds match YY001 50000 --document 进账单 --as clerk --on 2026-03-04")
    try await bureau.done("funds yearly YY001 2026 8000.50 --document 进账单2 --as clerk --on 2026-03-05")
    let other = try await bureau.run(
      "funds spend YY001 1234.5 --fund subsidy --purpose other --note 聚餐 --document 发票1 --as clerk --on 2026-03-06")
    #expect(other.status == 0)
    #expect(other.errors.contains("purpose not named in Art. 19"))
    let spent = try id("M", in: other.output)
    try await bureau.done("funds reverse \(spent) --reason 录错 --as clerk --on 2026-03-07")
    try await bureau.done("funds return YY001 0.01 --fund unit --document 缴款书 --as clerk --on 2026-03-08")
    let rows = cells(try await bureau.done("funds ledger YY001 --format csv"))
    #expect(rows[0] == ["entry", "day", "fund", "content", "income", "expense", "balance", "document", "flags"])
    #expect(rows.dropFirst().map { $0[4] } == ["", "50000", "50000", "8000.50", "", "1234.50", ""])
    #expect(rows.dropFirst().map { $0[5] } == ["", "", "", "", "1234.50", "", "0.01"])
    #expect(rows.dropFirst().map { $0[6] } == ["0", "50000", "50000", "58000.50", "48765.50", "50000", "58000.49"])
    #expect(rows[5][8] == "reversed")
    let table = try await bureau.done("funds ledger YY001")
    #expect(table.contains("58,000.49"))
    #expect(table.contains("employment-subsidy funds"))
    let back = try await bureau.done("funds reverse \(payment) --reason 退票 --as clerk --on 2026-03-09")
    #expect(try id("D", in: back).first == "D")
    #expect(try await bureau.done("journal verify").contains("whole"))
    #expect(try await bureau.done("studios history YY001 --format csv").contains("Art. 19"))
  }

  @Test("Art. 12(5): a table of spending is imported once, whole or not at all")
  func imports() async throws {
    let bureau = try await Bureau.founded()
    let table = try bureau.folder.write(
      "支出.csv",
      """
      工作室,日期,资金,用途,金额,凭证
      YY001,2026年3月5日,unit,技能培训,1200.50,发票1
      YY002,2026-03-06,单位配套资金,other,300,发票2
      YY001,2026-03-05,unit,training,1200.50,发票1

      """)
    let trial = try await bureau.done("funds import \(table) --dry-run --format csv --as clerk --on 2026-04-01")
    #expect(cells(trial).dropFirst().map { $0[7] } == ["new", "new", "\"the same as a row above"])
    #expect(try await cells(bureau.done("funds ledger YY001 --format csv")).count == 1)
    let done = try await bureau.run("funds import \(table) --format csv --as clerk --on 2026-04-01")
    #expect(done.status == 0, "\(done.errors)")
    let again = try await bureau.done("funds import \(table) --format csv --as clerk --on 2026-04-01")
    #expect(cells(again).dropFirst().allSatisfy { $0[7].contains("there already as M") || $0[7].contains("the same") })
    let rows = cells(try await bureau.done("funds ledger YY001 --format csv"))
    #expect(rows.count == 2)
    #expect(rows[1][1] == "2026-03-05")
    #expect(rows[1][5] == "1200.50")
    let wrong = try bureau.folder.write(
      "wrong.csv",
      """
      studio,day,fund,purpose,amount,document
      YY001,2026-03-05,unit,training,1,发票3
      YY999,2026-03-32,money,fun,1.234,
      YY001,2026-03-05,purse,fun,5,发票4

      """)
    let refused = try await bureau.run("funds import \(wrong) --as clerk --on 2026-04-01")
    #expect(refused.status == 1)
    for place in ["wrong.csv:3:2 (day)", "wrong.csv:3:5 (amount)", "wrong.csv:3:6 (document)"] {
      #expect(refused.errors.contains(place), "\(refused.errors)")
    }
    let second = try bureau.folder.write(
      "second.csv",
      "studio,day,fund,purpose,amount,document\nYY001,2026-03-05,purse,fun,5,发票4\nYY999,2026-03-05,unit,training,5,票\n")
    let errors = try await bureau.run("funds import \(second) --as clerk --on 2026-04-01").errors
    for place in ["second.csv:2:3 (fund)", "second.csv:2:4 (purpose)", "second.csv:3:1 (studio)"] {
      #expect(errors.contains(place), "\(errors)")
    }
    #expect(try await cells(bureau.done("funds ledger YY001 --format csv")).count == 2)
  }

  @Test(
    "Art. 20: the award of a confirmed round is unpaid until it is paid, once; the excellent lead the recommendations")
  func award() async throws {
    let bureau = try await Bureau.founded()
    let opened = try await bureau.done(
      "round open --period 2022-01-01..2023-12-31 --document 46号 --adopted 2022-05-05 --as clerk --on 2024-01-15")
    let round = try id("R", in: opened)
    try await bureau.done("round panel \(round) --judges J1,J2,J3,J4,J5,J6,J7 --as clerk --on 2024-01-15")
    try await bureau.done(
      "round import \(round) rubrics/yunyang-2022/example/first-round.csv --as clerk --on 2024-01-20")
    for judge in 1...7 { try await bureau.done("round sign \(round) --as J\(judge) --on 2024-01-20") }
    try await bureau.done("round close \(round) --as clerk --on 2024-01-21")
    try await bureau.done("round publish \(round) --address https://example.org/1 --as clerk --on 2024-01-22")
    let confirming = try await bureau.done("round confirm \(round) --reason 公示期满 --as clerk --on 2024-01-30")
    try await bureau.done("approve \(id("D", in: confirming)) --as approver --on 2024-01-30")

    let unpaid = cells(try await bureau.done("funds unpaid --on 2024-03-01 --format csv"))
    #expect(unpaid[0] == ["day", "state", "party", "studio", "amount", "task"])
    let owed = unpaid.dropFirst()
    #expect(!owed.isEmpty)
    #expect(owed.allSatisfy { $0[0] == "2024-01-30" && $0[1] == "OVERDUE" && $0[4] == "20000" })
    let code = try #require(owed.first?[3])
    let paying = try await bureau.done("funds pay \(code) award --document 云财社3号 --as clerk --on 2024-03-01")
    try await bureau.done("approve \(id("D", in: paying)) --as approver --on 2024-03-02")
    let left = cells(try await bureau.done("funds unpaid --on 2024-03-02 --format csv")).dropFirst()
    #expect(left.map { $0[3] } == owed.dropFirst().map { $0[3] })
    let again = try await bureau.run(
      "funds pay \(code) award --round \(round) --document 云财社4号 --as clerk --on 2024-03-03")
    #expect(again.status == 1)
    #expect(again.errors.contains("once for each assessment"))
    let list = cells(try await bureau.done("recommend list --for yunyang-talent --format csv")).dropFirst()
    #expect(list.prefix(owed.count).allSatisfy { $0[4] == "excellent" })
    #expect(list.dropFirst(owed.count).allSatisfy { $0[4].isEmpty })
    #expect(Set(list.prefix(owed.count).map { $0[1] }) == Set(owed.map { $0[3] }))
    #expect(try await bureau.done("journal verify").contains("1 closings were computed again"))
  }

  @Test("Art. 7, 13: a studio is found to meet the conditions, recommended, and answered")
  func recommendation() async throws {
    let bureau = try await Bureau.founded()
    let early = try await bureau.run(
      "recommend make YY001 municipal-studio --document 函1 --as approver --on 2026-03-01")
    #expect(early.status == 1)
    #expect(early.errors.contains("expert leads the industry"))
    for condition in ["key-field", "industry-leader", "municipal-conditions"] {
      try await bureau.done("recommend find YY001 \(condition) met --note 核查记录 --as clerk --on 2026-03-01")
    }
    try await bureau.done("recommend find YY002 key-field not-met --note 核查记录 --as clerk --on 2026-03-01")
    try await bureau.done("recommend make YY001 municipal-studio --document 函1 --as approver --on 2026-03-02")
    let answered = try await bureau.run(
      "recommend result YY001 municipal-studio granted --document 渝函1 --as clerk --on 2026-05-02")
    #expect(answered.errors.contains("studio funds higher-plaque YY001"))
    let list = try await bureau.done("recommend list --for municipal-studio --format csv")
    let first = try #require(list.split(separator: "\n").first { $0.contains("YY001") })
    #expect(first.contains("all met"))
    #expect(first.hasSuffix("granted on 2026-05-02"))
    #expect(list.contains("unit of a key or strategic emerging industry: not met"))
    #expect(try await bureau.done("recommend conditions --format csv --lang zh").contains("第二十二条"))
  }

  @Test(
    "what cannot be done is refused in words that a clerk understands",
    arguments: [
      ("funds pay YY001 award --document 文 --as clerk", "Art. 20"),
      ("funds higher-plaque YY001 --level village --document 文 --as clerk", "municipal, national"),
      ("funds reverse M9999 --reason x --as clerk", "M9999"), ("funds reverse X --reason x --as clerk", "M57"),
      ("funds close YY001 --document 文 --as clerk", "Art. 12(5)"),
      ("funds spend YY001 5 --fund unit --purpose fun --document 文 --as clerk", "(equipment), "),
      ("funds match YY001 0 --document 文 --as clerk", "more than nothing"),
      ("funds match YY001 5 --document 文 --as approver", "bureau clerk"),
      ("funds yearly YY001 1999 5 --document 文 --as clerk", "1999"),
      ("funds ledger YY0O1", "YY001"), ("recommend list --for fame", "municipal-studio"),
      ("recommend find YY001 wit met --note x --as clerk", "key-field"),
      ("recommend make YY001 municipal-studio --document 文 --as clerk", "bureau approver"),
      ("recommend result YY001 municipal-studio granted --document 文 --as clerk", "studio recommend make"),
    ])
  func refusals(command: String, says: String) async throws {
    let run = try await Bureau.shared.value.run(command)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(says), "\(run.errors)")
    let chinese = try await Bureau.shared.value.run(command, lang: "zh_CN.UTF-8")
    #expect(chinese.status == 1)
    #expect(chinese.errors.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(chinese.errors)")
  }

  @Test("a sum that is none is wrong usage", arguments: ["1.234", "-5", "1,000", "x"])
  func usage(_ sum: String) async throws {
    #expect(
      try await Bureau.shared.value.run("funds match YY001", sum, "--document", "文", "--as", "clerk").status == 64)
  }

  @Test("Art. 19, 20, 23: with nothing owed the list of what is unpaid says so")
  func unpaid() async throws {
    let run = try await Bureau.shared.value.run("funds unpaid --on 2026-11-20")
    #expect(run.status == 0)
    #expect(run.errors.contains("Nothing is owed"))
  }
}
