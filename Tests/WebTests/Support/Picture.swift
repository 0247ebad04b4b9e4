import Testing

/// A drawing of rectangles, as points.
struct Picture {
  let pgm: String

  init(svg: String, points: Int) throws {
    let side = try #require(svg.firstMatch(of: #/viewBox="0 0 (\d+) /#).flatMap { Int($0.output.1) })
    var dark = [[Bool]](repeating: [Bool](repeating: false, count: side), count: side)
    for match in svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
      let (column, row) = (try #require(Int(match.output.1)), try #require(Int(match.output.2)))
      let width = try #require(Int(match.output.3))
      #expect(match.output.3 == match.output.4)
      for place in column..<column + width { dark[row][place] = true }
    }
    let lines = dark.flatMap { row in
      let line = row.flatMap { [String](repeating: $0 ? "0" : "255", count: points) }.joined(separator: " ")
      return [String](repeating: line, count: points)
    }
    pgm = "P2\n\(side * points) \(side * points)\n255\n" + lines.joined(separator: "\n") + "\n"
  }
}
