extension RuleSet {
  /// Subsidy, match, yearly funds and purposes (Art. 12(5), 19, 23).
  package struct Funds: Codable, Hashable, Sendable {
    package init() {}
  }
}
