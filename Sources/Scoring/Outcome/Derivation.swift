/// How a studio's outcome follows from the sheets, step by step, so that anyone can redo it on paper.
package struct Derivation: Hashable, Sendable {
  package let studio: String
  package let rubrics: [RubricStep]
  package let outcome: Outcome
  /// How many studios have a score, and how many of them a higher one.
  package let ranked: Int
  package let higher: Int

  /// One rubric: the sheets, and what the panel rule made of them.
  package struct RubricStep: Hashable, Sendable {
    /// The rubric's place in the rule set.
    package let rubric: Int
    package let sheets: [Sheet]
    package let recusals: [Recusal]
    /// Judges of the panel who did not mark the studio and are not recused.
    package let absent: [String]
    /// One for the rubric, or one for each criterion where the rule set says so; none below the minimum panel.
    package let combinations: [Combination]
    /// Points for classified achievements, which are added to the panel's (Art. 17).
    package let adjustments: [Adjustment]
    /// The rubric's score, the sum of the combinations and adjustments; nil where the studio is incomplete.
    package let score: PanelScore?

    /// The panel's score before anything is added; nil below the minimum panel.
    package var panelScore: PanelScore? {
      combinations.first.map { first in
        PanelScore(sum: combinations.reduce(.zero) { $0 + $1.score.sum }, count: first.score.count)
      }
    }

    /// The points that are added.
    package var added: Points { adjustments.reduce(.zero) { $0 + $1.points } }

    /// Whether the rubric's maximum cuts what is added.
    package var isCapped: Bool {
      guard let score, let panelScore else { return false }
      return score.sum < panelScore.sum + Points(hundredths: added.hundredths * panelScore.count)
    }
  }

  /// A judge's marks for a rubric.
  package struct Sheet: Hashable, Sendable {
    package let judge: String
    package let marks: [Mark]
    /// The sum; nil where criteria are missing and the sheet is left out.
    package let points: Points?
    /// The ids of missing criteria.
    package let missing: [String]
  }

  /// A mark for a criterion, or for the rubric whole.
  package struct Mark: Hashable, Sendable {
    package let id: String
    package let marks: Points
    package let reason: String?
  }

  /// A judge who may not mark the studio.
  package struct Recusal: Hashable, Sendable {
    package let judge: String
    package let reason: String
  }
}

extension Settlement {
  /// The derivation of an outcome, made from the sheets when it is asked for.
  package func derivation(of outcome: Outcome) -> Derivation {
    let studio = name(of: outcome)
    let recusals = book.recusals.filter { $0.key.studio == studio }
      .map { Derivation.Recusal(judge: $0.key.judge, reason: $0.value) }
      .sorted { $0.judge.utf8.lexicographicallyPrecedes($1.judge.utf8) }
    let scores = scores(of: outcome)
    let steps = rules.rubrics.indices.map { rubric in
      let sheets = sheets(of: outcome.studio).compactMap { derive(sheet: Int($0), rubric: rubric) }
        .sorted { $0.judge.utf8.lexicographicallyPrecedes($1.judge.utf8) }
      let present = Set(sheets.map(\.judge) + recusals.map(\.judge))
      return Derivation.RubricStep(
        rubric: rubric, sheets: sheets, recusals: recusals,
        absent: panels[rubric].map { book.judges[$0] }.filter { !present.contains($0) },
        combinations: combinations(of: sheets, rubric: rubric),
        adjustments: (book.adjustments[Scorebook.RubricKey(studio: studio, rubric: rubric)] ?? [])
          .sorted { $0.token.utf8.lexicographicallyPrecedes($1.token.utf8) },
        score: scores.isEmpty ? nil : scores[scores.startIndex + rubric])
    }
    return Derivation(
      studio: studio, rubrics: steps, outcome: outcome, ranked: ranked, higher: (outcome.rank ?? 1) - 1)
  }

  private func derive(sheet: Int, rubric: Int) -> Derivation.Sheet? {
    let slots = book.layout.rubrics[rubric]
    let filled = (Array(slots.criteria) + [slots.whole]).filter {
      book.mark(sheet: sheet, slot: $0) != Scorebook.absent
    }
    guard !filled.isEmpty else { return nil }
    let isComplete = book.entered(sheet: sheet, rubric: rubric) == slots.criteria.count
    let marks = filled.map { slot in
      Derivation.Mark(
        id: book.layout.ids[slot], marks: Points(hundredths: Int(book.mark(sheet: sheet, slot: slot))),
        reason: book.reason(sheet: sheet, slot: slot))
    }
    return Derivation.Sheet(
      judge: book.judges[book.judge(of: sheet)],
      marks: marks, points: isComplete ? marks.reduce(.zero) { $0 + $1.marks } : nil,
      missing: isComplete ? [] : book.missing(sheet: sheet, rubric: rubric))
  }

  private func combinations(of sheets: [Derivation.Sheet], rubric: Int) -> [Combination] {
    let complete = sheets.filter { $0.points != nil }
    guard complete.count >= rules.panel.minimum.value else { return [] }
    let rule = rules.panel.rule.value
    switch rules.panel.scope.value {
    case .rubric:
      let marks = complete.compactMap { sheet in sheet.points.map { (judge: sheet.judge, marks: $0) } }
      return (try? Combination(marks, by: rule)).map { [$0] } ?? []
    case .criterion:
      return rules.rubrics[rubric].criteria.indices.compactMap { criterion in
        try? Combination(complete.map { (judge: $0.judge, marks: $0.marks[criterion].marks) }, by: rule)
      }
    }
  }
}
