import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

// A story in chapters in which everything happens at least once; its outcome can be computed by hand.
extension County {
  /// The whole story, from the founding to a title that is cancelled.
  func tell() async throws {
    try await foundRegister()
    try await changePeople()
    try await enterStudios()
    try await enterEvidence()
    try await openRound()
    try await mark()
    try await replaceJudge()
    try await close()
    try await object()
    try await confirm()
    try await assessAgain()
    try await cancelTitle()
    try await openByMistake()
  }

  /// The part of the story that ends with a closed round, which has all that can be tampered with.
  func tellUpToClosing() async throws {
    try await foundRegister()
    try await enterStudios()
    try await enterEvidence()
    try await openRound()
    try await mark()
    try await ask(CloseRound(round: round()), as: "clerk")
  }

  func foundRegister() async throws {
    try clock.set("2025-01-10")
    let head = sealed("王主任", birthMonth: "1970-05", phone: "13900000001")
    try await ask(
      Found(rules: rules, adoption: adoption, login: "approver", person: head.commitment), as: nil, [head])
    try await open("clerk", .bureauClerk, "李干事")
    try await open("org-clerk", .organisationClerk, "赵干事")
    try await open("org-approver", .organisationApprover, "钱部长")
    try await open("deputy", .bureauApprover, "孙副局长")
    try await open("department", .department, "周科长")
    try await open("J1", .judge, "吴评委", unit: "第二机械厂")
    for (login, name) in [("J2", "郑评委"), ("J3", "冯评委"), ("J4", "陈评委")] { try await open(login, .judge, name) }
  }

  private func changePeople() async throws {
    try await ask(
      AppointDeputy(
        for: account("approver"), deputy: account("deputy"), from: day("2025-01-10"), until: day("2025-12-31")),
      as: "approver")
    try await open("seat-9", .supervisor, "卫监督")
    try await ask(CloseAccount(account: account("seat-9"), reason: "调离"), as: "approver")
    let visitor = sealed("蒋访客", birthMonth: "1981-11", phone: "13900000002")
    let added = try await ask(
      AddPerson(person: visitor.commitment, employment: Employment(unit: "县职教中心", until: nil)), as: "clerk", [visitor])
    let person = ID<Person>(added.entries.lowerBound)
    let corrected = sealed("蒋方客", birthMonth: "1981-12", phone: "13900000003")
    try await ask(ChangePerson(person: person, values: corrected.commitment), as: "clerk", [corrected])
    try await ask(
      RecordEmployment(person: person, employment: Employment(unit: "县职教中心", until: day("2024-12-31"))), as: "clerk")
    try await ask(ErasePerson(person: person, reason: "本人申请"), as: "deputy", behalf: "approver")
  }

  func enterStudios() async throws {
    let rows = [
      ("SC001", "第一机械厂", "甲", "焊工", "2023-06-01"), ("SC002", "第二机械厂", "乙", "钳工", "2023-06-01"),
      ("SC003", "第三机械厂", "丙", "车工", "2023-06-01"), ("SC004", "第四机械厂", "丁", "电工", "2023-06-01"),
      ("SC005", "第五机械厂", "戊", "铣工", "2024-10-01"),
    ]
    let experts = rows.map { sealed("专家\($0.2)") }
    try await ask(
      ImportStudios(
        rows: zip(rows, experts).map { row, expert in
          try .init(
            code: row.0, unit: row.1, expert: .new(expert.commitment, nil), occupation: row.3, confirmed: day(row.4))
        }), as: "clerk", experts)
    let contact = sealed("联络员甲")
    try await ask(
      OpenAccount(login: "contact-1", role: .contact, holder: .new(contact.commitment, nil), studio: studio("SC001")),
      as: "approver", [contact])
  }

  func enterEvidence() async throws {
    let winner = sealed("获奖人甲")
    let first = try await studio("SC001")
    let award = EnterEvidence.Row(
      studio: first, kind: "awards",
      cells: [
        "number": "小竞〔2024〕3号", "team": "", "event": "焊接", "level": "provincial", "place": "2",
        "awarded_on": "2024-09-01",
      ], people: ["person": .new(0)])
    let contests = ["春季练兵", "秋季练兵"].enumerated().map { place, title in
      EnterEvidence.Row(
        studio: first, kind: "contests", cells: ["title": title, "held_on": "2024-0\(3 + 6 * place)-01"], people: [:])
    }
    let receipt = try await ask(
      EnterEvidence(
        persons: [.init(studio: first, values: winner.commitment)], rows: [award] + contests), as: "clerk", [winner])
    let items = receipt.entries.dropFirst().map { ID<EvidenceItem>($0) }
    try await ask(VerifyEvidence(items: Array(items.prefix(2))), as: "approver")
    try await ask(RejectEvidence(item: items[2], reason: "无签到表"), as: "department")
  }

  func openRound() async throws {
    try await ask(
      OpenRound(period: #require(Period("2024-01-01..2024-12-31")), rules: rules, adoption: adoption), as: "clerk")
    try await ask(
      AppointPanel(
        round: round(), judges: [account("J1"), account("J2"), account("J3")], alternates: [account("J4")], reason: nil),
      as: "clerk")
    try await ask(
      Recuse(round: round(), judge: account("J2"), studio: studio("SC004"), relation: .kin, reason: ""), as: "J2")
  }

  /// J1 is recused from SC002, where the unit is the same, and J2 from SC004: 17, 13, 17 and 5 points.
  private func mark() async throws {
    try await enter(["SC001": Self.high, "SC003": Self.high, "SC004": Self.low], as: "J1")
    try await enter(["SC001": Self.high, "SC002": Self.middle, "SC003": Self.high], as: "J2")
    try await enter(
      ["SC001": Self.high, "SC002": Self.middle, "SC003": Self.high, "SC004": Self.low], as: "J3", by: "clerk")
  }

  /// A sheet goes back to J1; J4 takes the seat of J2.
  private func replaceJudge() async throws {
    let (round, name) = (try await round(), SheetName(studio: try await studio("SC001"), rubric: "workshop-order"))
    let sheet = Decision.returnSheet(round: round, judge: try await account("J1"), sheet: name)
    let refused = try await ask(Propose(sheet, reason: "评委笔误"), as: "clerk")
    try await ask(SendBack(ID(refused.entries.lowerBound), reason: "理由不详"), as: "approver")
    try await decide(sheet, "评委把整洁记到了安全", approvers: ["approver"])
    try await enter(["SC001": Self.high], rubrics: ["workshop-order"], as: "J1")
    let replacement = Decision.replaceJudge(round: round, judge: try await account("J2"), by: try await account("J4"))
    let proposed = try await ask(Propose(replacement, reason: "评委住院"), as: "clerk")
    let scan = StoredFile(Array("a scan of the signed paper".utf8))
    try await ask(
      EnterPaper(ID(proposed.entries.lowerBound), number: "小人社〔2025〕2号", date: day("2025-01-10"), scan: scan.digest),
      as: "clerk", files: [scan])
    try await ask(CheckPaper(ID(proposed.entries.lowerBound)), as: "org-clerk")
    try await enter(
      ["SC001": Self.high, "SC002": Self.middle, "SC003": Self.high, "SC004": Self.low], as: "J4")
  }

  /// Two studios are tied for the one place; the panel votes for SC001.
  private func close(reason: String? = nil) async throws {
    try await ask(CloseRound(round: round(), reason: reason), as: "clerk")
    for (judge, choice) in [("J1", "SC001"), ("J3", "SC003"), ("J4", "SC001")] {
      try await ask(CastVote(round: round(), choice: [studio(choice)]), as: judge)
    }
    try await ask(CountVote(round: round()), as: "clerk")
    try await ask(PublishRound(round: round(), address: "县政府网站公示栏"), as: "clerk")
  }

  /// An objection is upheld, and the round is closed anew: SC002 gets half a point more.
  private func object() async throws {
    try clock.set("2025-01-11")
    let objector = sealed("异议人")
    let raised = try await ask(
      RaiseObjection(round: round(), studio: studio("SC002"), by: .new(objector.commitment, nil), text: "安全分有误"),
      as: "clerk", [objector])
    try await ask(
      AnswerObjection(objection: ID(raised.entries.upperBound), isUpheld: true, text: "属实，更正"), as: "approver")
    for judge in ["J3", "J4"] {
      let name = SheetName(studio: try await studio("SC002"), rubric: "workshop-order")
      let sheet = Decision.returnSheet(round: try await round(), judge: try await account(judge), sheet: name)
      try await decide(sheet, "异议属实", approvers: ["approver"])
      try await enter(["SC002": [250, 200, 800, 100]], rubrics: ["workshop-order"], as: judge)
    }
    try await close(reason: "异议属实")
  }

  private func confirm() async throws {
    try clock.set("2025-01-20")
    try await decide(.confirmRound(round()), "公示期满", approvers: ["approver"])
    try clock.set("2025-01-22")
    try await ask(ServeRectification(studio: studio("SC004"), receipt: "送达回证第7号"), as: "clerk", on: "2025-01-20")
  }

  private func assessAgain() async throws {
    try clock.set("2025-08-01")
    try await ask(OpenSecondAssessment(studios: [studio("SC004")]), as: "clerk")
    try await ask(
      AppointPanel(
        round: round(), judges: [account("J1"), account("J3"), account("J4")], alternates: [], reason: nil),
      as: "clerk")
    for judge in ["J1", "J3", "J4"] { try await enter(["SC004": Self.low], as: judge) }
    try await ask(CloseRound(round: round()), as: "clerk")
    try await ask(PublishRound(round: round(), address: "县政府网站公示栏"), as: "clerk")
    try clock.set("2025-08-10")
    try await decide(.confirmRound(round()), "公示期满", approvers: ["approver"])
  }

  private func cancelTitle() async throws {
    let opened = try await ask(
      OpenCancellation(studio: studio("SC004"), ground: "failed-again", facts: "复评不合格"), as: "clerk")
    let id = ID<CancellationCase>(opened.entries.lowerBound)
    let proof = StoredFile(Array("复评结果".utf8))
    try await ask(AddExhibit(id, title: "复评结果", digest: proof.digest), as: "clerk", files: [proof])
    try await ask(InviteStatement(id, receipt: "送达回证第8号"), as: "clerk")
    try await ask(RecordStatement(id, text: "请求宽限"), as: "clerk")
    try await decide(.cancelTitle(studio("SC004")), "复评不合格", approvers: ["org-approver", "approver"])
    try await ask(ServeCancellation(id, number: "小县人社〔2025〕9号", receipt: "送达回证第9号"), as: "clerk")
  }
}

extension County {
  /// A round that was opened too early in the talks, and given up again.
  fileprivate func openByMistake() async throws {
    try clock.set("2026-01-05")
    try await ask(
      OpenRound(period: #require(Period("2025-01-01..2025-12-31")), rules: rules, adoption: adoption), as: "clerk")
    try await decide(.abandonRound(round()), "规则文本选错", approvers: ["approver"])
  }
}

// MARK: - What chapters are made of

extension County {
  /// W1, W2, C1, C2 in hundredths: 17, 13 and 5 points.
  static let high = [400, 300, 850, 150]
  static let middle = [250, 150, 800, 100]
  static let low = [100, 100, 250, 50]

  var adoption: Adoption { get throws { Adoption(document: "小县〔2023〕9号", on: try day("2023-12-20")) } }

  func open(_ login: String, _ role: Role, _ name: String, unit: String? = nil) async throws {
    let person = sealed(name)
    let employment = unit.map { Employment(unit: $0, until: nil) }
    try await ask(
      OpenAccount(login: login, role: role, holder: .new(person.commitment, employment)), as: "approver", [person])
  }

  /// Enters and signs a judge's sheets.
  func enter(
    _ marks: [String: [Int]], rubrics: [String] = ["workshop-order", "competition-results"], as judge: String,
    by clerk: String? = nil
  ) async throws {
    var sheets: [SheetMarks] = []
    for (code, hundredths) in marks.sorted(by: { $0.key < $1.key }) {
      let points = hundredths.map { Points(hundredths: $0) }
      let parts = [
        "workshop-order": ["W1": points[0], "W2": points[1]],
        "competition-results": ["C1": points[2], "C2": points[3]],
      ]
      for rubric in rubrics {
        let reasons = rubric == "competition-results" && code == "SC001" ? ["C1": "省赛名次已核"] : nil
        sheets.append(
          SheetMarks(studio: try await studio(code), rubric: rubric, marks: parts[rubric] ?? [:], reasons: reasons))
      }
    }
    try await ask(EnterSheets(round: round(), judge: account(judge), sheets: sheets), as: clerk ?? judge)
    try await ask(SignSheets(round: round(), sheets: []), as: judge)
  }

  func decide(_ decision: Decision, _ reason: String, approvers: [String]) async throws {
    let proposed = try await ask(Propose(decision, reason: reason), as: "clerk")
    for approver in approvers { try await ask(Approve(ID(proposed.entries.lowerBound)), as: approver) }
  }
}
