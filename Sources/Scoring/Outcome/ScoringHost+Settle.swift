extension ScoringHost {
  /// Settles a round: steps 1 to 6 from marks to outcomes, a pure function of the book.
  ///
  /// - Parameter workers: how many parts of the studios are scored at once; their number never matters.
  /// - Throws: ``NumberError/outOfRange`` where a score does not fit.
  package func settle(_ book: Scorebook, workers: Int = 1) async throws(NumberError) -> Settlement {
    let tally = Tally(rules: rules, book: book)
    let names = book.studios.sortedNumbers()
    let parts = try await tally.score(names, inParts: max(1, min(workers, names.count / 256)))
    return try Settlement(tally, names, parts)
  }
}

extension Settlement {
  /// Settles a book by rules, on the caller's own thread.
  ///
  /// The order in which marks were entered never matters. Cost: linear in the sheets, and a sort of the studios.
  ///
  /// - Throws: ``NumberError/outOfRange`` where a score does not fit.
  package init(of book: Scorebook, by rules: RuleSet) throws(NumberError) {
    let tally = Tally(rules: rules, book: book)
    let names = book.studios.sortedNumbers()
    try self.init(tally, names, [tally.score(names[...])])
  }

  /// Puts parts together: ranks, and picks the candidates.
  ///
  /// - Parameter names: the studios' numbers in the order of the parts.
  fileprivate init(_ tally: Tally, _ names: [Int], _ parts: [Tally.Part]) throws(NumberError) {
    let rules = tally.rules
    var scores = [PanelScore](repeating: PanelScore(sum: .zero, count: 1), count: names.count * rules.rubrics.count)
    var place = 0
    for part in parts {
      for first in stride(from: 0, to: part.scores.count, by: rules.rubrics.count) {
        let studio = names[place]
        for rubric in rules.rubrics.indices {
          scores[studio * rules.rubrics.count + rubric] = part.scores[first + rubric]
        }
        place += 1
      }
    }
    var outcomes = Self.sorted(parts.flatMap(\.outcomes))
    let ranks = Ranking.places(of: outcomes.map(\.score))
    for place in outcomes.indices where outcomes[place].score != nil { outcomes[place].rank = ranks[place] }
    var excellence: Excellence?
    if let rule = rules.excellence {
      excellence = try Excellence.choose(among: &outcomes, by: rule) { outcome in
        let first = outcome.studio * rules.rubrics.count
        return scores[first..<(first + rules.rubrics.count)]
      }
    }
    self.init(
      rules: rules, book: tally.book, outcomes: outcomes, ranked: outcomes.count { $0.score != nil },
      excellence: excellence, gaps: parts.flatMap(\.gaps),
      scores: scores, sheets: tally.sheets, panels: tally.panels.judges)
  }

  /// Sorts by score, the highest first and those without one last; equals stay in the order in which they are.
  private static func sorted(_ outcomes: [Outcome]) -> [Outcome] {
    // Sorting numbers moves less memory than sorting outcomes: the score's complement above, the place below.
    let keys = outcomes.enumerated().map { place, outcome in
      let rising = outcome.score.map { $0.hundredths + 1 } ?? 0
      return UInt64(UInt32.max - UInt32(clamping: rising)) << 32 | UInt64(place)
    }
    return keys.sorted().map { outcomes[Int($0 & 0xFFFF_FFFF)] }
  }
}
