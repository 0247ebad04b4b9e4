/// A payload as it is being encoded: values in the order in which they come, put into the order of keys at the end.
///
/// Values and keys stand in flat arrays, so that encoding a value costs no memory of its own.
final class PayloadTree {
  private struct Node {
    enum Shape: UInt8 {
      /// Nothing was encoded; it is written as an object without members, as JSONEncoder does.
      case nothing
      /// Text that is written as it stands.
      case leaf
      case array, object
    }

    var shape = Shape.nothing
    /// The leaf's text, or the key's bytes.
    var text = 0..<0
    var key = 0..<0
    /// The key's first eight bytes, as a number that sorts as they do.
    var order: UInt64 = 0
    /// The first and last of what it holds, and what comes after it in the same; 0 for none.
    var first: Int32 = 0
    var last: Int32 = 0
    var next: Int32 = 0
    var count: Int32 = 0
  }

  // Checking at run time that no two accesses meet takes a third of the encoding. They cannot: both are private, every method
  // but the last is over before another is called, and that one only reads.
  /// The texts of leaves and the bytes of keys.
  @exclusivity(unchecked) private var bytes: [UInt8] = []
  @exclusivity(unchecked) private var nodes = [Node()]

  init() {
    bytes.reserveCapacity(1024)
    nodes.reserveCapacity(64)
  }

  // MARK: - Encoding

  func makeObject(_ node: Int32) { nodes[Int(node)].shape = .object }

  func makeArray(_ node: Int32) { nodes[Int(node)].shape = .array }

  /// How many values an array or object holds.
  func count(_ node: Int32) -> Int { Int(nodes[Int(node)].count) }

  /// A new value of a key.
  func add(_ key: String, to object: Int32) -> Int32 {
    var node = Node()
    let start = bytes.count
    bytes.append(contentsOf: key.utf8)
    node.key = start..<bytes.count
    for place in start..<start + 8 { node.order = node.order << 8 | UInt64(place < bytes.count ? bytes[place] : 0) }
    return add(node, to: object)
  }

  /// A new element.
  func add(to array: Int32) -> Int32 { add(Node(), to: array) }

  private func add(_ node: Node, to parent: Int32) -> Int32 {
    let added = Int32(nodes.count)
    nodes.append(node)
    let last = nodes[Int(parent)].last
    if last == 0 { nodes[Int(parent)].first = added } else { nodes[Int(last)].next = added }
    nodes[Int(parent)].last = added
    nodes[Int(parent)].count += 1
    return added
  }

  func put(_ text: String, at node: Int32) {
    let start = bytes.count
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: text.utf8)
    if bytes[(start + 1)...].contains(where: Self.isEscaped) {
      bytes.removeSubrange((start + 1)...)
      Self.escape(text.utf8, into: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
    setLeaf(node, from: start)
  }

  func put(_ number: some FixedWidthInteger, at node: Int32) {
    let start = bytes.count
    bytes.append(contentsOf: String(number).utf8)
    setLeaf(node, from: start)
  }

  func put(_ truth: Bool, at node: Int32) {
    let start = bytes.count
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    setLeaf(node, from: start)
  }

  func putNull(at node: Int32) {
    let start = bytes.count
    bytes.append(contentsOf: "null".utf8)
    setLeaf(node, from: start)
  }

  private func setLeaf(_ node: Int32, from start: Int) {
    nodes[Int(node)].shape = .leaf
    nodes[Int(node)].text = start..<bytes.count
  }

  // MARK: - Writing

  /// The text of the whole value.
  func text() -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + nodes.count * 4)
    var members: [Int32] = []
    write(0, to: &output, &members)
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes a value.
  ///
  /// - Parameter members: room to sort an object's members, which those within it use again behind its own.
  private func write(_ place: Int32, to output: inout [UInt8], _ members: inout [Int32]) {
    let node = nodes[Int(place)]
    switch node.shape {
    case .nothing: output.append(contentsOf: "{}".utf8)
    case .leaf: output.append(contentsOf: bytes[node.text])
    case .array:
      output.append(UInt8(ascii: "["))
      var element = node.first
      while element != 0 {
        write(element, to: &output, &members)
        element = nodes[Int(element)].next
        if element != 0 { output.append(UInt8(ascii: ",")) }
      }
      output.append(UInt8(ascii: "]"))
    case .object: writeObject(node, to: &output, &members)
    }
  }

  private func writeObject(_ node: Node, to output: inout [UInt8], _ members: inout [Int32]) {
    let start = members.count
    collect(node, &members)
    output.append(UInt8(ascii: "{"))
    for place in start..<members.count {
      let member = members[place]
      if place > start { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      Self.escape(bytes[nodes[Int(member)].key], into: &output)
      output.append(contentsOf: "\":".utf8)
      write(member, to: &output, &members)
    }
    output.append(UInt8(ascii: "}"))
    members.removeSubrange(start...)
  }

  /// Adds an object's members in the order of their keys; of a key that came twice the last one counts.
  private func collect(_ node: Node, _ members: inout [Int32]) {
    let start = members.count
    var member = node.first
    while member != 0 {
      members.append(member)
      member = nodes[Int(member)].next
    }
    // Most objects have few members, and insertion keeps equal keys in the order in which they came.
    if members.count - start <= 24 {
      for place in start..<members.count {
        let moved = members[place]
        var hole = place
        while hole > start, isBefore(moved, members[hole - 1]) {
          members[hole] = members[hole - 1]
          hole -= 1
        }
        members[hole] = moved
      }
    } else {
      members[start...].sort { isBefore($0, $1) || (!isBefore($1, $0) && $0 < $1) }
    }
    var kept = start
    for place in start..<members.count {
      if kept > start, !isBefore(members[kept - 1], members[place]) { kept -= 1 }
      members[kept] = members[place]
      kept += 1
    }
    members.removeSubrange(kept...)
  }

  private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (nodes[Int(left)], nodes[Int(right)])
    if one.order != other.order { return one.order < other.order }
    return bytes[one.key].lexicographicallyPrecedes(bytes[other.key])
  }

  // MARK: - Escaping

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ text: some Sequence<UInt8>, into output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        output.append(contentsOf: String(byte & 15, radix: 16).utf8)
      default: output.append(byte)
      }
    }
  }
}
