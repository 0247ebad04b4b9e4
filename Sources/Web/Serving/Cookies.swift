import HTTPTypes
import Hummingbird
import HummingbirdCore

/// The cookies of the site.
enum SiteCookie: String {
  case session, visit, language
  /// By which a browser is known in which somebody came in before.
  case device
  /// The code of a slip on its way from the link to the button.
  case code

  /// Behind TLS a name that the browser takes from this host alone, and only with `Secure` (RFC 6265bis, 4.1.3.2).
  func name(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + "studio-\(rawValue)" }
}

/// The cookies that a request brings.
struct Cookies: Sendable {
  private let values: [String: String]
  private let isSecure: Bool

  init(_ request: Request, isSecure: Bool) {
    var values: [String: String] = [:]
    for part in (request.headers[.cookie] ?? "").utf8.split(separator: UInt8(ascii: ";")) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard pair.count == 2 else { continue }
      values[String(Substring(pair[0].drop { $0 == 0x20 }))] = String(Substring(pair[1]))
    }
    self.values = values
    self.isSecure = isSecure
  }

  subscript(cookie: SiteCookie) -> String? { values[cookie.name(isSecure: isSecure)] }
}
