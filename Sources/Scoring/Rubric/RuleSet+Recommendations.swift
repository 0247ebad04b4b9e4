extension RuleSet {
  /// For what studios and experts are recommended, and on which conditions (Art. 7, 13, 22).
  package struct Recommendations: Codable, Hashable, Sendable {
    package let conditions: [Condition]
    package let targets: [Target]

    package init(conditions: [Condition], targets: [Target]) {
      (self.conditions, self.targets) = (conditions, targets)
    }

    /// What has to be found met.
    package struct Condition: Codable, Hashable, Sendable {
      package let id: String
      package let label: Text
      package let about: Subject
      package let source: Source

      package init(id: String, label: Text, about: Subject, source: Source) {
        (self.id, self.label, self.about, self.source) = (id, label, about, source)
      }
    }

    /// Of whom a condition speaks: what was found of an expert says nothing of the next one (Art. 15).
    package enum Subject: String, Codable, CaseIterable, Hashable, Sendable {
      case unit
      case expert
    }

    /// A plaque or a title for which the bureau recommends.
    package struct Target: Codable, Hashable, Sendable {
      package let id: String
      package let label: Text
      /// The ids of its conditions, all of which have to be met.
      package let conditions: [String]
      package let source: Source

      package init(id: String, label: Text, conditions: [String], source: Source) {
        (self.id, self.label, self.conditions, self.source) = (id, label, conditions, source)
      }
    }
  }
}
