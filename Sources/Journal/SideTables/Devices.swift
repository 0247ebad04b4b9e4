import GRDB
package import StudioRegistry

// Browsers in which somebody came in before, each known by the digest of what its cookie holds.
extension SideTables {
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
