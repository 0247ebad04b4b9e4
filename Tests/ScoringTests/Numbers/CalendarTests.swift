import Scoring
import Testing

@Suite("Days and periods")
struct CalendarTests {
  @Test(
    "a day is read in every form that tables use",
    arguments: ["2025-03-31", "2025/3/31", "2025.3.31", "2025年3月31日", "2025.03.31"])
  func forms(_ text: String) throws {
    #expect(Day(text) == Day(year: 2025, month: 3, day: 31))
  }

  @Test(
    "what no calendar has is refused",
    arguments: [
      "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "25-03-31", "2025-3", "2025-03-31-", "-2025-03-31",
      "2025-03/31", "20250331", "2025年3月31", "", "2025-03-031",
    ])
  func refused(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test("leap years follow Gregory", arguments: [(2024, true), (1900, false), (2000, true), (2023, false)])
  func leap(_ year: Int, _ isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(
    "six months later is the month's last day where there is no such day",
    arguments: [
      ("2024-08-31", "2025-02-28"), ("2023-08-31", "2024-02-29"), ("2025-07-01", "2026-01-01"),
      ("2025-06-30", "2025-12-30"), ("2025-12-31", "2026-06-30"), ("9999-12-01", "9999-12-31"),
    ])
  func months(_ from: String, _ to: String) throws {
    #expect(try #require(Day(from)).adding(months: 6).description == to)
  }

  @Test("a period is whole calendar years")
  func period() throws {
    let period = try #require(Period("2024-01-01..2025-12-31"))
    #expect(period.years == 2024...2025)
    #expect(period.lastDay.description == "2025-12-31")
    #expect(period.contains(try #require(Day("2024-01-01"))))
    #expect(!period.contains(try #require(Day("2026-01-01"))))
    for text in ["2024-01-02..2025-12-31", "2024-01-01..2025-12-30", "2025-01-01..2024-12-31", "2024..2025", "x", ""] {
      #expect(Period(text) == nil, "\(text)")
    }
  }
}
