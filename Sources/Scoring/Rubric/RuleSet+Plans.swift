extension RuleSet {
  /// When yearly plans are due, and what they may hold (Art. 16).
  package struct Plans: Codable, Hashable, Sendable {
    /// The month, and the last day in it, of the year before the plan's own.
    package var dueMonth: Cited<Int>
    package var dueDay: Cited<Int>
    /// The most that an item may weigh; the least is 1.
    package var mostWeight: Cited<Int>
    /// How many months of the year the expert has to work in the studio (Art. 6(2)).
    package var expertMonths: Cited<Int>

    package init(dueMonth: Cited<Int>, dueDay: Cited<Int>, mostWeight: Cited<Int>, expertMonths: Cited<Int>) {
      (self.dueMonth, self.dueDay) = (dueMonth, dueDay)
      (self.mostWeight, self.expertMonths) = (mostWeight, expertMonths)
    }

    /// The last day on which a year's plan is in time; the month's last day where there is no such day.
    package func due(for year: Int) -> Day? {
      Day(year: year - 1, month: dueMonth.value, day: dueDay.value)
        ?? Day(year: year - 1, month: dueMonth.value, day: 1)?.lastOfMonth
    }
  }
}

extension Day {
  fileprivate var lastOfMonth: Day { (28...31).compactMap { Day(year: year, month: month, day: $0) }.last ?? self }
}
