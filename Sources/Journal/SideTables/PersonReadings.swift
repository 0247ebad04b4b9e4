import GRDB
package import StudioRegistry

/// A page on which somebody read personal data.
package struct PersonReading: Sendable {
  package let number: Int
  package let at: Int
  package let account: ID<Account>
  /// The page's address, which holds ids alone.
  package let page: String
  package let persons: [ID<Person>]
}

extension SideTables {
  /// Notes that somebody reads personal data, before it is shown.
  package func note(
    _ account: ID<Account>, reads persons: [ID<Person>], on page: String, at: Int
  ) async throws(StoreError) {
    let list = persons.map(\.description).joined(separator: " ")
    try await writing { db in
      try db.execute(
        sql: "INSERT INTO readings (at, account, page, persons) VALUES (?, ?, ?, ?)",
        arguments: [at, account.description, page, list])
    }
  }

  /// The readings before a number, the latest first.
  package func readings(before number: Int = .max, upTo limit: Int = 100) async throws(StoreError) -> [PersonReading] {
    try await reading { db in
      let sql = "SELECT number, at, account, page, persons FROM readings WHERE number < ? ORDER BY number DESC LIMIT ?"
      return try Row.fetchAll(db, sql: sql, arguments: [number, limit]).compactMap { row in
        guard let account = ID<Account>(try row.text(2)) else { return nil }
        return PersonReading(
          number: try row.whole(0), at: try row.whole(1), account: account, page: try row.text(3),
          persons: try row.text(4).split(separator: " ").compactMap { ID<Person>(String($0)) })
      }
    }
  }
}
