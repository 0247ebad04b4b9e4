extension Exact {
  /// The nearest multiple of a power of ten, half-up, counted in units of that power: 74.995 at two places is 7500.
  ///
  /// Half-up goes towards the larger number, as schools teach it for marks, which are never negative.
  ///
  /// - Parameter places: decimals to keep, 0 to 9.
  /// - Throws: ``NumberError/outOfRange`` where the result does not fit.
  package func roundedHalfUp(places: Int) throws(NumberError) -> Int {
    guard (0...9).contains(places) else { throw .outOfRange }
    // ⌊x·s + ½⌋ as ⌊(2·n·s + d) / 2·d⌋: one division, and no fraction on the way.
    let (doubled, first) = numerator.multipliedReportingOverflow(by: 2 * Int128(powerOfTen(places)))
    let (shifted, second) = doubled.addingReportingOverflow(denominator)
    let (divisor, third) = denominator.multipliedReportingOverflow(by: 2)
    guard !first, !second, !third else { throw .outOfRange }
    if shifted >> 63 == 0, divisor >> 63 == 0 {
      return Int(Int64(truncatingIfNeeded: shifted) / Int64(truncatingIfNeeded: divisor))
    }
    let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: divisor)
    guard let whole = Int(exactly: remainder < 0 ? quotient - 1 : quotient) else { throw .outOfRange }
    return whole
  }

  /// The number in plain decimals after one half-up rounding: 43/6 at two places is `7.17`.
  ///
  /// - Throws: ``NumberError/outOfRange``.
  package func decimal(places: Int) throws(NumberError) -> String {
    try decimalText(of: roundedHalfUp(places: places), places: places)
  }
}

/// A whole number of units of 10⁻ᵖˡᵃᶜᵉˢ in plain decimals: 7500 at two places is `75.00`.
package func decimalText(of units: Int, places: Int) -> String {
  guard places > 0 else { return "\(units)" }
  let scale = UInt(powerOfTen(places))
  let fraction = String(units.magnitude % scale)
  let zeros = String(repeating: "0", count: places - fraction.utf8.count)
  return "\(units < 0 ? "-" : "")\(units.magnitude / scale).\(zeros)\(fraction)"
}

/// Ten to the power of `exponent`, 0 to 18.
package func powerOfTen(_ exponent: Int) -> Int {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
