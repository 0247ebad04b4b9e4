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
    try await markSecondRound(round, by: ["J1", "J2", "J3"])
    try await openContact(of: "YY001", login: "yy001", name: "韩梅")
    let sheet = SheetName(studio: try await desk.studio("YY005").id, rubric: "competition-results")
    let judge = try await desk.account("J3").id
    try await ask(
      "clerk", "2026-01-23", Propose(.returnSheet(round: round, judge: judge, sheet: sheet), reason: "评委发现抄写错误"))
    return round
  }

  private func openContact(of code: String, login: String, name: String) async throws {
    let studio = try await desk.studio(code)
    let person = desk.seal(PersonValues(name: name))
    let unit = Employment(unit: studio.unit, until: nil)
    try await ask(
      "approver", "2026-01-23",
      OpenAccount(login: login, role: .contact, holder: .new(person.commitment, unit), studio: studio.id),
      persons: [person])
  }
}
