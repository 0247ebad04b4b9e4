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

  /// A whole number, or an empty field.
  package mutating func field(_ number: Int?) {
    separate()
    guard let number else { return }
    digits(number)
  }

  /// A number of hundredths with two decimals, 0 or more, or an empty field.
  package mutating func field(hundredths: Int?) {
    separate()
    guard let hundredths else { return }
    digits(hundredths / 100)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths % 10))
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

  private mutating func digits(_ number: Int) {
    if number >= 10 { digits(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
