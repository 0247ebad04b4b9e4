/// Reading plain decimal numbers: digits, and at most one point with digits after it. No sign, exponent or grouping.
package enum DecimalNumber {
  /// Why a text is not such a number.
  package enum Fault: Error, Hashable, Sendable {
    case notANumber
    case negative
    case tooManyDecimals
    case tooManyDigits
  }

  /// The most digits that may stand before the point.
  package static let digits = 9

  /// The number in units of 10⁻ᵖˡᵃᶜᵉˢ: `8.5` at two places is 850.
  package static func units(in text: some Sequence<UInt8>, places: Int) -> Result<Int, Fault> {
    var bytes = Array(text)
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
    guard isPlain, let whole = parts.first else { return .failure(.notANumber) }
    guard !negative else { return .failure(.negative) }
    guard whole.drop(while: { $0 == 0x30 }).count <= digits else { return .failure(.tooManyDigits) }
    let decimals = parts.count == 2 ? parts[1] : []
    guard decimals.count <= places else { return .failure(.tooManyDecimals) }
    let zeros = repeatElement(UInt8(ascii: "0"), count: places - decimals.count)
    let significant = whole.drop { $0 == 0x30 } + decimals + zeros
    return .success(significant.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}
