import Scoring
import Tables

/// A small table with fixed columns, in any order.
enum PlainTable {
  /// A row, read by its columns' names.
  struct Record {
    let file: String
    let row: Row
    let fields: [ColumnName: Int]

    subscript(column: ColumnName) -> String { fields[column].map { row.cells[$0] } ?? "" }

    func place(of column: ColumnName) -> Place {
      Place(file: file, line: row.line, column: fields[column].map { $0 + 1 }, name: column.rawValue)
    }
  }

  /// Reads all rows; a table with only its header has none.
  ///
  /// - Throws: all findings, those of `body` among them.
  static func read(
    _ source: TableSource, columns: [ColumnName], _ body: (Record, inout Findings) -> Void
  ) throws(Findings) {
    var findings = Findings()
    var fields: [ColumnName: Int]?
    var width = 0
    do throws(TableError) {
      try source.forEachRow { row in
        guard let fields else {
          fields = header(row, of: source.name, columns: columns, &findings)
          width = row.count
          return
        }
        guard !fields.isEmpty else { return }
        if row.count == width {
          body(Record(file: source.name, row: row, fields: fields), &findings)
        } else {
          let place = Place(file: source.name, line: row.line)
          findings.add(Finding(.unexpected(found: "\(row.count)", expected: .fields(width)), at: place))
        }
      }
      if fields == nil { findings.add(Finding(.emptyFile, at: Place(file: source.name))) }
    } catch {
      findings.add(Finding(error, in: source.name))
    }
    try findings.check()
  }

  /// The columns' fields; none where the header is wrong.
  private static func header(
    _ row: Row, of file: String, columns: [ColumnName], _ findings: inout Findings
  ) -> [ColumnName: Int] {
    var fields: [ColumnName: Int] = [:]
    let before = findings.count
    for (field, cell) in row.cells.enumerated() {
      let place = Place(file: file, line: row.line, column: field + 1)
      guard let column = columns.first(where: { $0.isNamed(cell.folded) }) else {
        let near = nearest(to: cell.folded, among: columns.map(\.rawValue))
        findings.add(Finding(.unknownColumn(cell, nearest: near), at: place))
        continue
      }
      if let first = fields[column] { findings.add(Finding(.repeatedColumn(cell, first: first + 1), at: place)) }
      fields[column] = field
    }
    for column in columns where fields[column] == nil {
      findings.add(Finding(.missingColumn(column.rawValue), at: Place(file: file, line: row.line)))
    }
    return findings.count == before ? fields : [:]
  }
}
