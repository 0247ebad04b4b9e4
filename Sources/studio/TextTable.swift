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
    let lines = lines(indent: indent)
    terminal.show(terminal.coloured(lines[0], .bold))
    for (row, colour) in zip(lines.dropFirst(), colours) {
      terminal.show(colour.map { terminal.coloured(row, $0) } ?? row)
    }
  }

  /// The lines without colours, the header first.
  func lines(indent: String = "") -> [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].displayWidth }.max() ?? 0
    }
    let isNumeric = header.indices.map { column in
      rows.contains { !$0[column].isEmpty } && rows.allSatisfy { $0[column].looksNumeric }
    }
    return ([header] + rows).map { cells in
      let padded = cells.enumerated().map { column, cell in
        cell.padded(to: widths[column], alignRight: isNumeric[column])
      }.joined(separator: "  ")
      return indent + String(padded.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension String {
  fileprivate var looksNumeric: Bool {
    allSatisfy { "0123456789.—,−".contains($0) }
  }
}
