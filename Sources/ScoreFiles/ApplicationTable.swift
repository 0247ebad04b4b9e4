package import Scoring
package import Tables

/// An application for a new studio as a table has it: `unit,kind,field,expert,birth_month,occupation`.
package struct ApplicationRow: Hashable, Sendable {
  package let unit: String
  /// The kind of applicant and the field, by id or title.
  package let kind: String
  package let field: String
  /// The expert's name, or the id of a person of the register.
  package let expert: String
  /// `1975-03`; empty where it is not known.
  package let birthMonth: String
  package let occupation: String
  package let place: Place

  /// Reads a table, or says everything that is wrong with it.
  package static func read(_ source: TableSource) throws(Findings) -> [ApplicationRow] {
    var rows: [ApplicationRow] = []
    let needed: [ColumnName] = [.unit, .kind, .field, .expert, .occupation]
    try PlainTable.read(source, columns: needed + [.birthMonth]) { row, findings in
      let before = findings.count
      for column in needed where row[column].isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: column)))
      }
      guard findings.count == before else { return }
      rows.append(
        ApplicationRow(
          unit: row[.unit], kind: row[.kind].folded, field: row[.field].folded, expert: row[.expert].folded,
          birthMonth: row[.birthMonth].folded, occupation: row[.occupation], place: row.place(of: .unit)))
    }
    if rows.isEmpty { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    return rows
  }
}
