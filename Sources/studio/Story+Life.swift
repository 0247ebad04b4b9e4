import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

// What happens beside the rounds: money, proceedings, applications, daily care, experts.
extension Story {
  /// Every excellent studio of a round is paid; the first payment is told.
  func payAwards(of round: ID<Round>, on day: String) async throws {
    part(.paid)
    let awards = try await desk.read { $0.awards.filter { $0.round == round } }
    for (place, award) in awards.enumerated() {
      let payment = Payment(
        studio: award.studio, grant: .award(round), fen: award.amount, document: "云财社〔\(day.prefix(4))〕\(11 + place)号")
      try await decide(
        .pay(payment), because: "考核评估优秀一次性补贴", day, by: ["approver"], isSilent: place > 0)
    }
  }

  /// Who fails again loses the title: ground, facts, proof, statement, both departments, service, remedies.
  func cancel(_ studio: ID<Studio>) async throws {
    part(.cancelled)
    let opened = try await ask(
      "clerk", "2025-03-21", OpenCancellation(studio: studio, ground: "failed-again", facts: "限期整改一年后复评仍不合格"))
    let id = ID<CancellationCase>(opened.entries.lowerBound)
    let proof = StoredFile(Array("复评结果公示截图".utf8))
    try await ask(
      "clerk", "2025-03-21", AddExhibit(id, title: "复评结果公示", digest: proof.digest), files: [proof])
    try await ask("clerk", "2025-03-21", InviteStatement(id, receipt: "陈述申辩告知书送达回证"))
    try await ask("clerk", "2025-03-26", RecordStatement(id, text: "对结果无异议，请求宽限"))
    try await decide(.cancelTitle(studio), because: "事实清楚，陈述申辩理由不成立", "2025-03-31", by: ["approver", "org"])
    try await ask(
      "clerk", "2025-04-02", ServeCancellation(id, number: "云人社发〔2025〕17号", receipt: "决定书送达回证"))
    try await ask("clerk", "2025-04-10", FileAppeal(id, remedy: "reconsideration", document: "云复受〔2025〕5号"))
    try await ask("clerk", "2025-04-11", CloseFunds(studio: studio, document: "专账清算表"))
  }

  /// Four units apply: one studio and one with an age that is waived are confirmed, two are not.
  func applications() async throws {
    part(.applications)
    let ids = try await receive()
    let promising = [ids[0], ids[2], ids[3]]
    for id in promising {
      let waives = id == ids[3] ? ["age": "竹编技艺县内独有，身体健康"] : [:]
      try await prepare(id, on: "2025-04-28", waives: waives, isTold: !waives.isEmpty)
    }
    for id in promising {
      try await ask("clerk", "2025-05-08", ReviewApplication(id, minutes: "专家评审纪要〔2025〕1号", .recommended))
    }
    try await reject(ids[1], because: "六项条件均不具备", on: "2025-05-09")
    part(.noticed)
    let notice = StoredFile(Array("公示截图".utf8))
    try await ask(
      "clerk", "2025-05-12",
      PublishApplications(
        promising, address: "https://www.yunyang.example/notice/2025-2", screenshot: notice.digest),
      files: [notice])
    let raised = try await ask(
      "clerk", "2025-05-15",
      ObjectToApplication(ids[2], by: nil, channel: "来信", text: "拟命名专家已两年不在生产一线"))
    try await ask(
      "approver", "2025-05-20",
      AnswerApplicationObjection(ID(raised.entries.upperBound), isUpheld: true, text: "经核查属实"))
    try await reject(ids[2], because: "不在生产一线直接从事技能工作", on: "2025-05-21")
    for (id, code) in [(ids[0], "YY025"), (ids[3], "YY026")] {
      try await decide(
        .confirmApplication(id, code: code), because: "公示无异议", "2025-05-22", by: ["approver", "org"])
    }
  }

  private func receive() async throws -> [ID<Application>] {
    let rows = try ApplicationRow.read(TableSource(path: "\(example)/applications.csv"))
    let terms = try await desk.read { try $0.life().applications }
    let persons = rows.map {
      desk.seal(PersonValues(name: $0.expert, birthMonth: $0.birthMonth.isEmpty ? nil : $0.birthMonth))
    }
    let asked = try zip(rows, persons).map { row, person in
      ReceiveApplications.Row(
        unit: row.unit, applicant: try desk.choice(row.kind, among: terms.kinds),
        field: try desk.choice(row.field, among: terms.fields), expert: .new(person.commitment, nil),
        occupation: row.occupation)
    }
    let received = try await ask("clerk", "2025-04-15", ReceiveApplications(rows: asked), persons: persons)
    return zip(received.entries, received.events).filter { $0.1 is ApplicationReceived }.map { ID($0.0) }
  }

  private func reject(_ id: ID<Application>, because reason: String, on day: String) async throws {
    try await decide(.rejectApplication(id), because: reason, day, by: ["approver", "org"])
  }

  /// Hands in what an application needs, and finds every condition met, undertaken, or waived.
  func prepare(
    _ id: ID<Application>, on day: String, waives: [String: String] = [:], isTold: Bool = false
  ) async throws {
    let found = try await desk.read { try $0.application(id) }
    for material in found.lacking {
      let copy = StoredFile(Array("\(material.title.zh) \(id)".utf8))
      try await ask(
        "clerk", day,
        RecordMaterial(
          id, material: material.id, scan: copy.digest, characters: material.characters.map { $0.least + 200 }),
        files: material.isPersonal ? [] : [copy], isSilent: true)
    }
    let conditions = try await desk.read { try $0.life().applications.conditions }
    let special = conditions.first(where: \.isSpecial)?.id
    let findings = conditions.filter { !$0.isSpecial || $0.id == special }.map { condition in
      let state: ConditionFinding.State =
        waives[condition.id] != nil ? .notMet : condition.proof == .undertaken ? .undertaken : .met
      let number = condition.measure.flatMap { $0.kind == .age ? nil : $0.bounds.least + 2 }
      return ConditionFinding(condition: condition.id, state: state, number: number, waiver: waives[condition.id])
    }
    try await ask("clerk", day, FindCondition(id, findings), isSilent: !isTold)
  }
}

extension Story {
  /// The new studio is set up: agreement, plaque, officers, members, subsidy, match.
  func care() async throws {
    part(.care)
    let studio = try await desk.read { $0.studio(named: "YY025") }
    guard let studio, let signed = Day("2025-05-27"), let joined = Day("2025-06-03") else { return }
    try await ask(
      "clerk", "2025-05-28", FileAgreement(studio: studio.id, number: "责任书〔2025〕1号", signed: signed))
    try await ask("clerk", "2025-05-29", GrantPlaque(studio: studio.id, number: "云技大2025-001"))
    try await ask(
      "clerk", "2025-06-03", NameOfficer(studio: studio.id, post: .head, person: .known(studio.expert)))
    try await ask("approver", "2025-06-04", ReviewOfficer(studio: studio.id, post: .head, isAccepted: true))
    let persons = ["谭志刚", "向红梅", "冉启明"].map { desk.seal(PersonValues(name: $0)) }
    let members = zip(persons, [8, 6, 3]).map { person, years in
      RecordMembers.Row(
        studio: studio.id, person: .new(person.commitment, nil), qualification: "technician", years: years,
        joined: joined)
    }
    try await ask("clerk", "2025-06-05", RecordMembers(rows: members), persons: persons)
    let subsidy = try await desk.read { try $0.amount(of: .subsidy, to: studio.id).fen }
    let payment = Payment(studio: studio.id, grant: .subsidy, fen: subsidy, document: "云财社〔2025〕21号")
    try await decide(.pay(payment), because: "立项当年一次性补助", "2025-06-10", by: ["approver"])
    try await ask(
      "clerk", "2025-06-20", RecordUnitFunds(studio: studio.id, fen: subsidy, document: "单位配套进账单"))
    let purpose = try await desk.read { try $0.life().funds.purposes.first?.id }
    let spending = RecordSpending.Row(
      studio: studio.id, fund: .subsidy, fen: 1_860_000, purpose: purpose, document: "设备采购发票")
    try await ask("clerk", "2025-06-25", RecordSpending(rows: [spending]))
  }

  /// One expert retires, and nothing follows; another is transferred, and a new one is reviewed and confirmed like the first.
  func experts() async throws {
    part(.experts)
    guard let retired = Day("2025-06-30"), let left = Day("2025-08-01") else { return }
    let (first, second) = (try await desk.studio("YY003"), try await desk.studio("YY010"))
    try await ask(
      "clerk", "2025-07-07",
      RecordUnavailable(studio: first.id, Unavailability(cause: .retirement, since: retired, canGoOn: true)))
    try await ask(
      "clerk", "2025-08-04",
      RecordUnavailable(studio: second.id, Unavailability(cause: .transfer, since: left, canGoOn: false)))
    try await decide(.suspend(second.id), because: "命名专家调离，待变更", "2025-08-05", by: ["approver"])
    let person = desk.seal(PersonValues(name: "谢光辉", birthMonth: "1979-09"))
    let terms = try await desk.read { try $0.life().applications }
    guard let kind = terms.kinds.first?.id, let field = terms.fields.first?.id else { return }
    let received = try await ask(
      "clerk", "2025-08-11",
      ReceiveApplications(rows: [
        ReceiveApplications.Row(
          purpose: .changeExpert(second.id), unit: second.unit, applicant: kind, field: field,
          expert: .new(person.commitment, nil), occupation: second.occupation)
      ]), persons: [person])
    let id = ID<Application>(received.entries.upperBound)
    try await prepare(id, on: "2025-08-12")
    try await ask("clerk", "2025-08-20", ReviewApplication(id, minutes: "专家评审纪要〔2025〕4号", .recommended))
    try await decide(
      .confirmApplication(id, code: nil), because: "符合相应条件", "2025-08-22", by: ["approver", "org"])
    try await ask("clerk", "2025-09-01", GrantPlaque(studio: second.id, number: "云技大2025-002"))
  }

  /// What the yearly check finds, and who is recommended: excellent ones first.
  func recommend() async throws {
    part(.recommended)
    let excellent = try await desk.read { try $0.candidacies(for: nil).first { $0.isExcellent } }
    guard let excellent else { return }
    try await ask(
      "clerk", "2026-03-10",
      CheckYear(studio: excellent.studio, year: 2025, expertMonths: 9, unitFunds: 3_000_000, remarks: "计划执行良好"))
    for condition in excellent.conditions {
      try await ask(
        "clerk", "2026-03-11",
        FindCandidacy(studio: excellent.studio, condition: condition.condition.id, isMet: true, note: "材料已核"))
    }
    try await ask(
      "approver", "2026-03-12",
      MakeRecommendation(studio: excellent.studio, target: excellent.target.id, document: "云人社函〔2026〕21号"))
  }
}
