import Tables
import Testing

@Suite("CSV is written so that every reader gets it back")
struct CSVTextTests {
  @Test("fields are quoted only where they must be")
  func quoting() {
    var text = CSVText()
    text.row(["a", "b,c", "d\"e", "f\ng", "", " h", "工作室"])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",,\" h\",工作室\n")
  }

  @Test("numbers", arguments: [(0, "0.00"), (7500, "75.00"), (5, "0.05"), (1_234_567, "12345.67")])
  func numbers(_ hundredths: Int, _ expected: String) {
    var text = CSVText()
    text.field(hundredths: hundredths)
    text.field(hundredths: nil)
    text.field(Int?.some(100_000))
    text.field(Int?.none)
    text.endRow()
    #expect(String(decoding: text.bytes, as: UTF8.self) == "\(expected),,100000,\n")
  }
}
