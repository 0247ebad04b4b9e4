import Scoring

extension LifeReader {
  /// `life/cancellation.yaml`.
  func cancellation() -> RuleSet.Cancellation? {
    RuleSet.Cancellation()
  }
}
