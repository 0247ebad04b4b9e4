/// The choice of the candidates for excellence among the qualified (Art. 13; the quota is a working rule).
package struct Excellence: Hashable, Sendable {
  /// Of how many studios the share was taken.
  package let base: Int
  /// How many may be chosen.
  package let places: Int
  /// How many qualified studios reach the mark for excellence.
  package let eligible: Int

  package init(base: Int, places: Int, eligible: Int) {
    self.base = base
    self.places = places
    self.eligible = eligible
  }

  /// Where a studio stands in the choice.
  package enum Standing: String, Codable, Hashable, Sendable, CaseIterable {
    case candidate
    /// Equal in everything with others across the last place; none of them is chosen, the panel votes.
    case tied
  }

  /// Marks the candidates and the tied among outcomes, and says how many places there were.
  ///
  /// - Parameters:
  ///   - outcomes: sorted by final score, the highest first.
  ///   - scores: the scores of an outcome's rubrics.
  /// - Throws: ``NumberError/outOfRange``.
  package static func choose(
    among outcomes: inout [Outcome], by rule: RuleSet.Excellence, scores: (Outcome) -> ArraySlice<PanelScore>
  ) throws(NumberError) -> Excellence {
    let base = outcomes.indices.count { place in
      rule.base.value == .assessed ? outcomes[place].score != nil : outcomes[place].grade == .qualified
    }
    let places = max(rule.least.value, base * rule.share.value / 100)
    let eligible = outcomes.indices.prefix { place in
      outcomes[place].grade == .qualified && outcomes[place].score.map { $0 >= rule.mark.value } ?? false
    }.count
    for place in 0..<min(places, eligible) { outcomes[place].excellence = .candidate }
    guard places > 0, eligible > places, outcomes[places - 1].score == outcomes[places].score else {
      return Excellence(base: base, places: places, eligible: eligible)
    }
    // The last place falls among studios of equal final score: what comes next decides between them.
    let score = outcomes[places].score
    let equals = (0..<eligible).filter { outcomes[$0].score == score }
    var keys: [Int: [Exact]] = [:]
    for place in equals { keys[place] = try Self.keys(of: scores(outcomes[place]), ties: rule.ties.value) }
    func key(_ place: Int) -> [Exact] { keys[place, default: []] }
    let order = equals.sorted { key($1).lexicographicallyPrecedes(key($0)) }
    let left = places - equals[0]
    let edge = key(order[left - 1]) == key(order[left]) ? key(order[left]) : nil
    for (index, place) in order.enumerated() {
      outcomes[place].excellence = key(place) == edge ? .tied : index < left ? .candidate : nil
    }
    return Excellence(base: base, places: places, eligible: eligible)
  }

  private static func keys(
    of scores: ArraySlice<PanelScore>, ties: [RuleSet.Excellence.TieKey]
  ) throws(NumberError) -> [Exact] {
    var keys: [Exact] = []
    for tie in ties {
      switch tie {
      case .total: keys.append(try PanelScore.total(of: scores))
      case .rubric(let place): keys.append(scores[scores.startIndex + place].exact)
      }
    }
    return keys
  }
}
