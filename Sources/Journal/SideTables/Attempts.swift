import GRDB

/// How failures to come in make the next try wait: some are free, then it is a second, and twice as long each time.
package struct Patience: Sendable {
  let free: Int
  /// The longest wait.
  let longest: Int
  /// After how long without a failure all is forgotten.
  let memory: Int

  /// - Parameters:
  ///   - longest: in milliseconds, as is `memory`.
  package init(free: Int, longest: Int, memory: Int) {
    (self.free, self.longest, self.memory) = (free, longest, memory)
  }

  /// How long the next try has to wait after so many failures, in milliseconds.
  package func wait(after failures: Int) -> Int {
    guard failures > free else { return 0 }
    return min(longest, 1000 << min(failures - free - 1, 20))
  }
}

/// Somebody's try to come in, by what it is counted for: an account, a browser or an address, each as a digest.
package struct Attempt: Sendable {
  package let target: String
  package let patience: Patience

  package init(_ target: String, _ patience: Patience) {
    (self.target, self.patience) = (target, patience)
  }
}

extension SideTables {
  /// Counts a try as failed beforehand, so that many at once gain nothing; gives how long it has to wait instead.
  ///
  /// A try that has to wait is not counted. Whoever fails once after every wait keeps it up for ever all the same: a target
  /// that strangers can try is no lock that its owner has to stand before.
  package func attempt(_ attempt: Attempt, at now: Int) async throws(StoreError) -> Int {
    let (target, patience) = (attempt.target, attempt.patience)
    return try await writing { db in
      let row = try Row.fetchOne(db, sql: "SELECT failures, last FROM attempts WHERE target = ?", arguments: [target])
      var failures = 0
      if let row {
        let last = try row.whole(1)
        failures = last + patience.memory < now ? 0 : try row.whole(0)
        let left = last + patience.wait(after: failures) - now
        if failures > 0, left > 0 { return left }
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO attempts VALUES (?, ?, ?)", arguments: [target, failures + 1, now])
      return 0
    }
  }

  /// Takes one try back that came in after all.
  package func uncount(_ target: String) async throws(StoreError) {
    try await writing { db in
      try db.execute(sql: "UPDATE attempts SET failures = max(0, failures - 1) WHERE target = ?", arguments: [target])
    }
  }

  /// Forgets an account's failures.
  package func forgetFailures(_ target: String) async throws(StoreError) {
    try await writing { db in try db.execute(sql: "DELETE FROM attempts WHERE target = ?", arguments: [target]) }
  }
}
