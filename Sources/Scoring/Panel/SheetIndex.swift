/// Numbers the sheets of a book, each pair of studio and judge once, and finds them again.
///
/// A studio's sheets are a short chain: a panel has few judges, and neighbouring studios' chains lie side by side in memory.
/// Beyond a limit, pairs go into a dictionary, so that no input makes the search long.
struct SheetIndex: Sendable {
  private var pairs: [UInt64] = []
  /// The last sheet of each studio's chain, and of each sheet the one before it; -1 at the end.
  private var last: [Int32] = []
  private var before: [Int32] = []
  private var beyond: [UInt64: Int32] = [:]
  private static let longestChain = 16

  var count: Int { pairs.count }

  func studio(of sheet: Int) -> Int { Int(pairs[sheet] >> 32) }

  func judge(of sheet: Int) -> Int { Int(pairs[sheet] & 0xFFFF_FFFF) }

  /// The number of a pair's sheet, where there is one.
  func find(studio: Int, judge: Int) -> Int? { search(studio, judge).sheet }

  /// The number of a pair's sheet, and whether it is new.
  mutating func sheet(studio: Int, judge: Int) -> (number: Int, isNew: Bool) {
    let (found, isFull) = search(studio, judge)
    if let found { return (found, false) }
    let pair = Self.pair(studio, judge)
    let sheet = pairs.count
    if isFull {
      beyond[pair] = Int32(sheet)
      before.append(-1)
    } else {
      while last.count <= studio { last.append(-1) }
      before.append(last[studio])
      last[studio] = Int32(sheet)
    }
    pairs.append(pair)
    return (sheet, true)
  }

  /// The pair's sheet, and whether the studio's chain has no room for another.
  private func search(_ studio: Int, _ judge: Int) -> (sheet: Int?, isFull: Bool) {
    guard studio < last.count else { return (nil, false) }
    let pair = Self.pair(studio, judge)
    var sheet = Int(last[studio])
    var length = 0
    while sheet >= 0 {
      if pairs[sheet] == pair { return (sheet, false) }
      sheet = Int(before[sheet])
      length += 1
    }
    guard length == Self.longestChain else { return (nil, false) }
    return (beyond[pair].map(Int.init), true)
  }

  private static func pair(_ studio: Int, _ judge: Int) -> UInt64 { UInt64(studio) << 32 | UInt64(judge) }
}
