extension RuleSet {
  /// When an apprentice is exempt from the skill test (Art. 21).
  package struct Apprentices: Codable, Hashable, Sendable {
    package init() {}
  }
}
