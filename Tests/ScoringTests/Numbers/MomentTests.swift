import Scoring
import Testing

@Suite("Moments on a clock")
struct MomentTests {
  /// 1 769 130 307 seconds are 20 476 days, which lead to 2026-01-23, and 3907 seconds: an hour, five minutes, 7 seconds.
  @Test(
    "a moment has the day and the time of the place whose clock it is",
    arguments: [
      (1_769_130_307_000, 0, "2026-01-23 01:05:07", "01:05"), (1_769_130_307_999, 480, "2026-01-23 09:05:07", "09:05"),
      (1_769_130_307_000, 840, "2026-01-23 15:05:07", "15:05"), (0, 0, "1970-01-01 00:00:00", "00:00"),
      (59_000, 480, "1970-01-01 08:00:59", "08:00"), (1_769_183_999_000, 480, "2026-01-23 23:59:59", "23:59"),
      (1_769_184_000_000, 480, "2026-01-24 00:00:00", "00:00"), (-5000, 0, "1970-01-01 00:00:00", "00:00"),
    ])
  func shown(milliseconds: Int, utcOffset: Int, expected: String, time: String) {
    let moment = Moment(milliseconds: milliseconds, utcOffset: utcOffset)
    #expect(moment.description == expected)
    #expect(moment.time == time)
    #expect(moment.day.description == String(expected.prefix(10)))
  }
}
