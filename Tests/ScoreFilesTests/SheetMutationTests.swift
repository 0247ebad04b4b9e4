import Foundation
import Scoring
import Tables
import TestSupport
import Testing

@testable import ScoreFiles

@Suite("No sheet crashes the reader, and its two ways of reading agree")
struct SheetMutationTests {
  private static let sheets: [String] = [
    "studio,judge,criterion,marks,reason\nS1,J1,A1,8.5,\nS1,J1,A2,9,好\nS1,J2,A1,3,\nS2,J1,A1,0.25,\"a,b\"\nS2,J1,A2,1,\n",
    "studio,judge,A1,A2,B1\nS1,J1,8.5,9,5\nS1,J2,3,,4.75\nS2,J1,0,1,2\n",
    "工作室,评委,评分项,得分\r\n云阳一,王,A1,8.5\r\n云阳一,王,难度与创新性,９\r\n云阳二,李,technical-breakthroughs,30\r\n",
    "studio,judge,technical-breakthroughs,B1\n\"S1\",J1,34.5,5\nS1,\"J2\",,4\n",
  ]

  @Test("seeded mutations of sheets")
  func mutations() async throws {
    let host = try Repository.host()
    let gb = String.Encoding(rawValue: 0x8000_0632)
    let originals =
      Self.sheets.map { Array($0.utf8) } + Self.sheets.compactMap { $0.data(using: gb).map { [UInt8]($0) } }
    let recusals = [Recusal(studio: "S2", judge: "J2", reason: "", place: Place(file: "r.csv", line: 2))]
    let sheets = ScoreSheets(for: host, recusals: recusals, workers: 2)
    var mutation = Mutation(seed: 7)
    var (accepted, quickly) = (0, 0)
    for number in 0..<Mutation.count {
      let files = (0...(number % 2)).map { _ in
        mutation.mutate(originals[Int.random(in: originals.indices, using: &mutation.random)])
      }
      let sources = files.enumerated().map { TableSource(name: "\($0).csv", bytes: $1) }
      let quick = await QuickSheetReader(sheets).read(sources)
      let careful = try? CarefulSheetReader(sheets).read(sources)
      accepted += careful == nil ? 0 : 1
      guard let quick else { continue }
      quickly += 1
      let context = "\(files.map { String(decoding: $0, as: UTF8.self) })"
      let book = try #require(careful, "the careful reader refuses what the quick one takes: \(context)")
      try #require(quick.contents == book.contents, "\(context)")
    }
    // The test would show nothing if nearly all files were refused, or if the quick reader gave up on good ones.
    #expect(accepted > Mutation.count / 50)
    #expect(quickly > accepted / 3)
  }

  @Test("large rounds read the same both ways, in several blocks and any order", arguments: 0..<4 as Range<UInt64>)
  func large(seed: UInt64) async throws {
    let host = try Repository.host()
    var random = SeededGenerator(seed)
    var marks = host.randomMarks(studios: 600, judges: 6, using: &random)
    if seed % 2 == 1 { marks.shuffle(using: &random) }
    var text = "studio,judge,criterion,marks\n"
    for mark in marks {
      text += "\(mark.studio),\(mark.judge),\(mark.id),\(Points(hundredths: Int(mark.hundredths)))\n"
    }
    let sources = [TableSource(name: "x.csv", bytes: Array(text.utf8))]
    let sheets = ScoreSheets(for: host, workers: 3)
    let quick = try #require(await QuickSheetReader(sheets).read(sources))
    #expect(try quick.contents == CarefulSheetReader(sheets).read(sources).contents)
    #expect(quick.contents.count == 600 * 6 * 18)
    let repeated = [TableSource(name: "x.csv", bytes: Array((text + "S0,J0,A1,1\n").utf8))]
    #expect(await QuickSheetReader(sheets).read(repeated) == nil)
  }
}
