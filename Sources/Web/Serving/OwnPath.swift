import HTTPTypes
import StudioRegistry

extension Site {
  /// Every page, which a form is not.
  private static let pages = routes.filter { $0.method == .get }

  /// The page that has a form: at the form's own address, or at the next one above.
  fileprivate static func page(with form: Route) -> Route? {
    var parts = (form.shownAt ?? form.path).split(separator: "/")
    while !parts.isEmpty {
      let path = "/" + parts.joined(separator: "/")
      if let page = pages.first(where: { $0.path == path }) { return page }
      parts.removeLast()
    }
    return nil
  }

  /// The page at an address of this site.
  fileprivate static func page(at address: String) -> Route? {
    let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    func pattern(_ page: Route) -> [Substring] { page.path.split(separator: "/") }
    let found = pages.filter { page in
      let pattern = pattern(page)
      return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
    // `/rounds/open` is no round.
    return found.min { left, right in
      pattern(left).count { $0.hasPrefix("{") } < pattern(right).count { $0.hasPrefix("{") }
    }
  }
}

extension Visit {
  /// Where what is shown is shown again: the address with its query; for a form that was sent the page that has it.
  var ownPath: String {
    guard route.method == .post else { return rawQuery.isEmpty ? path : "\(path)?\(rawQuery)" }
    guard let page = Site.page(with: route) else { return "/" }
    let parts = page.path.split(separator: "/").map { part in
      part.hasPrefix("{") ? parameters[String(part.dropFirst().dropLast())] ?? "" : String(part)
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Where the visitor wants to go on: a path of this site, and nothing that would lead elsewhere.
  var back: String? { (query["back"] ?? form["back"]).flatMap { $0.isLocalPath ? $0 : nil } }

  /// The page from which somebody was sent to come in first, where the role may see it.
  func wayBack(for role: Role) -> String? {
    guard let back, let page = Site.page(at: back), case .roles = page.access, page.access.admits(role) else {
      return nil
    }
    return back
  }
}

extension String {
  fileprivate var isLocalPath: Bool {
    let isPlain = utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    return isPlain && hasPrefix("/") && !hasPrefix("//")
  }

  /// The text as a value of an address' query.
  var inQuery: String {
    var text = ""
    for byte in utf8 {
      let sign = Unicode.Scalar(byte)
      let isPlain = sign.isASCII && (sign.properties.isAlphabetic || (0x30...0x39).contains(byte))
      if isPlain || "-._~/".unicodeScalars.contains(sign) {
        text.unicodeScalars.append(sign)
      } else {
        text += "%" + hexadecimal([byte]).uppercased()
      }
    }
    return text
  }
}
