package import Scoring

/// A derivation in words: what the terminal, a page and a print show, each in its own layout.
package struct WordedDerivation: Sendable {
  package let headline: String
  /// How the panel's marks are combined.
  package let rule: String
  package let rubrics: [Section]
  /// From the rubrics' scores to rank and excellence.
  package let conclusions: [String]

  /// One rubric: a table of the sheets, and how the score follows from them.
  package struct Section: Sendable {
    package let title: String
    package let header: [String]
    package let rows: [[String]]
    package let notes: [String]
  }

  /// Puts a derivation into words.
  ///
  /// - Throws: ``NumberError/outOfRange``.
  package init(_ derivation: Derivation, of settlement: Settlement, in language: Language) throws(NumberError) {
    let phrases = language.phrases
    let rules = settlement.rules
    let outcome = derivation.outcome
    headline = phrases.step(
      .headline(
        studio: derivation.studio, score: outcome.score, grade: outcome.grade, rank: outcome.rank, of: derivation.ranked
      ))
    rule = phrases.step(.panelRule(rules.panel.rule.value, source: rules.panel.rule.source))
    rubrics = derivation.rubrics.map { step in
      Section(step, rubric: rules.rubrics[step.rubric], rules: rules, language: language)
    }
    guard let score = outcome.score, let rank = outcome.rank else {
      conclusions = [phrases.step(.noScore)]
      return
    }
    let parts = derivation.rubrics.compactMap(\.score)
    var steps: [Step] = [
      .total(parts: parts.map(\.exact), total: try PanelScore.total(of: parts), score: score),
      .passMark(score: score, mark: rules.passMark.value, source: rules.passMark.source, grade: outcome.grade),
      .ranking(higher: derivation.higher, of: derivation.ranked, rank: rank),
    ]
    if let rule = rules.excellence, let chosen = settlement.excellence {
      steps.append(
        .excellence(
          score: score, mark: rule.mark.value, standing: outcome.excellence, places: chosen.places, base: chosen.base,
          share: rule.share.value, source: rule.mark.source))
    }
    conclusions = steps.map(phrases.step)
  }
}

extension WordedDerivation.Section {
  fileprivate init(_ step: Derivation.RubricStep, rubric: Rubric, rules: RuleSet, language: Language) {
    let phrases = language.phrases
    title = phrases.detailed("\(rubric.id)  \(language(rubric.title))", [rubric.maximum.description])
    let ids = rubric.criteria.map(\.id)
    header = [phrases.label(.judge)] + ids + [phrases.label(.points), phrases.label(.fate)]
    rows = step.sheets.map { sheet in
      let marks = Dictionary(sheet.marks.map { ($0.id, $0.marks.description) }) { first, _ in first }
      let fate = step.fate(of: sheet).map(phrases.fate) ?? "—"
      return [sheet.judge] + ids.map { marks[$0] ?? "—" } + [sheet.points?.description ?? "—", fate]
    }
    notes = (step.notes(rules, rubric: rubric) + step.adjusting(rules, rubric: rubric)).map(phrases.step)
  }
}

extension Derivation.RubricStep {
  /// What became of a judge's sum; nil where the sheet is left out, or each criterion is combined on its own.
  fileprivate func fate(of sheet: Derivation.Sheet) -> Combination.Fate? {
    guard combinations.count == 1 else { return nil }
    return combinations[0].entries.first { $0.judge == sheet.judge }?.fate
  }

  fileprivate func notes(_ rules: RuleSet, rubric: Rubric) -> [Step] {
    var notes: [Step] = sheets.filter { $0.points == nil }.map { .sheetLeftOut(judge: $0.judge, missing: $0.missing) }
    notes += recusals.map { .recused(judge: $0.judge, reason: $0.reason) }
    notes += absent.map { .notMarked(judge: $0) }
    let kept = combinations.map { $0.entries.filter { $0.fate == .kept }.map(\.marks) }
    guard !combinations.isEmpty else {
      let complete = sheets.count { $0.points != nil }
      let minimum = rules.panel.minimum
      return notes + [.belowMinimum(complete: complete, needed: minimum.value, source: minimum.source)]
    }
    guard rules.panel.scope.value == .criterion else {
      let score = combinations[0].score
      return notes + [
        .combined(kept: kept[0], sum: score.sum, count: score.count, exact: score.exact, rounded: score.rounded)
      ]
    }
    notes += zip(zip(rubric.criteria, combinations), kept).map { pair, kept in
      let score = pair.1.score
      return .criterionCombined(id: pair.0.id, kept: kept, sum: score.sum, count: score.count, exact: score.exact)
    }
    return notes + (panelScore.map { [.rubricSum(exact: $0.exact, rounded: $0.rounded)] } ?? [])
  }

  /// What is added to the panel's score, and what comes of it.
  fileprivate func adjusting(_ rules: RuleSet, rubric: Rubric) -> [Step] {
    let added = adjustments.map { adjustment in
      let reason = adjustment.reason
      let words = rules.life?.secrets.words(of: reason) ?? Text(zh: reason, en: reason)
      return Step.certified(token: adjustment.token, points: adjustment.points, reason: words)
    }
    guard !added.isEmpty, let panelScore, let score else { return added }
    return added + [
      .adjusted(
        panel: panelScore.exact, added: self.added, maximum: rubric.maximum, isCapped: isCapped, exact: score.exact,
        rounded: score.rounded)
    ]
  }
}
