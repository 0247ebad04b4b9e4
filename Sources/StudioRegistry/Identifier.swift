/// Something that the journal gives an id: a kind letter, and the sequence of the entry that made it.
package protocol Identified: Sendable {
  /// The letter before the number: `S` in `S17`.
  static var letter: Character { get }
}

/// The permanent id of something in the register: `S17` is the studio that entry 17 made.
package struct ID<Entity: Identified>: Hashable, Sendable {
  /// The sequence of the entry that made it, 1 or more.
  package let sequence: Int

  package init(_ sequence: Int) {
    self.sequence = sequence
  }

  /// Reads `S17`, the letter in either case, or gives nil.
  package init?(_ text: String) {
    // Letters are ASCII, where the bit of the letter case can be cleared.
    guard let first = text.utf8.first, first & 0xDF == Entity.letter.asciiValue else { return nil }
    var number = 0
    for byte in text.utf8.dropFirst() {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tens.addingReportingOverflow(Int(byte - 0x30))
      guard !isTooLarge, !isOver else { return nil }
      number = sum
    }
    guard number > 0 else { return nil }
    sequence = number
  }
}

extension ID: Comparable, CustomStringConvertible {
  package static func < (left: ID, right: ID) -> Bool { left.sequence < right.sequence }

  package var description: String { String(Entity.letter) + String(sequence) }
}

extension ID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = ID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no id \(Entity.letter)…")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
