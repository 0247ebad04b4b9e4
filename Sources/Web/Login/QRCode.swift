import CQREncode

/// A QR code as a drawing (ISO/IEC 18004), made by libqrencode.
struct QRCode: Sendable {
  /// Modules on a side, without the margin.
  let width: Int
  private let dark: [Bool]

  /// Draws a text; nil where it is too long for any.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data else { return nil }
    // The lowest bit says whether a module is dark.
    dark = (0..<width * width).map { data[$0] & 1 == 1 }
    self.width = width
  }

  /// Blank modules around it, as the standard asks for.
  private static let margin = 4

  /// The drawing, of our own numbers alone.
  var svg: String {
    let side = width + 2 * Self.margin
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, dark[row * width + column] { column += 1 }
        if column > start {
          path += "M\(start + Self.margin) \(row + Self.margin)h\(column - start)v1h-\(column - start)z"
        } else {
          column += 1
        }
      }
    }
    return """
      <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="QR" shape-rendering="crispEdges">\
      <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
      """
  }
}
