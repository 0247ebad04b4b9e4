/// A moment as it stands on a clock that is some minutes ahead of UTC, to the second: `2026-01-23 09:05:07`.
package struct Moment: Hashable, Sendable {
  /// The calendar day.
  package let day: Day
  /// The seconds since midnight, 0 to 86 399.
  private let seconds: Int

  /// The moment so many milliseconds after 1970 began in UTC; before that the first moment of 1970.
  package init(milliseconds: Int, utcOffset: Int) {
    day = Day(milliseconds: milliseconds, utcOffset: utcOffset)
    seconds = max(0, milliseconds / 1000 + utcOffset * 60) % 86_400
  }

  /// The time of day without its seconds: `09:05`.
  package var time: String { "\(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Moment: CustomStringConvertible {
  package var description: String { "\(day) \(time):\(Self.two(seconds % 60))" }
}
