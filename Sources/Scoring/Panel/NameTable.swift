/// Names, each kept once and numbered in the order in which it first came, compared byte by byte.
///
/// The bytes stand one after another in one array, so a hundred thousand names cost little more than their letters.
package struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots = [Int32](repeating: -1, count: 64)

  package init() {}

  package var count: Int { ends.count }

  /// The name with a number.
  package subscript(number: Int) -> String {
    String(decoding: bytes[range(of: number)], as: UTF8.self)
  }

  /// The UTF-8 bytes of the name with a number.
  package func utf8(_ number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  /// The number of a name, which is added where it is new.
  ///
  /// - Parameter guess: a number that the name may well have; sheets of several judges list studios in the same order.
  package mutating func number(of name: UnsafeRawBufferPointer, guess: Int = -1) -> Int {
    if guess >= 0, guess < ends.count, isSame(name, guess) { return guess }
    let slot = slot(of: name)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(ends.count)
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of a name, which is added where it is new.
  package mutating func number(of name: String) -> Int {
    var name = name
    return name.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a name, where the table has it.
  package func find(_ name: String) -> Int? {
    var name = name
    let number = name.withUTF8 { slots[slot(of: UnsafeRawBufferPointer($0))] }
    return number >= 0 ? Int(number) : nil
  }

  /// The numbers of all names, sorted by the names' UTF-8 bytes.
  package func sortedNumbers() -> [Int] {
    let keyed = (0..<count).map { (prefix: prefix(of: $0), number: Int32($0)) }
    return keyed.sorted { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return utf8(Int(left.number)).lexicographicallyPrecedes(utf8(Int(right.number)))
    }.map { Int($0.number) }
  }

  /// The first eight bytes as a number that sorts as they do; most names differ there.
  private func prefix(of number: Int) -> UInt64 {
    var prefix: UInt64 = 0
    let range = range(of: number)
    for offset in 0..<8 {
      let byte = offset < range.count ? bytes[range.lowerBound + offset] : 0
      prefix = prefix << 8 | UInt64(byte)
    }
    return prefix
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The slot where a name's number stands, or the free one where it belongs.
  private func slot(of name: UnsafeRawBufferPointer) -> Int {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0, !isSame(name, Int(slots[slot])) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isSame(_ name: UnsafeRawBufferPointer, _ number: Int) -> Bool {
    let range = range(of: number)
    guard range.count == name.count else { return false }
    for offset in 0..<name.count where bytes[range.lowerBound + offset] != name[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      let free = bytes.withUnsafeBytes { all in
        slot(of: UnsafeRawBufferPointer(rebasing: all[range(of: number)]))
      }
      slots[free] = Int32(number)
    }
  }

  /// Folds eight bytes at a time, then mixes upwards and back down.
  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hash = UInt64(name.count)
    var offset = 0
    while offset + 8 <= name.count {
      hash = (hash ^ name.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 8
    }
    while offset < name.count {
      hash = (hash ^ UInt64(name[offset])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      offset += 1
    }
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
