/// The slots of a score sheet: one for each criterion in rule-set order, then one for each rubric marked whole.
package struct SheetLayout: Sendable {
  package let rubrics: [RubricSlots]
  /// The most that each slot takes, in hundredths.
  package let maximums: [Int32]
  /// The id of each slot's criterion or rubric.
  package let ids: [String]

  /// A rubric's slots.
  package struct RubricSlots: Sendable {
    package let criteria: Range<Int>
    package let whole: Int
  }

  package init(_ rules: RuleSet) {
    let criteria = rules.rubrics.flatMap(\.criteria)
    var start = 0
    rubrics = rules.rubrics.enumerated().map { place, rubric in
      defer { start += rubric.criteria.count }
      return RubricSlots(criteria: start..<(start + rubric.criteria.count), whole: criteria.count + place)
    }
    ids = criteria.map(\.id) + rules.rubrics.map(\.id)
    maximums = (criteria.map(\.maximum) + rules.rubrics.map(\.maximum)).map { Int32(clamping: $0.hundredths) }
  }

  /// How many slots a sheet has.
  package var width: Int { ids.count }

  /// The place in the rule set of the rubric that a slot belongs to.
  package func rubric(of slot: Int) -> Int {
    let criteria = width - rubrics.count
    return slot >= criteria ? slot - criteria : rubrics.firstIndex { $0.criteria.contains(slot) } ?? 0
  }

  /// Whether a slot is for a rubric marked whole.
  package func isWhole(_ slot: Int) -> Bool { slot >= width - rubrics.count }
}
