import GRDB
package import StudioRegistry

/// A time at the site between coming in and going out. Its secret is in the visitor's cookie alone.
package struct Session: Sendable {
  /// SHA-256 of the secret in hexadecimal.
  package let digest: String
  package let account: ID<Account>
  /// For whom a deputy acts.
  package let behalf: ID<Account>?
  package let began: Int
  package let seen: Int
  package let expires: Int

  package init(
    digest: String, account: ID<Account>, behalf: ID<Account>? = nil, began: Int, seen: Int? = nil, expires: Int
  ) {
    self.digest = digest
    self.account = account
    self.behalf = behalf
    self.began = began
    self.seen = seen ?? began
    self.expires = expires
  }
}

extension SideTables {
  package func begin(_ session: Session) async throws(StoreError) {
    try await writing { db in
      try db.execute(
        sql: "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          session.digest, session.account.description, session.behalf?.description, session.began, session.seen,
          session.expires,
        ])
    }
  }

  /// The session of a secret's digest; nil where there is none or it is over.
  package func session(_ digest: String, at: Int) async throws(StoreError) -> Session? {
    try await reading { db in
      let sql = "SELECT digest, account, behalf, began, seen, expires FROM sessions WHERE digest = ? AND expires > ?"
      let statement = try db.cachedStatement(sql: sql)
      guard let row = try Row.fetchOne(statement, arguments: [digest, at]),
        let account = ID<Account>(try row.text(1))
      else { return nil }
      return Session(
        digest: digest, account: account, behalf: (row[2] as String?).flatMap { ID<Account>($0) },
        began: try row.whole(3), seen: try row.whole(4), expires: try row.whole(5))
    }
  }

  /// Notes that a session is in use, and until when it now lasts.
  package func touch(_ digest: String, at: Int, expires: Int) async throws(StoreError) {
    try await writing { db in
      try db.execute(
        sql: "UPDATE sessions SET seen = ?, expires = ? WHERE digest = ?", arguments: [at, expires, digest])
    }
  }

  /// Chooses for whom a deputy acts from now on.
  package func act(_ digest: String, for behalf: ID<Account>?) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "UPDATE sessions SET behalf = ? WHERE digest = ?", arguments: [behalf?.description, digest])
    }
  }

  package func end(_ digest: String) async throws(StoreError) {
    try await writing { db in try db.execute(sql: "DELETE FROM sessions WHERE digest = ?", arguments: [digest]) }
  }

  /// Ends all sessions of an account, but one where one is given.
  package func endSessions(of account: ID<Account>, but kept: String? = nil) async throws(StoreError) {
    try await writing { db in
      try db.execute(
        sql: "DELETE FROM sessions WHERE account = ? AND digest IS NOT ?", arguments: [account.description, kept])
    }
  }

  /// Forgets the sessions and unused codes that are over, and what is too old to matter.
  ///
  /// That is forms of more than a day ago, failures of more than two, and browsers of more than 400 days. When a code
  /// was used stays, until its account gets another.
  package func tidy(at: Int) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "DELETE FROM sessions WHERE expires <= ?", arguments: [at])
      try db.execute(sql: "DELETE FROM codes WHERE expires <= ? AND used IS NULL", arguments: [at])
      try db.execute(sql: "DELETE FROM forms WHERE sent <= ?", arguments: [at - 86_400_000])
      try db.execute(sql: "DELETE FROM attempts WHERE last <= ?", arguments: [at - 2 * 86_400_000])
      try db.execute(sql: "DELETE FROM devices WHERE seen <= ?", arguments: [at - 400 * 86_400_000])
    }
  }
}
