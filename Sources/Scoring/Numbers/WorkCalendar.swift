/// Which days are working days: Monday to Friday, but for the holidays and make-up days that the State Council announces.
package struct WorkCalendar: Codable, Hashable, Sendable {
  package let years: [Year]

  /// One calendar year as announced.
  package struct Year: Codable, Hashable, Sendable {
    package let year: Int
    /// The document that announced it, 国办发明电〔2023〕7号.
    package let document: String
    /// Weekdays and other days off.
    package let holidays: [Day]
    /// Saturdays and Sundays on which people work.
    package let workdays: [Day]

    package init(year: Int, document: String, holidays: [Day], workdays: [Day]) {
      self.year = year
      self.document = document
      self.holidays = holidays
      self.workdays = workdays
    }
  }

  /// A calendar year of which nothing is known; guessing it would move deadlines.
  package struct Gap: Error, Hashable, Sendable {
    package let year: Int

    package init(year: Int) {
      self.year = year
    }
  }

  package init(years: [Year]) {
    self.years = years
  }

  /// Whether people work on a day.
  ///
  /// - Throws: ``Gap`` where the day's year has no data.
  package func isWorkday(_ day: Day) throws(Gap) -> Bool {
    guard let year = years.first(where: { $0.year == day.year }) else { throw Gap(year: day.year) }
    if year.holidays.contains(day) { return false }
    return !day.isWeekend || year.workdays.contains(day)
  }

  /// The last of so many working days, 1 or more, of which the first is the first working day after a day.
  ///
  /// - Throws: ``Gap`` where a day on the way lies in a year without data.
  package func adding(workdays count: Int, to day: Day) throws(Gap) -> Day {
    var (day, left) = (day, count)
    while left > 0 {
      let next = day.adding(days: 1)
      // The calendar's last day has none after it.
      guard next != day else { throw Gap(year: day.year) }
      day = next
      if try isWorkday(day) { left -= 1 }
    }
    return day
  }
}
