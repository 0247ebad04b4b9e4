import Foundation

/// A form with files, as browsers send it: `multipart/form-data` (RFC 7578). A file's own name is not looked at.
struct Multipart: Sendable {
  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// How many parts there may be: no form with files has more than a sheet's fields. ``Form`` may hold every studio of a round.
  static let most = 2000

  /// Reads a body; nil where it is not whole, or has more parts than a page could send.
  init?(_ body: [UInt8], contentType: String) {
    // RFC 2046, 5.1.1: 1 to 70 characters.
    guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
      return nil
    }
    let delimiter = Array("\r\n--\(boundary)".utf8)
    // The first delimiter has no line end before it, unless something precedes it.
    let isFirst = body.starts(with: delimiter.dropFirst(2))
    var place = isFirst ? delimiter.count - 2 : body[...].firstRange(of: delimiter)?.upperBound
    var parts = 0
    while let start = place {
      guard body[start...].starts(with: Array("\r\n".utf8)) else {
        guard body[start...].starts(with: Array("--".utf8)) else { return nil }
        return
      }
      parts += 1
      guard parts <= Self.most, let end = body[start...].firstRange(of: delimiter),
        let head = body[start..<end.lowerBound].firstRange(of: Array("\r\n\r\n".utf8))
      else { return nil }
      add(head: body[(start + 2)..<max(start + 2, head.lowerBound)], content: body[head.upperBound..<end.lowerBound])
      place = end.upperBound
    }
    return nil
  }

  private mutating func add(head: ArraySlice<UInt8>, content: ArraySlice<UInt8>) {
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = Self.parameter("name", of: disposition)
    else { return }
    if Self.parameter("filename", of: disposition) != nil {
      files.append((name, Array(content)))
    } else {
      fields.append((name, String(decoding: content, as: UTF8.self)))
    }
  }

  /// A parameter of a header, with or without quotation marks.
  private static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
      return pair[1].trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
    }
    return nil
  }
}
