/// A row of a table as texts, each without quotes and without blanks around it.
package struct Row: Hashable, Sendable {
  /// The line on which the row begins, from 1.
  package let line: Int
  /// How many fields the row has.
  package let count: Int
  /// The fields' texts; of a row of many more fields than any table has, the first ones.
  package let cells: [String]
}

extension TableSource {
  /// More columns than any table has.
  private static let mostFields = 1024

  /// Goes through all rows that are not blank, one after another, the header first.
  ///
  /// - Parameter progress: is told of bytes read.
  /// - Throws: ``TableError``, after the rows before the fault.
  package func forEachRow(progress: (Int) -> Void = { _ in }, _ body: (Row) -> Void) throws(TableError) {
    let reader = try BlockReader(self, as: encoding(), refusesNul: false)
    var block = Block()
    while try reader.next(&block, countingLines: true) {
      let fault = block.withRows(fields: Self.mostFields) { rows -> TableError? in
        while rows.next() {
          let row = Row(line: rows.line, count: rows.fields, cells: rows.texts)
          if let field = row.cells.firstIndex(where: { $0.utf8.contains(0) }) {
            return TableError(.nulByte, line: row.line, column: field + 1)
          }
          body(row)
        }
        progress(rows.offset)
        return rows.fault
      }
      if let fault { throw fault }
    }
  }

  /// UTF-8 where all bytes are, else GB18030 where all bytes are and the first line that could tell is no UTF-8.
  ///
  /// - Throws: ``TableError``, with the first line that is not UTF-8 where the bytes are neither.
  package func encoding() throws(TableError) -> TableEncoding {
    do throws(TableError) {
      try readThrough(as: .utf8)
      return .utf8
    } catch {
      guard error.problem == .unknownEncoding, try !beginsInUTF8() else { throw error }
      do throws(TableError) { try readThrough(as: .gb18030) } catch let other {
        throw other.problem == .unknownEncoding ? error : other
      }
      return .gb18030
    }
  }

  private func readThrough(as encoding: TableEncoding) throws(TableError) {
    let reader = try BlockReader(self, as: encoding, refusesNul: false)
    var block = Block()
    while try reader.next(&block, countingLines: true) {}
  }

  /// Whether the bytes begin with UTF-8's mark, or the first line that is not ASCII has three or more characters of UTF-8: a
  /// bad byte further on is then a bad byte, and not a sign that all the rest is to be read otherwise.
  private func beginsInUTF8() throws(TableError) -> Bool {
    let reader = try open()
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var result: Result<Int, TableError> = .success(0)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(TableError) { result = .success(try reader.read(at: 0, into: buffer)) } catch {
        result = .failure(error)
      }
    }
    let start = bytes[..<(try result.get())]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    guard let line = start.split(separator: 0x0A).first(where: { $0.contains { $0 >= 0x80 } }) else { return false }
    return line.count { $0 >= 0xC2 } >= 3 && String(validating: line, as: UTF8.self) != nil
  }
}
