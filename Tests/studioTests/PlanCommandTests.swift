import Foundation
import TestSupport
import Testing

@Suite("The commands about plans and apprentices, each a run of the real program", .turns)
struct PlanCommandTests {
  private typealias Bureau = RegisterCommandTests.Bureau

  private func id(_ letter: Character, in output: String) throws -> String {
    let line = try #require(
      output.split(separator: "\n").first { $0.first == letter && $0.dropFirst().first?.isNumber == true })
    return String(line.prefix { $0 != " " })
  }

  private func founded() async throws -> Bureau {
    let bureau = try await Bureau.founded()
    try await bureau.done(
      "account open yy001 --role contact --name 联系人甲 --studio YY001 --as approver --on 2023-07-03")
    return bureau
  }

  @Test("Art. 16: a plan goes its way from the draft to the yearly check")
  func plan() async throws {
    let bureau = try await founded()
    let due = try await bureau.done("due --on 2024-12-01 --until 2024-12-31 --format csv")
    #expect(due.contains("2024-12-20,,the studio,YY001 submits its plan for 2025"))
    let drafted = try await bureau.done(
      "plan draft YY001 --year 2025 --item 完成攻关=60 --item 培养技师=40 --as yy001 --on 2024-12-02")
    let plan = try id("Y", in: drafted)
    let number = try #require(Int(plan.dropFirst()))
    let (first, second) = ("Y\(number + 1)", "Y\(number + 2)")
    #expect(try await bureau.run("plan draft YY002 --year 2025 --item 攻关=60 --as yy001 --on 2024-12-02").status == 1)
    try await bureau.done("plan submit \(plan) --as yy001 --on 2024-12-21")
    #expect(try await bureau.done("plan list --year 2025").contains("2024-12-21, late"))
    try await bureau.done("plan review \(plan) --text 目标可考核 --as clerk --on 2024-12-25")
    let asked = try await bureau.done(
      "plan change \(plan) --reweigh \(first)=30 --reason 设备推迟 --as clerk --on 2025-03-01")
    let change = try id("Y", in: asked)
    let own = try await bureau.run("plan approve-change \(change) --as clerk --on 2025-03-02")
    #expect(own.status == 1)
    #expect(own.errors.contains("rule of two persons"))
    try await bureau.done("plan approve-change \(change) --as approver --on 2025-03-02")
    try await bureau.done("plan complete \(plan) \(first)=100 \(second)=65 --as yy001 --on 2025-12-20")
    try await bureau.done("evidence verify --studio YY001 --kind plan-items --as clerk --on 2025-12-22")
    // Hand calculation: (30 × 100 + 40 × 65) / 70 = 80 %.
    #expect(try await bureau.done("plan show \(plan)").contains("4/5 = 80.00 %"))
    let checked = try await bureau.done(
      "plan check YY001 --year 2025 --months 5 --funds 30000 --as clerk --on 2026-01-08")
    #expect(checked.contains("5 months in the studio, 6 are needed (Art. 6(2))"))
    let chinese = try await bureau.run("plan list --year 2025", lang: "zh_CN.UTF-8")
    #expect(chinese.output.contains("逾期"))
    #expect(try await bureau.done("studios history YY001 --format csv").contains("checked for 2025"))
    #expect(try await bureau.done("journal verify").contains("whole"))
  }

  @Test("Art. 21: the check says each condition, and proposes the apprentice to the evaluating body once all hold")
  func apprentice() async throws {
    let bureau = try await founded()
    let enrolled = try await bureau.done(
      "apprentice enrol YY001 --name 廖小容 --document 带徒协议1号 --as yy001 --on 2024-08-31")
    let apprentice = try id("T", in: enrolled)
    let early = try await bureau.done("apprentice check \(apprentice) --grade technician --on 2025-02-27")
    #expect(early.contains("too short"))
    try await bureau.done(
      "apprentice condition \(apprentice) --grade technician --document 审查表 --as clerk --on 2025-03-01")
    try await bureau.done("apprentice report \(apprentice) --document 考核报告 --as yy001 --on 2025-03-01")
    let run = try await bureau.run(
      "apprentice check \(apprentice) --grade technician --on 2025-03-02", lang: "zh_CN.UTF-8")
    #expect(run.output.contains("符合第二十一条条件，提请评价机构认定"))
    #expect(run.errors.contains("尚未核实"))
    try await bureau.done("apprentice exam \(apprentice) --grade technician --document 成绩单 --as clerk --on 2025-05-01")
    try await bureau.done(
      "apprentice promote \(apprentice) --grade technician --document 证书1 --as yy001 --on 2025-06-01")
    try await bureau.done("apprentice end \(apprentice) --as yy001 --on 2025-07-01")
    try await bureau.done("evidence verify --kind apprentices --all --as clerk --on 2025-07-02")
    #expect(try await bureau.done("apprentice list --studio YY001").contains("verified on 2025-07-02"))
    let unknown = try await bureau.run("apprentice check \(apprentice) --grade master --on 2025-03-02")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("Art. 21"))
  }

  @Test("the example's own tables are imported row by row, once; a trial does nothing, a wrong row refuses all")
  func imports() async throws {
    let bureau = try await founded()
    let folder = "rubrics/yunyang-2022/example/evidence"
    let end = try await bureau.done("journal show --last 1 --format csv")
    let plans = "plan import \(folder)/plans.csv \(folder)/plan-items.csv"
    let trial = try await bureau.done("\(plans) --dry-run --format csv --as clerk --on 2026-01-05")
    #expect(trial.contains("plans.csv:2,YY001,plans,2024,new"))
    let tooSoon = try await bureau.run("\(plans) --as clerk --on 2024-06-03")
    #expect(tooSoon.status == 1)
    #expect(try await bureau.done("journal show --last 1 --format csv") == end)
    try await bureau.done("\(plans) --as clerk --on 2026-01-05")
    try await bureau.done("apprentice import \(folder)/apprentices.csv --as clerk --on 2026-01-05")
    #expect(try await bureau.done("plan list --format csv").split(separator: "\n").count == 48)
    #expect(try await bureau.done("apprentice list --format csv").split(separator: "\n").count == 133)
    let imported = try await bureau.done("journal show --last 1 --format csv")
    try await bureau.done("\(plans) --as clerk --on 2026-01-05")
    try await bureau.done("apprentice import \(folder)/apprentices.csv --as clerk --on 2026-01-05")
    #expect(try await bureau.done("journal show --last 1 --format csv") == imported)
    let again = try await bureau.done("evidence import \(folder) --dry-run --format csv --as clerk --on 2026-01-05")
    #expect(
      again.split(separator: "\n").filter { $0.hasPrefix("plan") || $0.hasPrefix("apprentices") }
        .allSatisfy { $0.contains("there already as") })
    let chinese = try bureau.folder.write(
      "items.csv", "工作室,年度,事项,权重,完成率,是否核实\nYY001,2026,攻关三项,50,0,是\nYY001,2026,攻关三项,40,0,是\n")
    let twice = try await bureau.run("plan import \(chinese) --as clerk --on 2026-01-05")
    #expect(twice.status == 1)
    #expect(twice.errors.contains("攻关三项"))
  }
}
