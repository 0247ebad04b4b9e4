import Scoring

extension LifeReader {
  /// `life/recommendations.yaml`.
  func recommendations() -> RuleSet.Recommendations? {
    RuleSet.Recommendations()
  }
}
