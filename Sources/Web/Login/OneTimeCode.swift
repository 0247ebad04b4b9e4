import Scoring

/// What stands on a slip: 128 random bits, of which only the digest is kept.
///
/// Written in Crockford's base 32 (https://www.crockford.com/base32.html), which has no letters that look like digits.
package struct OneTimeCode: Hashable, Sendable {
  /// 26 digits, the first of them 0 to 7.
  package let digits: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 26

  /// A new one.
  package init() {
    var random = SystemRandomNumberGenerator()
    var bits = UInt128.random(in: .min ... .max, using: &random)
    var signs: [Character] = []
    for _ in 0..<Self.length {
      signs.append(Self.alphabet[Int(bits & 31)])
      bits >>= 5
    }
    digits = String(signs.reversed())
  }

  /// Reads what somebody typed, letter case, width, blanks and hyphens aside; nil where it can be no code.
  package init?(typed: String) {
    guard typed.utf8.count <= 200 else { return nil }
    var signs = ""
    for sign in typed.foldingWidth().uppercased() where !sign.isWhitespace && !"-—–－".contains(sign) {
      switch sign {
      case "O": signs.append("0")
      case "I", "L": signs.append("1")
      case let sign where Self.alphabet.contains(sign): signs.append(sign)
      default: return nil
      }
    }
    guard signs.count == Self.length, let first = signs.first, "01234567".contains(first) else { return nil }
    digits = signs
  }

  /// SHA-256, as it is kept.
  package var digest: String { Web.digest("code \(digits)") }

  /// In groups that are easy to type.
  package var grouped: String {
    var text = ""
    for (place, sign) in digits.enumerated() {
      if place > 0, place % 5 == 0, place < 25 { text.append("-") }
      text.append(sign)
    }
    return text
  }

  /// Where it is entered with one click.
  package func link(at address: String) -> String { "\(address)/enter?code=\(digits)" }
}
