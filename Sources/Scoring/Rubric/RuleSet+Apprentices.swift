extension RuleSet {
  /// When an apprentice is exempt from the skill test (Art. 21).
  package struct Apprentices: Codable, Hashable, Sendable {
    /// How many months the training lasts at least.
    package var months: Cited<Int>
    /// The grades for which an apprentice can be proposed.
    package var grades: [Grade]

    package init(months: Cited<Int>, grades: [Grade]) {
      self.months = months
      self.grades = grades
    }

    /// A grade of the national vocational qualifications.
    package struct Grade: Codable, Hashable, Sendable {
      package var id: String
      package var label: Text
      package var source: Source

      package init(id: String, label: Text, source: Source) {
        self.id = id
        self.label = label
        self.source = source
      }
    }
  }
}
