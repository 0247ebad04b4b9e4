import GRDB

/// The tables of a register's file. The journal's table refuses every change but appending.
enum SQLiteSchema {
  /// `SKIL`, by which a register's file is known.
  static let applicationID = 0x534B_494C
  static let version = 1

  /// The statements that make the schema, each exactly as SQLite keeps it.
  static let objects: [(name: String, sql: String)] = [
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
