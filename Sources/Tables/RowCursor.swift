/// Walks over the rows of a block in place: no copy is made of a field until somebody asks for its text.
///
/// It notices which leading fields equal those of the row before, which in score sheets is nearly all of a row. All unsafe
/// reading of rows stands in this file; the block's padding makes eight-byte loads past the last field harmless.
package struct RowCursor: ~Copyable {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let count: Int
  @usableFromInline let hasQuotes: Bool
  /// The ends of the fields, counted from the row's first byte; a separator stands there.
  @usableFromInline let ends: UnsafeMutablePointer<Int>
  @usableFromInline let capacity: Int
  @usableFromInline var position = 0
  @usableFromInline var start = 0
  @usableFromInline var hasPrevious = false

  /// How many fields the row has.
  package private(set) var fields = 0
  /// How many leading fields are, byte for byte, those of the row before.
  package private(set) var repeated = 0
  /// The line on which the row begins, and the line on which the next one does.
  package private(set) var line: Int
  private var nextLine: Int

  /// What the walk came to.
  package enum Step {
    case row
    case end
    /// A quoted field is followed by something else, or never closed.
    case fault(TableError)
  }

  init(_ base: UnsafeRawPointer, count: Int, fields: Int, hasQuotes: Bool, line: Int) {
    self.base = base
    self.count = count
    self.hasQuotes = hasQuotes
    self.line = line
    nextLine = line
    capacity = fields + 1
    ends = .allocate(capacity: capacity)
  }

  deinit { ends.deallocate() }

  /// Goes to the next row that is not blank.
  @inline(__always)
  package mutating func next() -> Step {
    while position < count {
      line = nextLine
      let fault = hasQuotes ? scanQuoted() : scanPlain()
      if let fault { return .fault(fault) }
      if !isBlank { return .row }
      hasPrevious = false
    }
    return .end
  }

  /// Where the row after this one begins.
  package var offset: Int { position }

  // MARK: Finding fields

  @inline(__always)
  private mutating func scanPlain() -> TableError? {
    let previous = start
    start = position
    var field = hasPrevious ? repeatedFields(previous) : 0
    repeated = field
    hasPrevious = true
    var offset = field == 0 ? 0 : ends[field - 1] + 1
    while true {
      let word = base.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
      var stops = Self.find(UInt8(ascii: ","), in: word) | Self.find(UInt8(ascii: "\n"), in: word)
      while stops != 0 {
        let end = offset + stops.trailingZeroBitCount >> 3
        stops &= stops - 1
        if base.load(fromByteOffset: start + end, as: UInt8.self) == UInt8(ascii: ",") {
          if field < capacity { ends[field] = end }
          field += 1
        } else {
          finishRow(at: end, field)
          return nil
        }
      }
      offset += 8
    }
  }

  /// How many leading fields, with the separator behind them, are those of the row before, whose ends still stand.
  @inline(__always)
  private func repeatedFields(_ previous: Int) -> Int {
    let limit = min(fields, capacity) - 1
    var offset = 0
    var field = 0
    while field < limit {
      let difference =
        base.loadUnaligned(fromByteOffset: previous + offset, as: UInt64.self)
        ^ base.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
      let equal = offset + (difference == 0 ? 8 : difference.trailingZeroBitCount >> 3)
      while field < limit, ends[field] < equal { field += 1 }
      if difference != 0 { break }
      offset += 8
    }
    return field
  }

  @inline(__always)
  private mutating func finishRow(at newline: Int, _ field: Int) {
    let isCRLF = newline > 0 && byte(newline - 1) == UInt8(ascii: "\r")
    if field < capacity { ends[field] = isCRLF ? newline - 1 : newline }
    fields = field + 1
    position = start + newline + 1
    nextLine += 1
  }

  /// The same for rows that may have quoted fields, byte by byte.
  private mutating func scanQuoted() -> TableError? {
    start = position
    repeated = 0
    hasPrevious = false
    var field = 0
    var offset = 0
    while true {
      if let quote = Self.openingQuote(base + start, from: offset, limit: count - start) {
        guard let close = closingQuote(after: quote) else { return TableError(.quoteNeverClosed, line: line) }
        offset = close + 1
        while Self.blank(base + start, at: offset, limit: count - start) > 0 {
          offset += Self.blank(base + start, at: offset, limit: count - start)
        }
        let stop = byte(offset) == UInt8(ascii: "\r") ? byte(offset + 1) : byte(offset)
        guard stop == UInt8(ascii: ",") || stop == UInt8(ascii: "\n") else {
          return TableError(.textAfterQuote, line: nextLine)
        }
      }
      while byte(offset) != UInt8(ascii: ","), byte(offset) != UInt8(ascii: "\n") { offset += 1 }
      guard byte(offset) == UInt8(ascii: ",") else {
        finishRow(at: offset, field)
        return nil
      }
      if field < capacity { ends[field] = offset }
      field += 1
      offset += 1
    }
  }

  private mutating func closingQuote(after quote: Int) -> Int? {
    var offset = quote + 1
    while start + offset < count {
      if byte(offset) == UInt8(ascii: "\n") { nextLine += 1 }
      if byte(offset) == UInt8(ascii: "\"") {
        guard byte(offset + 1) == UInt8(ascii: "\"") else { return offset }
        offset += 1
      }
      offset += 1
    }
    return nil
  }

  @inline(__always)
  private func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: start + offset, as: UInt8.self) }

  private var isBlank: Bool {
    guard byte(0) <= UInt8(ascii: ",") || byte(0) == 0xE3 || byte(0) == 0xC2 else { return false }
    return (0..<min(fields, capacity)).allSatisfy { range(of: $0).isEmpty || text($0).isEmpty }
  }

  /// Bytes of `word` that equal `byte`, as the top bit of each.
  @inline(__always)
  private static func find(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & lowBits) &+ lowBits) | difference | lowBits)
  }
}

// MARK: - Reading fields

extension RowCursor {
  @inline(__always)
  private func range(of field: Int) -> Range<Int> {
    let first = field == 0 ? 0 : ends[field - 1] + 1
    return first..<max(first, ends[field])
  }

  /// The field's bytes as one number where there are at most eight, for comparing short ids; else 0.
  @inline(__always)
  package func word(_ field: Int) -> UInt64 {
    let range = range(of: field)
    guard range.count <= 8, !range.isEmpty else { return 0 }
    let word = base.loadUnaligned(fromByteOffset: start + range.lowerBound, as: UInt64.self)
    return word & (UInt64.max >> UInt64(64 - 8 * range.count))
  }

  /// The field as hundredths where it is a plain number such as `9`, `8.5` or `12.75`, else -1.
  @inline(__always)
  package func hundredths(_ field: Int) -> Int32 {
    let range = range(of: field)
    guard range.count <= 8 else { return -1 }
    var offset = range.lowerBound
    var value: Int32 = 0
    while offset < range.upperBound, byte(offset) &- 0x30 <= 9 {
      value = value * 10 + Int32(byte(offset) &- 0x30)
      offset += 1
    }
    guard offset > range.lowerBound, offset - range.lowerBound <= 6 else { return -1 }
    if offset == range.upperBound { return value * 100 }
    let decimals = range.upperBound - offset - 1
    guard byte(offset) == UInt8(ascii: "."), decimals == 1 || decimals == 2 else { return -1 }
    let tenths = byte(offset + 1) &- 0x30
    let rest = decimals == 2 ? byte(offset + 2) &- 0x30 : 0
    guard tenths <= 9, rest <= 9 else { return -1 }
    return value * 100 + Int32(tenths) * 10 + Int32(rest)
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
  private static func blank(_ base: UnsafeRawPointer, at offset: Int, limit: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { index < limit ? base.load(fromByteOffset: index, as: UInt8.self) : 0 }
    switch byte(offset) {
    case 0x20, 0x09: return 1
    case 0xC2: return byte(offset + 1) == 0xA0 ? 2 : 0
    case 0xE3: return byte(offset + 1) == 0x80 && byte(offset + 2) == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The offset of a field's opening quote, where its first character that is no blank is one.
  private static func openingQuote(_ base: UnsafeRawPointer, from offset: Int, limit: Int) -> Int? {
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
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") || offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\"") {
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
