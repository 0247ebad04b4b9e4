package import Scoring
package import Tables

/// A studio as a table of existing ones has it: `code,unit,expert,occupation,confirmed`.
package struct StudioRow: Hashable, Sendable {
  package let code: String
  package let unit: String
  /// The expert's name, or the id of a person of the register.
  package let expert: String
  package let occupation: String
  package let confirmed: Day
  package let place: Place

  /// Reads a table, or says everything that is wrong with it.
  package static func read(_ source: TableSource) throws(Findings) -> [StudioRow] {
    var rows: [StudioRow] = []
    var places: [String: Place] = [:]
    let columns: [ColumnName] = [.code, .unit, .expert, .occupation, .confirmed]
    try PlainTable.read(source, columns: columns) { row, findings in
      let before = findings.count
      for column in columns where row[column].isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: column)))
      }
      let code = row[.code].folded
      if let first = places[code.lowercased()] {
        findings.add(Finding(.repeatedCode(code, first: first), at: row.place(of: .code)))
      }
      places[code.lowercased()] = row.place(of: .code)
      let day = Day(row[.confirmed].folded)
      if day == nil, !row[.confirmed].isEmpty {
        findings.add(Finding(.unexpected(found: row[.confirmed], expected: .day), at: row.place(of: .confirmed)))
      }
      guard findings.count == before, let day else { return }
      rows.append(
        StudioRow(
          code: code, unit: row[.unit], expert: row[.expert].folded, occupation: row[.occupation], confirmed: day,
          place: row.place(of: .code)))
    }
    if rows.isEmpty { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    return rows
  }
}
