import Wording

/// A table for a terminal, its columns aligned for wide characters, numbers to the right.
struct TextTable {
  private let header: [String]
  private var rows: [[String]] = []
  private var colours: [Terminal.Colour?] = []

  init(_ header: [String]) {
    self.header = header
  }

  mutating func add(_ row: [String], _ colour: Terminal.Colour? = nil) {
    rows.append(row.map(\.printable))
    colours.append(colour)
  }

  func show(on terminal: Terminal, indent: String = "") {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].displayWidth }.max() ?? 0
    }
    let isNumeric = header.indices.map { column in
      rows.contains { !$0[column].isEmpty } && rows.allSatisfy { $0[column].looksNumeric }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        cell.padded(to: widths[column], alignRight: isNumeric[column])
      }.joined(separator: "  ")
      return indent + String(padded.reversed().drop { $0 == " " }.reversed())
    }
    terminal.show(terminal.coloured(line(header), .bold))
    for (row, colour) in zip(rows, colours) {
      terminal.show(colour.map { terminal.coloured(line(row), $0) } ?? line(row))
    }
  }
}

extension String {
  fileprivate var looksNumeric: Bool {
    allSatisfy { "0123456789.—,−".contains($0) }
  }
}
