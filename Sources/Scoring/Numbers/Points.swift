/// An exact number of points, in hundredths, as judges write them and outcomes publish them.
///
/// Sums of points are exact and independent of order; means are ``Exact`` and become points once, at the end.
public struct Points: Hashable, Comparable, Sendable {
  /// The points in hundredths: 7500 is 75.00.
  public let hundredths: Int

  /// No points.
  public static let zero = Points(hundredths: 0)

  /// A number of hundredths.
  public init(hundredths: Int) {
    self.hundredths = hundredths
  }

  /// Rounds an exact number half-up to hundredths: 74.995 becomes 75.00, 74.994 becomes 74.99.
  ///
  /// - Throws: ``NumberError/outOfRange`` where the result does not fit.
  public init(halfUp exact: Exact) throws(NumberError) {
    hundredths = try exact.roundedHalfUp(places: 2)
  }

  /// Reads a plain decimal number of at most two decimals and nine digits before them, or gives nil.
  public init?(_ text: String) {
    guard case .success(let units) = DecimalNumber.units(in: text.utf8, places: 2) else { return nil }
    hundredths = units
  }

  /// Orders by value.
  public static func < (left: Points, right: Points) -> Bool {
    left.hundredths < right.hundredths
  }

  /// The sum; points are bounded by what files may hold, so a sum of any real panel fits.
  public static func + (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths + right.hundredths)
  }

  /// The difference, which may be negative.
  public static func - (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths - right.hundredths)
  }
}

extension Points: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// Whole points: `9` is 9.00.
  public init(integerLiteral value: Int) {
    hundredths = value * 100
  }

  /// The points with two decimals: `75.00`.
  public var description: String {
    decimalText(of: hundredths, places: 2)
  }
}

extension Points: Codable {
  /// Reads the two-decimal text that ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let points = Points(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no number of points")
    }
    self = points
  }

  /// Writes `"75.00"`: text, because a reader's floating point must not touch a mark.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
