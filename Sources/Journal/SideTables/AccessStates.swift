import GRDB
package import StudioRegistry

/// A change of somebody's way in, made with the entry that tells of it.
package enum AccessChange: Hashable, Sendable {
  /// A one-time code by its digest, in place of the account's earlier one, and of its sessions where they are to end: a phone
  /// that was lost, say. Times are milliseconds since 1970 UTC.
  case issue(ID<Account>, digest: String, at: Int, expires: Int, endsSessions: Bool = false)
  /// Code, password, sessions and known browsers.
  case revoke(ID<Account>)

  func make(in db: Database) throws {
    switch self {
    case .issue(let account, let digest, let at, let expires, let endsSessions):
      try db.execute(sql: "DELETE FROM codes WHERE account = ?", arguments: [account.description])
      try db.execute(
        sql: "INSERT INTO codes VALUES (?, ?, ?, ?, NULL)", arguments: [digest, account.description, at, expires])
      guard endsSessions else { return }
      try db.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: [account.description])
    case .revoke(let account):
      let arguments: StatementArguments = [account.description]
      try db.execute(sql: "DELETE FROM codes WHERE account = ?", arguments: arguments)
      try db.execute(sql: "DELETE FROM passwords WHERE account = ?", arguments: arguments)
      try db.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: arguments)
      try db.execute(sql: "DELETE FROM devices WHERE account = ?", arguments: arguments)
    }
  }
}

/// How an account's way in stands.
package struct AccessState: Hashable, Sendable {
  package var code: Code?
  package var hasPassword = false
  /// When one of its sessions was last in use.
  package var seen: Int?
  /// When somebody last came in for it, by a code or a password, as far as that is kept.
  package var entered: Int?

  package struct Code: Hashable, Sendable {
    package let issued: Int
    package let expires: Int
    package let used: Int?
  }

  package init() {}

  fileprivate mutating func enter(at moment: Int?) {
    guard let moment else { return }
    entered = max(entered ?? moment, moment)
  }
}

extension SideTables {
  /// How the ways in stand, by account; who has none at all is left out.
  package func accessStates() async throws(StoreError) -> [ID<Account>: AccessState] {
    try await reading { db in
      var states: [ID<Account>: AccessState] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT account, issued, expires, used FROM codes") {
        guard let account = ID<Account>(try row.text(0)) else { continue }
        let used = row[3] as Int?
        states[account, default: AccessState()].code = AccessState.Code(
          issued: try row.whole(1), expires: try row.whole(2), used: used)
        states[account]?.enter(at: used)
      }
      for row in try Row.fetchAll(db, sql: "SELECT account FROM passwords") {
        guard let account = ID<Account>(try row.text(0)) else { continue }
        states[account, default: AccessState()].hasPassword = true
      }
      for row in try Row.fetchAll(db, sql: "SELECT account, max(seen), max(began) FROM sessions GROUP BY account") {
        guard let account = ID<Account>(try row.text(0)) else { continue }
        states[account, default: AccessState()].seen = try row.whole(1)
        states[account]?.enter(at: try row.whole(2))
      }
      for row in try Row.fetchAll(db, sql: "SELECT account, max(seen) FROM devices GROUP BY account") {
        guard let account = ID<Account>(try row.text(0)) else { continue }
        states[account, default: AccessState()].enter(at: try row.whole(1))
      }
      return states
    }
  }
}
