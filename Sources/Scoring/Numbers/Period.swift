/// Whole calendar years that an assessment looks at (Art. 13: two of them).
public struct Period: Hashable, Sendable {
  /// The years, first to last.
  public let years: ClosedRange<Int>

  /// The whole years from one to another, 1000 to 9999.
  public init?(years: ClosedRange<Int>) {
    guard years.lowerBound >= 1000, years.upperBound <= 9999 else { return nil }
    self.years = years
  }

  /// Reads `2024-01-01..2025-12-31`; nil where it is anything but whole calendar years.
  public init?(_ text: String) {
    guard let dots = text.firstIndex(of: "."), let first = Day(String(text[..<dots])) else { return nil }
    let rest = text[dots...]
    guard rest.hasPrefix(".."), let last = Day(String(rest.dropFirst(2))) else { return nil }
    guard (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31), first < last else { return nil }
    self.init(years: first.year...last.year)
  }

  /// The period's last day, a 31 December.
  public var lastDay: Day { Day(known: years.upperBound, 12, 31) }

  /// Whether the day falls into the period.
  public func contains(_ day: Day) -> Bool { years.contains(day.year) }
}

extension Period: Codable {
  /// Reads the text that ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = Period(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no period of whole years")
    }
    self = period
  }

  /// Writes `"2024-01-01..2025-12-31"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Period: CustomStringConvertible {
  /// The period as one types it: `2024-01-01..2025-12-31`.
  public var description: String { "\(years.lowerBound)-01-01..\(years.upperBound)-12-31" }
}
