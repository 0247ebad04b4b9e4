import Foundation

/// Where a notice stands that everybody can read.
enum NoticeAddress {
  /// An address that stands for any other, where only the rest of a publication is asked.
  static let anywhere = "https://example.org/"

  /// Whether a text is an address that a browser opens: a scheme of the web, and a host.
  static func isAddress(_ text: String) -> Bool {
    guard !text.contains(where: \.isWhitespace), let parts = URLComponents(string: text) else { return false }
    return ["http", "https"].contains(parts.scheme?.lowercased()) && parts.host?.isEmpty == false
  }

  /// What a form may propose; empty where nobody else can reach the site's own address.
  static func suggested(by own: String) -> String {
    guard let host = URLComponents(string: own)?.host?.lowercased() else { return "" }
    let isLocal =
      host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || ["::1", "[::1]"].contains(host)
    return isLocal ? "" : "\(own)/"
  }
}
