import GRDB
package import StudioRegistry

/// A browser in which somebody came in for an account before.
package struct Device: Hashable, Sendable {
  /// SHA-256 of what its cookie holds, in hexadecimal.
  package let digest: String
  /// When somebody last came in there.
  package let seen: Int
}

extension SideTables {
  /// The browsers in which somebody came in for an account, the latest first.
  package func devices(of account: ID<Account>, upTo limit: Int = 20) async throws(StoreError) -> [Device] {
    try await reading { db in
      let sql = "SELECT digest, seen FROM devices WHERE account = ? ORDER BY seen DESC, digest LIMIT ?"
      return try Row.fetchAll(db, sql: sql, arguments: [account.description, limit]).map { row in
        Device(digest: try row.text(0), seen: try row.whole(1))
      }
    }
  }

  /// Whether a browser is known, for one account where one is given, else for any.
  package func isKnown(device digest: String, to account: ID<Account>? = nil) async throws(StoreError) -> Bool {
    try await reading { db in
      let sql = "SELECT count(*) FROM devices WHERE digest = ? AND (? IS NULL OR account = ?)"
      let arguments: StatementArguments = [digest, account?.description, account?.description]
      return try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0 > 0
    }
  }

  package func know(device digest: String, to account: ID<Account>, at: Int) async throws(StoreError) {
    try await writing { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO devices VALUES (?, ?, ?)", arguments: [digest, account.description, at])
    }
  }

  package func forgetDevices(of account: ID<Account>) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "DELETE FROM devices WHERE account = ?", arguments: [account.description])
    }
  }
}
