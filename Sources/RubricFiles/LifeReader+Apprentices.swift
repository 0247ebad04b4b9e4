import Scoring

extension LifeReader {
  /// `life/apprentices.yaml`.
  func apprentices() -> RuleSet.Apprentices? {
    RuleSet.Apprentices()
  }
}
