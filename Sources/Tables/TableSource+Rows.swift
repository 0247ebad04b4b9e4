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
  /// - Throws: ``TableError``, after the rows before the fault.
  package func forEachRow(_ body: (Row) -> Void) throws(TableError) {
    let reader = try BlockReader(self, as: encoding())
    var block = Block()
    while try reader.next(&block, countingLines: true) {
      let fault = block.withRows(fields: Self.mostFields) { rows -> TableError? in
        while rows.next() { body(Row(line: rows.line, count: rows.fields, cells: rows.texts)) }
        return rows.fault
      }
      if let fault { throw fault }
    }
  }

  /// UTF-8 where all bytes are, else GB18030 where all bytes are.
  ///
  /// - Throws: ``TableError``, with the first line that is not UTF-8 where the bytes are neither.
  package func encoding() throws(TableError) -> TableEncoding {
    do throws(TableError) {
      try readThrough(as: .utf8)
      return .utf8
    } catch {
      guard error.problem == .unknownEncoding else { throw error }
      do throws(TableError) { try readThrough(as: .gb18030) } catch let other {
        throw other.problem == .unknownEncoding ? error : other
      }
      return .gb18030
    }
  }

  private func readThrough(as encoding: TableEncoding) throws(TableError) {
    let reader = try BlockReader(self, as: encoding)
    var block = Block()
    while try reader.next(&block, countingLines: true) {}
  }
}
