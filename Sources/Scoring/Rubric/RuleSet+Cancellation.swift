extension RuleSet {
  /// How a title is cancelled, and what an affected studio is told (Art. 14, 15).
  package struct Cancellation: Codable, Hashable, Sendable {
    package init() {}
  }
}
