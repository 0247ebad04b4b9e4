package import Scoring
import Tables

/// A row of an evidence table, with its studio's name and where it stands.
package struct EvidenceRow: Sendable {
  package let studio: String
  package let record: EvidenceRecord
  package let place: Place
}

/// Reads one table of evidence: `studio`, the kind's columns, `verified`, in any order.
struct EvidenceTable {
  private let kind: EvidenceKind

  init(_ kind: EvidenceKind) {
    self.kind = kind
  }

  /// Where the columns stand.
  private struct Fields {
    var studio = 0
    var verified = 0
    var columns: [Int] = []
    var count = 0
  }

  /// The rows, in the file's order.
  func read(_ source: TableSource) throws(Findings) -> [EvidenceRow] {
    var findings = Findings()
    var records: [EvidenceRow] = []
    var fields: Fields?
    var hasHeader = false
    do throws(TableError) {
      try source.forEachRow { row in
        if !hasHeader {
          hasHeader = true
          fields = header(row, of: source.name, &findings)
        } else if let fields, let record = record(row, fields, file: source.name, &findings) {
          records.append(record)
        }
      }
      if !hasHeader { findings.add(Finding(.emptyFile, at: Place(file: source.name))) }
    } catch {
      findings.add(Finding(error, in: source.name))
    }
    try findings.check()
    return records
  }

  private func header(_ row: Row, of file: String, _ findings: inout Findings) -> Fields? {
    var found: [String: Int] = [:]
    let before = findings.count
    for (field, cell) in row.cells.enumerated() {
      let place = Place(file: file, line: row.line, column: field + 1)
      guard let name = columnName(cell.folded) else {
        let known = ["studio"] + kind.columns.map(\.id) + ["verified"]
        findings.add(Finding(.unknownColumn(cell, nearest: nearest(to: cell.folded, among: known)), at: place))
        continue
      }
      if let first = found[name] { findings.add(Finding(.repeatedColumn(cell, first: first + 1), at: place)) }
      found[name] = field
    }
    for name in ["studio"] + kind.columns.map(\.id) + ["verified"] where found[name] == nil {
      findings.add(Finding(.missingColumn(name), at: Place(file: file, line: row.line)))
    }
    guard findings.count == before, let studio = found["studio"], let verified = found["verified"] else { return nil }
    return Fields(
      studio: studio, verified: verified, columns: kind.columns.compactMap { found[$0.id] }, count: row.count)
  }

  private func columnName(_ cell: String) -> String? {
    if ColumnName.studio.isNamed(cell) { return "studio" }
    if ColumnName.verified.isNamed(cell) { return "verified" }
    return kind.columns.first { column in
      cell.lowercased() == column.id || cell == column.label.zh || cell.lowercased() == column.label.en.lowercased()
    }?.id
  }

  private func record(
    _ row: Row, _ fields: Fields, file: String, _ findings: inout Findings
  ) -> EvidenceRow? {
    func place(_ field: Int?, _ name: String?) -> Place {
      Place(file: file, line: row.line, column: field.map { $0 + 1 }, name: name)
    }
    guard row.count == fields.count else {
      findings.add(Finding(.unexpected(found: "\(row.count)", expected: .fields(fields.count)), at: place(nil, nil)))
      return nil
    }
    let before = findings.count
    let studio = row.cells[fields.studio].folded
    if studio.isEmpty {
      findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: place(fields.studio, "studio")))
    }
    let word = row.cells[fields.verified]
    let isVerified = ["yes", "是"].contains(word.lowercased())
    if !isVerified, !["no", "否"].contains(word.lowercased()) {
      findings.add(Finding(.unexpected(found: word, expected: .yesOrNo), at: place(fields.verified, "verified")))
    }
    do throws(CellFaults) {
      let record = try kind.record(cells: fields.columns.map { row.cells[$0] }, isVerified: isVerified)
      return findings.count == before ? EvidenceRow(studio: studio, record: record, place: place(nil, nil)) : nil
    } catch {
      for fault in error.all {
        let column = kind.columns.firstIndex { $0.id == fault.column }
        let field = column.map { fields.columns[$0] }
        findings.add(
          Finding(.unexpected(found: fault.found, expected: fault.expected), at: place(field, fault.column)))
      }
      return nil
    }
  }
}
