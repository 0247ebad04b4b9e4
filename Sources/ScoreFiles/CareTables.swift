package import Scoring
package import Tables

/// A member as a table of members has it: `studio,name,qualification,years,joined`.
package struct MemberRow: Hashable, Sendable {
  package let studio: String
  /// The name, or the id of a person of the register.
  package let name: String
  /// The qualification's id or its Chinese or English title; nil where the cell is empty.
  package let qualification: String?
  package let years: Int?
  package let joined: Day
  package let place: Place

  /// Reads a table, or says everything that is wrong with it.
  package static func read(_ source: TableSource) throws(Findings) -> [MemberRow] {
    var rows: [MemberRow] = []
    try PlainTable.read(source, columns: [.studio, .name, .qualification, .years, .joined]) { row, findings in
      let before = findings.count
      row.require([.studio, .name, .joined], &findings)
      let joined = row.day(.joined, &findings)
      let text = row[.years].folded
      let years = Int(text).flatMap { (0...80).contains($0) ? $0 : nil }
      if !text.isEmpty, years == nil {
        findings.add(Finding(.unexpected(found: text, expected: .whole(0...80)), at: row.place(of: .years)))
      }
      guard findings.count == before, let joined else { return }
      let qualification = row[.qualification].folded
      rows.append(
        MemberRow(
          studio: row[.studio].folded, name: row[.name].folded,
          qualification: qualification.isEmpty ? nil : qualification, years: years, joined: joined,
          place: row.place(of: .studio)))
    }
    if rows.isEmpty { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    return rows
  }
}

/// A line of an archive index as a table has it: `studio,kind,title,date,place,sha256`.
package struct ArchiveRow: Hashable, Sendable {
  package let studio: String
  /// The kind's id or its Chinese or English title.
  package let kind: String
  package let title: String
  package let dated: Day
  package let kept: String?
  package let digest: String?
  package let place: Place

  /// Reads a table, or says everything that is wrong with it.
  package static func read(_ source: TableSource) throws(Findings) -> [ArchiveRow] {
    var rows: [ArchiveRow] = []
    try PlainTable.read(source, columns: [.studio, .kind, .title, .date, .place, .sha256]) { row, findings in
      let before = findings.count
      row.require([.studio, .kind, .title, .date], &findings)
      let dated = row.day(.date, &findings)
      if row[.place].isEmpty, row[.sha256].isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: .place)))
      }
      guard findings.count == before, let dated else { return }
      rows.append(
        ArchiveRow(
          studio: row[.studio].folded, kind: row[.kind].folded, title: row[.title], dated: dated,
          kept: row[.place].isEmpty ? nil : row[.place],
          digest: row[.sha256].isEmpty ? nil : row[.sha256].lowercased(), place: row.place(of: .studio)))
    }
    if rows.isEmpty { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    return rows
  }
}

extension PlainTable.Record {
  fileprivate func require(_ columns: [ColumnName], _ findings: inout Findings) {
    for column in columns where self[column].isEmpty {
      findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: place(of: column)))
    }
  }

  fileprivate func day(_ column: ColumnName, _ findings: inout Findings) -> Day? {
    let day = Day(self[column].folded)
    if day == nil, !self[column].isEmpty {
      findings.add(Finding(.unexpected(found: self[column], expected: .day), at: place(of: column)))
    }
    return day
  }
}
