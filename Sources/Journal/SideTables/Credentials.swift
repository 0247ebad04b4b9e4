import GRDB
package import StudioRegistry

/// A password as it is kept: salted and hashed by whoever checks it.
package struct StoredPassword: Sendable {
  package let account: ID<Account>
  package let salt: String
  package let hash: String
  package let changed: Int

  package init(account: ID<Account>, salt: String, hash: String, changed: Int) {
    self.account = account
    self.salt = salt
    self.hash = hash
    self.changed = changed
  }
}

extension SideTables {
  package func password(of account: ID<Account>) async throws(StoreError) -> StoredPassword? {
    try await reading { db in
      try Row.fetchOne(db, sql: "SELECT * FROM passwords WHERE account = ?", arguments: [account.description]).map {
        row in
        StoredPassword(
          account: account, salt: try row.text(1), hash: try row.text(2), changed: try row.whole(3))
      }
    }
  }

  package func put(_ password: StoredPassword) async throws(StoreError) {
    try await writing { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO passwords VALUES (?, ?, ?, ?)",
        arguments: [password.account.description, password.salt, password.hash, password.changed])
    }
  }

  /// Uses up a code, and says whose it was; nil where it is unknown, used or over. Of two who try at once, one comes in.
  package func redeem(code digest: String, at: Int) async throws(StoreError) -> ID<Account>? {
    try await writing { db in
      try db.execute(
        sql: "UPDATE codes SET used = ? WHERE digest = ? AND used IS NULL AND expires > ?", arguments: [at, digest, at])
      guard db.changesCount == 1 else { return nil }
      return try String.fetchOne(db, sql: "SELECT account FROM codes WHERE digest = ?", arguments: [digest])
        .flatMap { ID<Account>($0) }
    }
  }

  /// Forgets a password, so that another can be set.
  package func forgetPassword(of account: ID<Account>) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "DELETE FROM passwords WHERE account = ?", arguments: [account.description])
    }
  }

  /// Ends every session, code and password, as after a backup was brought back: what was taken back or changed since would be
  /// valid again.
  package func endAll() async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "DELETE FROM sessions")
      try db.execute(sql: "DELETE FROM codes")
      try db.execute(sql: "DELETE FROM passwords")
      try db.execute(sql: "DELETE FROM devices")
    }
  }
}
