import Scoring
import TestSupport
import Testing

@Suite("Working days: Monday to Friday, holidays and make-up days as announced")
struct WorkCalendarTests {
  private func calendar() throws -> WorkCalendar { try #require(try Repository.host().rules.life?.calendar) }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    "Saturdays and Sundays are the weekend, whatever the century",
    arguments: [
      ("2026-11-21", true), ("2026-11-22", true), ("2026-11-23", false), ("2024-02-29", false), ("2000-01-01", true),
      ("1900-01-01", false), ("2100-02-28", true), ("2100-03-01", false),
    ])
  func weekends(_ text: String, _ isWeekend: Bool) throws {
    #expect(try day(text).isWeekend == isWeekend)
  }

  @Test(
    "days of the State Council's announcements",
    arguments: [
      // Spring Festival of 2026: off from 15 to 23 February, at work on the Saturdays before and after.
      ("2026-02-14", true), ("2026-02-16", false), ("2026-02-23", false), ("2026-02-24", true), ("2026-02-28", true),
      // National Day of 2025, with Mid-Autumn: 1 to 8 October, at work on 28 September and 11 October.
      ("2025-09-28", true), ("2025-10-08", false), ("2025-10-09", true), ("2025-10-11", true), ("2025-10-12", false),
      // Labour Day of 2024.
      ("2024-04-28", true), ("2024-05-03", false), ("2024-05-11", true), ("2024-05-12", false),
      // The last day of 2022 belonged to the New Year's holiday of 2023.
      ("2022-12-31", false), ("2023-01-02", false), ("2023-01-03", true),
    ])
  func announced(_ text: String, _ isWorkday: Bool) throws {
    #expect(try calendar().isWorkday(day(text)) == isWorkday)
  }

  @Test(
    "a period of working days begins with the first one after the day",
    arguments: [
      // Wednesday: Thursday, Friday, Monday to Wednesday.
      ("2026-03-04", 5, "2026-03-11"),
      // Published on Friday, 13 February 2026: the 14th (made up), 24 to 27 February.
      ("2026-02-13", 5, "2026-02-27"),
      // On a Sunday: Monday to Friday.
      ("2026-03-01", 5, "2026-03-06"), ("2026-03-01", 1, "2026-03-02"),
      // Over the turn of a year: 29 to 31 December 2025, 4 and 5 January 2026.
      ("2025-12-28", 5, "2026-01-05"),
      // Ten days over National Day 2024: 29 and 30 September, 8 to 12 October (the last made up), 14 to 16 October.
      ("2024-09-28", 10, "2024-10-16"),
    ])
  func adding(_ from: String, _ count: Int, _ until: String) throws {
    #expect(try calendar().adding(workdays: count, to: day(from)) == day(until))
  }

  @Test("a year without data is an error, however short the period")
  func gap() throws {
    let calendar = try calendar()
    let last = try #require(calendar.years.last?.year)
    #expect(throws: WorkCalendar.Gap(year: last + 1)) {
      try calendar.adding(workdays: 1, to: day("\(last)-12-31"))
    }
    #expect(throws: WorkCalendar.Gap(year: 2021)) { try calendar.isWorkday(day("2021-12-31")) }
    #expect(throws: WorkCalendar.Gap(year: 9999)) {
      let late = WorkCalendar(years: [.init(year: 9999, document: "-", holidays: [], workdays: [])])
      return try late.adding(workdays: 1, to: .latest)
    }
  }
}
