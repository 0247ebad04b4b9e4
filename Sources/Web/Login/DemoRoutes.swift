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
