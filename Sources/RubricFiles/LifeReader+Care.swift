import Scoring

extension LifeReader {
  /// `life/care.yaml`.
  func care() -> RuleSet.Care? {
    RuleSet.Care()
  }
}
