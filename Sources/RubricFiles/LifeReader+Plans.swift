import Scoring

extension LifeReader {
  /// `life/plans.yaml`.
  func plans() -> RuleSet.Plans? {
    RuleSet.Plans()
  }
}
