import Foundation
import HTTPTypes

@testable import Web

/// Everything that somebody comes to from link to link, and by typing addresses.
struct Crawl: Sendable {
  let client: Client
  /// How many pages of one route are looked at: the same template, with other ids.
  var most = 3
  private(set) var pages: [String: Client.Reply] = [:]
  private var seen: [String: Int] = [:]
  private let patterns: [[Substring]]

  init(_ client: Client, most: Int = 3) {
    self.client = client
    self.most = most
    patterns = Site.routes.filter { $0.method == .get }.map { $0.path.split(separator: "/") }
  }

  /// Fetches pages, and what they lead to.
  mutating func follow(_ paths: [String]) async throws {
    var waiting = paths
    while let path = waiting.popLast() {
      guard admits(path) else { continue }
      let reply = try await client.get(path)
      pages[path] = reply
      if let location = reply.location { waiting.append(location) }
      guard reply.isPage else { continue }
      waiting += Self.links(in: reply.text)
    }
  }

  /// Whether an address is new, and not yet one of too many of its kind.
  private mutating func admits(_ path: String) -> Bool {
    guard path.hasPrefix("/"), pages[path] == nil, !path.hasPrefix("/language/") else { return false }
    let kind = pattern(of: path)
    seen[kind, default: 0] += 1
    return seen[kind, default: 0] <= most
  }

  /// The route of an address, and the names in its query.
  private func pattern(of path: String) -> String {
    let halves = path.split(separator: "?", maxSplits: 1)
    let parts = (halves.first ?? "").split(separator: "/")
    let names = halves.dropFirst().first?.split(separator: "&").map { $0.prefix { $0 != "=" } } ?? []
    let found = patterns.filter { pattern in
      pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
    let best = found.min { left, right in
      left.count { $0.hasPrefix("{") } < right.count { $0.hasPrefix("{") }
    }
    return (best ?? parts).joined(separator: "/") + "?" + names.sorted().joined(separator: "&")
  }

  /// The addresses of this site that a page leads to.
  static func links(in page: String) -> [String] {
    page.matches(of: #/(?:href|src)="(/[^"#]*)/#).map { String($0.1).htmlUnescaped }
  }
}

extension Client.Reply {
  var isPage: Bool { headers["content-type"]?.hasPrefix("text/html") == true }
}

/// A form of a page, as a browser would send it without anybody typing.
struct PageForm: Sendable {
  let action: String
  /// What can be typed or chosen, each with what stands there.
  let fields: [Field]

  struct Field: Sendable {
    let name: String
    /// `text`, `number`, `date`, `hidden`, `textarea`, `select` …
    let type: String
    let value: String
    let choices: [String]
  }

  /// The forms of a page that change something.
  static func all(in page: String) -> [PageForm] {
    page.matches(of: #/(?s)<form\b([^>]*)>(.*?)</form>/#).compactMap { match in
      let attributes = attributes(String(match.1))
      guard attributes["method"]?.lowercased() == "post", let action = attributes["action"] else { return nil }
      return PageForm(action: action, fields: fields(in: String(match.2)))
    }
  }

  private static func fields(in form: String) -> [Field] {
    let whole = #/(?s)<(input|button)\b([^>]*)>|<(textarea|select)\b([^>]*)>(.*?)</(?:textarea|select)>/#
    return form.matches(of: whole).compactMap { match -> Field? in
      let tag = String(match.1 ?? match.3 ?? "")
      let attributes = attributes(String(match.2 ?? match.4 ?? ""))
      guard let name = attributes["name"] else { return nil }
      let content = String(match.5 ?? "")
      let choices = content.matches(of: #/<option\b([^>]*)>/#).map { Self.attributes(String($0.1))["value"] ?? "" }
      let value = attributes["value"] ?? (tag == "textarea" ? content : choices.first { !$0.isEmpty } ?? "")
      return Field(
        name: name, type: tag == "input" ? attributes["type"] ?? "text" : tag, value: value, choices: choices)
    }
  }

  static func attributes(_ text: String) -> [String: String] {
    let found = text.matches(of: #/([a-zA-Z-]+)(?:="([^"]*)")?/#).map { match in
      (String(match.1), String(match.2 ?? "").htmlUnescaped)
    }
    return Dictionary(found) { first, _ in first }
  }
}

extension String {
  /// As it stands in a page.
  var htmlEscaped: String {
    Self.references.reduce(self) { text, reference in text.replacing(reference.sign, with: reference.name) }
  }

  /// As it was before it came to stand in a page.
  var htmlUnescaped: String {
    Self.references.reversed().reduce(self) { text, reference in text.replacing(reference.name, with: reference.sign) }
  }

  /// The ampersand comes first, as all the others bring one.
  private static let references = [
    (sign: "&", name: "&amp;"), (sign: "<", name: "&lt;"), (sign: ">", name: "&gt;"), (sign: "\"", name: "&quot;"),
    (sign: "'", name: "&#39;"),
  ]
}
