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
    var cursor = RowCursor(UnsafeRawPointer(base), count: count, fields: fields, hasQuotes: hasQuotes, line: firstLine)
    return try body(&cursor)
  }

  /// Whether there is a NUL among the bytes, and whether there is anything but ASCII.
  borrowing func survey() -> (hasNul: Bool, isASCII: Bool) {
    let lanes = SIMD32<UInt8>.scalarCount
    var (high, least) = (SIMD32<UInt8>(repeating: 0), SIMD32<UInt8>(repeating: 0xFF))
    var offset = 0
    while offset + lanes <= count {
      let bytes = base.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self)
      high |= bytes
      least = pointwiseMin(least, bytes)
      offset += lanes
    }
    var (hasNul, isASCII) = (least.min() == 0, high.max() < 0x80)
    while offset < count {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      if byte == 0 { hasNul = true }
      if byte >= 0x80 { isASCII = false }
      offset += 1
    }
    return (hasNul, isASCII)
  }
}
