/// Writing CSV: fields joined by commas, quoted only where they must be, lines ended by a line feed.
package struct CSVText: Sendable {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []
  private var isRowStart = true

  /// - Parameter capacity: how many bytes to make room for.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func field(_ text: String) { put(text.utf8) }

  /// A text by its UTF-8 bytes.
  package mutating func field(utf8 text: ArraySlice<UInt8>) { put(text) }

  private mutating func put(_ text: some BidirectionalCollection<UInt8>) {
    separate()
    let isPlain: Bool? = text.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { return false }
      return bytes.first != 0x20 && bytes.last != 0x20
    }
    guard isPlain != true else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    for byte in text { bytes.append(contentsOf: byte == 0x22 ? [0x22, 0x22] : [byte]) }
    bytes.append(0x22)
  }

  /// A whole number, 0 or more, or an empty field.
  package mutating func field(_ number: Int?) {
    separate()
    if let number { digits(number, decimals: 0) }
  }

  /// A number of hundredths with two decimals, 0 or more, or an empty field.
  package mutating func field(hundredths: Int?) {
    separate()
    if let hundredths { digits(hundredths, decimals: 2) }
  }

  package mutating func endRow() {
    bytes.append(0x0A)
    isRowStart = true
  }

  package mutating func row(_ fields: [String]) {
    for text in fields { field(text) }
    endRow()
  }

  /// Forgets what was written, to begin again.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func separate() {
    if !isRowStart { bytes.append(UInt8(ascii: ",")) }
    isRowStart = false
  }

  /// Appends a number from its last digit to its first, in one piece.
  private mutating func digits(_ number: Int, decimals: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { text in
      var (rest, place) = (number, text.count)
      var written = 0
      repeat {
        if decimals > 0, written == decimals {
          place -= 1
          text[place] = UInt8(ascii: ".")
        }
        place -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
        written += 1
      } while rest > 0 || written <= decimals
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[place...]))
    }
  }
}
