extension RuleSet {
  /// When yearly plans are due, and what they may hold (Art. 16).
  package struct Plans: Codable, Hashable, Sendable {
    package init() {}
  }
}
