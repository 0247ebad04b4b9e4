extension RuleSet {
  /// What the public notice of a round says beside unit, occupation, grade and excellence; what is nil, it does not say.
  package struct PublicNotice: Codable, Hashable, Sendable {
    /// Whether it gives final scores.
    package let scores: Cited<Bool>?
    /// Whether it lists studios that failed, or that have no outcome.
    package let unqualified: Cited<Bool>?
    /// Whether it gives the official name, which begins with that of the named expert (Art. 9).
    package let names: Cited<Bool>?
    /// Where and how to object; nil where both departments' names have to do (Art. 4).
    package let channels: Cited<Text>?

    package init(
      scores: Cited<Bool>? = nil, unqualified: Cited<Bool>? = nil, names: Cited<Bool>? = nil,
      channels: Cited<Text>? = nil
    ) {
      (self.scores, self.unqualified, self.names, self.channels) = (scores, unqualified, names, channels)
    }

    /// Whether it shows them; what a rule set does not say, is not shown.
    package var showsScores: Bool { scores?.value ?? false }
    package var showsUnqualified: Bool { unqualified?.value ?? false }
    package var showsNames: Bool { names?.value ?? false }
  }
}

extension RuleSet.Rounds {
  /// What the public notice says; of rules that say nothing of it, nothing beside what every notice has.
  package var noticeContent: RuleSet.PublicNotice { publicNotice ?? RuleSet.PublicNotice() }
}
