extension RuleSet {
  /// How studios are applied for, reviewed, put on notice and confirmed (Art. 5–9).
  package struct Applications: Codable, Hashable, Sendable {
    package init() {}
  }
}
