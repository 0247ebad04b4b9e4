import Scoring

/// Each studio's rubrics against the median of all studios of the round.
struct RubricsPicture: Sendable {
  struct Column: Sendable {
    let title: String
    let maximum: Points
    /// Nil where no studio has a score.
    let median: Double?
  }

  struct Row: Sendable {
    let name: String
    /// One for each column; nil where there is no score.
    let scores: [Double?]
  }

  struct Words: Sendable {
    let title: String
    let description: String
    let median: String
  }

  let columns: [Column]
  let rows: [Row]
  let words: Words

  static let row = 20.0
  static let left = 68.0

  private var columnWidth: Double { (Drawing.width - Self.left - 4) / Double(max(1, columns.count)) }
  private var titles: [[String]] { columns.map { $0.title.lines(of: Int(columnWidth / 6)) } }
  /// Where the first studio begins, below the rubrics' titles.
  var top: Double { 22 + 12 * Double(titles.map(\.count).max() ?? 1) }

  /// Where a column's points stand across the drawing.
  func scale(_ column: Int) -> Scale {
    let start = Self.left + Double(column) * columnWidth
    let places = (start + 5)...max(start + 6, start + columnWidth - 7)
    return Scale(0...max(columns[column].maximum.drawn, 1), at: places)
  }

  var drawing: Drawing {
    let bottom = top + Double(rows.count) * Self.row
    var drawing = Drawing(height: bottom + 6, title: words.title, description: words.description)
    for place in columns.indices { drawHead(of: place, bottom: bottom, on: &drawing) }
    for (place, row) in rows.enumerated() {
      let y = top + (Double(place) + 0.5) * Self.row
      drawing.text(row.name.cut(to: 10), x: 62, y: y + 4, .end)
      for (column, score) in row.scores.enumerated() where column < columns.count {
        draw(score, of: row.name, in: column, y: y, on: &drawing)
      }
    }
    return drawing
  }

  private func drawHead(of place: Int, bottom: Double, on drawing: inout Drawing) {
    let (column, scale) = (columns[place], scale(place))
    for (line, text) in titles[place].enumerated() {
      drawing.text(text, x: scale.start, y: 11 + 12 * Double(line), size: 10)
    }
    for edge in [scale.start, scale.end] {
      drawing.line(from: (edge, top), to: (edge, bottom), .init(colour: .grid))
    }
    guard let median = column.median else { return }
    let shown = Drawing.number(median)
    drawing.text("\(words.median) \(shown)", x: scale.start, y: top - 6, size: 9, colour: .red)
    drawing.line(from: (scale(median), top), to: (scale(median), bottom), .init(colour: .red, dashes: "4 3"))
  }

  private func draw(_ score: Double?, of name: String, in column: Int, y: Double, on drawing: inout Drawing) {
    let scale = scale(column)
    guard let score else { return drawing.text("—", x: scale.start, y: y + 4, colour: .soft) }
    let median = columns[column].median ?? score
    drawing.line(from: (scale(median), y), to: (scale(score), y), .init(colour: .blue, width: 2))
    let label = "\(name) \(columns[column].title) \(Drawing.number(score))"
    drawing.dot(
      x: scale(score), y: y, radius: 4, fill: score < median ? .white : .blue, outline: .blue, label: label)
  }
}
