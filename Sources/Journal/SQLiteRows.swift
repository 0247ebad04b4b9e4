import GRDB
import GRDBSQLite

/// Reads entries straight out of a prepared statement: the one place where the journal goes past GRDB, whose way by values of
/// any type costs as much as all else that reading does.
///
/// Pointers that SQLite gives hold until the next column or row is asked for; none leaves this file.
struct SQLiteRows {
  static let sql = """
    SELECT sequence, at, actor, behalf, channel, kind, version, payload, algorithm, previous, digest
    FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?
    """

  private let statement: SQLiteStatement
  /// The digest that was read last, which nearly always is the next row's digest of the entry before.
  private var digest = ""

  /// The entries behind a sequence, so many at most.
  static func entries(after sequence: Int, upTo limit: Int, in db: Database) throws -> [Entry] {
    let statement = try db.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: [sequence, limit])
    var rows = SQLiteRows(statement: statement.sqliteStatement)
    var entries: [Entry] = []
    while try cursor.next() != nil { entries.append(try rows.entry()) }
    return entries
  }

  private init(statement: SQLiteStatement) {
    self.statement = statement
  }

  private mutating func entry() throws -> Entry {
    let entry = Entry(
      sequence: try whole(0), at: try whole(1), actor: try text(2), behalf: try text(3), channel: try text(4),
      kind: try text(5), version: try whole(6), payload: try text(7), algorithm: try text(8),
      previous: try text(9, perhaps: digest), digest: try text(10))
    digest = entry.digest
    return entry
  }

  // A value of another type than the schema's is damage, which must be an error and never a trap.
  private func whole(_ column: CInt) throws -> Int {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    return Int(sqlite3_column_int64(statement, column))
  }

  /// - Parameter guess: a text that it may well be; it is taken in place of a copy.
  private func text(_ column: CInt, perhaps guess: String? = nil) throws -> String {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, column)
    else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT)
    }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    if let guess, guess.utf8.elementsEqual(bytes) { return guess }
    // What is no UTF-8 was never written by us; to mend it would let one byte be changed for another unseen.
    guard let text = String(validating: bytes, as: UTF8.self) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    return text
  }
}
