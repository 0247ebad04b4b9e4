package import Scoring
package import Tables

/// A line of a table of spending: `studio,day,fund,purpose,amount,document`.
package struct SpendingRow: Hashable, Sendable {
  package let studio: String
  package let day: Day
  package let fund: String
  package let purpose: String
  package let fen: Int
  package let document: String
  /// Where each cell stands.
  package let places: [ColumnName: Place]

  private static let columns: [ColumnName] = [.studio, .day, .fund, .purpose, .amount, .document]

  /// Reads a table, or says everything that is wrong with it.
  package static func read(_ source: TableSource) throws(Findings) -> [SpendingRow] {
    var rows: [SpendingRow] = []
    try PlainTable.read(source, columns: columns) { row, findings in
      let before = findings.count
      for column in columns where row[column].isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: column)))
      }
      let day = Day(row[.day].folded)
      if day == nil, !row[.day].isEmpty {
        findings.add(Finding(.unexpected(found: row[.day], expected: .day), at: row.place(of: .day)))
      }
      let fen = try? DecimalNumber.units(in: row[.amount].folded.utf8, places: 2).get()
      if fen == nil || fen == 0, !row[.amount].isEmpty {
        findings.add(
          Finding(.unexpected(found: row[.amount], expected: .plainDecimal(places: 2)), at: row.place(of: .amount)))
      }
      guard findings.count == before, let day, let fen else { return }
      rows.append(
        SpendingRow(
          studio: row[.studio].folded, day: day, fund: row[.fund].folded, purpose: row[.purpose].folded, fen: fen,
          document: row[.document], places: Dictionary(uniqueKeysWithValues: columns.map { ($0, row.place(of: $0)) })))
    }
    if rows.isEmpty { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    return rows
  }
}
