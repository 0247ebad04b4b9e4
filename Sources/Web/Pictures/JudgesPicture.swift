import Scoring

/// A rubric's marks as dots, judge by judge for each studio: what the panel rule dropped is hollow, the mean is marked.
struct JudgesPicture: Sendable {
  struct Row: Sendable {
    let name: String
    let dots: [Dot]
    /// Nil below the minimum panel.
    let mean: Double?
  }

  struct Dot: Sendable {
    let judge: String
    let points: Points
    let fate: Fate
  }

  /// What the panel rule did with a judge's sheet.
  enum Fate: Sendable {
    case kept
    case dropped
    /// Dropped for some criteria alone, where each is combined on its own.
    case partly
  }

  struct Words: Sendable {
    let title: String
    let description: String
  }

  let rows: [Row]
  let maximum: Points
  let words: Words

  static let row = 26.0
  static let top = 20.0

  /// Where points stand: from below the lowest dot to above the highest, because judges differ by little.
  var scale: Scale {
    let points = rows.flatMap(\.dots).map(\.points.drawn)
    let first = max(0, (points.min() ?? 0).rounded(.down) - 1)
    let last = min(maximum.drawn, (points.max() ?? maximum.drawn).rounded(.up) + 1)
    return Scale(first...max(first + 1, last), at: 72...388)
  }

  var drawing: Drawing {
    let bottom = Self.top + Double(rows.count) * Self.row
    var drawing = Drawing(height: bottom + 6, title: words.title, description: words.description)
    let scale = scale
    for step in 0...4 {
      let value = scale.first + (scale.last - scale.first) * Double(step) / 4
      drawing.line(from: (scale(value), Self.top), to: (scale(value), bottom), .init(colour: .grid))
      let anchor: Drawing.Anchor = step == 4 ? .end : .middle
      drawing.text(Drawing.number(value), x: scale(value), y: 12, anchor, size: 10, colour: .soft)
    }
    for (place, row) in rows.enumerated() { draw(row, scale, in: place, on: &drawing) }
    return drawing
  }

  private func draw(_ row: Row, _ scale: Scale, in place: Int, on drawing: inout Drawing) {
    let y = Self.top + (Double(place) + 0.5) * Self.row
    drawing.text(row.name.cut(to: 10), x: 62, y: y + 4, .end)
    drawing.line(from: (scale.start, y), to: (scale.end, y), .init(colour: .grid, width: 0.5))
    if let mean = row.mean {
      drawing.line(from: (scale(mean), y - 10), to: (scale(mean), y + 10), .init(colour: .red, width: 2.5))
    }
    for (dot, shift) in zip(row.dots, shifts(of: row.dots)) {
      drawing.dot(
        x: scale(dot.points.drawn), y: y + shift, radius: 4, fill: dot.fate == .kept ? .blue : .white, outline: .blue,
        label: "\(dot.judge) \(dot.points)")
      guard dot.fate == .partly else { continue }
      drawing.dot(x: scale(dot.points.drawn), y: y + shift, radius: 1, fill: .blue, outline: .blue, label: dot.judge)
    }
  }

  /// How far dots of equal points move apart, so that none hides another.
  private func shifts(of dots: [Dot]) -> [Double] {
    var seen: [Points: Int] = [:]
    let counts = Dictionary(grouping: dots, by: \.points).mapValues(\.count)
    return dots.map { dot in
      let (place, count) = (seen[dot.points, default: 0], counts[dot.points, default: 1])
      seen[dot.points] = place + 1
      let step = min(6, 16 / Double(max(1, count - 1)))
      return (Double(place) - Double(count - 1) / 2) * step
    }
  }
}
