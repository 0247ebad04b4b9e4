import Scoring

/// An SVG drawing, put together from numbers; every text that comes into it is escaped here.
///
/// Colours and strokes are attributes, because the site's policy allows no style beside its style sheets.
struct Drawing: Sendable {
  /// How wide every drawing is: a unit is about a pixel on a phone of 360.
  static let width = 400.0

  let height: Double
  private let title: String
  private let description: String
  private var elements: [String] = []

  /// - Parameters:
  ///   - title: what a screen reader calls the drawing.
  ///   - description: what is to be seen in it, in words.
  init(height: Double, title: String, description: String) {
    (self.height, self.title, self.description) = (height, title, description)
  }

  /// The drawing as an SVG document, which also stands in a page as it is.
  var text: String {
    let size = "0 0 \(Self.number(Self.width)) \(Self.number(height))"
    let font = "font-family=\"system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\""
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(size)\" role=\"img\" \(font) font-size=\"11\">"
    let names = "<title>\(Self.escaped(title))</title><desc>\(Self.escaped(description))</desc>"
    return ([head, names] + elements + ["</svg>"]).joined(separator: "\n")
  }

  /// How a line or an outline looks.
  struct Stroke: Sendable {
    let colour: Colour
    var width = 1.0
    /// Dashes, so that lines differ without colour.
    var dashes: String?
  }

  /// The colours, all dark enough on white to be told apart in print.
  enum Colour: String, Sendable {
    case ink = "#1c1f24"
    case soft = "#4a5260"
    case grid = "#c8ced8"
    case blue = "#0b4f8a"
    case green = "#12652f"
    case red = "#9c1c1c"
    case white = "#ffffff"
  }

  /// On which side of its place a text stands.
  enum Anchor: String, Sendable { case start, middle, end }

  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ stroke: Stroke) {
    add("line", [("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)], Self.attributes(stroke))
  }

  mutating func bar(
    x: Double, y: Double, width: Double, height: Double, fill: Colour, outline: Colour, label: String
  ) {
    let numbers = [("x", x), ("y", y), ("width", max(0, width)), ("height", height)]
    add("rect", numbers, " fill=\"\(fill.rawValue)\"" + Self.attributes(Stroke(colour: outline)), label)
  }

  mutating func dot(x: Double, y: Double, radius: Double, fill: Colour, outline: Colour, label: String) {
    let look = " fill=\"\(fill.rawValue)\"" + Self.attributes(Stroke(colour: outline, width: 1.5))
    add("circle", [("cx", x), ("cy", y), ("r", radius)], look, label)
  }

  /// An arrow's head, whose point is at a place.
  mutating func head(x: Double, y: Double, isToTheRight: Bool, colour: Colour) {
    let back = isToTheRight ? x - 6 : x + 6
    let corners = [(x, y), (back, y - 4), (back, y + 4)]
    let points = corners.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
    elements.append("<polygon points=\"\(points)\" fill=\"\(colour.rawValue)\"/>")
  }

  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, size: Double = 11, colour: Colour = .ink
  ) {
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor.rawValue)\""
    let look = "font-size=\"\(Self.number(size))\" fill=\"\(colour.rawValue)\""
    elements.append("<text \(place) \(look)>\(Self.escaped(text))</text>")
  }

  private mutating func add(
    _ element: String, _ numbers: [(name: String, value: Double)], _ look: String, _ label: String? = nil
  ) {
    let places = numbers.map { " \($0.name)=\"\(Self.number($0.value))\"" }.joined()
    let title = label.map { "<title>\(Self.escaped($0))</title>" } ?? ""
    elements.append("<\(element)\(places)\(look)>\(title)</\(element)>")
  }

  private static func attributes(_ stroke: Stroke) -> String {
    let dashes = stroke.dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    return " stroke=\"\(stroke.colour.rawValue)\" stroke-width=\"\(number(stroke.width))\"\(dashes)"
  }

  /// A length with two decimals.
  static func number(_ value: Double) -> String {
    decimalText(of: value.isFinite ? Int((value * 100).rounded()) : 0, places: 2)
  }

  /// A text as it may stand in an element, scalar by scalar, so that no combining mark hides a sign from escaping.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.inert.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Where numbers stand along a line.
struct Scale: Sendable {
  let first: Double
  let last: Double
  let start: Double
  let end: Double

  /// - Parameters:
  ///   - values: from the first to the last number.
  ///   - places: where these two stand.
  init(_ values: ClosedRange<Double>, at places: ClosedRange<Double>) {
    (first, last, start, end) = (values.lowerBound, values.upperBound, places.lowerBound, places.upperBound)
  }

  /// A number's place; what lies outside stands at the edge.
  func callAsFunction(_ value: Double) -> Double {
    guard last > first else { return start }
    return start + (min(max(value, first), last) - first) / (last - first) * (end - start)
  }
}

extension Points {
  /// The number for drawing.
  var drawn: Double { Double(hundredths) / 100 }
}

extension String {
  /// The text cut to fit a column, with a sign that it was.
  func cut(to count: Int) -> String { self.count > count ? "\(prefix(max(0, count - 1)))…" : self }

  /// The text in lines of so many columns at most, where a Chinese character takes two; long words are broken.
  func lines(of columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) } }
    for word in split(separator: " ") {
      let isChinese = word.unicodeScalars.contains { $0.value > 0x2E7F }
      for part in isChinese ? word.map(String.init) : [String(word)] {
        let joined = line.isEmpty || isChinese ? line + part : "\(line) \(part)"
        if width(joined) > columns, !line.isEmpty {
          lines.append(line)
          line = part
        } else {
          line = joined
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
