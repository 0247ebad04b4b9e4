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
    var (isNegative, hasPoint) = (false, false)
    var (places, whole, significant, decimals) = (places, 0, 0, 0)
    var number = 0
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where place == 0: isNegative = true
      case UInt8(ascii: ".") where !hasPoint && whole > 0: hasPoint = true
      case 0x30...0x39:
        // What wraps here has too many digits, and is refused below.
        number = number &* 10 &+ Int(byte - 0x30)
        if hasPoint {
          decimals += 1
        } else {
          whole += 1
          if significant > 0 || byte > 0x30 { significant += 1 }
        }
      default: return .failure(.notANumber)
      }
    }
    guard whole > 0, !hasPoint || decimals > 0 else { return .failure(.notANumber) }
    guard !isNegative else { return .failure(.negative) }
    guard significant <= digits else { return .failure(.tooManyDigits) }
    guard decimals <= places else { return .failure(.tooManyDecimals) }
    while places > decimals {
      number *= 10
      places -= 1
    }
    return .success(number)
  }
}
