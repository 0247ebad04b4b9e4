import Foundation

/// Breaks bytes at random: flips, deletes, repeats and inserts what files are made of.
package struct Mutation {
  package var random: SeededGenerator

  package init(seed: UInt64) {
    random = SeededGenerator(seed)
  }

  private static let pieces: [[UInt8]] =
    [
      ",", "\"", "\n", "\r\n", "\0", " ", "\u{3000}", "9", ".", "-", "A1", "S1", "工", "１", "technical-breakthroughs",
      "\"\"",
      "studio", "J1,", "1e9", "{", "}", ":", "[", "&a", "*a", "- ", "0",
    ].map { Array($0.utf8) } + [[0xFF], [0x81, 0x30], [0xEF, 0xBB, 0xBF], [0xC2], [0xE3, 0x80]]

  /// The bytes, broken in one to four places.
  package mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  /// How many files are broken in a run; `STUDIO_MUTATIONS=100000` for the long one.
  package static let count = ProcessInfo.processInfo.environment["STUDIO_MUTATIONS"].flatMap { Int($0) } ?? 3000
}
