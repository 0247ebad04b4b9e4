import Foundation
import TestSupport
import Testing

/// Somebody with other tools at the register's file: Python and its sqlite3, without this program.
enum Python {
  static let isThere =
    (try? run("import sqlite3; assert sqlite3.sqlite_version_info >= (3, 37); print('yes')")) == "yes\n"

  static let needed: Comment = "python3 with SQLite 3.37 or later has to change the file from outside"

  /// What a script prints.
  @discardableResult
  static func run(_ script: String, _ arguments: [String] = []) throws -> String {
    let files = try TemporaryFolder()
    let (out, errors) = (try files.write("out", ""), try files.write("errors", ""))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PythonError(text: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "")
    }
    return try String(contentsOfFile: out, encoding: .utf8)
  }

  /// Runs SQL statements on files, each file's in one transaction.
  static func change(_ files: [(path: String, statements: [String])]) throws {
    let folder = try TemporaryFolder()
    let jobs = files.map { ["path": [$0.path], "statements": $0.statements] }
    let list = try folder.write("jobs.json", bytes: Array(JSONEncoder().encode(jobs)))
    try run(
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

  struct PythonError: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }
}
