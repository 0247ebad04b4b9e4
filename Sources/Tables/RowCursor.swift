/// Walks over the rows of a block in place: no copy is made of a field until somebody asks for its text.
///
/// It notices which leading fields equal those of the row before, which in score sheets is nearly all of a row. All unsafe
/// reading of rows stands in this file and its extension; the block's padding makes eight-byte loads past a row harmless.
@usableFromInline
package struct RowCursor {
  @usableFromInline package let base: UnsafeRawPointer
  @usableFromInline package let count: Int
  @usableFromInline package let hasQuotes: Bool
  /// The ends of the fields, counted from the row's first byte; a separator stands there.
  @usableFromInline package let ends: UnsafeMutableBufferPointer<Int>
  @usableFromInline package var position = 0
  @usableFromInline package var start = 0
  @usableFromInline package var hasPrevious = false

  /// How many fields the row has.
  @usableFromInline package var fields = 0
  /// How many leading fields are, byte for byte, those of the row before.
  @usableFromInline package var repeated = 0
  /// The line on which the next row begins.
  @usableFromInline package var nextLine: Int
  /// The line on which the row begins.
  @usableFromInline package var line: Int
  /// Why the walk stopped before the end: a quoted field is followed by something else, or never closed.
  @usableFromInline package var fault: TableError?

  /// - Parameter ends: room for one more field than a row should have; the caller's, as the bytes are.
  init(
    _ base: UnsafeRawPointer, count: Int, ends: UnsafeMutableBufferPointer<Int>, hasQuotes: Bool, line: Int
  ) {
    self.base = base
    self.count = count
    self.ends = ends
    self.hasQuotes = hasQuotes
    self.line = line
    nextLine = line
  }

  /// Goes to the next row that is not blank; false at the end, or where a ``fault`` is found.
  @inlinable @inline(__always)
  package mutating func next() -> Bool {
    while position < count {
      line = nextLine
      if hasQuotes {
        guard scanQuoted() else { return false }
      } else {
        scanPlain()
      }
      // A row that begins with a letter or a digit is not blank.
      if byte(0) > UInt8(ascii: ","), byte(0) < 0x80 { return true }
      if !isBlank { return true }
      hasPrevious = false
    }
    return false
  }

  /// Takes the next row in one step where it is the one that is expected: it repeats the first `leading` fields of the row
  /// before, goes on with a field that is `key`, and ends with a plain number.
  ///
  /// Nearly all rows of a score sheet are such rows, and this takes a third of the time of looking for their fields.
  ///
  /// - Parameters:
  ///   - leading: how many fields to repeat, 1 or more.
  ///   - key: the bytes of the field after them and of the separator behind it, as ``word(_:)`` gives bytes.
  ///   - length: how many bytes `key` has, 2 to 8.
  /// - Returns: the number in hundredths; -1 where the row is another one, and then the cursor stays where it is.
  @inlinable @inline(__always)
  package mutating func nextExpected(leading: Int, key: UInt64, length: Int) -> Int32 {
    guard hasPrevious, position < count, fields == leading &+ 2 else { return -1 }
    let names = ends[leading &- 1] &+ 1
    let (old, new) = (base + start, base + position)
    var offset = 0
    while offset < names {
      let difference =
        old.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ new.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let unused = UInt64(truncatingIfNeeded: max(0, 64 &- 8 &* (names &- offset)))
      guard difference &<< unused == 0 else { return -1 }
      offset &+= 8
    }
    let field = new.loadUnaligned(fromByteOffset: names, as: UInt64.self)
    guard (field ^ key) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* length) == 0 else { return -1 }
    let mark = names &+ length
    let word = new.loadUnaligned(fromByteOffset: mark, as: UInt64.self)
    let lineFeeds = Self.find(UInt8(ascii: "\n"), in: word)
    guard lineFeeds != 0 else { return -1 }
    let newline = mark &+ lineFeeds.trailingZeroBitCount &>> 3
    let isCRLF = new.load(fromByteOffset: newline &- 1, as: UInt8.self) == UInt8(ascii: "\r")
    let end = isCRLF ? newline &- 1 : newline
    let value = Self.hundredths(in: word, length: end &- mark)
    guard value >= 0 else { return -1 }
    start = position
    position = start &+ newline &+ 1
    ends[leading] = mark &- 1
    ends[leading &+ 1] = end
    repeated = leading
    line = nextLine
    nextLine &+= 1
    return value
  }

  /// The most fields whose ends are kept.
  @inlinable package var capacity: Int { ends.count }

  // MARK: Finding fields

  @inlinable @inline(__always)
  package mutating func scanPlain() {
    let previous = start
    start = position
    var field = hasPrevious ? repeatedFields(previous) : 0
    repeated = field
    hasPrevious = true
    let row = base + start
    var offset = field == 0 ? 0 : ends[field &- 1] &+ 1
    while true {
      let word = row.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      var stops = Self.find(UInt8(ascii: ","), in: word) | Self.find(UInt8(ascii: "\n"), in: word)
      while stops != 0 {
        let end = offset &+ stops.trailingZeroBitCount &>> 3
        stops &= stops &- 1
        if field < capacity { ends[field] = end }
        field &+= 1
        if row.load(fromByteOffset: end, as: UInt8.self) != UInt8(ascii: ",") {
          finishRow(at: end, field)
          return
        }
      }
      offset &+= 8
    }
  }

  /// How many leading fields, with the separator behind them, are those of the row before, whose ends still stand.
  @inlinable @inline(__always)
  package func repeatedFields(_ previous: Int) -> Int {
    let limit = min(fields, capacity) &- 1
    var offset = 0
    var field = 0
    while field < limit {
      let difference =
        base.loadUnaligned(fromByteOffset: previous &+ offset, as: UInt64.self)
        ^ base.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
      let equal = offset &+ difference.trailingZeroBitCount &>> 3
      while field < limit, ends[field] < equal { field &+= 1 }
      if difference != 0 { break }
      offset &+= 8
    }
    return field
  }

  /// Notes a row of so many fields that ends at a line feed, with or without a carriage return before it.
  @inlinable @inline(__always)
  package mutating func finishRow(at newline: Int, _ count: Int) {
    if newline > 0, byte(newline &- 1) == UInt8(ascii: "\r"), count <= capacity { ends[count &- 1] = newline &- 1 }
    fields = count
    position = start &+ newline &+ 1
    nextLine &+= 1
  }

  /// The same for rows that may have quoted fields, byte by byte.
  @usableFromInline
  package mutating func scanQuoted() -> Bool {
    start = position
    repeated = 0
    hasPrevious = false
    var field = 0
    var offset = 0
    while true {
      if let quote = Self.openingQuote(base + start, from: offset, limit: count - start) {
        guard let close = closingQuote(after: quote) else { return stop(.quoteNeverClosed, line: line, field) }
        offset = close + 1
        while case let width = Self.blank(base + start, at: offset, limit: count - start), width > 0 { offset += width }
        let next = byte(offset) == UInt8(ascii: "\r") ? byte(offset + 1) : byte(offset)
        guard next == UInt8(ascii: ",") || next == UInt8(ascii: "\n") else {
          return stop(.textAfterQuote, line: nextLine, field)
        }
      }
      while byte(offset) != UInt8(ascii: ","), byte(offset) != UInt8(ascii: "\n") { offset += 1 }
      if field < capacity { ends[field] = offset }
      field += 1
      guard byte(offset) == UInt8(ascii: ",") else {
        finishRow(at: offset, field)
        return true
      }
      offset += 1
    }
  }

  private mutating func stop(_ problem: TableError.Problem, line: Int, _ field: Int) -> Bool {
    fault = TableError(problem, line: line, column: field + 1)
    return false
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

  @inlinable @inline(__always)
  package func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: start &+ offset, as: UInt8.self) }

  @usableFromInline package var isBlank: Bool {
    (0..<min(fields, capacity)).allSatisfy { range(of: $0).isEmpty || text($0).isEmpty }
  }

  /// Bytes of `word` that equal `byte`, as the top bit of each.
  @inlinable @inline(__always)
  package static func find(_ byte: UInt8, in word: UInt64) -> UInt64 {
    let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((difference & lowBits) &+ lowBits) | difference | lowBits)
  }
}
