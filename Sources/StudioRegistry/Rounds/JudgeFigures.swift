import Scoring

/// How far a judge's points lie from the panel's median and from the reference marks: for reading, never for a result.
package struct JudgeFigures: Hashable, Sendable {
  package let judge: ID<Account>
  /// In the order of the rule set.
  package let rubrics: [OfRubric]
  /// How many of the judge's marks differ from the reference mark beside them, and how many of these without a reason.
  package let differing: Int
  package let withoutReason: Int

  /// How many times as far off as the middle judge of the panel a judge is called far: a working rule of the page.
  ///
  /// No article knows it, and no score depends on it.
  package static let farFactor = 2

  /// A judge's points for one rubric, over the studios that the judge marked.
  package struct OfRubric: Hashable, Sendable {
    /// The rubric's id.
    package let rubric: String
    /// The judge's points less the panel's median for the same studio; nil without a sheet.
    package fileprivate(set) var median: Distance?
    /// The judge's marks for measured criteria less the reference marks; nil where none stands beside one.
    package fileprivate(set) var reference: Distance?
    /// How often the panel rule dropped the judge's points at each end.
    package let highest: Int
    package let lowest: Int

    package var isFar: Bool { median?.isFar == true || reference?.isFar == true }
  }

  package var isFar: Bool { rubrics.contains(where: \.isFar) }
  /// How many of the judge's marks stand beside a reference mark.
  package var compared: Int { rubrics.reduce(0) { $0 + ($1.reference?.count ?? 0) } }
}

extension JudgeFigures {
  /// How far a judge's numbers lie from others, on average, in points.
  package struct Distance: Hashable, Sendable {
    /// How many were compared, 1 or more.
    package let count: Int
    /// The mean of the differences: above 0 for a generous judge.
    package let mean: Double
    /// The mean of how large they are, whichever way.
    package let absolute: Double
    /// Whether they are more than ``JudgeFigures/farFactor`` times as large as those of the middle judge of the panel.
    package private(set) var isFar = false

    /// The means of differences; nil of none.
    package init?(_ differences: [Double]) {
      guard !differences.isEmpty else { return nil }
      count = differences.count
      mean = differences.reduce(0, +) / Double(count)
      absolute = differences.reduce(0) { $0 + abs($1) } / Double(count)
    }

    /// The distances of a panel, judge by judge, with those marked that are far.
    package static func flagged(_ panel: [Distance?]) -> [Distance?] {
      guard let middle = panel.compactMap({ $0?.absolute }).median else { return panel }
      return panel.map { distance -> Distance? in
        guard var distance else { return nil }
        distance.isFar = distance.absolute > Double(JudgeFigures.farFactor) * middle
        return distance
      }
    }
  }
}

extension Register {
  /// The figures of every judge of a panel, in the panel's order.
  package func figures(of round: Round, _ marking: Marking, _ studios: [StudioSettled]) -> [JudgeFigures] {
    let logins = marking.panel.map(login)
    var rubrics = zip(marking.panel, logins).map { judge, login -> [JudgeFigures.OfRubric] in
      round.rules.rubrics.enumerated().map { place, rubric -> JudgeFigures.OfRubric in
        var figures = JudgeFigures.OfRubric(of: login, rubric.id, in: studios)
        figures.reference = JudgeFigures.Distance(marking.differences(of: judge, rubric, at: place, in: studios))
        return figures
      }
    }
    for place in round.rules.rubrics.indices {
      let medians = JudgeFigures.Distance.flagged(rubrics.map { $0[place].median })
      let references = JudgeFigures.Distance.flagged(rubrics.map { $0[place].reference })
      for judge in rubrics.indices {
        rubrics[judge][place].median = medians[judge]
        rubrics[judge][place].reference = references[judge]
      }
    }
    return marking.panel.indices.map { place in
      let differences = studios.flatMap(\.differences).filter { $0.judge == logins[place] }
      return JudgeFigures(
        judge: marking.panel[place], rubrics: rubrics[place], differing: differences.count,
        withoutReason: differences.count { $0.reason == nil })
    }
  }
}

extension Marking {
  /// A judge's signed marks for a rubric's measured criteria less the reference marks, in points.
  fileprivate func differences(
    of judge: ID<Account>, _ rubric: Rubric, at place: Int, in studios: [StudioSettled]
  ) -> [Double] {
    let measured = Set(rubric.criteria.filter(\.isMeasured).map(\.id))
    return studios.flatMap { settled -> [Double] in
      let sheet = sheets[SheetKey(judge: judge, studio: settled.studio, rubric: place)]
      guard let sheet, sheet.signed != nil else { return [] }
      return settled.referenceMarks.compactMap { reference in
        guard measured.contains(reference.criterion), let own = sheet.marks[reference.criterion] else { return nil }
        return Double((own - reference.marks).hundredths) / 100
      }
    }
  }
}

extension JudgeFigures.OfRubric {
  fileprivate init(of login: String, _ rubric: String, in studios: [StudioSettled]) {
    var deviations: [Double] = []
    var (highest, lowest) = (0, 0)
    for settled in studios.lazy.flatMap(\.rubrics) where settled.rubric == rubric {
      guard let own = settled.judges[login],
        let middle = settled.judges.values.map({ Double($0.hundredths) / 100 }).median
      else { continue }
      deviations.append(Double(own.hundredths) / 100 - middle)
      highest += settled.panels.count { $0.highest.contains(login) }
      lowest += settled.panels.count { $0.lowest.contains(login) }
    }
    self.init(
      rubric: rubric, median: JudgeFigures.Distance(deviations), reference: nil, highest: highest, lowest: lowest)
  }
}
