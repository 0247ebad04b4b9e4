package import Scoring
package import Tables

/// A judge who may not mark a studio, with the reason and where it was written.
package struct Recusal: Hashable, Sendable {
  package let studio: String
  package let judge: String
  package let reason: String
  package let place: Place

  /// Reads a table `studio,judge,reason`.
  package static func read(_ source: TableSource) throws(Findings) -> [Recusal] {
    var recusals: [Recusal] = []
    var places: [Scorebook.Pair: Place] = [:]
    try PlainTable.read(source, columns: [.studio, .judge, .reason]) { row, findings in
      for column in [ColumnName.studio, .judge] where row[column].isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: column)))
      }
      let pair = Scorebook.Pair(studio: row[.studio].folded, judge: row[.judge].folded)
      guard !pair.studio.isEmpty, !pair.judge.isEmpty else { return }
      let place = row.place(of: .judge)
      if let first = places[pair] {
        findings.add(Finding(.repeatedRecusal(studio: pair.studio, judge: pair.judge, first: first), at: place))
      }
      places[pair] = place
      recusals.append(Recusal(studio: pair.studio, judge: pair.judge, reason: row[.reason], place: place))
    }
    return recusals
  }
}
