extension RuleSet {
  /// How long each kind of record is kept.
  package struct Retention: Codable, Hashable, Sendable {
    package init() {}
  }
}
