import Journal
import Scoring
import StudioRegistry

extension Story {
  /// The story up to the middle of its second round: some judges have signed, others have not begun, something waits for approval.
  @discardableResult
  func tellUntilMarking() async throws -> ID<Round> {
    try await openAccounts()
    try await takeOverStudios()
    let first = try await firstRound()
    try await payAwards(of: first, on: "2024-02-19")
    try await consequences(of: first)
    try await applications()
    try await care()
    try await experts()
    let round = try await openSecondRound()
    try await publishApplication()
    try await markSecondRound(round, by: ["J1", "J2", "J3"])
    try await openOthers(contact: "yy001", of: "YY001")
    try await handIn(by: "yy001", for: "YY001")
    let sheet = SheetName(studio: try await desk.studio("YY005").id, rubric: "competition-results")
    let judge = try await desk.account("J3").id
    try await ask(
      "clerk", "2026-01-23", Propose(.returnSheet(round: round, judge: judge, sheet: sheet), reason: "评委发现抄写错误"))
    return round
  }

  /// Accounts that only the site needs: a studio's contact (Art. 12(3)) and the department in charge of its unit (Art. 11).
  private func openOthers(contact login: String, of code: String) async throws {
    let studio = try await desk.studio(code)
    let accounts: [(String, Role, String, String, ID<Studio>?)] = [
      (login, .contact, "韩梅", studio.unit, studio.id), ("industry", .department, "秦国华", "云阳县经济和信息化委员会", nil),
    ]
    for (login, role, name, unit, studio) in accounts {
      let person = desk.seal(PersonValues(name: name))
      let holder = OpenAccount.Holder.new(person.commitment, Employment(unit: unit, until: nil))
      try await ask(
        "approver", "2026-01-23", OpenAccount(login: login, role: role, holder: holder, studio: studio),
        persons: [person])
    }
  }

  /// An application that the experts recommend, on public notice for five working days (Art. 8(2)).
  func publishApplication(
    unit: String = "渝东模具有限公司", occupation: String = "模具工", expert name: String = "冉光荣"
  ) async throws {
    let terms = try await desk.read { try $0.life().applications }
    guard let kind = terms.kinds.first?.id, let field = terms.fields.first?.id else { return }
    let expert = desk.seal(PersonValues(name: name, birthMonth: "1976-03"))
    let row = ReceiveApplications.Row(
      unit: unit, applicant: kind, field: field, expert: .new(expert.commitment, nil), occupation: occupation)
    let received = try await ask("clerk", "2026-01-14", ReceiveApplications(rows: [row]), persons: [expert])
    let id = ID<Application>(received.entries.upperBound)
    try await prepare(id, on: "2026-01-16")
    try await ask("clerk", "2026-01-20", ReviewApplication(id, minutes: "专家评审纪要〔2026〕1号", .recommended))
    let screenshot = StoredFile(Array("申报评审公示截图".utf8))
    try await ask(
      "clerk", "2026-01-21",
      PublishApplications([id], address: "https://www.yunyang.example/notice/2026-0", screenshot: screenshot.digest),
      files: [screenshot])
  }

  /// What a contact hands in: a plan that is still a draft, a row that waits, and one that was rejected with the reason.
  private func handIn(by login: String, for code: String) async throws {
    let studio = try await desk.studio(code).id
    let items = [
      PlannedItem(title: "完成两项技术攻关", weight: 60), PlannedItem(title: "培养技师两名", weight: 40),
    ]
    try await ask(login, "2026-01-23", DraftPlan(studio: studio, year: 2026, items: items))
    let rows = [("技能下乡交流", "2026-01-08"), ("职业院校技能展示", "2026-01-15")].map { title, day in
      EnterEvidence.Row(studio: studio, kind: "exchanges", cells: ["title": title, "held_on": day], people: [:])
    }
    let entered = try await ask(login, "2026-01-23", EnterEvidence(persons: [], rows: rows))
    try await ask(
      "clerk", "2026-01-23", RejectEvidence(.row(ID(entered.entries.lowerBound)), reason: "缺少活动通知和照片"))
  }
}
