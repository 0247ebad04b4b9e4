import Scoring

extension LifeReader {
  /// `life/retention.yaml`.
  func retention() -> RuleSet.Retention? {
    RuleSet.Retention()
  }
}
