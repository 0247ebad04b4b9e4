/// Numbers the sheets of a book: each pair of studio and judge once, found again by open addressing.
///
/// Eight bytes a sheet and eight for finding it, a third of a dictionary's size and time on a national round.
struct SheetIndex: Sendable {
  private var pairs: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { pairs.count }

  func studio(of sheet: Int) -> Int { Int(pairs[sheet] >> 32) }

  func judge(of sheet: Int) -> Int { Int(pairs[sheet] & 0xFFFF_FFFF) }

  /// The number of a pair's sheet, and whether it is new.
  mutating func sheet(studio: Int, judge: Int) -> (number: Int, isNew: Bool) {
    let pair = UInt64(studio) << 32 | UInt64(judge)
    let slot = slot(of: pair)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(pairs.count)
    pairs.append(pair)
    if pairs.count * 2 > slots.count { grow() }
    return (pairs.count - 1, true)
  }

  /// The number of a pair's sheet, where there is one.
  func find(studio: Int, judge: Int) -> Int? {
    let sheet = slots[slot(of: UInt64(studio) << 32 | UInt64(judge))]
    return sheet >= 0 ? Int(sheet) : nil
  }

  /// The slot where a pair's sheet stands, or the free one where it belongs.
  private func slot(of pair: UInt64) -> Int {
    // The upper half of the product depends on every bit of the pair.
    var slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    while slots[slot] >= 0, pairs[Int(slots[slot])] != pair { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for sheet in pairs.indices { slots[slot(of: pairs[sheet])] = Int32(sheet) }
  }
}
