package import Scoring
package import Tables

/// A mark of an application's review as a table has it: `judge,criterion,marks`.
package struct ReviewMark: Hashable, Sendable {
  package let judge: String
  package let criterion: String
  package let marks: Points

  /// Reads a table, or says everything that is wrong with it.
  package static func read(_ source: TableSource) throws(Findings) -> [ReviewMark] {
    var marks: [ReviewMark] = []
    var places: [[String]: Place] = [:]
    let columns: [ColumnName] = [.judge, .criterion, .marks]
    try PlainTable.read(source, columns: columns) { row, findings in
      let before = findings.count
      for column in columns where row[column].isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: column)))
      }
      let (judge, criterion) = (row[.judge].folded, row[.criterion].folded)
      let points = Points(row[.marks].folded)
      if points == nil, !row[.marks].isEmpty {
        let expected = Expectation.plainDecimal(places: 2)
        findings.add(Finding(.unexpected(found: row[.marks], expected: expected), at: row.place(of: .marks)))
      }
      let place = row.place(of: .criterion)
      if let first = places.updateValue(place, forKey: [judge.lowercased(), criterion]) {
        let repeated = Finding.Problem.repeatedItem(item: criterion, judge: judge, first: first)
        findings.add(Finding(repeated, at: place))
      }
      guard findings.count == before, let points else { return }
      marks.append(ReviewMark(judge: judge, criterion: criterion, marks: points))
    }
    if marks.isEmpty { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    return marks
  }
}
