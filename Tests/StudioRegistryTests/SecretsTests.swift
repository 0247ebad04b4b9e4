import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 17: secrets are never entered; what stands for them is a token and certified points")
struct SecretsTests {
  static let rubric = "technical-breakthroughs"

  /// A desk with a round being marked, and two cleared clerks.
  private static func marking() throws -> (Desk, ID<Round>) {
    var desk = try Desk()
    for login in ["clerk", "clerk-2"] { try desk.ask(GrantClearance(account: desk.account(login)), as: "approver") }
    let round = try desk.openWithPanel()
    return (desk, round)
  }

  private func certify(
    _ desk: Desk, _ round: ID<Round>, _ code: String = "YY001", rubric: String = rubric, points: Points = 1.25,
    reason: String = "certified-off-system", token: String? = nil
  ) -> CertifyPoints {
    CertifyPoints(
      round: round, studio: desk.studio(code), rubric: rubric, points: points, reason: reason, token: token)
  }

  /// Enters points as one cleared clerk and approves them as the other.
  private func add(_ desk: inout Desk, _ command: CertifyPoints) throws {
    try desk.ask(command, as: "clerk")
    try desk.ask(ApprovePoints(ID(desk.register.sequence)), as: "clerk-2")
  }

  private func last(_ desk: Desk) -> ID<CertifiedPoints> { ID(desk.register.sequence) }

  @Test("Art. 17: only cleared staff of the two departments enter certified points, from the day of clearance on")
  func clearance() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    let command = certify(desk, round)
    #expect(desk.refusal(of: command, as: "clerk") == .secret(.notCleared("clerk", on: desk.today)))
    #expect(
      desk.refusal(of: GrantClearance(account: desk.account("J1")), as: "approver") == .secret(.notStaff("J1")))
    #expect(
      desk.refusal(of: GrantClearance(account: desk.account("contact")), as: "approver")
        == .secret(.notStaff("contact")))
    #expect(
      desk.refusal(of: GrantClearance(account: desk.account("approver")), as: "approver") == .secret(.ownClearance))
    let cleared = desk.today.adding(days: 10)
    try desk.ask(GrantClearance(account: desk.account("clerk")), as: "approver", on: cleared)
    #expect(
      desk.refusal(of: GrantClearance(account: desk.account("clerk")), as: "approver")
        == .secret(.clearedAlready("clerk")))
    let before = cleared.adding(days: -1)
    #expect(
      desk.refusal(of: command, as: "clerk", on: before, entered: cleared)
        == .secret(.notCleared("clerk", on: before)))
    #expect(desk.refusal(of: command, as: "clerk") == nil)
    try desk.ask(WithdrawClearance(account: desk.account("clerk")), as: "approver")
    #expect(desk.refusal(of: command, as: "clerk") == .secret(.notCleared("clerk", on: desk.today)))
  }

  @Test("Art. 17: a deputy needs a clearance of their own, whoever the principal is")
  func deputies() throws {
    var (desk, round) = try Self.marking()
    try desk.open("clerk-3", .bureauClerk)
    try desk.ask(
      AppointDeputy(
        for: desk.account("clerk"), deputy: desk.account("clerk-3"), from: "2024-01-01", until: "2029-12-31"),
      as: "approver")
    #expect(
      desk.refusal(of: certify(desk, round), as: "clerk-3", for: "clerk")
        == .secret(.notCleared("clerk-3", on: desk.today)))
  }

  @Test("two cleared persons: nobody approves what they, or whom they act for, entered")
  func twoPersons() throws {
    var (desk, round) = try Self.marking()
    try desk.ask(certify(desk, round), as: "clerk")
    let points = last(desk)
    #expect(desk.refusal(of: ApprovePoints(points), as: "clerk") == .secret(.ownAdjustment(points)))
    #expect(
      desk.refusal(of: ApprovePoints(points), as: "approver-2")
        == .secret(.notCleared("approver-2", on: desk.today)))
    #expect(
      desk.register.due(until: "2029-01-01", on: desk.today).map(\.task)
        .contains(.approvePoints(points, studio: desk.studio("YY001"))))
    try desk.ask(ApprovePoints(points), as: "clerk-2")
    #expect(desk.refusal(of: ApprovePoints(points), as: "clerk-2") == .secret(.adjustmentSettled(points)))
  }

  @Test("a token says nothing, counts once, and is issued by the register where none is given")
  func tokens() throws {
    var (desk, round) = try Self.marking()
    for token in ["", "歼击机", "jet engine", String(repeating: "a", count: 41)] {
      #expect(desk.refusal(of: certify(desk, round, token: token), as: "clerk") == .secret(.badToken(token)))
    }
    #expect(desk.refusal(of: certify(desk, round, token: "13812345678"), as: "clerk") == .mobileNumber)
    try desk.ask(certify(desk, round, token: "T-7"), as: "clerk")
    let first = last(desk)
    #expect(
      desk.refusal(of: certify(desk, round, "YY002", token: "t-7"), as: "clerk") == .secret(.tokenUsed("t-7", first)))
    try desk.ask(certify(desk, round, "YY002"), as: "clerk")
    #expect(desk.register.certified[last(desk)]?.adjustment.token == "2")
    try desk.ask(WithdrawPoints(first), as: "clerk")
    #expect(desk.refusal(of: certify(desk, round, "YY002", token: "T-7"), as: "clerk") == nil)
  }

  @Test("the reason is one of the neutral ones, the points lie between 0 and the rubric's maximum")
  func limits() throws {
    let (desk, round) = try Self.marking()
    let maximum = try #require(desk.rules.rubrics.first { $0.id == Self.rubric }?.maximum)
    let known = try #require(desk.rules.life?.secrets.reasons.map { Refusal.Choice($0.id, $0.title) })
    #expect(
      desk.refusal(of: certify(desk, round, reason: "解决了导弹问题"), as: "clerk")
        == .secret(.unknownReason("解决了导弹问题", known: known)))
    for points in [Points(hundredths: -1), maximum + 0.01] {
      #expect(
        desk.refusal(of: certify(desk, round, points: points), as: "clerk")
          == .secret(.badPoints(points, maximum: maximum, rubric: Self.rubric)))
    }
    #expect(desk.refusal(of: certify(desk, round, points: maximum), as: "clerk") == nil)
    #expect(desk.refusal(of: certify(desk, round, points: 0), as: "clerk") == nil)
    #expect(desk.refusal(of: certify(desk, round, rubric: "none", points: 1), as: "clerk") == .unknownRubric("none"))
  }

  @Test("rules without life/ know no neutral reasons")
  func noLife() throws {
    var (desk, _) = try Self.marking()
    var rules = desk.rules
    rules.life = nil
    let round = try desk.ask(try Desk.opening(2022...2023, rules), as: "clerk", on: "2026-01-06")
    #expect(round.count == 1)
    #expect(desk.refusal(of: certify(desk, ID(desk.register.sequence)), as: "clerk") == .rules(.noLife))
  }

  @Test("points count when the round is closed, are stored with it, and come out the same from the journal")
  func counted() throws {
    var (desk, round) = try Self.marking()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 74.50) }
    try add(&desk, certify(desk, round, points: 0.50, token: "T-1"))
    try desk.ask(CloseRound(round: round), as: "clerk")
    let result = try #require(try desk.round(round).result)
    let settled = try #require(result[desk.studio("YY001")])
    // All seven judges gave 40.00 (the maximum) for the first rubric, so nothing can be added: 74.50 stays.
    let maximum = try #require(desk.rules.rubrics.first?.maximum)
    #expect(settled.rubrics[0].panels[0].exact == Exact(maximum).description)
    #expect(settled.score == 74.50)
    #expect(settled.rubrics[0].isCapped == true)
    #expect(
      settled.rubrics[0].adjustments == [
        Adjustment(token: "T-1", points: 0.50, reason: "certified-off-system")
      ])
    #expect(result[desk.studio("YY002")]?.rubrics[0].adjustments == nil)
    let closed = desk.journal.filter { $0.event is StudioSettled || $0.event is RoundClosed }.map(\.event)
    #expect(closed.count == 4)
  }

  @Test("74.50 and 0.50 certified in a rubric with room make 75.00: qualified (Art. 13)")
  func passes() throws {
    var (desk, round) = try Self.marking()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 74.50) }
    let last = try #require(desk.rules.rubrics.last?.id)
    try add(&desk, certify(desk, round, rubric: last, points: 0.50))
    let before = desk.register
    try desk.ask(CloseRound(round: round), as: "clerk")
    let result = try #require(try desk.round(round).result)
    #expect(result[desk.studio("YY001")]?.score == 75)
    #expect(result[desk.studio("YY001")]?.grade == .qualified)
    #expect(result[desk.studio("YY002")]?.grade == .unqualified)
    #expect(result[desk.studio("YY001")]?.rank == 1)
    // Closing again from the register before gives the same events, and without the points others.
    let again = try before.recomputed(round, reason: nil)
    #expect(again.compactMap { $0 as? StudioSettled } == result.studios)
  }

  @Test("while points wait for their second person the round is not closed")
  func open() throws {
    var (desk, round) = try Self.marking()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
    try desk.ask(certify(desk, round), as: "clerk")
    let points = last(desk)
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == .secret(.adjustmentOpen(points)))
    try desk.ask(WithdrawPoints(points), as: "clerk")
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == nil)
    try add(&desk, certify(desk, round))
    try desk.ask(WithdrawPoints(last(desk, before: 1)), as: "clerk-2")
    let withdrawing = last(desk, before: 2)
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == .secret(.adjustmentOpen(withdrawing)))
    #expect(desk.refusal(of: ApprovePoints(withdrawing), as: "clerk-2") == .secret(.ownAdjustment(withdrawing)))
    try desk.ask(ApprovePoints(withdrawing), as: "clerk")
    #expect(desk.register.certified[withdrawing]?.state == .withdrawn)
    #expect(try desk.round(round).marking.adjustments.isEmpty)
  }

  private func last(_ desk: Desk, before entries: Int) -> ID<CertifiedPoints> { ID(desk.register.sequence - entries) }

  @Test(
    "after closing nothing is entered; after an upheld objection for that studio alone, and the round is closed anew")
  func afterClosing() throws {
    var (desk, round) = try Self.marking()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
    try desk.ask(CloseRound(round: round), as: "clerk")
    #expect(desk.refusal(of: certify(desk, round), as: "clerk") == .notMarking(round, .closed))
    try desk.ask(PublishRound(round: round, address: "云阳县人民政府网"), as: "clerk")
    #expect(desk.refusal(of: certify(desk, round), as: "clerk") == .publishedStands(round))
    try desk.ask(
      RaiseObjection(round: round, studio: desk.studio("YY001"), by: nil, text: "涉密成果未计"), as: "clerk")
    try desk.ask(AnswerObjection(objection: desk.objection, isUpheld: true, text: "属实"), as: "approver")
    #expect(desk.refusal(of: certify(desk, round, "YY002"), as: "clerk") == .publishedStands(round))
    let last = try #require(desk.rules.rubrics.last?.id)
    try add(&desk, certify(desk, round, rubric: last, points: 1.25))
    #expect(try desk.round(round).isReopened)
    try desk.ask(CloseRound(round: round, reason: "异议成立"), as: "clerk")
    let results = try desk.round(round).results
    #expect(results.map { $0[desk.studio("YY001")]?.score } == [80, 81.25])
    #expect(results.map { $0[desk.studio("YY002")]?.score } == [80, 80])
  }

  @Test("setting a sheet aside states its effect with the certified points, cut at the maximum")
  func effects() throws {
    var (desk, round) = try Self.marking()
    try desk.markAll("YY001", in: round, 80)
    let last = try #require(desk.rules.rubrics.last)
    try add(&desk, certify(desk, round, rubric: last.id, points: 2.50))
    let panel = try #require(try desk.entered("YY001", last.id, in: round, by: "J1")).marks.values.reduce(.zero, +)
    let sheet = SheetName(studio: desk.studio("YY001"), rubric: last.id)
    try desk.carry(.returnSheet(round: round, judge: desk.account("J1"), sheet: sheet))
    let returned = try #require(desk.journal.last?.event as? SheetReturned)
    #expect(returned.effects.map(\.scoreBefore) == [panel + 2.50])
    #expect(returned.effects.map(\.scoreAfter) == [panel + 2.50])
  }

  @Test("what somebody writes into the journal by hand shows: uncleared, alone, or with other words")
  func allowed() throws {
    var (desk, round) = try Self.marking()
    try desk.ask(certify(desk, round), as: "clerk")
    let register = desk.register
    let points = last(desk)
    let approved = AdjustmentApproved(
      adjustment: points, round: round, studio: desk.studio("YY001"), persons: [desk.person("clerk-2")])
    let own = AdjustmentApproved(
      adjustment: points, round: round, studio: desk.studio("YY001"), persons: [desk.person("clerk")])
    let other = AdjustmentApproved(
      adjustment: points, round: round, studio: desk.studio("YY002"), persons: [desk.person("clerk-2")])
    func record(_ login: String) -> Record {
      Record(sequence: register.sequence + 1, on: desk.today, actor: desk.account(login))
    }
    #expect(register.allows(approved, as: record("clerk-2")))
    #expect(!register.allows(approved, as: record("approver")))
    #expect(!register.allows(own, as: record("clerk")))
    #expect(!register.allows(other, as: record("clerk-2")))
    let granted = ClearanceGranted(account: desk.account("org-clerk"))
    #expect(register.allows(granted, as: record("approver")))
    #expect(!register.allows(granted, as: record("clerk")))
    #expect(!register.allows(ClearanceGranted(account: desk.account("approver")), as: record("approver")))
    #expect(!register.allows(ClearanceGranted(account: desk.account("J1")), as: record("approver")))
  }
}
