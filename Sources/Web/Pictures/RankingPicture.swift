import Scoring

/// A round's scores as bars, the highest first, with the pass line and the line of excellence (Art. 13).
struct RankingPicture: Sendable {
  struct Bar: Sendable {
    let name: String
    let points: Points
    let kind: Kind
  }

  /// Told apart without colour: excellent ones have a star, failed ones are hollow.
  enum Kind: Sendable { case excellent, qualified, unqualified }

  struct Words: Sendable {
    let title: String
    let description: String
    let passLine: String
    let excellenceLine: String
  }

  let bars: [Bar]
  let total: Points
  let passMark: Points
  /// Nil where the rules know no excellence.
  let excellenceMark: Points?
  let words: Words

  static let row = 20.0
  static let top = 32.0

  /// Where points stand across the drawing.
  var scale: Scale { Scale(0...max(total.drawn, 1), at: 66...346) }

  var drawing: Drawing {
    let bottom = Self.top + Double(bars.count) * Self.row
    var drawing = Drawing(height: bottom + 6, title: words.title, description: words.description)
    drawing.line(from: (scale(0), Self.top), to: (scale(0), bottom), .init(colour: .soft))
    for (place, bar) in bars.enumerated() { draw(bar, in: place, on: &drawing) }
    let pass = scale(passMark.drawn)
    drawing.line(from: (pass, 16), to: (pass, bottom), .init(colour: .red, width: 1.5))
    drawing.text("\(words.passLine) \(passMark)", x: pass - 4, y: 25, .end, size: 10, colour: .red)
    guard let excellenceMark else { return drawing }
    let excellence = scale(excellenceMark.drawn)
    drawing.line(
      from: (excellence, 3), to: (excellence, bottom), .init(colour: .green, width: 1.5, dashes: "4 3"))
    drawing.text(
      "\(words.excellenceLine) \(excellenceMark)", x: excellence - 4, y: 11, .end, size: 10, colour: .green)
    return drawing
  }

  private func draw(_ bar: Bar, in place: Int, on drawing: inout Drawing) {
    let y = Self.top + Double(place) * Self.row
    let fill: Drawing.Colour =
      switch bar.kind {
      case .excellent: .green
      case .qualified: .blue
      case .unqualified: .white
      }
    drawing.text(bar.name.cut(to: 10), x: 62, y: y + 14, .end)
    drawing.bar(
      x: scale(0), y: y + 3, width: scale(bar.points.drawn) - scale(0), height: Self.row - 6, fill: fill,
      outline: bar.kind == .unqualified ? .red : fill, label: "\(bar.name) \(bar.points)")
    drawing.text("\(bar.points)\(bar.kind == .excellent ? " ★" : "")", x: 350, y: y + 14)
  }
}
