import Scoring
import StudioRegistry
import Testing

/// No identity or mobile number of a living person stands here: the area 500235 is Yunyang's, the rest is made up.
@Suite("Free texts hold no identity and no mobile number, for the journal forgets nothing")
struct FreeTextTests {
  @Test(
    "what is shaped like an identity number is refused",
    arguments: [
      "500235198001011234", "身份证500235198001011234号", "50023519800101123X", "50023519800101123x",
      "５００２３５１９８００１０１１２３４", "５００２３５１９８００１０１１２３Ｘ",
      "500235 19800101 1234", "500235-19800101-123X", "500235 1980 0101 1234", "500235-1980-0101-123x",
      "５００２３５　１９８００１０１　１２３４", "500235800101123", "证件500235991231001。",
      "甲2024，身份证500235 19800101 1234",
    ])
  func identity(_ text: String) {
    #expect(throws: Refusal.identityNumber) { try text.checkFreeText() }
  }

  @Test(
    "what is shaped like a mobile number is refused",
    arguments: [
      "13812345678", "电话：13812345678。", "+8613812345678", "8613812345678", "+86 13812345678", "+86-138-1234-5678",
      "+86 138 1234 5678", "138 1234 5678", "199-0000-0000", "１３８１２３４５６７８", "１３８　１２３４　５６７８", "2024 138 1234 5678",
      "微信13912345678张",
    ])
  func mobile(_ text: String) {
    #expect(throws: Refusal.mobileNumber) { try text.checkFreeText() }
  }

  @Test(
    "days, sums and the numbers of documents are taken",
    arguments: [
      "", "2026-01-05", "2026年1月5日至2026年3月31日", "2024-01-01..2025-12-31", "20260105", "20,000元", "补贴20000.00元",
      "1380000元", "YGX-2024-039", "ZL202410123456.7", "ZL 2024 1 0123456.7", "渝竞〔2024〕10号-02", "云人社发〔2022〕46号",
      "2023500235001234", "20230500235000123456", "1234567890123456", "023-55128888", "023 5512 8888", "(023)55128888",
      "400-800-1234", "500235801301123", "500235800132123", "50023519800101", "1381234567", "138123456789",
      "12812345678", "第138条1234款5678号", "W1 2.5 分，W2 1.5 分", "邮编404500",
    ])
  func taken(_ text: String) {
    #expect(throws: Never.self) { try text.checkFreeText() }
  }

  /// Every command with texts that somebody types, once for each of them; the given text stands in that one alone.
  private func commands(with text: String, _ samples: inout SampleCommands) throws -> [any Command] {
    let (round, studio, judge) = (samples.round, samples.desk.studio("YY001"), samples.desk.account("J1"))
    let (person, proposal) = (samples.desk.commitment(), samples.desk.proposal)
    let new = OpenAccount.Holder.new(person, nil)
    let unit = Employment(unit: text, until: nil)
    let adoption = Adoption(document: text, on: "2022-05-05")
    let years = try Desk.opening(2022...2023, samples.desk.rules)
    func row(_ code: String, _ unit: String, _ occupation: String) -> ImportStudios {
      ImportStudios(rows: [
        .init(code: code, unit: unit, expert: new, occupation: occupation, confirmed: "2023-01-01")
      ])
    }
    return [
      Found(rules: samples.desk.rules, adoption: adoption, login: "root", person: person),
      Found(rules: samples.desk.rules, adoption: Desk.adoption, login: text, person: person),
      AddPerson(person: person, employment: unit), ErasePerson(person: samples.desk.person("J9"), reason: text),
      RecordEmployment(person: samples.desk.person("J9"), employment: unit),
      OpenAccount(login: text, role: .judge, holder: new),
      OpenAccount(login: "J20", role: .judge, holder: .new(person, unit)),
      CloseAccount(account: judge, reason: text),
      row(text, "单位", "焊工"), row("YY100", text, "焊工"), row("YY100", "单位", text),
      EnterEvidence(
        persons: [],
        rows: [.init(studio: studio, kind: "exchanges", cells: ["title": text, "held_on": "2025-03-05"], people: [:])]),
      RejectEvidence(item: ID(1), reason: text),
      OpenRound(period: years.period, rules: years.rules, adoption: adoption),
      samples.desk.panel(round, ["J1"], reason: text),
      Recuse(round: round, judge: judge, studio: studio, relation: .kin, reason: text),
      EnterSheets(
        round: round, judge: judge,
        sheets: [
          SheetMarks(studio: studio, rubric: "competition-results", marks: ["C1": 1], reasons: ["C1": text])
        ]),
      CloseRound(round: round, reason: text), CloseRound(round: round, incomplete: text),
      PublishRound(round: round, address: text), RaiseObjection(round: round, studio: studio, by: nil, text: text),
      AnswerObjection(objection: ID(1), isUpheld: false, text: text), ServeRectification(studio: studio, receipt: text),
      Propose(.confirmRound(round), reason: text), SendBack(proposal, reason: text),
      EnterPaper(proposal, number: text, date: "2026-01-05", scan: String(repeating: "0", count: 64)),
    ]
  }

  @Test(
    "every command refuses them in every text, whatever else is wrong with it",
    arguments: [
      ("YGX13812345678", Refusal.mobileNumber), ("YGX-50023519800101123X", .identityNumber),
    ])
  func everyText(_ text: String, _ expected: Refusal) throws {
    var samples = try SampleCommands()
    for command in try commands(with: text, &samples) {
      let role = PermissionTests.table.first { $0.0 == command.name }?.1.first.flatMap { PermissionTests.letters[$0] }
      let login = Desk.login(of: try #require(role))
      #expect(samples.desk.refusal(of: command, as: login) == expected, "\(command.name)")
    }
  }
}
