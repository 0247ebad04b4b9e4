import Scoring

extension LifeReader {
  /// `life/funds.yaml`.
  func funds() -> RuleSet.Funds? {
    RuleSet.Funds()
  }
}
