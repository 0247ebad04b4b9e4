import Foundation

/// Some whole rows of a table, in a buffer that is used again for the next ones.
package struct Block: ~Copyable {
  /// Read past the last row without harm: the cursor looks at eight bytes at once.
  static let padding = 16

  private(set) var base: UnsafeMutableRawPointer
  private(set) var capacity: Int
  /// The bytes in use; the last of them ends a row.
  var count = 0
  /// The line of the first row, from 1; right only where blocks are read one after another.
  var firstLine = 1
  /// Whether some field may be quoted.
  var hasQuotes = false

  package init() {
    capacity = BlockReader.blockSize
    base = .allocate(byteCount: capacity + Self.padding, alignment: 16)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: base, count: count) }

  var free: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
  }

  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted + Self.padding, alignment: 16)
    larger.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  mutating func replace(with bytes: some Collection<UInt8>) {
    count = 0
    reserve(bytes.count + 1)
    base.copyMemory(from: Array(bytes), byteCount: bytes.count)
    count = bytes.count
  }

  mutating func append(newline: Void = ()) {
    reserve(count + 1)
    base.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Walks over the rows; the cursor must not leave the closure.
  package borrowing func withRows<Result>(
    fields: Int, _ body: (inout RowCursor) throws -> Result
  ) rethrows -> Result {
    (base + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
    return try withUnsafeTemporaryAllocation(of: Int.self, capacity: fields + 1) { ends in
      ends.initialize(repeating: 0)
      var cursor = RowCursor(UnsafeRawPointer(base), count: count, ends: ends, hasQuotes: hasQuotes, line: firstLine)
      return try body(&cursor)
    }
  }

  /// Whether there is a NUL among the bytes, and whether there is anything but ASCII.
  borrowing func survey() -> (hasNul: Bool, isASCII: Bool) {
    // Four words at a time; the top bit of a byte is set in `zero` where the byte was 0 before one was taken from it.
    typealias Lanes = SIMD4<UInt64>
    let ones = Lanes(repeating: 0x0101_0101_0101_0101)
    let tops: UInt64 = 0x8080_8080_8080_8080
    var (high, zero) = (Lanes.zero, Lanes.zero)
    var offset = 0
    while offset + 32 <= count {
      let bytes = base.loadUnaligned(fromByteOffset: offset, as: Lanes.self)
      high |= bytes
      zero |= (bytes &- ones) & ~bytes
      offset += 32
    }
    let anyHigh = high[0] | high[1] | high[2] | high[3]
    let anyZero = zero[0] | zero[1] | zero[2] | zero[3]
    var (hasNul, isASCII) = (anyZero & tops != 0, anyHigh & tops == 0)
    while offset < count {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      if byte == 0 { hasNul = true }
      if byte >= 0x80 { isASCII = false }
      offset += 1
    }
    return (hasNul, isASCII)
  }
}
