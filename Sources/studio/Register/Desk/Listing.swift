import Foundation
import Tables
import Wording

/// A list of the register: a table for people, CSV and JSON for programs.
struct Listing {
  private let headings: [Heading]
  private var rows: [[String]] = []

  init(_ headings: [Heading]) {
    self.headings = headings
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  func show(as format: Format, on terminal: Terminal) throws {
    switch format {
    case .table:
      guard !rows.isEmpty else { return terminal.say(terminal.phrases.notice(DeskNotice.nothingFound)) }
      var table = TextTable(headings.map(terminal.phrases.heading))
      for row in rows { table.add(row) }
      table.show(on: terminal)
    case .csv:
      var text = CSVText()
      text.row(headings.map(\.rawValue))
      for row in rows { text.row(row) }
      terminal.write(Data(text.bytes))
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      let objects = rows.map { row in
        Dictionary(zip(headings.map(\.rawValue), row)) { first, _ in first }
      }
      terminal.write(try encoder.encode(objects) + Data("\n".utf8))
    }
  }
}
