/// A payload that was taken apart, and the reading of its values.
final class PayloadTape {
  private let bytes: [UInt8]
  private let nodes: [PayloadNode]
  /// Where the search for the next key of an object begins: members are mostly asked for one after another.
  @exclusivity(unchecked) private var search: (object: Int32, from: Int32) = (-1, 0)

  init(_ text: String) throws(PayloadError) {
    // A copy, because a text's own bytes cannot be indexed; they are UTF-8, and so is what stands between quotes.
    bytes = Array(text.utf8)
    nodes = try PayloadParser.nodes(of: bytes)
  }

  func kind(_ node: Int32) -> PayloadNode.Kind { nodes[Int(node)].kind }

  /// How many elements an array has, or members an object.
  func count(_ node: Int32) -> Int32 { nodes[Int(node)].count }

  /// The node behind a value.
  func next(_ node: Int32) -> Int32 { nodes[Int(node)].next }

  // MARK: - Objects

  /// The value of a key; of a key that stands twice, one of the two.
  func find(_ key: String, in object: Int32) throws(PayloadError) -> Int32? {
    let (first, end) = (object + 1, next(object))
    let start = search.object == object && search.from < end ? search.from : first
    var node = start
    while node < end {
      if try isKey(node, key) { return found(node, in: object) }
      node = next(next(node))
    }
    node = first
    while node < start {
      if try isKey(node, key) { return found(node, in: object) }
      node = next(next(node))
    }
    return nil
  }

  private func found(_ key: Int32, in object: Int32) -> Int32 {
    let value = next(key)
    search = (object, next(value))
    return value
  }

  private func isKey(_ node: Int32, _ key: String) throws(PayloadError) -> Bool {
    let own = nodes[Int(node)]
    if own.kind == .escaped { return try text(node) == key }
    let length = Int(own.end - own.start)
    guard key.utf8.count == length else { return false }
    var place = Int(own.start)
    for byte in key.utf8 {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  /// The keys of an object in their order.
  func keys(of object: Int32) throws(PayloadError) -> [String] {
    var keys: [String] = []
    keys.reserveCapacity(Int(count(object)))
    var node = object + 1
    while node < next(object) {
      keys.append(try text(node))
      node = next(next(node))
    }
    return keys
  }

  /// An object as a dictionary; of a key that stands twice, one of the two counts.
  func members<Value>(
    of object: Int32, _ read: (Int32) throws(PayloadError) -> Value
  ) throws(PayloadError) -> [String: Value] {
    guard kind(object) == .object else { throw .mismatch }
    var members: [String: Value] = [:]
    members.reserveCapacity(Int(count(object)))
    var node = object + 1
    while node < next(object) {
      members[try text(node)] = try read(next(node))
      node = next(next(node))
    }
    return members
  }

  // MARK: - Values

  func truth(_ node: Int32) throws(PayloadError) -> Bool {
    switch kind(node) {
    case .yes: return true
    case .no: return false
    default: throw .mismatch
    }
  }

  func whole<Number: FixedWidthInteger>(_ node: Int32) throws(PayloadError) -> Number {
    let own = nodes[Int(node)]
    guard own.kind == .whole else { throw .mismatch }
    let isNegative = bytes[Int(own.start)] == UInt8(ascii: "-")
    var number: Number = 0
    for place in Int(own.start) + (isNegative ? 1 : 0)..<Int(own.end) {
      let digit = Number(truncatingIfNeeded: bytes[place] - 0x30)
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !isTooLarge, !isOver else { throw .mismatch }
      number = sum
    }
    return number
  }

  func text(_ node: Int32) throws(PayloadError) -> String {
    let own = nodes[Int(node)]
    let (start, end) = (Int(own.start), Int(own.end))
    switch own.kind {
    case .plain: return String(decoding: bytes[start..<end], as: UTF8.self)
    case .escaped: return String(decoding: try unescaped(start..<end), as: UTF8.self)
    default: throw .mismatch
    }
  }

  private func unescaped(_ places: Range<Int>) throws(PayloadError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(places.count)
    var place = places.lowerBound
    while place < places.upperBound {
      guard bytes[place] == UInt8(ascii: "\\") else {
        text.append(bytes[place])
        place += 1
        continue
      }
      // The parser has seen that a byte follows the backslash.
      let sign = bytes[place + 1]
      if sign == UInt8(ascii: "u") {
        let (scalar, end) = try scalar(at: place, before: places.upperBound)
        text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        place = end
      } else {
        guard let meant = Self.escapes[sign] else { throw .malformed(at: place) }
        text.append(meant)
        place += 2
      }
    }
    return text
  }

  private static let escapes: [UInt8: UInt8] = Dictionary(
    uniqueKeysWithValues: zip("\"\\/bfnrt".utf8, "\"\\/\u{8}\u{C}\n\r\t".utf8))

  /// The scalar of `\u` and four digits, or of two such that make a pair; and where it ends.
  private func scalar(at place: Int, before end: Int) throws(PayloadError) -> (Unicode.Scalar, end: Int) {
    let first = try unit(at: place, before: end)
    if let scalar = Unicode.Scalar(first) { return (scalar, place + 6) }
    let second = try unit(at: place + 6, before: end)
    guard first < 0xDC00, (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw .malformed(at: place) }
    return (scalar, place + 12)
  }

  private func unit(at place: Int, before end: Int) throws(PayloadError) -> UInt16 {
    guard place + 6 <= end, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
      throw .malformed(at: place)
    }
    var unit: UInt16 = 0
    for digit in bytes[place + 2..<place + 6] {
      switch digit {
      case 0x30...0x39: unit = unit << 4 | UInt16(digit - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | (UInt16(digit | 0x20) - 0x57)
      default: throw .malformed(at: place)
      }
    }
    return unit
  }
}
