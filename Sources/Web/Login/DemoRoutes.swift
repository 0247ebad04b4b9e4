import Journal
import StudioRegistry

extension Site {
  /// The demonstration's door: a link for each role. Nothing of it is served on a real register.
  static var demoRoutes: [Route] {
    [
      .get("/demo/{account}", .everyone) { visit in
        let id: ID<Account> = try visit.id("account")
        guard let account = try await visit.read({ $0.accounts[id] }) else { throw Turned.notFound }
        return try await visit.enter(account)
      }
    ]
  }
}

extension Visit {
  /// Begins a session for somebody who has shown who it is, and leads to where the role begins.
  func enter(_ account: Account) async throws -> Answer {
    let secret = randomText(bytes: 32)
    let seconds = SessionTime.seconds(for: account.role)
    try await site.side.begin(
      Session(digest: digest(secret), account: account.id, began: now, expires: now + seconds * 1000))
    return Answer.redirect(Navigation.home(of: account.role))
      .setting(.session, to: secret, seconds: seconds, isSecure: isSecure)
  }
}

/// How long somebody stays logged in: officials for a working day, judges and contacts, whose code works once, for a month.
enum SessionTime {
  static func seconds(for role: Role) -> Int {
    switch role {
    case .judge, .contact: 30 * 86_400
    default: 10 * 3600
    }
  }
}
