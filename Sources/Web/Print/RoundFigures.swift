import Scoring
import StudioRegistry

/// What leaders ask of a round: how many, how good, and compared with the last time.
struct RoundFigures: Sendable {
  let assessed: Int
  let qualified: Int
  let unqualified: Int
  let incomplete: Int
  let excellent: Int
  /// The final scores, from the lowest to the highest.
  let scores: [Points]

  init(_ result: RoundResult) {
    assessed = result.studios.count
    qualified = result.studios.count { $0.grade == .qualified }
    unqualified = result.studios.count { $0.grade == .unqualified }
    incomplete = result.studios.count { $0.grade == .incomplete }
    excellent = result.excellent.count
    scores = result.studios.compactMap(\.score).sorted()
  }

  /// The share of the studios with an outcome that passed, in percent; nil where none has one.
  var passRate: Points? {
    let settled = qualified + unqualified
    return settled > 0 ? PanelScore(sum: Points(hundredths: qualified * 10_000), count: settled).rounded : nil
  }

  var mean: Points? {
    scores.isEmpty ? nil : PanelScore(sum: scores.reduce(.zero, +), count: scores.count).rounded
  }

  /// The middle score; between two, their mean, rounded half-up.
  var median: Points? { scores.median }
}

/// What a round brings with it: money, dates, objections.
struct RoundAftermath: Sendable {
  /// Studios that earn an award, or would if the round were confirmed today, and those that have been paid (Art. 20).
  let awarded: Int
  let paid: Int
  /// What one award is, in fen.
  let award: Int
  /// On what awards rest.
  let source: Source
  let due: [Due]
  let objections: [Objection]

  init(_ closed: ClosedRound, in register: Register, on today: Day) {
    let round = closed.round
    let awards = register.awards(of: round, closed.result, on: today)
    awarded = awards.count
    award = awards.first?.amount ?? 0
    source = round.rules.excellence?.award.source ?? .workingRule
    paid = awards.count { register.ledgers[$0.studio]?.award(of: round.id) != nil }
    due = register.due(until: today.adding(days: 400), on: today).filter {
      $0.task.isOfRounds && $0.task.concerns(round, in: register)
    }
    objections = round.objections.values.filter { $0.answer == nil }.sorted { $0.id < $1.id }
  }
}

extension Due.Task {
  /// Whether a task that belongs to rounds belongs to this one, or to a studio that it assessed.
  fileprivate func concerns(_ round: Round, in register: Register) -> Bool {
    switch self {
    case .noticeEnds(let other), .confirm(let other): other == round.id
    case .answer(let objection, _): round.objections[objection] != nil
    case .approve(let proposal, _): register.proposals[proposal]?.decision.round == round.id
    default: studio.map { round.studios.contains($0) } ?? true
    }
  }
}
