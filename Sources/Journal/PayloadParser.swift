/// One value of a payload's text, or a key: where it stands, and where the one behind it begins.
struct PayloadNode {
  enum Kind: UInt8 {
    case null, no, yes
    /// A number of digits alone, perhaps with a minus before it.
    case whole
    /// A number with a point or an exponent, which no event has.
    case broken
    /// A text without escapes.
    case plain
    case escaped
    case array, object
  }

  let kind: Kind
  /// The bytes of a number, or of a text between its quotes.
  let start: Int32
  fileprivate(set) var end: Int32
  /// The node behind this one and everything in it.
  fileprivate(set) var next: Int32
  /// How many elements an array has, or members an object.
  fileprivate(set) var count: Int32 = 0
}

/// Why a payload cannot be read or written.
enum PayloadError: Error, Hashable {
  /// The text is no JSON, from this byte on.
  case malformed(at: Int)
  /// Values stand in one another more than ``PayloadParser/depth`` deep.
  case tooDeep
  case tooLong
  case missing(String)
  /// The value is of another kind than the type that is read.
  case mismatch
  /// Floating point, which no event has.
  case floatingPoint
}

/// Takes a JSON text apart: its values in the order in which they stand, an object's as key, value, key, value.
///
/// It takes exactly what RFC 8259 does, and nothing that follows; texts and numbers are looked at when they are read.
struct PayloadParser {
  /// How deep values may stand in one another.
  static let depth = 64

  private let bytes: [UInt8]
  private var nodes: [PayloadNode] = []
  private var place = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 8 + 4)
  }

  /// The nodes of a text, the whole value first.
  static func nodes(of bytes: [UInt8]) throws(PayloadError) -> [PayloadNode] {
    guard bytes.count < Int(Int32.max) else { throw .tooLong }
    var parser = PayloadParser(bytes)
    try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.place == bytes.count else { throw .malformed(at: parser.place) }
    return parser.nodes
  }

  /// The byte that comes next; 0, which stands nowhere in JSON, at the end.
  private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  /// Takes a byte and the space behind it, where it comes next.
  private mutating func takes(_ expected: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: expected) else { return false }
    place += 1
    skipSpace()
    return true
  }

  private mutating func add(_ kind: PayloadNode.Kind, _ start: Int, _ end: Int) {
    nodes.append(PayloadNode(kind: kind, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1)))
  }

  private mutating func value(depth: Int) throws(PayloadError) {
    guard depth <= Self.depth else { throw .tooDeep }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): try members(depth)
    case UInt8(ascii: "["): try elements(depth)
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
    skipSpace()
  }

  private mutating func members(_ depth: Int) throws(PayloadError) {
    let object = nodes.count
    add(.object, place, place)
    place += 1
    skipSpace()
    if !takes("}") {
      repeat {
        guard byte == UInt8(ascii: "\"") else { throw .malformed(at: place) }
        try text()
        skipSpace()
        guard takes(":") else { throw .malformed(at: place) }
        try value(depth: depth + 1)
        nodes[object].count += 1
      } while takes(",")
      guard takes("}") else { throw .malformed(at: place) }
    }
    nodes[object].next = Int32(nodes.count)
  }

  private mutating func elements(_ depth: Int) throws(PayloadError) {
    let array = nodes.count
    add(.array, place, place)
    place += 1
    skipSpace()
    if !takes("]") {
      repeat {
        try value(depth: depth + 1)
        nodes[array].count += 1
      } while takes(",")
      guard takes("]") else { throw .malformed(at: place) }
    }
    nodes[array].next = Int32(nodes.count)
  }

  private mutating func text() throws(PayloadError) {
    place += 1
    let start = place
    var kind = PayloadNode.Kind.plain
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        add(kind, start, place)
        place += 1
        return
      }
      guard byte >= 0x20 else { break }
      if byte == UInt8(ascii: "\\") {
        kind = .escaped
        place += 1
      }
      place += 1
    }
    throw .malformed(at: min(place, bytes.count))
  }

  private mutating func word(_ word: StaticString, _ kind: PayloadNode.Kind) throws(PayloadError) {
    let letters = word.description.utf8
    guard bytes[place...].starts(with: letters) else { throw .malformed(at: place) }
    add(kind, place, place + letters.count)
    place += letters.count
  }

  private mutating func number() throws(PayloadError) {
    let start = place
    var kind = PayloadNode.Kind.whole
    if byte == UInt8(ascii: "-") { place += 1 }
    let isZero = byte == UInt8(ascii: "0")
    let count = digits()
    guard count == 1 || (count > 1 && !isZero) else { throw .malformed(at: start) }
    if byte == UInt8(ascii: ".") {
      place += 1
      kind = .broken
      guard digits() > 0 else { throw .malformed(at: place) }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      place += 1
      kind = .broken
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { place += 1 }
      guard digits() > 0 else { throw .malformed(at: place) }
    }
    add(kind, start, place)
  }

  /// Goes past digits; how many there were.
  private mutating func digits() -> Int {
    let start = place
    while (0x30...0x39).contains(byte) { place += 1 }
    return place - start
  }
}
