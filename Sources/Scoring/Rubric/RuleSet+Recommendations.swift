extension RuleSet {
  /// For what studios and experts are recommended, and on which conditions (Art. 7, 13, 22).
  package struct Recommendations: Codable, Hashable, Sendable {
    package init() {}
  }
}
