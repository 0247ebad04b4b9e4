import Foundation
import Scoring

/// One studio's outcome with its derivation, as JSON shows it.
struct StudioJSON: Encodable {
  let studio: String
  let rank: Int?
  let score: Decimal?
  let grade: String
  let excellence: String?
  let total: String?
  let rubrics: [Rubric]
  let ranking: Ranking?
  let referenceMarks: [Reference]?
  let differences: [Differing]?

  struct Rubric: Encodable {
    let id: String
    let score: Decimal?
    let exact: String?
    let sheets: [Sheet]
    let recused: [Recused]
    let absent: [String]
    let panels: [Panel]
    let adjustments: [Adjusting]?
    /// Whether the rubric's maximum cut what was added.
    let capped: Bool?
  }

  /// Points certified off the system (Art. 17).
  struct Adjusting: Encodable {
    let token: String
    let points: Decimal
    let reason: String
  }

  struct Sheet: Encodable {
    let judge: String
    let marks: [String: Decimal]
    let reasons: [String: String]?
    let points: Decimal?
    let missing: [String]?
  }

  struct Recused: Encodable {
    let judge: String
    let reason: String
  }

  /// What the panel rule made of the marks for a rubric, or for a criterion.
  struct Panel: Encodable {
    let criterion: String?
    let entries: [Entry]
    let sum: Decimal
    let count: Int
    let exact: String
  }

  struct Entry: Encodable {
    let judge: String
    let marks: Decimal
    let fate: String
  }

  struct Ranking: Encodable {
    let higher: Int
    let of: Int
  }

  struct Reference: Encodable {
    let criterion: String
    let marks: Decimal
    let reasons: [String]
  }

  struct Differing: Encodable {
    let criterion: String
    let judge: String
    let marks: Decimal
    let reference: Decimal
    let reason: String?
    let hasReason: Bool
  }

  init(
    _ derivation: Derivation, _ settlement: Settlement, _ reference: [ReferenceMark], _ words: (Reason) -> String
  ) throws {
    let outcome = derivation.outcome
    studio = derivation.studio
    rank = outcome.rank
    score = outcome.score.map { Decimal($0) }
    grade = outcome.grade.rawValue
    excellence = outcome.excellence?.rawValue
    let scores = derivation.rubrics.compactMap(\.score)
    total = outcome.score == nil ? nil : try PanelScore.total(of: scores).description
    rubrics = derivation.rubrics.map { Rubric($0, settlement.rules) }
    ranking = outcome.rank.map { _ in Ranking(higher: derivation.higher, of: derivation.ranked) }
    referenceMarks =
      reference.isEmpty
      ? nil
      : reference.map { Reference(criterion: $0.criterion, marks: Decimal($0.marks), reasons: $0.reasons.map(words)) }
    differences =
      reference.isEmpty
      ? nil
      : derivation.differences(from: reference).map { difference in
        Differing(
          criterion: difference.criterion, judge: difference.judge, marks: Decimal(difference.marks),
          reference: Decimal(difference.reference), reason: difference.reason, hasReason: difference.reason != nil)
      }
  }
}

extension StudioJSON.Rubric {
  fileprivate init(_ step: Derivation.RubricStep, _ rules: RuleSet) {
    let rubric = rules.rubrics[step.rubric]
    id = rubric.id
    score = step.score.map { Decimal($0.rounded) }
    exact = step.score.map { $0.exact.description }
    sheets = step.sheets.map { sheet in
      let reasons = sheet.marks.compactMap { mark in mark.reason.map { (mark.id, $0) } }
      return StudioJSON.Sheet(
        judge: sheet.judge,
        marks: Dictionary(sheet.marks.map { ($0.id, Decimal($0.marks)) }) { first, _ in first },
        reasons: reasons.isEmpty ? nil : Dictionary(reasons) { first, _ in first },
        points: sheet.points.map { Decimal($0) }, missing: sheet.missing.isEmpty ? nil : sheet.missing)
    }
    recused = step.recusals.map { StudioJSON.Recused(judge: $0.judge, reason: $0.reason) }
    absent = step.absent
    let isByCriterion = rules.panel.scope.value == .criterion
    panels = step.combinations.enumerated().map { place, combination in
      StudioJSON.Panel(
        criterion: isByCriterion ? rubric.criteria[place].id : nil,
        entries: combination.entries.map { entry in
          StudioJSON.Entry(judge: entry.judge, marks: Decimal(entry.marks), fate: entry.fate.rawValue)
        },
        sum: Decimal(combination.score.sum), count: combination.score.count,
        exact: combination.score.exact.description)
    }
    let isAdjusted = !step.adjustments.isEmpty
    adjustments =
      isAdjusted
      ? step.adjustments.map {
        StudioJSON.Adjusting(token: $0.token, points: Decimal($0.points), reason: $0.reason)
      } : nil
    capped = isAdjusted ? step.isCapped : nil
  }
}
