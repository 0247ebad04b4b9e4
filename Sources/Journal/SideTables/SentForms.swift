import GRDB

/// What became of a form that somebody sends.
package enum SentForm: Hashable, Sendable {
  /// Nobody sent it before; from now on it is the sender's, until it is answered or given back.
  case new
  /// It was sent before, and nothing is known of it yet.
  case unanswered
  /// It was sent before, and led here; nil where a page answered it that is shown once.
  case answered(location: String?)
}

extension SideTables {
  /// Claims a form, known by its digest, for whoever sends it first. Of two who try at once, one gets it.
  package func claim(form digest: String, at: Int) async throws(StoreError) -> SentForm {
    // Who waits for what becomes of the first looks on, and does not take the writer from others.
    if let known = try await reading({ try Self.known(digest, in: $0) }) { return known }
    return try await writing { db in
      if let known = try Self.known(digest, in: db) { return known }
      try db.execute(sql: "INSERT INTO forms VALUES (?, ?, NULL)", arguments: [digest, at])
      return .new
    }
  }

  /// What is known of a form; nil where nobody sent it.
  private static func known(_ digest: String, in db: Database) throws -> SentForm? {
    let row = try Row.fetchOne(db, sql: "SELECT location FROM forms WHERE digest = ?", arguments: [digest])
    guard let row else { return nil }
    guard let location = row[0] as String? else { return .unanswered }
    return .answered(location: location.isEmpty ? nil : location)
  }

  /// Keeps where a form led; nil where a page answered it.
  package func answer(form digest: String, with location: String?) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "UPDATE forms SET location = ? WHERE digest = ?", arguments: [location ?? "", digest])
    }
  }

  /// Gives a form back that did nothing, so that it can be sent again.
  package func giveBack(form digest: String) async throws(StoreError) {
    try await writing { db in try db.execute(sql: "DELETE FROM forms WHERE digest = ?", arguments: [digest]) }
  }
}
