import GRDB

/// The tables of a register's file. The journal's table refuses every change but appending.
///
/// Beside the journal stand side tables of what must be erasable or is nobody's history: names, files, logins, drafts.
enum SQLiteSchema {
  /// `SKIL`, by which a register's file is known.
  static let applicationID = 0x534B_494C
  static let version = 3

  /// The statements that make the schema, each exactly as SQLite keeps it.
  static let objects: [(name: String, sql: String)] = [
    (
      "attempts",
      "CREATE TABLE attempts (target TEXT PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID"
    ),
    (
      "codes",
      """
      CREATE TABLE codes (digest TEXT PRIMARY KEY, account TEXT NOT NULL, issued INTEGER NOT NULL, \
      expires INTEGER NOT NULL, used INTEGER) STRICT, WITHOUT ROWID
      """
    ),
    (
      "devices",
      """
      CREATE TABLE devices (digest TEXT NOT NULL, account TEXT NOT NULL, seen INTEGER NOT NULL, \
      PRIMARY KEY (digest, account)) STRICT, WITHOUT ROWID
      """
    ),
    (
      "drafts",
      """
      CREATE TABLE drafts (round TEXT NOT NULL, judge TEXT NOT NULL, studio TEXT NOT NULL, rubric TEXT NOT NULL, \
      fields TEXT NOT NULL, saved INTEGER NOT NULL, PRIMARY KEY (round, judge, studio, rubric)) STRICT, WITHOUT ROWID
      """
    ),
    (
      "entries",
      """
      CREATE TABLE entries (sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, behalf TEXT NOT NULL, \
      channel TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL, payload TEXT NOT NULL, \
      algorithm TEXT NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL) STRICT
      """
    ),
    (
      "entries_delete",
      "CREATE TRIGGER entries_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal forgets nothing'); END"
    ),
    (
      "entries_update",
      "CREATE TRIGGER entries_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
    ),
    ("files", "CREATE TABLE files (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID"),
    (
      "forms",
      "CREATE TABLE forms (digest TEXT PRIMARY KEY, sent INTEGER NOT NULL, location TEXT) STRICT, WITHOUT ROWID"
    ),
    (
      "passwords",
      """
      CREATE TABLE passwords (account TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL, \
      changed INTEGER NOT NULL) STRICT, WITHOUT ROWID
      """
    ),
    (
      "readings",
      """
      CREATE TABLE readings (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, account TEXT NOT NULL, page TEXT NOT NULL, \
      persons TEXT NOT NULL) STRICT
      """
    ),
    (
      "sessions",
      """
      CREATE TABLE sessions (digest TEXT PRIMARY KEY, account TEXT NOT NULL, behalf TEXT, began INTEGER NOT NULL, \
      seen INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID
      """
    ),
    (
      "vault",
      "CREATE TABLE vault (person TEXT PRIMARY KEY, salt TEXT NOT NULL, personal TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
  ]

  /// Makes the schema in an empty file.
  static func create(in db: Database) throws {
    for object in objects { try db.execute(sql: object.sql) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// The side tables that files of an earlier version lack, by the version that brought them.
  private static let added: [Int: Set<String>] = [
    2: ["attempts", "codes", "drafts", "passwords", "readings", "sessions"], 3: ["devices", "forms"],
  ]

  /// The side tables that a file lacks by what it says of its version; nil where it is of this one, or of none that was.
  private static func lacking(in db: Database) throws -> Set<String>? {
    guard let found = try Int.fetchOne(db, sql: "PRAGMA user_version"), found >= 1, found < version else { return nil }
    return added.filter { $0.key > found }.values.reduce(into: Set<String>()) { $0.formUnion($1) }
  }

  static func isEarlier(in db: Database) throws -> Bool { try lacking(in: db) != nil }

  /// Brings a file of an earlier version up to this one; the journal stays as it is.
  static func upgrade(in db: Database) throws {
    guard let lacking = try lacking(in: db) else { return }
    let names = try Set(String.fetchAll(db, sql: "SELECT name FROM sqlite_schema"))
    // A file that says it is old and is not was tampered with: verification names it.
    guard names.isDisjoint(with: lacking) else { return }
    for object in objects where lacking.contains(object.name) { try db.execute(sql: object.sql) }
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// The name of the first object that is not as it was made; nil where all are.
  static func fault(in db: Database) throws -> String? {
    let rows = try Row.fetchAll(db, sql: "SELECT name, sql, type, tbl_name FROM sqlite_schema ORDER BY name")
    for (row, object) in zip(rows, objects) {
      let isTrigger = object.sql.hasPrefix("CREATE TRIGGER")
      let isAsMade =
        row[0] as String? == object.name && row[1] as String? == object.sql
        && row[2] as String? == (isTrigger ? "trigger" : "table")
        && row[3] as String? == (isTrigger ? "entries" : object.name)
      if !isAsMade { return object.name }
    }
    if rows.count != objects.count { return rows.count < objects.count ? objects[rows.count].name : "sqlite_schema" }
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
    return id == applicationID && version == Self.version ? nil : "sqlite_schema"
  }
}
