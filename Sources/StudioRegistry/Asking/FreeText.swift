import Scoring

extension String {
  /// Refuses what is shaped like an identity-card or mobile number: the journal forgets nothing, so it must never hold them.
  ///
  /// Full-width digits and the usual groupings (138 1234 5678, 500235-19800101-123X) are seen through. A run of 15 digits is
  /// taken for an old identity number only where its middle can be a birthday, for certificates have such numbers, too.
  package func checkFreeText() throws(Refusal) {
    let runs = DigitRun.all(in: foldingWidth())
    for (place, run) in runs.enumerated() {
      if run.isIdentity { throw .identityNumber }
      if run.isMobile { throw .mobileNumber }
      var joined = run
      for next in runs[(place + 1)...].prefix(3) {
        guard next.followsClosely else { break }
        joined.append(next)
        if joined.lengths == [6, 8, 4] || joined.lengths == [6, 4, 4, 4], joined.isIdentity { throw .identityNumber }
        if joined.lengths == [3, 4, 4] || joined.lengths == [2, 3, 4, 4], joined.isMobile { throw .mobileNumber }
      }
    }
  }
}

/// Digits that stand together, or in groups with single spaces or hyphens between them.
private struct DigitRun {
  var digits: [UInt8] = []
  var lengths: [Int] = []
  /// Whether an X stands behind the digits, as the last sign of an identity number may be.
  var endsInX = false
  /// Whether one space or hyphen parts it from the run before.
  var followsClosely = false

  mutating func append(_ other: DigitRun) {
    digits += other.digits
    lengths += other.lengths
    endsInX = other.endsInX
    // The X counts as a digit of its group: 123X is four long.
    if other.endsInX, !lengths.isEmpty { lengths[lengths.count - 1] += 1 }
  }

  var isIdentity: Bool {
    if digits.count == 18 || (digits.count == 17 && endsInX) { return true }
    guard digits.count == 15 else { return false }
    let (month, day) = (number(8..<10), number(10..<12))
    return (1...12).contains(month) && (1...31).contains(day)
  }

  var isMobile: Bool {
    let own = digits.count == 13 && digits.starts(with: [8, 6]) ? digits[2...] : digits[...]
    return own.count == 11 && own.first == 1 && own.dropFirst().first.map { (3...9).contains($0) } == true
  }

  private func number(_ places: Range<Int>) -> Int { digits[places].reduce(0) { $0 * 10 + Int($1) } }

  static func all(in text: String) -> [DigitRun] {
    var runs: [DigitRun] = []
    var gap: [Unicode.Scalar] = ["."]
    var isOpen = false
    for scalar in text.unicodeScalars {
      if let digit = UInt8(exactly: scalar.value).flatMap({ (0x30...0x39).contains($0) ? $0 - 0x30 : nil }) {
        if !isOpen {
          runs.append(DigitRun(followsClosely: gap.count == 1 && [" ", "-", "\u{3000}"].contains(gap[0])))
          isOpen = true
          gap = []
        }
        runs[runs.count - 1].digits.append(digit)
      } else {
        if isOpen {
          runs[runs.count - 1].lengths = [runs[runs.count - 1].digits.count]
          runs[runs.count - 1].endsInX = scalar == "X" || scalar == "x"
          isOpen = false
        }
        if !(gap.isEmpty && (scalar == "X" || scalar == "x")) { gap.append(scalar) }
      }
    }
    if isOpen { runs[runs.count - 1].lengths = [runs[runs.count - 1].digits.count] }
    return runs
  }
}

extension String {
  /// The text as names are compared: without white space or invisible signs, full-width letters and digits as plain ones.
  package var withoutSpacing: String {
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: foldingWidth().unicodeScalars.filter { !$0.isBlank })
    return String(plain)
  }

  /// The text without white space or invisible signs at its ends.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether the text may be a login or a studio's code: ASCII letters, digits and hyphens, a letter first, at most 40.
  var isLogin: Bool {
    guard let first = utf8.first, utf8.count <= 40, (0x41...0x5A).contains(first & 0xDF) else { return false }
    return unicodeScalars.allSatisfy { $0 == "-" || "a"..."z" ~= $0 || "A"..."Z" ~= $0 || "0"..."9" ~= $0 }
  }

  /// Whether it is a SHA-256 as the journal has them: 64 digits and small letters a to f.
  var isDigest: Bool {
    utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { properties.isWhitespace || properties.generalCategory == .format }
}
