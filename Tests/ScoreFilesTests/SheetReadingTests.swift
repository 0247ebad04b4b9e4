import Foundation
import Scoring
import Tables
import TestSupport
import Testing

@testable import ScoreFiles

extension Scorebook {
  /// Everything in the book, in an order of its own.
  var contents: [String] {
    (0..<sheetCount).flatMap { sheet in
      let pair = pair(of: sheet)
      return ["\(pair.studio)|\(pair.judge)"]
        + (0..<layout.width).filter { mark(sheet: sheet, slot: $0) != Self.absent }.map { slot in
          let reason = reason(sheet: sheet, slot: slot) ?? ""
          return "\(pair.studio)|\(pair.judge)|\(layout.ids[slot])|\(mark(sheet: sheet, slot: slot))|\(reason)"
        }
    }.sorted()
  }
}

@Suite("Score sheets are read as they come")
struct SheetReadingTests {
  private func read(_ files: [String], recusals: [Recusal] = []) async throws -> Scorebook {
    let sources = files.enumerated().map { TableSource(name: "\($0).csv", bytes: Array($1.utf8)) }
    return try await ScoreSheets(for: Repository.host(), recusals: recusals, workers: 2).read(sources)
  }

  private static let expected = ["S1|J1", "S1|J1|A1|850|", "S1|J1|A2|900|", "S1|J2", "S1|J2|A1|300|"]

  @Test(
    "one book, however it is written",
    arguments: [
      ["studio,judge,criterion,marks\nS1,J1,A1,8.5\nS1,J1,A2,9\nS1,J2,A1,3\n"],
      ["marks,criterion,judge,studio\n8.50,A1,J1,S1\n9.0,A2,J1,S1\n3,A1,J2,S1\n"],
      ["studio,judge,A1,A2\nS1,J1,8.5,9\nS1,J2,3,\n"],
      ["A2,judge,studio,A1\n9,J1,S1,8.5\n-,J2,S1,3\n"],
      ["studio,judge,A1\nS1,J1,8.5\n", "studio,judge,criterion,marks,reason\nS1,J2,A1,3,\nS1,J1,A2,9,\n"],
      ["studio,judge,criterion,marks\nS1,J2,A1,3\n", "studio,judge,A1,A2\nS1,J1,8.5,9\n"],
      ["工作室,评委,评分项,得分\nS1,J1,攻关项目完成,８．５\nS1,J1,Ａ２,9\nS1,J2,A1,3\n"],
      ["\u{FEFF}\"studio\",\"judge\",\"A1\",\"A2\"\r\n\" S1 \",\"J1\",\"8.5\",\"9\"\r\n\u{3000}S1,J2,3,－\r\n,,,\r\n"],
      ["工作室,评委,难度与创新性,Projects completed\nＳ１,J1,9,8.5\nS1,Ｊ２,—,3\n"],
    ])
  func writings(_ files: [String]) async throws {
    #expect(try await read(files).contents == Self.expected)
  }

  @Test("GB18030, as Chinese Excel writes it")
  func chineseExcel() async throws {
    let text = "工作室,评委,评分项,得分,理由\r\n云阳一号,王明,A1,8.5,已核实\r\n"
    let bytes = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
    let book = try await ScoreSheets(for: Repository.host()).read([TableSource(name: "x", bytes: [UInt8](bytes))])
    #expect(book.contents == ["云阳一号|王明", "云阳一号|王明|A1|850|已核实"])
  }

  @Test("a rubric may be marked whole")
  func whole() async throws {
    let book = try await read(["studio,judge,technical-breakthroughs,B1\nS1,J1,34.5,5\nS1,J2,,4\n"])
    #expect(book.contents.contains("S1|J1|technical-breakthroughs|3450|"))
  }

  /// The findings of files, each as `line:column name` and what is wrong.
  private func findings(_ files: [String], recusals: [Recusal] = []) async -> [String] {
    do {
      let book = try await read(files, recusals: recusals)
      return ["nothing wrong: \(book.contents)"]
    } catch {
      let findings = error as? Findings ?? Findings()
      return findings.first.map { "\($0.place.file):\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.problem)" }
    }
  }

  private static let header = "studio,judge,criterion,marks\n"

  @Test(
    "what is wrong is found at its place",
    arguments: [
      ("S1,J1,A9,1\n", 2, 3, .unexpected(found: "A9", expected: .known(nearest: "A1"))),
      ("S1,J1,A1,x\n", 2, 4, .unexpected(found: "x", expected: .plainDecimal(places: 2))),
      ("S1,J1,A1,1e1\n", 2, 4, .unexpected(found: "1e1", expected: .plainDecimal(places: 2))),
      ("S1,J1,A1,-1\n", 2, 4, .unexpected(found: "-1", expected: .nonNegative)),
      ("S1,J1,A1,9.01\n", 2, 4, .unexpected(found: "9.01", expected: .atMost(9))),
      ("S1,J1,A1,99999999999\n", 2, 4, .unexpected(found: "99999999999", expected: .atMost(9))),
      ("S1,J1,A1,1\nS1,J1,A2,9.25\n", 3, 4, .unexpected(found: "9.25", expected: .atMost(9))),
      ("S1,J1,A1,1\r\nS1,J1,A2,9\r\nS1,J1,A3,9.5\r\n", 4, 4, .unexpected(found: "9.5", expected: .atMost(9))),
      ("S1,J1,A1,1.005\n", 2, 4, .unexpected(found: "1.005", expected: .plainDecimal(places: 2))),
      ("S1,J1,A1\n", 2, 0, .unexpected(found: "3", expected: .fields(4))),
      ("S1,J1,A1,1,\n", 2, 0, .unexpected(found: "5", expected: .fields(4))),
      (",J1,A1,1\n", 2, 1, .unexpected(found: "", expected: .notEmpty)),
      ("S1, ,A1,1\n", 2, 2, .unexpected(found: "", expected: .notEmpty)),
      (
        "S1,J1,A1,1\nS1,J1,A2,1\nS1,J1,A1,1\n", 4, 4,
        .repeatedMark(studio: "S1", judge: "J1", criterion: "A1", first: Place(file: "0.csv", line: 2))
      ),
      (
        "S1,J1,A1,1\nS1,J1,technical-breakthroughs,1\n", 3, 4,
        .wholeAndParts(
          studio: "S1", judge: "J1", rubric: "technical-breakthroughs", other: Place(file: "0.csv", line: 2))
      ),
      (
        "S1,J1,technical-breakthroughs,1\nS1,J1,A1,1\n", 3, 4,
        .wholeAndParts(
          studio: "S1", judge: "J1", rubric: "technical-breakthroughs", other: Place(file: "0.csv", line: 2))
      ),
      ("\"S1,J1,A1,1\n", 2, 1, .quoteNeverClosed),
      ("\"S1\"x,J1,A1,1\n", 2, 1, .textAfterQuote),
      ("S1,J1,A1,1\0\n", 2, 4, .nulByte),
      ("", 0, 0, .headerOnly),
    ] as [(String, Int, Int, Finding.Problem)])
  func wrong(_ rows: String, _ line: Int, _ column: Int, _ problem: Finding.Problem) async {
    #expect(await findings([Self.header + rows]) == ["0.csv:\(line):\(column) \(problem)"])
  }

  @Test(
    "headers are checked",
    arguments: [
      (
        "studio,judge,criterion,mark\n",
        [(1, 4, .unknownColumn("mark", nearest: "marks")), (1, 0, .missingColumn("marks"))]
      ),
      ("studio,criterion,marks\n", [(1, 0, .missingColumn("judge"))]),
      ("studio,judge,judge,A1\n", [(1, 3, .repeatedColumn("judge", first: 2))]),
      ("studio,judge,A1,A2,A1\n", [(1, 5, .repeatedColumn("A1", first: 3))]),
      ("studio,judge,A1,Z1\n", [(1, 4, .unknownColumn("Z1", nearest: "A1"))]),
      ("studio,judge\n", [(1, 0, .noMarkColumns)]),
      ("", [(0, 0, .emptyFile)]),
    ] as [(String, [(Int, Int, Finding.Problem)])])
  func headers(_ text: String, _ expected: [(Int, Int, Finding.Problem)]) async {
    #expect(await findings([text]) == expected.map { "0.csv:\($0):\($1) \($2)" })
  }

  @Test("findings of all files come together, in order, the first 50 in full")
  func together() async throws {
    let bad = Self.header + String(repeating: "S1,J1,Q,1\n", count: 40)
    do {
      _ = try await read([bad, bad])
      Issue.record("nothing was found")
    } catch {
      let findings = try #require(error as? Findings)
      #expect(findings.count == 80)
      #expect(findings.first.count == 50)
      #expect(
        findings.first.map(\.place.file) == Array(repeating: "0.csv", count: 40) + Array(repeating: "1.csv", count: 10))
    }
  }

  @Test("a mark repeated in another file names both places")
  func acrossFiles() async {
    let found = await findings([Self.header + "S1,J1,A1,1\n", "studio,judge,A1\nS1,J1,1\n"])
    let first = Place(file: "0.csv", line: 2)
    let problem = Finding.Problem.repeatedMark(studio: "S1", judge: "J1", criterion: "A1", first: first)
    #expect(found == ["1.csv:2:3 \(problem)"])
  }

  @Test("a recused judge's marks are an error, a blank is not")
  func recused() async throws {
    let source = TableSource(name: "r.csv", bytes: Array("studio,judge,reason\nS1,J1,同单位\n".utf8))
    let recusals = try Recusal.read(source)
    let place = Place(file: "r.csv", line: 2, column: 2, name: "judge")
    #expect(recusals == [Recusal(studio: "S1", judge: "J1", reason: "同单位", place: place)])
    let problem = Finding.Problem.recusedJudgeMarked(studio: "S1", judge: "J1", recusal: place)
    #expect(await findings([Self.header + "S1,J1,A1,1\n"], recusals: recusals) == ["0.csv:2:4 \(problem)"])
    #expect(try await read([Self.header + "S1,J1,A1,\nS1,J2,A1,1\n"], recusals: recusals).recusals.count == 1)
  }

  @Test("a recused judge's row is one finding, however many marks it has")
  func recusedRow() async throws {
    let place = Place(file: "r.csv", line: 2, column: 2, name: "judge")
    let recusals = [Recusal(studio: "S1", judge: "J1", reason: "", place: place)]
    #expect(await findings(["studio,judge,A1,A2,A3\nS1,J1,1,2,3\n"], recusals: recusals).count == 1)
  }

  @Test("one name written in two ways of Unicode is one name")
  func canonical() async throws {
    let book = try await read(["studio,judge,A1,A2\ne\u{301}1,J1,1,\n", "studio,judge,A2\n\u{E9}1,J1,2\n"])
    #expect(
      book.contents.map { Array($0.utf8) }
        == ["\u{E9}1|J1", "\u{E9}1|J1|A1|100|", "\u{E9}1|J1|A2|200|"].map { Array($0.utf8) })
  }

  @Test("under a rule applied by criterion, a rubric marked whole is refused")
  func wholeRefused() async throws {
    let host = try Repository.host(Repository.smallCounty)
    let source = TableSource(name: "w.csv", bytes: Array("studio,judge,workshop-order\nS1,J1,5\n".utf8))
    await #expect(
      throws: Findings(
        Finding(
          .wholeRefused(rubric: "workshop-order"), at: Place(file: "w.csv", line: 2, column: 3, name: "workshop-order"))
      )
    ) {
      try await ScoreSheets(for: host).read([source])
    }
  }
}
