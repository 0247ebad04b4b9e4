extension RuleSet {
  /// What a studio files, shows and reports while it is in care (Art. 11, 12, 18, 23, 24).
  package struct Care: Codable, Hashable, Sendable {
    package init() {}
  }
}
