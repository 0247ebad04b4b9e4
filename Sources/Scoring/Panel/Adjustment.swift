/// Points for a classified achievement, certified off the system: what it was for stands nowhere (Art. 17).
package struct Adjustment: Codable, Hashable, Sendable {
  /// What stands for the achievement, and says nothing of it.
  package let token: String
  /// Zero or more; the rubric's score is cut at its maximum.
  package let points: Points
  /// The id of one of the rule set's neutral reasons.
  package let reason: String

  package init(token: String, points: Points, reason: String) {
    self.token = token
    self.points = points
    self.reason = reason
  }
}

extension Scorebook {
  /// A studio by name, and a rubric by its place in the rule set.
  package struct RubricKey: Hashable, Sendable {
    package let studio: String
    package let rubric: Int
  }

  /// The points to be added to the panel's, of each rubric in rule-set order, by the studios' numbers.
  func adjustments(rubrics: Int) -> [Int: [Points]] {
    var sums: [Int: [Points]] = [:]
    for (key, adjustments) in adjustments {
      guard let studio = studios.find(key.studio), (0..<rubrics).contains(key.rubric) else { continue }
      let sum = adjustments.reduce(.zero) { $0 + $1.points }
      sums[studio, default: [Points](repeating: .zero, count: rubrics)][key.rubric] = sum
    }
    return sums
  }
}

extension PanelScore {
  /// The score with points added to the mean, exactly, and at most a maximum.
  package func adding(_ points: Points, atMost maximum: Points) -> PanelScore {
    let most = Points(hundredths: maximum.hundredths * count)
    return PanelScore(sum: min(most, sum + Points(hundredths: points.hundredths * count)), count: count)
  }
}
