extension RowCursor {
  /// Where the row after this one begins.
  package var offset: Int { position }

  @inlinable @inline(__always)
  package func range(of field: Int) -> Range<Int> {
    let first = field == 0 ? 0 : ends[field &- 1] &+ 1
    return Range(uncheckedBounds: (first, max(first, ends[field])))
  }

  /// The field's bytes as one number where there are at most eight, for comparing short ids; else 0.
  @inlinable @inline(__always)
  package func word(_ field: Int) -> UInt64 {
    let range = range(of: field)
    let length = range.upperBound &- range.lowerBound
    guard length <= 8, length > 0 else { return 0 }
    let word = base.loadUnaligned(fromByteOffset: start &+ range.lowerBound, as: UInt64.self)
    return word & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
  }

  /// The field as hundredths where it is a plain number such as `9`, `8.5` or `12.75`, else -1.
  @inlinable @inline(__always)
  package func hundredths(_ field: Int) -> Int32 {
    let range = range(of: field)
    let word = base.loadUnaligned(fromByteOffset: start &+ range.lowerBound, as: UInt64.self)
    return Self.hundredths(in: word, length: range.upperBound &- range.lowerBound)
  }

  /// The plain number in a word's first bytes in hundredths, else -1; without a branch on its digits, for marks are too
  /// irregular for a processor to foresee.
  @inlinable @inline(__always)
  package static func hundredths(in word: UInt64, length: Int) -> Int32 {
    guard length > 0, length <= 8 else { return -1 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bytes = word & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
    let dots = find(UInt8(ascii: "."), in: bytes)
    let hasDot = dots != 0
    let whole = hasDot ? dots.trailingZeroBitCount &>> 3 : length
    let decimals = length &- whole &- (hasDot ? 1 : 0)
    guard whole &- 1 < 6, decimals <= 2, !hasDot || decimals > 0, whole > 0 else { return -1 }
    // The digits without the dot, and zeros for missing decimals, pushed to the word's upper end: there a word holds a
    // number as one reads it.
    let beforeDot = hasDot ? ((dots & (0 &- dots)) &- 1) &>> 7 : UInt64.max
    let digits = bytes & beforeDot | bytes &>> 8 & ~beforeDot
    let filled = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* (whole &+ decimals))
    let values = ((digits ^ ones &* 0x30) & filled) &<< UInt64(truncatingIfNeeded: 48 &- 8 &* whole)
    // A byte is at most 9 where neither it nor its sum with 0x76 has the top bit.
    guard (values | (values &+ ones &* 0x76)) & (ones &<< 7) == 0 else { return -1 }
    let pairs = (values &* 10 &+ values &>> 8) & 0x00FF_00FF_00FF_00FF
    let quads = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int32(truncatingIfNeeded: quads &* 10_000 &+ quads &>> 32)
  }

  /// The field's bytes where they are the text: ASCII, without quotes, blanks at the ends, or nothing at all.
  package func plainBytes(_ field: Int) -> UnsafeRawBufferPointer? {
    let range = range(of: field)
    guard let last = range.last, byte(range.lowerBound) > 0x20, byte(last) > 0x20 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: base + start + range.lowerBound, count: range.count)
    return bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\"") } ? bytes : nil
  }

  /// The field's text, without quotes and without blanks around it.
  package func text(_ field: Int) -> String {
    let range = range(of: field)
    var bytes = UnsafeRawBufferPointer(start: base + start + range.lowerBound, count: range.count)
    if hasQuotes, let quote = Self.openingQuote(base + start, from: range.lowerBound, limit: count - start) {
      let inside = Array(bytes[(quote - range.lowerBound + 1)...])
      return Self.unquoted(inside).withUnsafeBytes { String(decoding: Self.trimmed($0), as: UTF8.self) }
    }
    bytes = Self.trimmed(bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The texts of the row's fields, of at most as many as the cursor was made for and one more.
  package var texts: [String] { (0..<min(fields, capacity)).map { text($0) } }

  /// What stands between the quotes, and nothing after the closing one; a doubled quote is one.
  private static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
        index += 1
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  private static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let base = bytes.baseAddress else { return bytes }
    var (first, last) = (0, bytes.count)
    while case let width = blank(base, at: first, limit: last), width > 0 { first += width }
    while last > first {
      let width = [1, 2, 3].first { last - $0 >= first && blank(base, at: last - $0, limit: last) == $0 }
      guard let width else { break }
      last -= width
    }
    return UnsafeRawBufferPointer(rebasing: bytes[first..<last])
  }

  /// The width of a blank at an offset: a space, tab, no-break space or ideographic space; 0 where there is none.
  static func blank(_ base: UnsafeRawPointer, at offset: Int, limit: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { index < limit ? base.load(fromByteOffset: index, as: UInt8.self) : 0 }
    switch byte(offset) {
    case 0x20, 0x09: return 1
    case 0xC2: return byte(offset + 1) == 0xA0 ? 2 : 0
    case 0xE3: return byte(offset + 1) == 0x80 && byte(offset + 2) == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The offset of a field's opening quote, where its first character that is no blank is one.
  static func openingQuote(_ base: UnsafeRawPointer, from offset: Int, limit: Int) -> Int? {
    var offset = offset
    while case let width = blank(base, at: offset, limit: limit), width > 0 { offset += width }
    guard offset < limit, base.load(fromByteOffset: offset, as: UInt8.self) == UInt8(ascii: "\"") else { return nil }
    return offset
  }

  /// Where the last whole row ends in bytes that begin with a row and may have quoted line breaks; 0 where none does.
  static func endOfLastRow(_ bytes: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var (offset, end) = (0, 0)
    var isFieldStart = true
    while offset < bytes.count {
      if isFieldStart, let quote = openingQuote(base, from: offset, limit: bytes.count) {
        offset = quote + 1
        while offset < bytes.count,
          bytes[offset] != UInt8(ascii: "\"") || offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\"")
        {
          offset += bytes[offset] == UInt8(ascii: "\"") ? 2 : 1
        }
      } else if bytes[offset] == UInt8(ascii: "\n") {
        end = offset + 1
      }
      isFieldStart = offset < bytes.count && (bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: "\n"))
      offset += 1
    }
    return end
  }
}
