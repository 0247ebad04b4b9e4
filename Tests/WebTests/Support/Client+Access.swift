import Foundation
import Journal
import StudioRegistry

@testable import Web
@testable import studio

extension Client {
  /// The browser after an answer: with the cookies that it set, without those that it took away.
  func keeping(_ reply: Reply) -> Client {
    var cookies = cookies
    for (name, value, isOver) in reply.cookies { cookies[name] = isOver ? nil : value }
    return Client(site: site, base: base, cookies: cookies)
  }
}

extension Client.Reply {
  /// The cookies that it sets, each with its attributes in small letters.
  var setCookies: [String] {
    // Foundation joins header fields of one name with a comma; no cookie of ours has one.
    (headers["set-cookie"] ?? "").components(separatedBy: ", ").filter { !$0.isEmpty }
  }

  var cookies: [(name: String, value: String, isOver: Bool)] {
    setCookies.compactMap { text in
      let pair = (text.components(separatedBy: ";").first ?? "").split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { return nil }
      return (String(pair[0]), String(pair[1]), text.contains("Max-Age=0"))
    }
  }

  /// Whether it sends the visitor to come in first.
  var isSentToLogin: Bool { status == 303 && location?.hasPrefix("/login?back=/") == true }

  /// The codes of the slips on a page.
  var codes: [String] {
    text.matches(of: /slip-digits">([0-9A-Z-]+)</).map { String($0.output.1) }
  }
}

extension TestSite {
  /// A site on which a password is cheap to check.
  static func withCheapPasswords(
    _ change: (inout SiteOptions) -> Void = { _ in }
  ) async throws -> TestSite {
    var options = SiteOptions()
    options.passwordCost = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
    change(&options)
    return try await TestSite(options: options)
  }

  static let password = "correct horse battery"

  /// Sets an official's password, as if at an earlier time.
  func setPassword(_ login: String, _ password: String = password) async throws {
    let account = try await account(login)
    try await site.side.put(site.derivations.stored(password, of: account.id, at: clock.now))
  }

  /// A code for a login, as the bureau's approver issues it.
  func code(for login: String) async throws -> String {
    let account = try await account(login)
    let reply = try await client("approver").post(
      "/access/slips", ["account": account.id.description, "until": "2026-02-20"])
    guard let code = reply.codes.first else { throw Turned.said(reply.text) }
    return code
  }

  func logIn(_ login: String, _ password: String = password, by client: Client) async throws -> Client.Reply {
    try await client.post("/login", ["login": login, "password": password])
  }
}
