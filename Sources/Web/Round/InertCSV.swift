/// A CSV file whose cells no spreadsheet takes for a formula.
enum InertCSV {
  /// Puts an apostrophe before whatever a spreadsheet would run: a cell that begins with `=`, `+`, `-`, `@`, a tab or a line
  /// end, blanks before it and full-width forms included.
  ///
  /// Outcomes hold no number below 0, so that none is touched.
  static func neutralised(_ bytes: [UInt8]) -> [UInt8] {
    var inert: [UInt8] = []
    inert.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let cell = Cell(bytes, at: place)
      let text = String(decoding: cell.content, as: UTF8.self)
      if isRun(text) {
        inert += [quote, apostrophe] + escaped(cell.content) + [quote]
      } else {
        inert += bytes[place..<cell.end]
      }
      if cell.end < bytes.count { inert.append(bytes[cell.end]) }
      place = cell.end + 1
    }
    return inert
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  private static func isRun(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if let first = scalars.first, ["\t", "\r", "\n"].contains(first) { return true }
    guard let first = scalars.first(where: { !$0.properties.isWhitespace && $0.properties.generalCategory != .format })
    else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(first)
  }

  private static func escaped(_ content: [UInt8]) -> [UInt8] {
    content.flatMap { $0 == quote ? [quote, quote] : [$0] }
  }

  /// One field of the file: what it says, and where its separator or line end stands.
  private struct Cell {
    var content: [UInt8] = []
    let end: Int

    init(_ bytes: [UInt8], at start: Int) {
      var place = start
      var isQuoted = bytes[start] == quote
      if isQuoted { place += 1 }
      while place < bytes.count {
        let byte = bytes[place]
        if isQuoted, byte == quote {
          if place + 1 < bytes.count, bytes[place + 1] == quote {
            place += 1
          } else {
            isQuoted = false
            place += 1
            continue
          }
        } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
          break
        }
        content.append(byte)
        place += 1
      }
      end = place
    }
  }
}
