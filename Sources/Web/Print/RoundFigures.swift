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

/// How the studios of a round stand against the round before.
struct RoundChange: Sendable {
  private(set) var better = 0
  private(set) var worse = 0
  private(set) var same = 0
  private(set) var new = 0
  private(set) var missing = 0

  init(from former: RoundResult, to result: RoundResult) {
    for settled in result.studios {
      guard let score = settled.score else { continue }
      guard let before = former[settled.studio]?.score else {
        new += 1
        continue
      }
      if score > before { better += 1 } else if score < before { worse += 1 } else { same += 1 }
    }
    missing = former.studios.count { $0.score != nil && result[$0.studio]?.score == nil }
  }
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
    due = register.due(until: today.adding(days: 400), on: today).filter { $0.task.isOfRounds }
    objections = round.objections.values.filter { $0.answer == nil }.sorted { $0.id < $1.id }
  }
}

extension Due.Task {
  /// Whether it belongs to the assessment of studios and what follows from it (Art. 13, 14, 15, 20).
  fileprivate var isOfRounds: Bool {
    switch self {
    case .noticeEnds, .answer, .confirm, .approve, .serve, .rectificationEnds, .secondAssessment, .cancelTitle, .pay,
      .nextRound, .inviteStatement, .statementEnds, .decideCancellation, .serveCancellation, .restore:
      true
    default: false
    }
  }
}
