import Foundation
import Journal
import Scoring
import StudioRegistry
import Testing

// A story of four studios beside their assessment: how one comes to be, and how the others change, end and come back.
//
// SC001 to SC003 were taken over; SC005 comes from an application. Days, sums and marks are chosen so that what follows from
// them can be computed by hand.
extension County {
  /// Every part of the law that `tell` says nothing of.
  func tellLife() async throws {
    try await foundBeforeLife()
    try await adoptLife()
    try await apply()
    try await tellCare()
    try await tellYear()
    try await assessWithCertifiedPoints()
    try await loseExperts()
    try await cancelWrongly()
    try await giveUp()
  }

  /// A register from before there were rules beside assessments.
  private func foundBeforeLife() async throws {
    try clock.set("2024-01-08")
    var first = rules
    first.life = nil
    let head = sealed("王主任")
    try await ask(
      Found(rules: first, adoption: adoption, login: "approver", person: head.commitment), as: nil, [head])
    let staff: [(String, Role, String)] = [
      ("clerk", .bureauClerk, "李干事"), ("org-clerk", .organisationClerk, "赵干事"),
      ("org-approver", .organisationApprover, "钱部长"), ("department", .department, "周科长"),
      ("J1", .judge, "吴评委"), ("J2", .judge, "郑评委"), ("J3", .judge, "冯评委"),
    ]
    for (login, role, name) in staff { try await open(login, role, name) }
  }

  private func adoptLife() async throws {
    try await ask(
      AdoptRules(rules: rules, adoption: Adoption(document: "小县〔2024〕2号", on: day("2024-01-08"))), as: "approver")
    try await ask(
      InterpretRules(Interpretation(article: 9, text: "分厂独立核算的，可以视为单位", document: "小人社函〔2024〕1号")),
      as: "approver")
    let rows = [("SC001", "第一机械厂", "焊工"), ("SC002", "第二机械厂", "钳工"), ("SC003", "第三机械厂", "车工")]
    let experts = ["甲", "乙", "丙"].map { sealed("专家\($0)") }
    try await ask(
      ImportStudios(
        rows: zip(rows, experts).map { row, expert in
          try .init(
            code: row.0, unit: row.1, expert: .new(expert.commitment, nil), occupation: row.2,
            confirmed: day("2022-06-01"))
        }), as: "clerk", experts)
  }
}

// MARK: - Applications (Art. 5–9)

extension County {
  private func apply() async throws {
    try clock.set("2024-01-10")
    let confirmed = try await receive(unit: "第五机械厂", occupation: "铣工", "专家戊")
    let rejected = try await receive(unit: "第五机械厂", occupation: "铣工", "专家己")
    let withdrawn = try await receive(unit: "第一机械厂二分厂", occupation: "电工", "专家庚")
    try await ask(WaiveUnitRule(rejected, reason: "两条生产线"), as: "clerk")
    try await ask(WithdrawApplication(withdrawn, reason: "专家另有安排"), as: "clerk")
    try await decide(
      .countBranch("第一机械厂二分厂", enterprise: "第一机械厂"), "独立核算", approvers: ["approver", "org-approver"])
    try await complete(confirmed)
    try await complete(rejected)
    try await review(confirmed)
    try await ask(ReviewApplication(rejected, minutes: "评审纪要2号", .notRecommended), as: "org-clerk")
    try await decide(
      .rejectApplication(rejected), "评审未通过", approvers: ["approver", "org-approver"])
    try await publish(confirmed)
    try clock.set("2024-01-23")
    try await decide(
      .confirmApplication(confirmed, code: "SC005"), "公示无异议", approvers: ["approver", "org-approver"])
  }

  func receive(
    _ purpose: Application.Purpose = .newStudio, unit: String, occupation: String, _ name: String
  ) async throws -> ID<Application> {
    let expert = sealed(name)
    return try await receive(purpose, unit: unit, occupation: occupation, .new(expert.commitment, nil), [expert])
  }

  func receive(
    _ purpose: Application.Purpose, unit: String, occupation: String, _ expert: OpenAccount.Holder,
    _ persons: [SealedPerson] = []
  ) async throws -> ID<Application> {
    let row = ReceiveApplications.Row(
      purpose: purpose, unit: unit, applicant: "enterprise", field: "advanced-manufacturing", expert: expert,
      occupation: occupation)
    return ID(try await ask(ReceiveApplications(rows: [row]), as: "clerk", persons).entries.upperBound)
  }

  /// Hands in all that is required, and finds what the conditions ask for; the age is waived.
  func complete(_ id: ID<Application>) async throws {
    let lacking = try await registrar.read { try $0.application(id).lacking }
    for material in lacking {
      let (scan, length) = (StoredFile(Array(material.id.utf8)).digest, material.characters.map { _ in 1200 })
      try await ask(RecordMaterial(id, material: material.id, scan: scan, characters: length), as: "clerk")
    }
    let met = [
      "unit-expert", "unit-system", "unit-means", "repute", "health", "key-technique", "production-line",
      "qualification", "contest",
    ]
    try await ask(
      FindCondition(
        id,
        met.map { ConditionFinding(condition: $0, state: .met) } + [
          ConditionFinding(condition: "age", state: .notMet, waiver: "身怀绝技"),
          ConditionFinding(condition: "presence", state: .undertaken, number: 7),
          ConditionFinding(condition: "team", state: .met, number: 5, note: "名册核对"),
        ]), as: "clerk")
  }

  /// Scored by three judges; the medians of the four criteria are 36, 16, 18 and 12.
  private func review(_ id: ID<Application>) async throws {
    let marks: [(String, [Int])] = [
      ("J1", [3000, 1000, 2000, 1000]), ("J2", [4000, 2000, 1800, 1200]), ("J3", [3600, 1600, 1000, 2000]),
    ]
    var sheets: [ScoredReview.Sheet] = []
    for (judge, hundredths) in marks {
      let points = zip(["F1", "F2", "F3", "F4"], hundredths.map { Points(hundredths: $0) })
      sheets.append(
        ScoredReview.Sheet(judge: try await account(judge), marks: Dictionary(uniqueKeysWithValues: points)))
    }
    try await ask(ReviewApplication(id, minutes: "评审纪要1号", .scored(sheets)), as: "org-clerk")
  }

  /// On notice for five working days from a Monday; somebody objects in time, to no avail.
  private func publish(_ id: ID<Application>) async throws {
    try clock.set("2024-01-15")
    let screenshot = StoredFile(Array("公示网页截图".utf8))
    try await ask(
      PublishApplications([id], address: "县政府网站公示栏", screenshot: screenshot.digest), as: "clerk",
      files: [screenshot])
    try clock.set("2024-01-17")
    let objector = sealed("异议人")
    let raised = try await ask(
      ObjectToApplication(id, by: .new(objector.commitment, nil), channel: "来信", text: "获奖存疑"), as: "org-clerk",
      [objector])
    try clock.set("2024-01-18")
    try await ask(
      AnswerApplicationObjection(ID(raised.entries.upperBound), isUpheld: false, text: "证书属实"), as: "approver")
  }
}

// MARK: - Daily care (Art. 11, 12, 18, 23, 24)

extension County {
  private func tellCare() async throws {
    try clock.set("2024-01-25")
    let studio = try await studio("SC005")
    let scan = StoredFile(Array("责任书".utf8))
    try await ask(
      FileAgreement(studio: studio, number: "责任书5号", signed: day("2024-01-24"), scan: scan.digest), as: "clerk",
      files: [scan])
    try await ask(GrantPlaque(studio: studio, number: "牌5"), as: "clerk")
    try await ask(LosePlaque(number: "牌5", reason: "搬迁遗失"), as: "clerk")
    try await ask(GrantPlaque(studio: studio, number: "牌6"), as: "clerk")
    try await ask(ReturnPlaque(number: "牌5"), as: "org-clerk")
    try await staff(studio)
    try clock.set("2024-03-08")
    let archived = try await ask(
      ArchiveRecords(rows: [
        .init(
          studio: studio, kind: "major-event", title: "揭牌仪式", dated: day("2024-01-26"), place: "档案柜3-12",
          digest: nil)
      ]), as: "clerk")
    try await ask(StrikeCare(.record(ID(archived.entries.lowerBound)), reason: "录入有误"), as: "clerk")
    // Ten working days from 26 January 2024 end on 8 February.
    try await ask(
      MakeReport(by: .studio, studios: [studio], kind: "major-event", content: "揭牌仪式", happened: day("2024-01-26")),
      as: "department")
    let visit = try await ask(
      MakeReport(by: .bureau, studios: [studio], kind: "inspection", content: "实地检查", happened: day("2024-03-07")),
      as: "clerk")
    try await ask(StrikeCare(.report(ID(visit.entries.lowerBound)), reason: "另行检查"), as: "clerk")
  }

  /// A head and a contact, who gives up again; a member who comes and leaves; cards.
  private func staff(_ studio: ID<Studio>) async throws {
    let expert = try #require(try await registrar.read { $0.studios[studio]?.expert })
    try await ask(NameOfficer(studio: studio, post: .head, person: .known(expert)), as: "clerk")
    try await ask(ReviewOfficer(studio: studio, post: .head, isAccepted: true), as: "approver")
    let contact = sealed("联络员戊")
    try await ask(
      NameOfficer(studio: studio, post: .contact, person: .new(contact.commitment, nil)), as: "clerk", [contact])
    try await ask(ReviewOfficer(studio: studio, post: .contact, isAccepted: true), as: "approver")
    try await ask(EndOffice(studio: studio, post: .contact), as: "clerk")
    let member = sealed("成员戊")
    let joined = try await ask(
      RecordMembers(rows: [
        .init(
          studio: studio, person: .new(member.commitment, nil), qualification: "senior-worker", years: 4,
          joined: day("2024-01-25"))
      ]), as: "clerk", [member])
    let person = ID<Person>(joined.entries.lowerBound)
    try await ask(IssueCard(studio: studio, number: "证1", person: expert), as: "clerk")
    try await ask(IssueCard(studio: studio, number: "证2", person: person), as: "clerk")
    try clock.set("2024-02-01")
    try await ask(EndMembership(studio: studio, person: person, reason: "调岗"), as: "clerk")
    try await ask(ReturnCard(number: "证2"), as: "clerk")
  }
}
