import Scoring

extension LifeReader {
  /// `life/applications.yaml`.
  func applications() -> RuleSet.Applications? {
    RuleSet.Applications()
  }
}
