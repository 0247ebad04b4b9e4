import Scoring
import StudioRegistry
import TestSupport

/// A small county's office in which anybody asks for anything, in an order that only the seed knows.
struct RandomOffice {
  private(set) var desk: Desk
  private(set) var taken = 0
  private(set) var refused: Set<String> = []
  private var random: SeededGenerator

  init(seed: UInt64) throws {
    desk = try Desk(
      Repository.smallCounty, studios: ["2024-02-01", "2024-02-01", "2024-02-01", "2024-02-01"], judges: 6,
      on: "2024-02-01", withLife: true)
    desk.today = "2025-01-02"
    random = SeededGenerator(seed)
  }

  /// Asks for something at random; gives whether it was taken.
  mutating func step() -> Bool {
    if chance(15) { desk.today = desk.today.adding(days: Int.random(in: 1...60, using: &random)) }
    let (command, login) = chance(60) ? next() : anything()
    do throws(Refusal) {
      try desk.ask(command, as: login)
      taken += 1
      return true
    } catch {
      refused.insert(String(String(describing: error).prefix { $0 != "(" }))
      return false
    }
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
    values.randomElement(using: &random) ?? other
  }

  private mutating func judge() -> String { pick((1...6).map { "J\($0)" }, or: "J1") }
  private mutating func studio() -> ID<Studio> { pick(desk.register.studios.keys.sorted(), or: ID(1)) }
  private mutating func round() -> ID<Round> { pick(desk.register.roundsInOrder.map(\.id), or: ID(1)) }

  /// What would bring the latest round on its way, as its stage asks for.
  private mutating func next() -> (any Command, String) {
    if let proposal = desk.register.pending.first, chance(70) {
      let approver = proposal.waitsFor.first == .organisationApprover ? "org-approver" : "approver"
      return (Approve(proposal.id), approver)
    }
    let open = desk.register.roundsInOrder.filter { $0.confirmed == nil && $0.abandoned == nil }
    guard let round = open.randomElement(using: &random) else { return consequence() }
    switch round.stage {
    case .marking: return marking(round)
    case .closed:
      guard let result = round.result, result.isUndecided else {
        return (PublishRound(round: round.id, address: "网站"), "clerk")
      }
      if chance(30) { return (CountVote(round: round.id), "clerk") }
      return (
        CastVote(round: round.id, choice: Array(result.tied.shuffled(using: &random).prefix(result.placesByVote))),
        judge()
      )
    case .published:
      if chance(15) { return (RaiseObjection(round: round.id, studio: studio(), by: nil, text: "异议"), "clerk") }
      if let objection = round.objections.values.filter({ $0.answer == nil }).map(\.id).min() {
        return (AnswerObjection(objection: objection, isUpheld: chance(50), text: "答复"), "approver")
      }
      if round.hasNewlyUpheld { return (CloseRound(round: round.id, reason: "异议成立"), "clerk") }
      return (Propose(.confirmRound(round.id), reason: "公示期满"), "clerk")
    case .confirmed, .abandoned: return consequence()
    }
  }

  private mutating func marking(_ round: Round) -> (any Command, String) {
    guard !round.marking.panel.isEmpty else {
      return (desk.panel(round.id, ["J1", "J2", "J3"], ["J4", "J5"]), "clerk")
    }
    guard let key = round.unsigned.randomElement(using: &random) else {
      return (CloseRound(round: round.id, reason: "收齐"), "clerk")
    }
    let login = desk.register.login(of: key.judge)
    if round.marking.sheets[key] != nil || chance(20) { return (SignSheets(round: round.id, sheets: []), login) }
    return (EnterSheets(round: round.id, judge: key.judge, sheets: sheets(key.studio)), login)
  }

  /// A judge's sheets for a studio, good, bad or middling as a whole, so that all grades and ties come up.
  private mutating func sheets(_ studio: ID<Studio>) -> [SheetMarks] {
    let share = pick([4, 8, 11, 16, 20], or: 8)
    return desk.rules.rubrics.map { rubric in
      let marks = rubric.criteria.map { ($0.id, Points(hundredths: $0.maximum.hundredths * share / 20)) }
      return SheetMarks(studio: studio, rubric: rubric.id, marks: Dictionary(uniqueKeysWithValues: marks))
    }
  }

  private mutating func consequence() -> (any Command, String) {
    let failed = desk.register.rectifications.filter {
      $0.outcome == .failed && desk.register.studios[$0.studio]?.standing != .cancelled
    }
    if let lost = failed.randomElement(using: &random) { return cancelling(lost.studio) }
    let waiting = desk.register.rectifications.filter { $0.outcome == nil && $0.second == nil }
    if let waiting = waiting.randomElement(using: &random), chance(80) {
      if waiting.served == nil { return (ServeRectification(studio: waiting.studio, receipt: "回证"), "clerk") }
      desk.today = max(desk.today, (waiting.until ?? desk.today).adding(days: 1))
      return (OpenSecondAssessment(studios: [waiting.studio]), "clerk")
    }
    let last = desk.register.roundsInOrder.map(\.period.years.upperBound).max() ?? 2023
    return open(last + 1)
  }

  /// The next step of proceedings against a studio that failed twice.
  private mutating func cancelling(_ studio: ID<Studio>) -> (any Command, String) {
    guard let found = desk.register.openCase(against: studio) else {
      return (OpenCancellation(studio: studio, ground: "failed-again", facts: "复评不合格"), "clerk")
    }
    if found.decided != nil { return (ServeCancellation(found.id, number: "9号", receipt: "回证"), "clerk") }
    if found.exhibits.isEmpty { return (AddExhibit(found.id, title: "复评结果", digest: zeros), "clerk") }
    if found.invitation == nil { return (InviteStatement(found.id, receipt: "回证"), "clerk") }
    if found.statement == nil { return (RecordStatement(found.id, text: chance(50) ? "请求宽限" : nil), "clerk") }
    return (Propose(.cancelTitle(studio), reason: "整改不合格"), "clerk")
  }

  private var zeros: String { String(repeating: "0", count: 64) }

  private mutating func open(_ year: Int) -> (any Command, String) {
    desk.today = max(desk.today, Day(year: year + 1, month: 1, day: 3) ?? desk.today)
    guard let command = try? Desk.opening(year...year, desk.rules) else { return (CountVote(round: ID(1)), "clerk") }
    return (command, "clerk")
  }

  /// Anything, by anybody, whether it makes sense or not.
  private mutating func anything() -> (any Command, String) {
    let (round, studio, first, second) = (round(), studio(), judge(), judge())
    let login = pick(
      ["clerk", "clerk-2", "approver", "approver-2", "org-clerk", "org-approver", "department", "contact", first],
      or: "clerk")
    let name = SheetName(studio: studio, rubric: pick(desk.rules.rubrics.map(\.id), or: ""))
    let items = desk.register.evidence.keys.sorted()
    let proposal = pick(desk.register.proposals.keys.sorted(), or: ID(1))
    let row = EnterEvidence.Row(
      studio: studio, kind: "contests",
      cells: ["title": "练兵", "held_on": "2025-03-0\(Int.random(in: 1...9, using: &random))"],
      people: [:])
    let commands: [any Command] = [
      EnterEvidence(persons: [], rows: [row]), VerifyEvidence(items: [pick(items, or: ID(1))]),
      RejectEvidence(item: pick(items, or: ID(1)), reason: "重复"),
      Recuse(round: round, judge: desk.account(first), studio: studio, relation: .kin, reason: ""),
      EnterSheets(round: round, judge: desk.account(first), sheets: sheets(studio)),
      SignSheets(round: round, sheets: []),
      CloseRound(round: round, reason: "更正", incomplete: "缺席"), CountVote(round: round),
      Propose(.returnSheet(round: round, judge: desk.account(first), sheet: name), reason: "笔误"),
      Propose(.replaceJudge(round: round, judge: desk.account(first), by: desk.account(second)), reason: "因病"),
      Propose(.confirmRound(round), reason: "公示期满"), Propose(.cancelTitle(studio), reason: "整改不合格"),
      Approve(proposal), SendBack(proposal, reason: "缓议"), CheckPaper(proposal),
      EnterPaper(proposal, number: "3号", date: desk.today, scan: zeros),
      RaiseObjection(round: round, studio: nil, by: nil, text: "异议"),
      ServeRectification(studio: studio, receipt: "回证"), OpenSecondAssessment(studios: [studio]),
      PublishRound(round: round, address: "网站"), desk.panel(round, [first, second, "J6"], reason: nil),
    ]
    return (pick(commands, or: CountVote(round: round)), login)
  }
}
