import GRDB

/// What stands beside the journal and is nobody's history: passwords, codes, sessions, attempts, drafts, forms, readings.
///
/// Times are milliseconds since 1970 UTC. What is secret comes in as a digest; no table holds it in clear.
package struct SideTables: Sendable {
  let store: SQLiteStore
  /// A connection of its own, so that who asks for a session does not wait for the journal's commit.
  private let reader: DatabaseQueue

  /// Opens the side tables of a register's file.
  ///
  /// - Throws: ``StoreError``.
  package init(_ store: SQLiteStore) throws(StoreError) {
    self.store = store
    reader = try SQLiteStore.mapped(store.path) {
      try DatabaseQueue(path: store.path, configuration: SQLiteStore.configuration(["query_only = ON"]))
    }
  }

  func reading<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    // The connection cannot write, and asks one thing at a time: to forbid and allow writing around each reading, as `read`
    // does, would have SQLite compile every statement anew.
    do { return try await reader.unsafeRead(work) } catch { throw StoreError(error, store.path) }
  }

  func writing<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    try await store.writing { db in
      var value: Value?
      try db.inTransaction(.immediate) {
        value = try work(db)
        return .commit
      }
      guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return value
    }
  }
}
