import Scoring

/// How the studios of a round stand against the round before.
package struct RoundChange: Hashable, Sendable {
  package private(set) var better = 0
  package private(set) var worse = 0
  package private(set) var same = 0
  /// How many have a score in one of the two alone.
  package private(set) var new = 0
  package private(set) var missing = 0

  package init(from former: RoundResult, to result: RoundResult) {
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

extension Register {
  /// The round with which another is compared: the failed one for a second assessment, else the regular one before.
  package func former(of round: Round) -> (round: Round, result: RoundResult)? {
    let found: Round? =
      switch round.kind {
      case .secondAssessment(let first): rounds[first]
      case .regular:
        roundsInOrder.last { other in
          other.kind == .regular && other.abandoned == nil && other.result != nil
            && other.period.years.upperBound < round.period.years.lowerBound
        }
      }
    guard let found, let result = found.result else { return nil }
    return (found, result)
  }
}
