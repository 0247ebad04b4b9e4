package import Scoring

/// What setting a signed sheet aside does to the panel and to the rubric's score.
package struct Effect: Codable, Hashable, Sendable {
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String
  /// How many signed sheets there were, and are left.
  package let sheetsBefore: Int
  package let sheetsAfter: Int
  /// The rubric's score, rounded for reading; nil below the minimum panel.
  package let scoreBefore: Points?
  package let scoreAfter: Points?
}

extension Round {
  /// The effects of setting some signed sheets aside.
  func effects(ofSettingAside isSetAside: (SheetKey) -> Bool) -> [Effect] {
    let signed = marking.sheets.filter { $0.value.signed != nil }
    var panels: [RubricKey: [(sheet: Sheet, leaves: Bool)]] = [:]
    let leaving = Set(signed.keys.filter(isSetAside).map { RubricKey(studio: $0.studio, rubric: $0.rubric) })
    for (key, sheet) in signed {
      let place = RubricKey(studio: key.studio, rubric: key.rubric)
      if leaving.contains(place) { panels[place, default: []].append((sheet, isSetAside(key))) }
    }
    let order = panels.keys.sorted { left, right in
      left.studio != right.studio ? left.studio < right.studio : left.rubric < right.rubric
    }
    return order.map { place in
      let sheets = panels[place, default: []]
      let left = sheets.filter { !$0.leaves }
      return Effect(
        studio: place.studio, rubric: rules.rubrics[place.rubric].id, sheetsBefore: sheets.count,
        sheetsAfter: left.count, scoreBefore: score(of: sheets.map(\.sheet.marks), at: place),
        scoreAfter: score(of: left.map(\.sheet.marks), at: place))
    }
  }

  /// A rubric's score from complete sheets with what is added to it, rounded for reading; nil below the minimum panel.
  private func score(of sheets: [[String: Points]], at key: RubricKey) -> Points? {
    let place = key.rubric
    guard sheets.count >= rules.panel.minimum.value else { return nil }
    let rule = rules.panel.rule.value
    let panels: [[Points]] =
      switch rules.panel.scope.value {
      case .rubric: [sheets.map { $0.values.reduce(.zero, +) }]
      case .criterion: rules.rubrics[place].criteria.map { criterion in sheets.compactMap { $0[criterion.id] } }
      }
    var total = Exact.zero
    for panel in panels {
      guard let score = try? rule.combine(panel), let sum = try? total + score else { return nil }
      total = sum
    }
    guard let sum = try? total + Exact(added(to: key.studio, rubric: place)) else { return nil }
    return try? Points(halfUp: min(sum, Exact(rules.rubrics[place].maximum)))
  }

  private struct RubricKey: Hashable {
    let studio: ID<Studio>
    let rubric: Int
  }
}
