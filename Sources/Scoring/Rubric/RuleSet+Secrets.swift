extension RuleSet {
  /// What may be said of a classified achievement (Art. 17).
  package struct Secrets: Codable, Hashable, Sendable {
    /// The only words that a certification of points may give as its reason.
    package let reasons: [NeutralReason]

    package init(reasons: [NeutralReason]) {
      self.reasons = reasons
    }

    /// The words of a reason by its id; the id itself where the list does not have it.
    package func words(of reason: String) -> Text {
      reasons.first { $0.id == reason }?.title ?? Text(zh: reason, en: reason)
    }
  }

  /// A reason that says nothing of what was achieved.
  package struct NeutralReason: Codable, Hashable, Sendable {
    package let id: String
    package let title: Text
    package let source: Source

    package init(id: String, title: Text, source: Source) {
      self.id = id
      self.title = title
      self.source = source
    }
  }
}
