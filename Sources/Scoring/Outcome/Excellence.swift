/// The choice of the candidates for excellence among the qualified (Art. 13; the quota is a working rule).
package struct Excellence: Hashable, Sendable {
  /// Of how many studios the share was taken.
  package let base: Int
  /// How many may be chosen.
  package let places: Int
  /// How many qualified studios reach the mark for excellence.
  package let eligible: Int

  /// Where a studio stands in the choice.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    case candidate
    /// Equal in everything with others across the last place; none of them is chosen, the panel votes.
    case tied
  }

  /// Marks the candidates and the tied among outcomes, and says how many places there were.
  package static func choose(among outcomes: inout [Outcome], by rule: RuleSet.Excellence) -> Excellence {
    let base = outcomes.count { outcome in
      rule.base.value == .assessed ? outcome.score != nil : outcome.grade == .qualified
    }
    let places = max(rule.least.value, base * rule.share.value / 100)
    let eligible = outcomes.indices.compactMap { index -> Contender? in
      guard let score = outcomes[index].score, outcomes[index].grade == .qualified, score >= rule.mark.value else {
        return nil
      }
      return Contender(index: index, keys: keys(of: outcomes[index], score: score, ties: rule.ties.value))
    }.sorted { $1.keys.lexicographicallyPrecedes($0.keys) }

    let lastIn = eligible.prefix(places).last
    let firstOut = eligible.dropFirst(places).first
    let tied = lastIn?.keys == firstOut?.keys ? lastIn?.keys : nil
    for contender in eligible.prefix(places) where contender.keys != tied {
      outcomes[contender.index].excellence = .candidate
    }
    for contender in eligible where contender.keys == tied { outcomes[contender.index].excellence = .tied }
    return Excellence(base: base, places: places, eligible: eligible.count)
  }

  private struct Contender {
    let index: Int
    let keys: [Exact]
  }

  /// The final score, then what the rule set compares where it is equal.
  private static func keys(of outcome: Outcome, score: Points, ties: [RuleSet.Excellence.TieKey]) -> [Exact] {
    [Exact(score)]
      + ties.map { key in
        switch key {
        case .total: outcome.total ?? .zero
        case .rubric(let place): outcome.scores[place] ?? .zero
        }
      }
  }
}
