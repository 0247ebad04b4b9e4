import Foundation
package import Testing

/// Somebody with other tools at the register's file: Python and its sqlite3, without this program.
package enum Python {
  /// What a test asks for that changes a file from outside.
  package static let needed = ConditionTrait.enabled(
    "python3 with SQLite 3.37 or later has to change the file from outside"
  ) {
    await isThere.value
  }

  private static let isThere = Task {
    (try? await run("import sqlite3; assert sqlite3.sqlite_version_info >= (3, 37); print('yes')")) == "yes\n"
  }

  /// What a script prints.
  @discardableResult
  package static func run(_ script: String, _ arguments: [String] = []) async throws -> String {
    let run = try await Program.python.run(["-c", script] + arguments)
    guard run.status == 0 else { throw Failure(description: run.errors) }
    return run.output
  }

  /// Runs SQL statements on files, each file's in one transaction.
  package static func change(_ files: [(path: String, statements: [String])]) async throws {
    let folder = try TemporaryFolder()
    let jobs = files.map { ["path": [$0.path], "statements": $0.statements] }
    let list = try folder.write("jobs.json", bytes: Array(JSONEncoder().encode(jobs)))
    try await run(
      """
      import json, sqlite3, sys
      for job in json.load(open(sys.argv[1])):
          db = sqlite3.connect(job["path"][0], isolation_level=None)
          for statement in job["statements"]:
              db.execute(statement)
          db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
          db.close()
      """, [list])
  }

  /// What a script that failed said.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }
}
