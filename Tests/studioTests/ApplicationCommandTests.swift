import Foundation
import TestSupport
import Testing

@Suite("studio application: from the unit's papers to both departments' confirmation, by the real program", .turns)
struct ApplicationCommandTests {
  typealias Bureau = RegisterCommandTests.Bureau

  private func founded() async throws -> Bureau {
    let bureau = try await Bureau.founded()
    try await bureau.done("application import rubrics/yunyang-2022/example/applications.csv --as clerk --on 2024-01-15")
    return bureau
  }

  private func applications(_ bureau: Bureau) async throws -> [String] {
    try await bureau.done("applications list --format csv").split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "," }) }
  }

  /// Hands in all papers and finds all conditions met.
  private func complete(_ id: String, _ bureau: Bureau) async throws {
    let account = try bureau.folder.write("account.txt", String(repeating: "字 ", count: 1200))
    let form = try bureau.folder.write("form.pdf", "the form's scan")
    try await bureau.done("application material \(id) account --file \(account) --as clerk --on 2024-01-16")
    try await bureau.done("application material \(id) form --file \(form) --as clerk --on 2024-01-16")
    for material in ["report", "id-card", "certificates", "diploma", "photo"] {
      try await bureau.done("application material \(id) \(material) --as clerk --on 2024-01-16")
    }
    let met = [
      "unit-expert", "unit-system", "unit-means", "repute", "age", "health", "key-technique", "production-line",
      "qualification", "breakthrough",
    ]
    try await bureau.done("application find \(id) \(met.joined(separator: ",")) met --as clerk --on 2024-01-16")
    try await bureau.done("application find \(id) presence undertaken --as clerk --on 2024-01-16")
    try await bureau.done("application find \(id) team met --number 5 --as clerk --on 2024-01-16")
  }

  @Test("an application goes its whole way, scored by a panel, and becomes a studio")
  func wholeWay() async throws {
    let bureau = try await founded()
    let id = try #require(try await applications(bureau).first)
    let lacking = try await bureau.done("application show \(id)")
    #expect(lacking.contains("contest / breakthrough / development / teaching / heritage / mastery."))
    #expect(lacking.contains("It lacks: form; account; "))
    try await complete(id, bureau)
    #expect(try await bureau.done("application show \(id)").contains("It is complete"))

    let rows = [70, 80, 82, 84, 100].enumerated().flatMap { judge, total -> [String] in
      let marks = [min(40, total), min(20, max(0, total - 40)), min(20, max(0, total - 60)), max(0, total - 80)]
      return marks.enumerated().map { "J\(judge + 1),F\($0.offset + 1),\($0.element)" }
    }
    let marks = try bureau.folder.write("marks.csv", (["judge,criterion,marks"] + rows).joined(separator: "\n"))
    let reviewed = try await bureau.done(
      "application review \(id) --minutes 纪要1号 --marks \(marks) --as clerk --on 2024-01-17")
    #expect(reviewed.contains("recommended, 82.00 points by 5 judges"))
    #expect(try await bureau.done("application explain \(id)").contains("82.00"))

    let shot = try bureau.folder.write("notice.png", "a screenshot")
    let published = try await bureau.done(
      "application publish \(id) --address https://example.org/1 --screenshot \(shot) --as clerk --on 2024-01-18")
    // Friday 19 January 2024, then Monday to Thursday.
    #expect(published.contains("objections until 2024-01-25"))
    let early = try await bureau.run("application confirm \(id) --code YY031 --reason 公示期满 --as clerk --on 2024-01-25")
    #expect(early.status == 1)
    #expect(early.errors.contains("2024-01-25"))
    let objected = try await bureau.done(
      "application object \(id) --text 证书不实 --by 周大海 --channel 来信 --as clerk --on 2024-01-22")
    let objection = try made("O", in: objected)
    try await bureau.done("application answer \(objection) --not-upheld --text 经核实属实 --as approver --on 2024-01-24")
    let proposed = try await bureau.done(
      "application confirm \(id) --code YY031 --reason 公示期满 --as clerk --on 2024-01-26")
    let proposal = try made("D", in: proposed)
    try await bureau.done("approve \(proposal) --as approver --on 2024-01-26")
    #expect(try await bureau.run("studios show YY031").status == 1)
    try await bureau.done("approve \(proposal) --as org --on 2024-01-26")
    let studio = try await bureau.done("studios show YY031")
    #expect(studio.contains("陈国栋 化工工艺试验工 skill-master studio"))
    #expect(try await bureau.done("application show \(id)").contains("confirmed"))
    let candidates = try await bureau.done("recommend list --for municipal-studio --format csv")
    #expect(candidates.split(separator: "\n").contains { $0.contains("YY031,Strategic emerging industries,") })
    let file = "\(bureau.folder.path)/case"
    try await bureau.done("case-file YY031 --out \(file)")
    let notices = try String(contentsOfFile: "\(file)/notices.csv", encoding: .utf8)
    #expect(notices.contains("https://example.org/1") && notices.contains(",\(id),"))
    let objections = try String(contentsOfFile: "\(file)/objections.csv", encoding: .utf8)
    #expect(objections.contains("证书不实") && objections.contains("经核实属实"))
    #expect(try await bureau.done("journal verify").contains("whole"))
    let exported = "\(bureau.folder.path)/journal.jsonl"
    try await bureau.done("journal export \(exported)")
    let journal = try String(contentsOfFile: exported, encoding: .utf8)
    for name in ["陈国栋", "周大海", "1976-04", "字 字"] { #expect(!journal.contains(name), "\(name)") }
  }

  /// The id at the head of the line in which something came to be.
  private func made(_ letter: Character, in output: String) throws -> String {
    let line = try #require(
      output.split(separator: "\n").first { $0.first == letter && $0.dropFirst().first?.isNumber == true })
    return String(line.prefix { $0 != " " })
  }

  @Test("every form says that secrets are never entered; the age comes from the vault, and departs by a waiver alone")
  func notices() async throws {
    let bureau = try await founded()
    let ids = try await applications(bureau)
    #expect(ids.count == 4)
    let oldest = try #require(ids.last)
    let form = try await bureau.run("application material \(oldest) form --as clerk --on 2024-01-16")
    #expect(form.errors.contains("Art. 17"))
    // Born in August 1964: 59 in January 2024.
    let found = try await bureau.run("application find \(oldest) age met --as clerk --on 2024-01-16")
    #expect(found.status == 1)
    #expect(found.errors.contains("59"))
    #expect(found.errors.contains("--waive"))
    let waived = try await bureau.run("application find \(oldest) age not-met --waive 技艺独有 --as clerk --on 2024-01-16")
    #expect(waived.status == 0)
    #expect(waived.errors.contains("The expert is 59"))
  }

  @Test(
    "an expert who leads a studio or stands in an application is not taken by name; a table is taken whole or not at all"
  )
  func uniqueness() async throws {
    let bureau = try await founded()
    let head = "unit,kind,field,expert,birth_month,occupation\n"
    let new = "万开机械厂,enterprise,advanced-manufacturing,丁一鸣,1980-01,铣工\n"
    for other in ["向志远", "陈国栋", "丁一鸣", "向 志远", "陈　国栋", "丁一鸣\u{200B}"] {
      let file = try bureau.folder.write(
        "more.csv", head + new + "另一厂,enterprise,advanced-manufacturing,\(other),1980-01,铣工\n")
      let run = try await bureau.run("application import \(file) --as clerk --on 2024-01-16")
      #expect(run.status == 1)
      #expect(run.errors.contains("Art. 9"), "\(run.errors)")
    }
    #expect(try await applications(bureau).count == 4)
    // Who applied before is the same person, unless another one is registered.
    let first = try #require(try await applications(bureau).first)
    try await bureau.done("application withdraw \(first) --reason 撤回 --as clerk --on 2024-01-16")
    let again = "application receive 长江船舶修造厂 --kind enterprise --field advanced-manufacturing --occupation 铣工"
    let refused = try await bureau.run("\(again) --expert 陈国栋 --as clerk --on 2024-01-16")
    let person = try #require(refused.errors.firstMatch(of: /as (P[0-9]+)/)).output.1
    try await bureau.done("\(again) --expert \(person) --as clerk --on 2024-01-16")
    #expect(try await applications(bureau).count == 5)
    let file = try bureau.folder.write("more.csv", head + new)
    try await bureau.done("application import \(file) --dry-run --as clerk --on 2024-01-16")
    #expect(try await applications(bureau).count == 5)
    try await bureau.done("application import \(file) --as clerk --on 2024-01-16")
    #expect(try await applications(bureau).count == 6)
  }

  @Test(
    "what cannot be done is refused in words that a clerk understands",
    arguments: [
      ("application show F9999", "F9999"), ("application show X", "F31"),
      ("application receive 某局 --kind government --field 先进制造业 --expert 张三 --occupation 焊工 --as clerk", "enterprise"),
      ("application receive 某厂 --kind enterprise --field 先进制造业 --expert 张三 --occupation 焊工 --as J1", "bureau clerk"),
      (
        "application receive 某厂 --kind enterprise --field 先进制造业 --expert 张三 --occupation 焊工 --for-studio YY001 --change-expert --as clerk",
        "Art. 15"
      ),
    ])
  func refusals(_ command: String, _ says: String) async throws {
    let run = try await Bureau.shared.value.run(command)
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(says), "\(run.errors)")
  }
}
