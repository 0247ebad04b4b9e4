package import Scoring
package import Tables

/// Any panel's marks on any scale, `item,judge,mark`, for the panel rule alone.
package struct PanelMarks: Sendable {
  /// The items in the order in which they first came, each with the marks that were given.
  package private(set) var items: [(name: String, millionths: [Int])] = []

  /// Decimals that a mark may have.
  package static let places = 6

  /// Reads a table; a blank mark is absent and its item is there all the same.
  package init(_ source: TableSource) throws(Findings) {
    var items: [(name: String, millionths: [Int])] = []
    var numbers: [String: Int] = [:]
    var places: [Scorebook.Pair: Place] = [:]
    var rows = 0
    try PlainTable.read(source, columns: [.item, .judge, .mark]) { row, findings in
      rows += 1
      let (item, judge) = (row[.item].folded, row[.judge].folded)
      for (column, text) in [(ColumnName.item, item), (.judge, judge)] where text.isEmpty {
        findings.add(Finding(.unexpected(found: "", expected: .notEmpty), at: row.place(of: column)))
      }
      guard !item.isEmpty, !judge.isEmpty else { return }
      let number = numbers[item, default: items.count]
      if number == items.count {
        numbers[item] = number
        items.append((item, []))
      }
      do throws(Expectation) {
        guard let mark = try Self.mark(row[.mark]) else { return }
        let place = row.place(of: .mark)
        if let first = places[Scorebook.Pair(studio: item, judge: judge)] {
          findings.add(Finding(.repeatedItem(item: item, judge: judge, first: first), at: place))
        }
        places[Scorebook.Pair(studio: item, judge: judge)] = Place(file: source.name, line: row.row.line)
        items[number].millionths.append(mark)
      } catch {
        findings.add(Finding(.unexpected(found: row[.mark], expected: error), at: row.place(of: .mark)))
      }
    }
    if rows == 0 { throw Findings(Finding(.headerOnly, at: Place(file: source.name))) }
    self.items = items
  }

  /// A mark in millionths, or nil where it is absent.
  private static func mark(_ text: String) throws(Expectation) -> Int? {
    guard !MarkCell.isAbsent(text.folded) else { return nil }
    switch DecimalNumber.units(in: text.folded.utf8, places: places) {
    case .success(let units): return units
    case .failure(.negative): throw .nonNegative
    case .failure: throw .plainDecimal(places: places)
    }
  }
}
