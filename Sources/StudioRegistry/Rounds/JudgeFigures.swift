import Scoring

/// How far a judge's points lie from the panel's median and from the reference marks: for reading, never for a result.
package struct JudgeFigures: Hashable, Sendable {
  package let judge: ID<Account>
  /// In the order of the rule set.
  package let rubrics: [OfRubric]
  /// How many of the judge's marks stand beside a reference mark, how many differ from it, and how many without a reason.
  package let compared: Int
  package let differing: Int
  package let withoutReason: Int

  /// A judge's points for one rubric, over the studios that the judge marked.
  package struct OfRubric: Hashable, Sendable {
    /// The rubric's id.
    package let rubric: String
    package let sheets: Int
    /// The mean of points less the panel's median: above 0 for a generous judge.
    package let mean: Double
    /// The mean of how far the points lie from the panel's median, whichever way.
    package let absolute: Double
    /// How often the panel rule dropped the judge's points at each end.
    package let highest: Int
    package let lowest: Int
    /// Whether they lie more than twice as far as those of the middle judge of the panel.
    package fileprivate(set) var isFar = false
  }

  package var isFar: Bool { rubrics.contains(where: \.isFar) }
  /// The share of marks that differ from the reference mark, 0 to 1; nil where there is none to compare.
  package var differingShare: Double? { compared == 0 ? nil : Double(differing) / Double(compared) }
}

extension Register {
  /// The figures of every judge of a panel, in the panel's order.
  package func figures(of round: Round, _ marking: Marking, _ studios: [StudioSettled]) -> [JudgeFigures] {
    let logins = marking.panel.map(login)
    var rubrics = logins.map { login in
      round.rules.rubrics.map { rubric in JudgeFigures.OfRubric(of: login, rubric.id, in: studios) }
    }
    for place in round.rules.rubrics.indices {
      let distances = rubrics.filter { $0[place].sheets > 0 }.map { $0[place].absolute }.sorted()
      guard let middle = median(distances) else { continue }
      for judge in rubrics.indices { rubrics[judge][place].isFar = rubrics[judge][place].absolute > 2 * middle }
    }
    return marking.panel.indices.map { place in
      let judge = marking.panel[place]
      let differences = studios.flatMap(\.differences).filter { $0.judge == logins[place] }
      return JudgeFigures(
        judge: judge, rubrics: rubrics[place], compared: compared(of: judge, round, marking, studios),
        differing: differences.count, withoutReason: differences.count { $0.reason == nil })
    }
  }

  /// How many of a judge's signed marks stand beside a reference mark.
  private func compared(
    of judge: ID<Account>, _ round: Round, _ marking: Marking, _ studios: [StudioSettled]
  ) -> Int {
    studios.reduce(0) { count, settled in
      let given = round.rules.rubrics.indices.flatMap { rubric -> [String] in
        let sheet = marking.sheets[SheetKey(judge: judge, studio: settled.studio, rubric: rubric)]
        return sheet?.signed == nil ? [] : sheet.map { Array($0.marks.keys) } ?? []
      }
      return count + Set(given).intersection(settled.referenceMarks.map(\.criterion)).count
    }
  }
}

extension JudgeFigures.OfRubric {
  fileprivate init(of login: String, _ rubric: String, in studios: [StudioSettled]) {
    var deviations: [Double] = []
    var (highest, lowest) = (0, 0)
    for settled in studios.lazy.flatMap(\.rubrics) where settled.rubric == rubric {
      guard let own = settled.judges[login],
        let middle = median(settled.judges.values.map { Double($0.hundredths) / 100 }.sorted())
      else { continue }
      deviations.append(Double(own.hundredths) / 100 - middle)
      highest += settled.panels.count { $0.highest.contains(login) }
      lowest += settled.panels.count { $0.lowest.contains(login) }
    }
    let count = Double(max(1, deviations.count))
    self.init(
      rubric: rubric, sheets: deviations.count, mean: deviations.reduce(0, +) / count,
      absolute: deviations.reduce(0) { $0 + abs($1) } / count, highest: highest, lowest: lowest)
  }
}

/// The middle of sorted numbers, of an even number the mean of the middle two; nil of none.
private func median(_ sorted: [Double]) -> Double? {
  guard !sorted.isEmpty else { return nil }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
