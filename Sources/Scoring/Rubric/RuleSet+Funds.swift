extension RuleSet {
  /// Subsidy, match, yearly funds and purposes (Art. 12(5), 19, 23).
  package struct Funds: Codable, Hashable, Sendable {
    /// The county's subsidy, once for each studio (Art. 19).
    package let subsidy: Grant
    /// From what money the county pays it.
    package let origin: Cited<Text>
    /// The least that the unit adds to it.
    package let match: Grant
    /// The least that the unit gives in each later year; 0 where any amount will do.
    package let yearly: Cited<Int>
    /// How many calendar years after that of the confirmation the first yearly funds are due.
    package let firstYear: Cited<Int>
    /// For what the subsidy is meant; the list is open, so that something else is flagged and not refused.
    package let purposes: [Choice]
    /// The levels above the county's, whose one-off subsidy excludes the county's.
    package let levels: [Choice]

    /// A sum in whole yuan, and by the end of which year it is due.
    package struct Grant: Codable, Hashable, Sendable {
      package let yuan: Cited<Int>
      /// Calendar years after that of the confirmation; 0 is the year of confirmation itself.
      package let within: Cited<Int>

      package init(yuan: Cited<Int>, within: Cited<Int>) {
        (self.yuan, self.within) = (yuan, within)
      }
    }

    /// Something that can be chosen, with the words that a person reads.
    package struct Choice: Codable, Hashable, Sendable {
      package let id: String
      package let label: Text
      package let source: Source

      package init(id: String, label: Text, source: Source) {
        (self.id, self.label, self.source) = (id, label, source)
      }
    }

    package init(
      subsidy: Grant, origin: Cited<Text>, match: Grant, yearly: Cited<Int>, firstYear: Cited<Int>,
      purposes: [Choice], levels: [Choice]
    ) {
      (self.subsidy, self.origin, self.match) = (subsidy, origin, match)
      (self.yearly, self.firstYear, self.purposes, self.levels) = (yearly, firstYear, purposes, levels)
    }
  }
}
