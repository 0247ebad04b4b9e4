import Foundation
import Tables
import TestSupport
import Testing

@Suite("Tables are read as they come")
struct ReadingTests {
  private func rows(_ bytes: [UInt8]) throws(TableError) -> [[String]] {
    var rows: [[String]] = []
    try TableSource(name: "t.csv", bytes: bytes).forEachRow { rows.append($0.cells) }
    return rows
  }

  private func rows(_ text: String) throws(TableError) -> [[String]] { try rows(Array(text.utf8)) }

  @Test(
    "one table, however it is written",
    arguments: [
      "a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2\n", "a,b\n\n1,2\n\n\n", "a,b\n1,2\n,\n , \n",
      "\"a\",\"b\"\n\"1\",\"2\"\n", " a ,\tb\n\u{3000}1\u{3000}, 2\u{A0}\n", "  \"a\"  ,b\r\n1,\" 2 \"\r\n",
      "\n\na,b\n1,2",
    ])
  func writings(_ text: String) throws {
    #expect(try rows(text) == [["a", "b"], ["1", "2"]])
  }

  @Test("quoted fields keep commas, quotes and line breaks")
  func quoted() throws {
    #expect(try rows("\"a,b\",\"c\"\"d\",\"e\nf\"\r\n\"\",x,\n") == [["a,b", "c\"d", "e\nf"], ["", "x", ""]])
  }

  @Test("a quote inside a field that does not begin with one is a letter")
  func strayQuote() throws {
    #expect(try rows("5\" pipe,x\ny,z\"\n") == [["5\" pipe", "x"], ["y", "z\""]])
  }

  @Test("lines are counted through blank lines and quoted line breaks")
  func lines() throws {
    var lines: [Int] = []
    try TableSource(name: "t", bytes: Array("h\n\n\"a\nb\nc\"\r\nd\n".utf8)).forEachRow { lines.append($0.line) }
    #expect(lines == [1, 3, 6])
  }

  @Test("GB18030 is read where the bytes are no UTF-8")
  func chinese() throws {
    let name = String.Encoding(rawValue: 0x8000_0632)
    let bytes = try #require("工作室,评委\n云阳㐀,\"王,明\"\n".data(using: name))
    #expect(try rows([UInt8](bytes)) == [["工作室", "评委"], ["云阳㐀", "王,明"]])
  }

  @Test(
    "what is no table is refused with its line",
    arguments: [
      (Array("a\nb\0\n".utf8), TableError(.nulByte, line: 2, column: 1)),
      (Array("a\nb\n".utf8) + [0xFF, 0xFF, 0x0A], TableError(.unknownEncoding, line: 3)),
      (Array("a\n\"b\nc\n".utf8), TableError(.quoteNeverClosed, line: 2, column: 1)),
      (Array("a\n\"b\"c\n".utf8), TableError(.textAfterQuote, line: 2, column: 1)),
    ])
  func refused(_ bytes: [UInt8], _ error: TableError) {
    #expect(throws: error) { try rows(bytes) }
  }

  @Test("a bad byte in UTF-8 is a bad byte, and does not turn the file into something else")
  func badByte() throws {
    let gb18030 = try #require("云阳\n".data(using: String.Encoding(rawValue: 0x8000_0632)))
    let text = Array("工作室,评委\n云阳一,王\n".utf8)
    #expect(throws: TableError(.unknownEncoding, line: 3)) { try rows(text + [UInt8](gb18030)) }
    #expect(throws: TableError(.unknownEncoding, line: 2)) {
      try rows([0xEF, 0xBB, 0xBF] + Array("a\n".utf8) + [UInt8](gb18030))
    }
    #expect(try rows(Array("a\n".utf8) + [UInt8](gb18030)) == [["a"], ["云阳"]])
  }

  @Test("a pipe is read to its end, as process substitution gives it")
  func pipe() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let rows = try await Program.shell.running(["printf 'a,b\\n1,2\\n' > \(path)"]) { _ in
      var rows: [[String]] = []
      let source = TableSource(path: path)
      for _ in 0..<2 { try source.forEachRow { rows.append($0.cells) } }
      return rows
    }
    #expect(rows == [["a", "b"], ["1", "2"], ["a", "b"], ["1", "2"]])
  }

  @Test("rows before a fault are read all the same")
  func beforeFault() {
    var rows: [[String]] = []
    let source = TableSource(name: "t", bytes: Array("a,b\n1,2\n3,4\0\n5,6\n".utf8))
    #expect(throws: TableError(.nulByte, line: 3, column: 2)) { try source.forEachRow { rows.append($0.cells) } }
    #expect(rows == [["a", "b"], ["1", "2"]])
  }

  @Test("a file that is missing, a folder, and a file that holds nothing")
  func files() throws {
    let folder = try TemporaryFolder()
    #expect(throws: TableError(.missing)) { try TableSource(path: "\(folder.path)/no.csv").forEachRow { _ in } }
    #expect(throws: TableError(.directory)) { try TableSource(path: folder.path).forEachRow { _ in } }
    #expect(try rows("").isEmpty)
    #expect(try rows("\n \n").isEmpty)
  }

  @Test("a row as long as a book is refused, not kept growing")
  func longRow() {
    let quote = Array("a\n\"".utf8) + [UInt8](repeating: 0x78, count: 5 << 20)
    #expect(throws: TableError(.quoteNeverClosed, line: 2)) { try rows(quote) }
    #expect(throws: TableError(.rowTooLong, line: 2)) {
      try rows(Array("a\n".utf8) + [UInt8](repeating: 0x78, count: 5 << 20))
    }
  }

  /// Reads CSV the plain way, a character at a time.
  private func plainly(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var letters = Array(text.unicodeScalars)[...]
    while let letter = letters.popFirst() {
      switch (letter, isQuoted) {
      case ("\"", true) where letters.first == "\"":
        field += "\""
        letters = letters.dropFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false), ("\n", false):
        rows[rows.count - 1].append(field)
        field = ""
        if letter == "\n" { rows.append([]) }
      default: field.unicodeScalars.append(letter)
      }
    }
    return rows.dropLast()
  }

  @Test("rows longer and shorter than a block come out whole, wherever blocks end", arguments: 0..<6 as Range<UInt64>)
  func blocks(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var text = CSVText()
    var written: [[String]] = []
    for _ in 0..<20_000 {
      let row = (0..<3).map { _ in
        let letters = [
          "a", "b", "工", "9", seed % 2 == 0 ? "\n" : "c", seed % 2 == 0 ? "\"" : "d", seed % 2 == 0 ? "," : "e",
        ]
        let middle = (0..<Int.random(in: 0...20, using: &random)).map { _ in letters.randomElement(using: &random) ?? ""
        }
        return "x" + middle.joined() + "x"
      }
      written.append(row)
      text.row(row)
    }
    #expect(text.bytes.count > 2 << 18)
    #expect(try rows(text.bytes) == written)
    #expect(plainly(String(decoding: text.bytes, as: UTF8.self)) == written)
  }
}
