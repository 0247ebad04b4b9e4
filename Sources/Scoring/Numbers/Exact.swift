/// A number that does not fit, or a division by zero: refused, never wrapped.
public enum NumberError: Error, Hashable, Sendable {
  /// The result is beyond what the type holds.
  case outOfRange
  /// A fraction with nothing below its line.
  case divisionByZero
}

/// An exact fraction, always reduced, with its sign above the line.
///
/// Means of panels are exact fractions until the one rounding that the rules name. Numerator and denominator are 128 bits
/// wide: a panel of a million judges on the widest scale still fits; what does not is refused with
/// ``NumberError/outOfRange``.
public struct Exact: Hashable, Sendable {
  /// The number above the line; it carries the sign.
  public let numerator: Int128
  /// The number below the line, 1 or more.
  public let denominator: Int128

  /// Zero, as 0/1.
  public static let zero = Exact(0)

  /// A whole number.
  public init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A fraction in lowest terms.
  ///
  /// - Throws: ``NumberError/divisionByZero``, or ``NumberError/outOfRange`` for the one value without a magnitude.
  public init(_ numerator: Int128, over denominator: Int128) throws(NumberError) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .outOfRange }
    self.init(reducing: denominator < 0 ? -numerator : numerator, over: Int128(denominator.magnitude))
  }

  /// A fraction of parts that the caller knows to be in range: `denominator` 1 or more, `numerator` not the least value.
  init(reducing numerator: Int128, over denominator: Int128) {
    // Nearly every fraction fits machine words, where division is many times cheaper.
    if numerator >> 63 == 0, denominator >> 63 == 0 {
      let (above, below) = (UInt64(truncatingIfNeeded: numerator), UInt64(truncatingIfNeeded: denominator))
      let divisor = Self.greatestCommonDivisor(above, below)
      self.numerator = Int128(above / divisor)
      self.denominator = Int128(below / divisor)
    } else {
      let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
      self.numerator = numerator / divisor
      self.denominator = denominator / divisor
    }
  }

  /// Points as a fraction: 7.50 is 15/2.
  public init(_ points: Points) {
    self.init(reducing: Int128(points.hundredths), over: 100)
  }

  private static func greatestCommonDivisor<Number: UnsignedInteger>(_ first: Number, _ second: Number) -> Number {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension Exact {
  /// The exact sum.
  ///
  /// - Throws: ``NumberError/outOfRange``.
  public static func + (left: Exact, right: Exact) throws(NumberError) -> Exact {
    if left.denominator == right.denominator {
      return try Exact(sum(left.numerator, right.numerator), over: left.denominator)
    }
    return try Exact(
      sum(product(left.numerator, right.denominator), product(right.numerator, left.denominator)),
      over: product(left.denominator, right.denominator))
  }

  /// The exact product.
  ///
  /// - Throws: ``NumberError/outOfRange``.
  public static func * (left: Exact, right: Exact) throws(NumberError) -> Exact {
    try Exact(product(left.numerator, right.numerator), over: product(left.denominator, right.denominator))
  }

  /// The exact quotient.
  ///
  /// - Throws: ``NumberError/divisionByZero`` or ``NumberError/outOfRange``.
  public static func / (left: Exact, right: Exact) throws(NumberError) -> Exact {
    try Exact(product(left.numerator, right.denominator), over: product(left.denominator, right.numerator))
  }

  private static func sum(_ left: Int128, _ right: Int128) throws(NumberError) -> Int128 {
    let (value, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .outOfRange }
    return value
  }

  private static func product(_ left: Int128, _ right: Int128) throws(NumberError) -> Int128 {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw .outOfRange }
    return value
  }
}

extension Exact: Comparable {
  /// Compares by cross-multiplication at twice the width, so that it cannot overflow.
  public static func < (left: Exact, right: Exact) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
    let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
    return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
  }
}

extension Exact: CustomStringConvertible {
  /// The fraction as one writes it: `14999/200`, or `75` where it is whole.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
