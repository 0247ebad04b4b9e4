import TestSupport
import Testing

@testable import Tables

@Suite("The cursor reads fields in place")
struct RowCursorTests {
  /// Goes through the rows of a text in one block.
  private func walk(_ text: String, fields: Int, _ body: (inout RowCursor) -> Void) throws {
    let reader = try BlockReader(TableSource(name: "t", bytes: Array(text.utf8)))
    var block = Block()
    #expect(try reader.next(&block))
    block.withRows(fields: fields) { rows in while rows.next() { body(&rows) } }
  }

  @Test("plain numbers of up to six digits before the point are read as hundredths, everything else is left alone")
  func hundredths() throws {
    let plain = [
      "0": 0, "9": 900, "8.5": 850, "12.75": 1275, "007.1": 710, "999999.9": 99_999_990, "0.00": 0, "100.25": 10_025,
    ]
    let others = [
      "", "1.005", ".5", "5.", "1..2", "1.2.3", "-1", "1e2", "a", " 1", "1 ", "１", "1234567", "12345.678", "\"1\"",
      "1/2",
      "1:2", "9.9x", "x9.9", "123456789", ".", "0.000",
    ]
    for (text, value) in plain {
      try walk("k,\(text),z\n", fields: 3) { rows in #expect(rows.hundredths(1) == value, "\(text)") }
      try walk("k,\(text)\n", fields: 2) { rows in #expect(rows.hundredths(1) == value, "\(text)") }
    }
    for text in others {
      try walk("k,\(text),z\n", fields: 3) { rows in #expect(rows.hundredths(1) == -1, "\(text)") }
    }
  }

  @Test("every number of hundredths reads as itself, in every way of writing it")
  func allNumbers() throws {
    for value in stride(from: 0, through: 12_000, by: 1) {
      var ways = ["\(value / 100).\(value / 10 % 10)\(value % 10)"]
      if value % 10 == 0 { ways.append("\(value / 100).\(value / 10 % 10)") }
      if value % 100 == 0 { ways.append("\(value / 100)") }
      for way in ways {
        try walk("\(way)\n", fields: 1) { rows in #expect(rows.hundredths(0) == value, "\(way)") }
      }
    }
  }

  @Test("leading fields that repeat the row before are noticed, and only those")
  func repeated() throws {
    var found: [Int] = []
    try walk("S1,J1,A1,9\nS1,J1,A1,9\nS1,J1,A2,9\nS1,J12,A2,9\nS2,J12,A2,9\nS2\nS2,J1,A1,9\n", fields: 4) {
      found.append($0.repeated)
    }
    #expect(found == [0, 3, 2, 1, 0, 0, 0])
  }

  @Test("the row that is expected is taken in one step and leaves its fields; any other stays for the next step")
  func expected() throws {
    let text = "S1,J1,A1,9\nS1,J1,A2,8.25\r\nS1,J1,A2,\nS1,J1,A2,7\nS1,J2,A2,7\nS1,J2,A2,x\n"
    let key = UInt64(UInt8(ascii: "A")) | UInt64(UInt8(ascii: "2")) << 8 | UInt64(UInt8(ascii: ",")) << 16
    let reader = try BlockReader(TableSource(name: "t", bytes: Array(text.utf8)))
    var block = Block()
    #expect(try reader.next(&block))
    block.withRows(fields: 4) { rows in
      /// What one step gives: the number and the row's fields, or nil where the row is another one.
      func take() -> String? {
        let value = rows.nextExpected(leading: 2, key: key, length: 3)
        return value < 0 ? nil : "\(value): \(describe())"
      }
      func walk() -> String? { rows.next() ? describe() : nil }
      func describe() -> String { "\(rows.texts) \(rows.repeated) \(rows.line)" }
      let steps = [
        take(), walk(), take(), take(), walk(), take(), take(), walk(), take(), walk(), take(), walk(),
      ]
      #expect(
        steps == [
          nil, #"["S1", "J1", "A1", "9"] 0 1"#, #"825: ["S1", "J1", "A2", "8.25"] 2 2"#,
          nil, #"["S1", "J1", "A2", ""] 3 3"#, #"700: ["S1", "J1", "A2", "7"] 2 4"#,
          nil, #"["S1", "J2", "A2", "7"] 1 5"#, nil, #"["S1", "J2", "A2", "x"] 3 6"#, nil, nil,
        ])
    }
  }

  @Test("repeats are found where names are longer than a machine word")
  func longNames() throws {
    let name = "a-studio-with-a-rather-long-name"
    var found: [Int] = []
    try walk("\(name),J1,9\n\(name),J1,8\n\(name)x,J1,8\n", fields: 3) { found.append($0.repeated) }
    #expect(found == [0, 2, 0])
  }

  @Test("short fields are words, longer ones are not")
  func words() throws {
    try walk("A1,12345678,123456789,\n", fields: 4) { rows in
      #expect(rows.word(0) == 0x3141)
      #expect(rows.word(1) == 0x3837_3635_3433_3231)
      #expect(rows.word(2) == 0)
      #expect(rows.word(3) == 0)
    }
  }

  @Test("a row with more fields than expected is counted, and nothing is written past its room")
  func manyFields() throws {
    try walk(String(repeating: "x,", count: 5000) + "y\n", fields: 3) { rows in
      #expect(rows.fields == 5001)
      #expect(rows.texts == ["x", "x", "x", "x"])
    }
  }
}
