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
  var text: [UInt8] = []
  text.reserveCapacity(24)
  var rest = units.magnitude
  while rest > 0 || text.count < places + 2 {
    if text.count == places { text.append(UInt8(ascii: ".")) }
    text.append(0x30 + UInt8(rest % 10))
    rest /= 10
  }
  if units < 0 { text.append(UInt8(ascii: "-")) }
  text.reverse()
  return String(decoding: text, as: UTF8.self)
}

/// Ten to the power of `exponent`, 0 to 18.
package func powerOfTen(_ exponent: Int) -> Int {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
