/// A settled round: every studio's outcome in the order of publication, and all that it rests on.
package struct Settlement: Sendable {
  package let rules: RuleSet
  package let book: Scorebook
  /// By rank, then by the name's UTF-8 bytes; studios without a score last.
  package private(set) var outcomes: [Outcome]
  /// How many studios have a score.
  package let ranked: Int
  /// Nil where the regulation knows no excellence.
  package let excellence: Excellence?
  /// What is missing, in the order of studios, rubrics and judges.
  package let gaps: [Gap]
  /// The rubrics' scores, for each studio in the order of the book.
  let scores: [PanelScore]
  let sheets: (starts: [Int], sheets: [Int32])
  let panels: [[Int]]

  /// Whether something is missing, so that the choice of candidates may still change.
  package var isProvisional: Bool { !gaps.isEmpty }

  package func name(of outcome: Outcome) -> String { book.studios[outcome.studio] }

  /// The score of each rubric in rule-set order; none where the studio is incomplete.
  package func scores(of outcome: Outcome) -> ArraySlice<PanelScore> {
    guard outcome.score != nil else { return [] }
    let first = outcome.studio * rules.rubrics.count
    return scores[first..<(first + rules.rubrics.count)]
  }

  /// The settlement once the panel has voted among the tied: the chosen are candidates, the others are not.
  package func voting(for chosen: Set<String>) -> Settlement {
    var settled = self
    for place in settled.outcomes.indices where settled.outcomes[place].excellence == .tied {
      settled.outcomes[place].excellence = chosen.contains(name(of: settled.outcomes[place])) ? .candidate : nil
    }
    return settled
  }

  /// The outcome of a studio by its name.
  package func outcome(of studio: String) -> Outcome? {
    guard let number = book.studios.find(studio) else { return nil }
    return outcomes.first { $0.studio == number }
  }

  /// The studio's sheets, by judges' numbers.
  func sheets(of studio: Int) -> ArraySlice<Int32> {
    sheets.sheets[sheets.starts[studio]..<sheets.starts[studio + 1]]
  }
}
