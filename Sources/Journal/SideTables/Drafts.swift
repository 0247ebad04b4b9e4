import GRDB
package import StudioRegistry

/// The place of a draft on a judge's desk: what was typed and is not signed yet.
package struct DraftKey: Hashable, Sendable {
  package let round: ID<Round>
  package let judge: ID<Account>
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String

  package init(round: ID<Round>, judge: ID<Account>, studio: ID<Studio>, rubric: String) {
    self.round = round
    self.judge = judge
    self.studio = studio
    self.rubric = rubric
  }

  private var values: [String] { [round.description, judge.description, studio.description, rubric] }

  func delete(in db: Database) throws {
    let sql = "DELETE FROM drafts WHERE round = ? AND judge = ? AND studio = ? AND rubric = ?"
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }

  func put(_ fields: String, at: Int, in db: Database) throws {
    let sql = "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?)"
    try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values) + [fields, at])
  }

  func saved(in db: Database) throws -> Int? {
    let sql = "SELECT saved FROM drafts WHERE round = ? AND judge = ? AND studio = ? AND rubric = ?"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(values))
  }

  init?(_ row: Row) throws {
    guard let round = ID<Round>(try row.text(0)), let judge = ID<Account>(try row.text(1)),
      let studio = ID<Studio>(try row.text(2))
    else { return nil }
    self.init(round: round, judge: judge, studio: studio, rubric: try row.text(3))
  }
}

/// A draft as it was last saved.
package struct Draft: Sendable {
  package let key: DraftKey
  /// The fields as they were typed, as JSON.
  package let fields: String
  package let saved: Int
}

extension SideTables {
  /// Saves drafts, each in place of the last one; durable when it returns.
  package func save(_ drafts: [DraftKey: String], at: Int) async throws(StoreError) {
    try await writing { db in
      for (key, fields) in drafts { try key.put(fields, at: at, in: db) }
    }
  }

  /// Saves drafts unless one of them was saved after `stamp`, when whoever types here last saw it.
  ///
  /// - Returns: their stamp from now on; nil where somebody came before, and nothing was saved.
  package func save(_ drafts: [DraftKey: String], over stamp: Int, at: Int) async throws(StoreError) -> Int? {
    try await writing { db in
      var newest = 0
      for key in drafts.keys { newest = max(newest, try key.saved(in: db) ?? 0) }
      guard newest <= stamp else { return nil }
      let saved = max(at, newest + 1)
      for (key, fields) in drafts { try key.put(fields, at: saved, in: db) }
      return saved
    }
  }

  /// When a judge's drafts of a studio were last saved; 0 where there are none.
  package func newestDraft(
    of round: ID<Round>, judge: ID<Account>, studio: ID<Studio>
  ) async throws(StoreError) -> Int {
    try await reading { db in
      let sql = "SELECT max(saved) FROM drafts WHERE round = ? AND judge = ? AND studio = ?"
      let values = [round.description, judge.description, studio.description]
      return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(values)) ?? 0
    }
  }

  /// The drafts of a round; of one judge where one is given.
  package func drafts(of round: ID<Round>, judge: ID<Account>? = nil) async throws(StoreError) -> [Draft] {
    try await reading { db in
      let sql = "SELECT * FROM drafts WHERE round = ? AND (? IS NULL OR judge = ?)"
      let arguments: StatementArguments = [round.description, judge?.description, judge?.description]
      return try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row in
        try DraftKey(row).map { Draft(key: $0, fields: try row.text(4), saved: try row.whole(5)) }
      }
    }
  }
}
