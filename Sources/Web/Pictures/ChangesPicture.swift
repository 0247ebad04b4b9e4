import Scoring
import Wording

/// Two rounds with an arrow for each studio, from the earlier score to the later one.
struct ChangesPicture: Sendable {
  struct Row: Sendable {
    let name: String
    /// Nil where the studio was not in the earlier round, or had no score there.
    let before: Points?
    /// Nil where it is not in the later one, or has no score.
    let after: Points?
  }

  struct Words: Sendable {
    let title: String
    let description: String
    let passLine: String
    /// A studio without an earlier score, and one without a later.
    let new: String
    let missing: String
  }

  let rows: [Row]
  let total: Points
  let passMark: Points
  let words: Words

  static let row = 20.0
  static let top = 34.0

  /// Where points stand: from the ten below the lowest, because small changes have to be seen.
  var scale: Scale {
    let all = rows.flatMap { [$0.before, $0.after] }.compactMap(\.self) + [passMark]
    let lowest = all.min()?.drawn ?? 0
    let first = max(0, ((lowest - 2) / 10).rounded(.down) * 10)
    return Scale(first...max(total.drawn, first + 1), at: 72...346)
  }

  var drawing: Drawing {
    let bottom = Self.top + Double(rows.count) * Self.row
    var drawing = Drawing(height: bottom + 6, title: words.title, description: words.description)
    let scale = scale
    for value in stride(from: scale.first, through: scale.last, by: 10) {
      drawing.line(from: (scale(value), Self.top), to: (scale(value), bottom), .init(colour: .grid))
      drawing.text("\(Int(value))", x: scale(value), y: 29, .middle, size: 10, colour: .soft)
    }
    let pass = scale(passMark.drawn)
    drawing.line(from: (pass, 16), to: (pass, bottom), .init(colour: .red, width: 1.5))
    drawing.text("\(words.passLine) \(passMark)", x: pass, y: 12, .middle, size: 10, colour: .red)
    for (place, row) in rows.enumerated() {
      draw(row, scale, y: Self.top + (Double(place) + 0.5) * Self.row, on: &drawing)
    }
    return drawing
  }

  private func draw(_ row: Row, _ scale: Scale, y: Double, on drawing: inout Drawing) {
    drawing.text(row.name.cut(to: 10), x: 62, y: y + 4, .end)
    switch (row.before, row.after) {
    case (let before?, let after?):
      arrow(row.name, from: before, to: after, scale, y: y, on: &drawing)
      drawing.text((after - before).signed, x: 352, y: y + 4)
    case (nil, let after?):
      drawing.dot(x: scale(after.drawn), y: y, radius: 4, fill: .green, outline: .green, label: "\(row.name) \(after)")
      drawing.text(words.new, x: 352, y: y + 4, size: 10, colour: .green)
    case (let before?, nil):
      drawing.dot(x: scale(before.drawn), y: y, radius: 4, fill: .white, outline: .soft, label: "\(row.name) \(before)")
      drawing.text(words.missing, x: 352, y: y + 4, size: 10, colour: .soft)
    case (nil, nil): drawing.text("—", x: 352, y: y + 4, colour: .soft)
    }
  }

  private func arrow(
    _ name: String, from before: Points, to after: Points, _ scale: Scale, y: Double, on drawing: inout Drawing
  ) {
    let colour: Drawing.Colour = after < before ? .red : .blue
    let (start, end) = (scale(before.drawn), scale(after.drawn))
    let label = "\(name) \(before) → \(after)"
    guard before != after else {
      return drawing.dot(x: end, y: y, radius: 3, fill: colour, outline: colour, label: label)
    }
    drawing.dot(x: start, y: y, radius: 1.5, fill: colour, outline: colour, label: label)
    drawing.line(from: (start, y), to: (end, y), .init(colour: colour, width: 2))
    drawing.head(x: end, y: y, isToTheRight: end > start, colour: colour)
  }
}
