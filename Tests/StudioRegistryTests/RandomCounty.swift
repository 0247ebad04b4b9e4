import Scoring
import StudioRegistry
import TestSupport

/// Yunyang's office over many years, in which anybody asks for anything of any part of the law, in an order that only the
/// seed knows; what would bring something on its way is asked for more often.
struct RandomCounty {
  /// A command, and who asks for it.
  typealias Asked = (command: any Command, login: String)

  private(set) var desk: Desk
  private(set) var taken = 0
  private(set) var refused: Set<String> = []
  private var random: SeededGenerator

  init(seed: UInt64) throws {
    desk = try Desk(
      studios: ["2022-06-01", "2022-06-01", "2023-03-01", "2024-11-01"], judges: 7, on: "2026-01-05")
    random = SeededGenerator(seed)
    for login in ["clerk", "org-clerk"] { try desk.ask(GrantClearance(account: desk.account(login)), as: "approver") }
  }

  /// What was asked for at random, and whether it was taken.
  @discardableResult
  mutating func step() -> (asked: any Command, isTaken: Bool) {
    if chance(12) { desk.today = desk.today.adding(days: int(1...20)) }
    var asked = next()
    // Anybody may ask on a day of the past, or without the right to.
    if chance(3) { asked.login = pick(Self.logins) }
    let on = chance(3) ? pick(desk.journal).record.on : nil
    do throws(Refusal) {
      try desk.ask(asked.command, as: asked.login, on: on)
      taken += 1
      return (asked.command, true)
    } catch {
      refused.insert(String(describing: error))
      return (asked.command, false)
    }
  }

  private static let logins = [
    "clerk", "clerk-2", "approver", "approver-2", "org-clerk", "org-approver", "department", "supervisor", "contact",
    "J1",
  ]

  private mutating func next() -> Asked {
    if let proposal = desk.register.pending.first, chance(45) { return settling(proposal) }
    switch int(0..<100) {
    case 0..<24: return applying()
    case 24..<30: return expertise()
    case 30..<42: return proceeding()
    case 42..<58: return assessing()
    case 58..<66: return paying()
    case 66..<76: return planning()
    case 76..<84: return training()
    case 84..<91: return caring()
    case 91..<94: return recommending()
    case 94..<96: return certifying()
    case 96..<98: return holding()
    default: return deciding()
    }
  }

  private mutating func settling(_ proposal: Proposal) -> Asked {
    if chance(6) { return (SendBack(proposal.id, reason: "缓议"), "approver") }
    if chance(4) {
      return proposal.paper == nil
        ? (EnterPaper(proposal.id, number: "3号", date: desk.today, scan: Desk.scan), "clerk")
        : (CheckPaper(proposal.id), "org-clerk")
    }
    return (Approve(proposal.id), proposal.waitsFor.last == .organisationApprover ? "org-approver" : "approver")
  }

  /// A decision about a studio, whether it makes sense or not.
  private mutating func deciding() -> Asked {
    let studio = studio()
    let decisions: [Decision] = [
      .suspend(studio), .resume(studio), .end(studio), .restore(studio), .cancelTitle(studio),
      .countBranch("单位\(int(20...25))", enterprise: "集团"),
      .confirmRound(pick(desk.register.roundsInOrder.map(\.id), or: ID(1))),
    ]
    return (Propose(pick(decisions), reason: "依据会议纪要"), "clerk")
  }
}

// MARK: - Chance

extension RandomCounty {
  mutating func int(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { int(0..<100) < percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[int(values.indices)] }
  mutating func pick<Value>(_ values: [Value], or other: Value) -> Value { values.isEmpty ? other : pick(values) }
  mutating func studio() -> ID<Studio> { pick(desk.register.studios.keys.sorted(), or: ID(1)) }
  mutating func person() -> ID<Person> { pick(desk.register.persons.keys.sorted(), or: ID(1)) }
  mutating func newPerson() -> OpenAccount.Holder { .new(desk.commitment(), nil) }
  mutating func wait(until day: Day) { if day < "2048-01-01" { desk.today = max(desk.today, day) } }
}
