import Foundation
import GRDB
package import StudioRegistry

/// A journal in an SQLite file, which several processes may use at once.
///
/// Write-ahead log, `synchronous=FULL`: what `append` returned from survives a crash of the machine.
package struct SQLiteStore: EntryStore {
  package let path: String
  private let queue: DatabaseQueue
  private let file: OpenFile

  /// Opens a register's file.
  ///
  /// - Parameter pragmas: run on the connection, so that tests can make a disk full or a file read-only.
  /// - Throws: ``StoreError``; a file that is not a register's, newer than this program or cut short stays untouched.
  package init(path: String, pragmas: [String] = []) throws(StoreError) {
    file = try OpenFile(path)
    self.path = path
    queue = try Self.mapped(path) { try DatabaseQueue(path: path, configuration: Self.configuration(pragmas)) }
    try Self.mapped(path) { [queue] in
      let mode = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
      if mode != "wal" { throw StoreError(.readOnly, path) }
      // Only a file of an earlier version is written to: others may hold this one, or it may be read-only.
      guard try queue.unsafeRead({ try SQLiteSchema.isEarlier(in: $0) }) else { return }
      try queue.write { try SQLiteSchema.upgrade(in: $0) }
    }
  }

  /// Makes a new file with an empty journal, and opens it.
  ///
  /// - Throws: ``StoreFault/exists`` where there is one already.
  package static func create(path: String) throws(StoreError) -> SQLiteStore {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreError(.exists, path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else { throw StoreError(.missing, folder) }
    try makePrivate(path)
    do {
      // Without a write-ahead log yet, so that the file itself says what it is.
      let queue = try DatabaseQueue(path: path)
      try queue.write { try SQLiteSchema.create(in: $0) }
      try queue.close()
    } catch {
      let fault = StoreError(error, path)
      for suffix in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
      throw fault
    }
    return try SQLiteStore(path: path)
  }

  static func configuration(_ pragmas: [String]) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      for pragma in pragmas { try db.execute(sql: "PRAGMA \(pragma)") }
    }
    return configuration
  }

  package func head() async throws(StoreError) -> Head {
    // One statement, which is asked with every page: `read` would have SQLite compile all statements anew around it.
    do { return try await queue.unsafeRead { try Self.head(in: $0) } } catch { throw StoreError(error, path) }
  }

  package func entries(after sequence: Int, upTo limit: Int) async throws(StoreError) -> [Entry] {
    try await reading { try SQLiteRows.entries(after: sequence, upTo: limit, in: $0) }
  }

  package func append(_ batch: Batch, after head: Head) async throws(StoreError) {
    try await writing { db in
      try db.inTransaction(.immediate) {
        guard try Self.head(in: db) == head else { throw StoreError(.conflict, path) }
        try Self.insert(batch, into: db)
        return .commit
      }
    }
  }

  private static func head(in db: Database) throws -> Head {
    let statement = try db.cachedStatement(sql: "SELECT sequence, digest FROM entries ORDER BY sequence DESC LIMIT 1")
    return try Row.fetchOne(statement).map { Head(sequence: try $0.whole(0), digest: try $0.text(1)) } ?? .start
  }

  private static func insert(_ batch: Batch, into db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for entry in batch.entries {
      try insert.execute(
        arguments: [
          entry.sequence, entry.at, entry.actor, entry.behalf, entry.channel, entry.kind, entry.version, entry.payload,
          entry.algorithm, entry.previous, entry.digest,
        ])
    }
    for change in batch.vault {
      switch change {
      case .put(let row):
        try db.execute(
          sql: "INSERT OR REPLACE INTO vault VALUES (?, ?, ?)",
          arguments: [row.person.description, row.salt, row.values])
      case .erase(let person):
        try db.execute(sql: "DELETE FROM vault WHERE person = ?", arguments: [person.description])
      }
    }
    for draft in batch.settled { try draft.delete(in: db) }
    for change in batch.access { try change.make(in: db) }
    for file in batch.files {
      try db.execute(
        sql: "INSERT OR IGNORE INTO files VALUES (?, ?)", arguments: [file.digest, Data(file.bytes)])
    }
  }

  package func vault() async throws(StoreError) -> [VaultRow] {
    try await reading { db in
      let sql = "SELECT person, salt, personal, length(CAST(salt || personal AS BLOB)) FROM vault"
      return try Row.fetchAll(db, sql: sql).map { row in
        let (salt, values) = (try row.text(1), try row.text(2))
        guard let person = ID<Person>(try row.text(0)), salt.utf8.count + values.utf8.count == (try row.whole(3)) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return VaultRow(person: person, salt: salt, values: values)
      }.sorted { $0.person < $1.person }
    }
  }

  package func file(_ digest: String) async throws(StoreError) -> [UInt8]? {
    try await reading { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM files WHERE digest = ?", arguments: [digest]).map(Array.init)
    }
  }

  /// Rewrites the file from what it still holds, and empties the write-ahead log.
  package func scrub() async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "VACUUM")
      let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      if row?[0] != 0 { throw StoreError(.locked, path) }
    }
  }
}

// MARK: - Checking and copying

extension SQLiteStore {
  /// What is wrong with the file itself: its schema, or its pages; nil where nothing is.
  package func faultOfFile() async throws(StoreError) -> JournalFault.Problem? {
    try await reading { db in
      if let name = try SQLiteSchema.fault(in: db) { return .schema(name) }
      // Nobody reads what stands before the first entry, so that something could hide there.
      let hidden = try Int.fetchOne(db, sql: "SELECT sequence FROM entries WHERE sequence < 1")
      if let hidden { return .file("entry \(hidden)") }
      let result = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
      return result == "ok" ? nil : .file(result ?? "")
    }
  }

  /// The first entry of which more is stored than is read: a text is read up to a zero byte, behind which others may read on.
  func entryWithHiddenText(among entries: [Entry]) async throws(StoreError) -> Int? {
    try await reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, length(CAST(
            actor || behalf || channel || kind || payload || algorithm || previous || digest AS BLOB))
          FROM entries WHERE sequence > 0 ORDER BY sequence
          """)
      for entry in entries {
        guard let row = try rows.next() else { return entry.sequence }
        let texts = [
          entry.actor, entry.behalf, entry.channel, entry.kind, entry.payload, entry.algorithm, entry.previous,
          entry.digest,
        ]
        let isWhole = try row.whole(0) == entry.sequence && row.whole(1) == texts.reduce(0) { $0 + $1.utf8.count }
        if !isWhole { return entry.sequence }
      }
      return nil
    }
  }

  /// The digests of files whose bytes have another.
  package func alteredFiles() async throws(StoreError) -> [String] {
    try await reading { db in
      var altered: [String] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT digest, bytes FROM files ORDER BY digest")
      while let row = try rows.next() {
        let digest = try row.text(0)
        guard case .blob(let bytes) = (row[1] as DatabaseValue).storage else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        if sha256(bytes) != digest { altered.append(digest) }
      }
      return altered
    }
  }

  /// Copies the whole register, side tables and files included, as it stands at one moment, while others go on writing.
  package func backup(to copy: String) async throws(StoreError) {
    guard !FileManager.default.fileExists(atPath: copy) else { throw StoreError(.exists, copy) }
    // Into an empty file, which is nobody else's to read from its first byte on.
    try makePrivate(copy)
    do {
      try await writing(copy) { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
      // SQLite does not wait for the disk here; a backup that is called done must survive a power cut.
      try Self.mapped(copy) { try FileHandle(forUpdating: URL(fileURLWithPath: copy)).synchronize() }
    } catch {
      try? FileManager.default.removeItem(atPath: copy)
      throw error
    }
  }

  /// Replaces everything in the file by what another holds, at one moment, while others have the file open.
  package func replace(by other: SQLiteStore) async throws(StoreError) {
    try Self.mapped(path) { try other.queue.backup(to: queue) }
    try await writing { _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// Closes the connection.
  package func close() throws(StoreError) {
    try Self.mapped(path) { try queue.close() }
    file.release()
  }

  func reading<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do { return try await queue.read(work) } catch { throw StoreError(error, path) }
  }

  func writing<Value: Sendable>(
    _ file: String? = nil, _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do { return try await queue.writeWithoutTransaction(work) } catch { throw StoreError(error, file ?? path) }
  }

  static func mapped<Value>(_ path: String, _ work: () throws -> Value) throws(StoreError) -> Value {
    do { return try work() } catch { throw StoreError(error, path) }
  }
}

// What is not of the schema's type is damage, which must be an error and never a trap.
extension Row {
  func text(_ column: Int) throws -> String {
    guard case .string(let text) = (self[column] as DatabaseValue).storage else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return text
  }

  func whole(_ column: Int) throws -> Int {
    guard case .int64(let number) = (self[column] as DatabaseValue).storage else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return Int(number)
  }
}

extension StoreError {
  /// Whether the disk on which a file stands has no room left.
  private static func isFull(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let free = try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize] as? Int
    return free.map { $0 < 1 << 16 } ?? false
  }

  /// Puts an error of the database into our own words; none of its own leaves this room.
  init(_ error: any Error, _ path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    let code: StoreFault =
      switch (error as? DatabaseError)?.resultCode {
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_FULL: .full
      case .SQLITE_NOTADB: .notARegister
      case .SQLITE_CORRUPT: .damaged
      // The file is there: SQLite wants to write beside it even to read.
      case .SQLITE_CANTOPEN: FileManager.default.fileExists(atPath: path) ? .readOnly : .missing
      case .SQLITE_IOERR where Self.isFull(path): .full
      default: .unwritable
      }
    self.init(code, path, cause: error)
  }
}
