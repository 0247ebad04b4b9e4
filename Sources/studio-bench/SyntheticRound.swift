import Foundation
import Scoring

/// A seeded round in long form: every judge marks every criterion of every studio in quarter points.
struct SyntheticRound {
  /// How rows follow one another.
  enum Order: CaseIterable {
    /// All judges' sheets of one studio after those of another.
    case studio
    /// One judge's sheets after another's, as files collected from judges stand.
    case judge
  }

  let studios: Int
  let judges: Int
  let order: Order
  let layout: SheetLayout

  private var criteria: Range<Int> { 0..<(layout.width - layout.rubrics.count) }

  var rows: Int { studios * judges * criteria.count }

  /// Writes the sheets to a file.
  func write(to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else {
      throw CocoaError(.fileWriteUnknown)
    }
    defer { try? file.close() }
    var text: [UInt8] = Array("studio,judge,criterion,marks\n".utf8)
    for sheet in 0..<(studios * judges) {
      let (studio, judge) = order == .studio ? (sheet / judges, sheet % judges) : (sheet % studios, sheet / studios)
      append(studio, judge, to: &text)
      if text.count > 1 << 20 {
        try file.write(contentsOf: text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: text)
  }

  private func append(_ studio: Int, _ judge: Int, to text: inout [UInt8]) {
    let number = String(studio)
    let prefix = "YY" + String(repeating: "0", count: max(0, 6 - number.count)) + number + ",J\(judge + 1),"
    for slot in criteria {
      let quarters = Int(layout.maximums[slot]) / 25
      // A studio's quality, the same for all its judges, and a judge's leaning.
      let quality = Self.mixed(studio, 0) % 50 + 50
      let leaning = Self.mixed(studio * 100 + judge, slot + 1) % 20
      let mark = min(quarters, quarters * (quality + leaning - 10) / 100) * 25
      text += prefix.utf8
      text += "\(layout.ids[slot]),\(mark / 100)".utf8
      if mark % 100 != 0 { text += ".\(mark % 50 == 0 ? "5" : mark % 100 == 25 ? "25" : "75")".utf8 }
      text.append(0x0A)
    }
  }

  /// A number of 31 bits that looks random and is the same in every run.
  static func mixed(_ first: Int, _ second: Int) -> Int {
    var value = UInt64(first &* 64 &+ second) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return Int((value ^ (value >> 27)) >> 33)
  }
}
