import Foundation

/// The fields of a form or of an address' query, in the order in which they came.
struct Form: Sendable {
  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  init() {}

  /// Reads `application/x-www-form-urlencoded`.
  init(encoded text: String) {
    // By bytes: what is cut here is ASCII, and a form has dozens of fields.
    for part in text.utf8.split(separator: UInt8(ascii: "&")) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields.append((Self.decoded(pair[0]), pair.count > 1 ? Self.decoded(pair[1]) : ""))
    }
  }

  /// Reads `multipart/form-data` (RFC 7578).
  init(_ multipart: Multipart) {
    fields = multipart.fields
    files = multipart.files
  }

  private static func decoded(_ bytes: Substring.UTF8View) -> String {
    let text = Substring(bytes)
    guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else { return String(text) }
    let spaced = String(text.replacing("+", with: " "))
    return spaced.removingPercentEncoding ?? spaced
  }

  /// Whether no page could have sent more fields, and none holds what only hides something: a zero byte.
  var isPlain: Bool {
    fields.count <= Self.most && !fields.contains { $0.value.utf8.contains(0) || $0.name.utf8.contains(0) }
  }

  private static let most = 20_000

  /// A field's last value, with line ends as everywhere else.
  subscript(name: String) -> String? {
    guard let value = fields.last(where: { $0.name == name })?.value else { return nil }
    return value.utf8.contains(0x0D) ? value.replacing("\r\n", with: "\n") : value
  }

  /// A field's text without blanks around it; nil where nothing was typed.
  func text(_ name: String) -> String? {
    let text = self[name]?.trimmingCharacters(in: .whitespacesAndNewlines)
    return text?.isEmpty == false ? text : nil
  }

  /// All values of a field.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// A file that was chosen; nil where none was.
  func file(_ name: String) -> [UInt8]? { files.last { $0.name == name && !$0.bytes.isEmpty }?.bytes }
}
