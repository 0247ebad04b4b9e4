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

/// How often somebody lately failed to come in, for an account or from an address.
package struct Attempts: Sendable {
  package let failures: Int
  package let last: Int

  package init(failures: Int, last: Int) {
    self.failures = failures
    self.last = last
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

  /// Stores a one-time code by its digest, in place of the account's earlier ones.
  package func issue(
    code digest: String, for account: ID<Account>, at: Int, expires: Int
  ) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "DELETE FROM codes WHERE account = ?", arguments: [account.description])
      try db.execute(
        sql: "INSERT INTO codes VALUES (?, ?, ?, ?, NULL)", arguments: [digest, account.description, at, expires])
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

  /// Takes an account's code and password back.
  package func revoke(_ account: ID<Account>) async throws(StoreError) {
    try await writing { db in
      let account: StatementArguments = [account.description]
      try db.execute(sql: "DELETE FROM codes WHERE account = ?", arguments: account)
      try db.execute(sql: "DELETE FROM passwords WHERE account = ?", arguments: account)
      try db.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: account)
    }
  }

  /// The failures for a target: an account, or an address.
  package func attempts(_ target: String) async throws(StoreError) -> Attempts? {
    try await reading { db in
      try Row.fetchOne(db, sql: "SELECT failures, last FROM attempts WHERE target = ?", arguments: [target]).map {
        row in
        Attempts(failures: try row.whole(0), last: try row.whole(1))
      }
    }
  }

  /// Counts a failure; those of long ago are forgotten.
  package func countFailure(_ target: String, at: Int, forgetting before: Int) async throws(StoreError) {
    try await writing { db in
      try db.execute(
        sql: """
          INSERT INTO attempts VALUES (?, 1, ?)
          ON CONFLICT (target) DO UPDATE SET failures = iif(last < ?, 1, failures + 1), last = excluded.last
          """, arguments: [target, at, before])
    }
  }

  package func forgetFailures(_ target: String) async throws(StoreError) {
    try await writing { db in try db.execute(sql: "DELETE FROM attempts WHERE target = ?", arguments: [target]) }
  }
}
