/// A calendar day of the Gregorian calendar, years 1000 to 9999, without time or zone.
public struct Day: Hashable, Sendable {
  /// The year, 1000 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A day that the calendar has, or nil.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.init(known: year, month, day)
  }

  /// A day that the caller knows to exist.
  init(known year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day that there is, 31 December 9999.
  public static let latest = Day(known: 9999, 12, 31)

  /// Reads `2025-03-31`, `2025/3/31`, `2025.3.31` or `2025年3月31日`, or gives nil.
  public init?(_ text: String) {
    if let day = Day(iso: text) {
      self = day
      return
    }
    let scalars = Array(text.unicodeScalars)
    let marks = scalars.filter { !("0"..."9").contains($0) }
    let styles: [[Unicode.Scalar]] = [["-", "-"], ["/", "/"], [".", "."], ["年", "月", "日"]]
    guard styles.contains(marks), scalars.first.map({ !marks.contains($0) }) == true else { return nil }
    let parts = scalars.split { marks.contains($0) }.map { part in String(String.UnicodeScalarView(part)) }
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2, parts[2].utf8.count <= 2,
      scalars.last == "日" || !marks.contains("日"),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `2025-03-31` alone, the form in which nearly every day is stored.
  private init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7: if byte != UInt8(ascii: "-") { return nil }
      case _ where !(0...9).contains(digit): return nil
      case 0..<4: numbers.0 = numbers.0 * 10 + digit
      case 5, 6: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// The same day so many calendar months later; the month's last day where there is no such day.
  ///
  /// 31 August and six months is the last of February. Past year 9999 it stays on the last day that exists.
  public func adding(months: Int) -> Day {
    let index = year * 12 + (month - 1) + months
    let (year, month) = (index / 12, index % 12 + 1)
    guard year <= 9999 else { return .latest }
    return Day(known: year, month, min(day, Self.days(in: month, of: year)))
  }

  /// The same day so many calendar days later, 0 or more; past year 9999 the last day that exists.
  public func adding(days: Int) -> Day {
    var (year, month, day) = (year, month, day + days)
    while day > Self.days(in: month, of: year) {
      day -= Self.days(in: month, of: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      if year > 9999 { return .latest }
    }
    return Day(known: year, month, day)
  }

  /// Whether it is a Saturday or a Sunday.
  package var isWeekend: Bool {
    // Sakamoto's method: the month's offset in a year that begins in March; 0 is Sunday.
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    let weekday = (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
    return weekday == 0 || weekday == 6
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Comparable, CustomStringConvertible {
  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as ISO 8601 writes it: `2025-03-31`.
  public var description: String {
    func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(number % 10) }
    let hyphen = UInt8(ascii: "-")
    let text = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen, digit(month / 10), digit(month),
      hyphen, digit(day / 10), digit(day),
    ]
    return String(decoding: text, as: UTF8.self)
  }
}

extension Day: Codable {
  /// Reads the ISO text that ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no calendar day")
    }
    self = day
  }

  /// Writes `"2025-03-31"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
