import Scoring
import StudioRegistry

// Assessments, certified points and what follows (Art. 13, 17, 20).
extension RandomCounty {
  /// What would bring an open round on its way; or a consequence of an earlier one; or another round.
  mutating func assessing() -> Asked {
    let open = desk.register.roundsInOrder.filter { $0.confirmed == nil && $0.abandoned == nil }
    guard let round = open.isEmpty || chance(10) ? nil : pick(open) else { return consequence() }
    switch round.stage {
    case .marking: return marking(round)
    case .closed:
      guard let result = round.result, result.isUndecided else {
        return (PublishRound(round: round.id, address: "网站"), "clerk")
      }
      if chance(30) { return (CountVote(round: round.id, absent: "出差"), "clerk") }
      return (
        CastVote(round: round.id, choice: Array(result.tied.prefix(result.placesByVote))),
        desk.register.login(of: pick(result.marking.panel))
      )
    case .published: return published(round)
    case .confirmed, .abandoned: return consequence()
    }
  }

  private mutating func published(_ round: Round) -> Asked {
    if chance(8) { return (RaiseObjection(round: round.id, studio: pick(round.studios), by: nil, text: "异议"), "clerk") }
    if let objection = round.objections.values.filter({ $0.answer == nil }).map(\.id).min() {
      return (AnswerObjection(objection: objection, isUpheld: chance(40), text: "答复"), "approver")
    }
    if round.hasNewlyUpheld { return (CloseRound(round: round.id, reason: "异议成立"), "clerk") }
    if let notice = round.publications.last { wait(until: notice.until.adding(days: 1)) }
    return (Propose(.confirmRound(round.id), reason: "公示期满"), "clerk")
  }

  /// A small panel whose judges mark all their studios at once.
  private mutating func marking(_ round: Round) -> Asked {
    guard !round.marking.panel.isEmpty else {
      return (desk.panel(round.id, (1...5).map { "J\($0)" }, ["J6"], reason: "评委不足"), "clerk")
    }
    if chance(2) { return (Propose(.abandonRound(round.id), reason: "规则选错"), "clerk") }
    if chance(8) { return certifying() }
    let unsigned = round.unsigned
    guard !unsigned.isEmpty else { return (CloseRound(round: round.id, reason: "收齐"), "clerk") }
    let judge = pick(unsigned).judge
    let login = desk.register.login(of: judge)
    let missing = unsigned.filter { $0.judge == judge && round.marking.sheets[$0] == nil }
    guard !missing.isEmpty else { return (SignSheets(round: round.id, sheets: []), login) }
    if chance(2) {
      return (Recuse(round: round.id, judge: judge, studio: missing[0].studio, relation: .kin, reason: ""), login)
    }
    let sheets = missing.map { key in
      let rubric = round.rules.rubrics[key.rubric]
      let points = Points(hundredths: rubric.maximum.hundredths / 100 * quality(of: key.studio, in: round))
      return SheetMarks(studio: key.studio, rubric: rubric.id, marks: [rubric.id: points])
    }
    return (EnterSheets(round: round.id, judge: judge, sheets: sheets), login)
  }

  /// How good a studio is in a round, in percent: all judges agree, so that all grades come up.
  private func quality(of studio: ID<Studio>, in round: Round) -> Int {
    [50, 76, 84, 92, 96, 60, 88][(studio.sequence * 7 + round.id.sequence) % 7]
  }

  private mutating func consequence() -> Asked {
    let waiting = desk.register.rectifications.filter { $0.outcome == nil && $0.second == nil }
    if let waiting = waiting.isEmpty || chance(20) ? nil : pick(waiting) {
      guard let until = waiting.until else {
        return (ServeRectification(studio: waiting.studio, receipt: "回证"), "clerk")
      }
      wait(until: until.adding(days: 1))
      return (OpenSecondAssessment(studios: [waiting.studio]), "clerk")
    }
    let last = desk.register.roundsInOrder.filter { $0.abandoned == nil }.map(\.period.years.upperBound).max() ?? 2023
    if let day = Day(year: last + 3, month: 1, day: 5), chance(40) { wait(until: day) }
    guard let command = try? Desk.opening(last + 1...last + 2, desk.rules) else {
      return (CountVote(round: ID(1)), "clerk")
    }
    return (command, "clerk")
  }

  /// Cleared staff certify, approve and withdraw.
  mutating func certifying() -> Asked {
    if chance(10) {
      let account = desk.account(pick(["org-clerk", "clerk-2", "clerk", "J1"]))
      return chance(75)
        ? (GrantClearance(account: account), "approver") : (WithdrawClearance(account: account), "approver")
    }
    let open = desk.register.certifiedInOrder.filter(\.isOpen)
    if let found = open.first { return (ApprovePoints(found.id), chance(80) ? "org-clerk" : "clerk") }
    let approved = desk.register.certifiedInOrder.filter { $0.state == .approved }
    if let found = approved.last, chance(15) { return (WithdrawPoints(found.id), "clerk") }
    let round = pick(desk.register.roundsInOrder.filter { $0.stage == .marking }.map(\.id), or: ID(1))
    let studios = desk.register.rounds[round]?.studios ?? []
    return (
      CertifyPoints(
        round: round, studio: pick(studios, or: studio()), rubric: "technical-breakthroughs",
        points: Points(hundredths: 25 * int(1...8)), reason: "certified-off-system"), "clerk"
    )
  }
}
