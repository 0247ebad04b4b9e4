package import Scoring

/// How a rubric's score came about.
package struct RubricSettled: Codable, Hashable, Sendable {
  /// The rubric's id.
  package let rubric: String
  /// Each judge's points, by login; a sheet that was left out has none.
  package let judges: [String: Points]
  /// The judges recused, or expected and absent.
  package let recused: [String]
  package let absent: [String]
  /// One for the rubric, or one for each criterion; none below the minimum panel.
  package let panels: [PanelSettled]
  /// What was added for classified achievements (Art. 17); nil where nothing was.
  package let adjustments: [Adjustment]?
  /// Whether the rubric's maximum cut the sum; nil where nothing was added.
  package let isCapped: Bool?

  package struct PanelSettled: Codable, Hashable, Sendable {
    /// Nil where the rule applies to the rubric's sum.
    package let criterion: String?
    package let lowest: [String]
    package let highest: [String]
    package let sum: Points
    package let count: Int
    /// The mean as an exact fraction.
    package let exact: String
  }
}

extension RubricSettled {
  /// The panel's mean before anything is added; nil below the minimum panel.
  package var panelScore: PanelScore? {
    panels.first.map { PanelScore(sum: panels.reduce(.zero) { $0 + $1.sum }, count: $0.count) }
  }

  /// The points that were added (Art. 17).
  package var added: Points { (adjustments ?? []).reduce(.zero) { $0 + $1.points } }

  /// The rubric's score with what was added to it, cut at the rubric's maximum; nil below the minimum panel.
  package func score(atMost maximum: Points) -> PanelScore? {
    added > .zero ? panelScore?.adding(added, atMost: maximum) : panelScore
  }

  /// What the panel rule did with a judge's sheet: for the rubric, or criterion by criterion.
  package func fates(of judge: String) -> [(criterion: String?, fate: Combination.Fate)] {
    panels.map { panel in
      let fate: Combination.Fate =
        panel.lowest.contains(judge) ? .lowest : panel.highest.contains(judge) ? .highest : .kept
      return (panel.criterion, fate)
    }
  }
}
