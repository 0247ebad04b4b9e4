import Foundation
import Journal
import StudioRegistry
import TestSupport
import Testing

@Suite("Whoever changes the file from outside is found out", .turns, Python.needed)
struct TamperTests {
  /// A change by SQL, and what a check has to say of it.
  private struct Tampering {
    let name: String
    let statements: [String]
    let expected: RegisterFile.Finding
  }

  /// Takes the trigger away, changes the table, and makes the trigger anew to the letter.
  private static func around(_ trigger: String, _ statements: [String]) throws -> [String] {
    let made = [
      "entries_update":
        "CREATE TRIGGER entries_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END",
      "entries_delete":
        "CREATE TRIGGER entries_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal forgets nothing'); END",
    ]
    return ["DROP TRIGGER \(trigger)"] + statements + [try #require(made[trigger])]
  }

  private func check(_ file: RegisterFile, _ tamperings: [Tampering]) async throws {
    let paths = try tamperings.indices.map { try file.copy("tampered-\($0).sqlite") }
    try await Python.change(zip(paths, tamperings).map { ($0, $1.statements) })
    for (path, tampering) in zip(paths, tamperings) {
      let finding = try await RegisterFile.finding(path)
      #expect(finding == tampering.expected, "\(tampering.name)")
    }
  }

  @Test("A trigger that was dropped and made anew to the letter is as it was")
  func nothingChanged() async throws {
    let file = try await RegisterFile()
    try await check(
      file,
      [
        Tampering(name: "nothing", statements: [], expected: .clean),
        Tampering(name: "update", statements: Self.around("entries_update", []), expected: .clean),
        Tampering(name: "delete", statements: Self.around("entries_delete", []), expected: .clean),
      ])
  }

  @Test("Every column of an entry, changed behind the triggers' back, is found at its entry")
  func columns() async throws {
    let file = try await RegisterFile()
    let kinds = ["founded", "sheets-signed", "studio-settled", "round-closed"]
    let places = kinds.compactMap { kind in file.entries.firstIndex { $0.kind == kind } } + [file.entries.count - 1]
    var tamperings: [Tampering] = []
    for sequence in places.map({ $0 + 1 }) {
      let numbers = ["at = at + 1", "version = 0", "version = version + 1", "at = -at"]
      let texts = ["actor", "behalf", "channel", "kind", "payload", "algorithm", "previous", "digest"].flatMap {
        [
          "\($0) = \($0) || ' '", "\($0) = ''", "\($0) = substr(\($0), 2)", "\($0) = \($0) || char(0)",
          "\($0) = \($0) || char(0) || 'x'",
        ]
      }
      for change in numbers + texts + ["payload = replace(payload, '\"on\"', '\"no\"')"] {
        tamperings.append(
          Tampering(
            name: "\(change) of \(sequence)",
            statements: try Self.around(
              "entries_update", ["UPDATE entries SET \(change) WHERE sequence = \(sequence)"]),
            expected: .fault(JournalFault(sequence, .altered))))
      }
      tamperings.append(
        Tampering(
          name: "sequence of \(sequence)",
          statements: try Self.around(
            "entries_update", ["UPDATE entries SET sequence = sequence + 100000 WHERE sequence = \(sequence)"]),
          expected: .fault(JournalFault(sequence, .missing))))
    }
    try await check(file, tamperings)
  }

  @Test("Entries that were taken out, put in or exchanged are found")
  func rows() async throws {
    let file = try await RegisterFile()
    let end = file.entries.count
    let swap = [
      "UPDATE entries SET sequence = 0 WHERE sequence = 7", "UPDATE entries SET sequence = 7 WHERE sequence = 9",
      "UPDATE entries SET sequence = 9 WHERE sequence = 0",
    ]
    let columns = "at, actor, behalf, channel, kind, version, payload, algorithm, previous, digest"
    try await check(
      file,
      [
        Tampering(
          name: "the first", statements: Self.around("entries_delete", ["DELETE FROM entries WHERE sequence = 1"]),
          expected: .fault(JournalFault(1, .missing))),
        Tampering(
          name: "one within", statements: Self.around("entries_delete", ["DELETE FROM entries WHERE sequence = 20"]),
          expected: .fault(JournalFault(20, .missing))),
        Tampering(
          name: "exchanged", statements: Self.around("entries_update", swap),
          expected: .fault(JournalFault(7, .reordered(after: 8)))),
        Tampering(
          name: "before the first",
          statements: ["INSERT INTO entries SELECT 0, \(columns) FROM entries WHERE sequence = 1"],
          expected: .fault(JournalFault(nil, .file("entry 0")))),
        Tampering(
          name: "below zero", statements: ["INSERT INTO entries SELECT -5, \(columns) FROM entries WHERE sequence = 1"],
          expected: .fault(JournalFault(nil, .file("entry -5")))),
        Tampering(
          name: "behind the last",
          statements: ["INSERT INTO entries SELECT \(end + 1), \(columns) FROM entries WHERE sequence = \(end)"],
          expected: .fault(JournalFault(end + 1, .reordered(after: end - 1)))),
        Tampering(
          name: "far behind the last",
          statements: ["INSERT INTO entries SELECT 9223372036854775807, \(columns) FROM entries WHERE sequence = 1"],
          expected: .fault(JournalFault(end + 1, .missing))),
      ])
  }

  @Test("Values in the vault and files that were changed, put in or taken out are found")
  func sideTables() async throws {
    let file = try await RegisterFile()
    let person = try #require(file.entries.first { $0.kind == "person-added" }?.sequence)
    let commitment = RegisterFile.Finding.fault(JournalFault(person, .commitment("P\(person)")))
    let set = { (change: String) in ["UPDATE vault SET \(change) WHERE person = 'P\(person)'"] }
    let scan = StoredFile(Array("a scan of the signed paper".utf8)).digest
    try await check(
      file,
      [
        Tampering(name: "salt", statements: set("salt = salt || ' '"), expected: commitment),
        Tampering(name: "values", statements: set("personal = personal || ' '"), expected: commitment),
        Tampering(name: "empty values", statements: set("personal = ''"), expected: commitment),
        Tampering(
          name: "hidden values", statements: set("personal = personal || char(0) || 'x'"),
          expected: .unreadable(.damaged)),
        Tampering(
          name: "person", statements: set("person = 'P9999'"),
          expected: .fault(JournalFault(person, .lostValues("P\(person)")))),
        Tampering(
          name: "lost", statements: ["DELETE FROM vault WHERE person = 'P\(person)'"],
          expected: .fault(JournalFault(person, .lostValues("P\(person)")))),
        Tampering(
          name: "stranger", statements: ["INSERT INTO vault VALUES ('P9999', 'a', 'b')"],
          expected: .fault(JournalFault(nil, .commitment("P9999")))),
        Tampering(
          name: "no person", statements: ["INSERT INTO vault VALUES ('nobody', 'a', 'b')"],
          expected: .unreadable(.damaged)),
        Tampering(
          name: "file", statements: ["UPDATE files SET bytes = x'00'"],
          expected: .fault(JournalFault(nil, .alteredFile(scan)))),
        Tampering(
          name: "file's name", statements: ["UPDATE files SET digest = 'x'"],
          expected: .fault(JournalFault(nil, .alteredFile("x")))),
      ])
  }

  @Test("A schema that is not as it was made is named by its object")
  func schema() async throws {
    let file = try await RegisterFile()
    let schema = { (name: String) in RegisterFile.Finding.fault(JournalFault(nil, .schema(name))) }
    let write = { (change: String, name: String) in
      ["PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET \(change) WHERE name = '\(name)'"]
    }
    var tamperings = [
      "attempts", "codes", "drafts", "entries", "files", "forms", "passwords", "readings", "sessions", "vault",
      "entries_update", "entries_delete",
    ].flatMap { name in
      [
        Tampering(name: "\(name)'s sql", statements: write("sql = sql || ' '", name), expected: schema(name)),
        Tampering(
          name: "\(name)'s case", statements: write("sql = replace(sql, 'CREATE', 'create')", name),
          expected: schema(name)),
      ]
    }
    tamperings += ["entries_update", "entries_delete"].flatMap { name in
      [
        Tampering(name: "no \(name)", statements: ["DROP TRIGGER \(name)"], expected: schema(name)),
        Tampering(
          name: "empty \(name)",
          statements: [
            "DROP TRIGGER \(name)",
            "CREATE TRIGGER \(name) BEFORE \(name == "entries_update" ? "UPDATE" : "DELETE") ON entries BEGIN SELECT 1; END",
          ], expected: schema(name)),
      ]
    }
    tamperings += [
      Tampering(name: "a table more", statements: ["CREATE TABLE zebra (a)"], expected: schema("sqlite_schema")),
      Tampering(name: "a view", statements: ["CREATE VIEW b AS SELECT 1"], expected: schema("codes")),
      Tampering(
        name: "an index", statements: ["CREATE INDEX zebra ON entries (kind)"], expected: schema("sqlite_schema")),
      Tampering(
        name: "a trigger that swallows entries",
        statements: ["CREATE TRIGGER zebra BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END"],
        expected: schema("sqlite_schema")),
      Tampering(name: "a column", statements: ["ALTER TABLE vault ADD COLUMN note TEXT"], expected: schema("vault")),
      Tampering(name: "no files", statements: ["DROP TABLE files"], expected: schema("files")),
      Tampering(name: "older", statements: ["PRAGMA user_version = 0"], expected: schema("sqlite_schema")),
      Tampering(name: "far older", statements: ["PRAGMA user_version = -1"], expected: .refused(.newerVersion)),
      Tampering(
        name: "of the first version", statements: ["PRAGMA user_version = 1"], expected: schema("sqlite_schema")),
      Tampering(
        name: "of the second version", statements: ["PRAGMA user_version = 2"], expected: schema("sqlite_schema")),
      Tampering(name: "newer", statements: ["PRAGMA user_version = 4"], expected: .refused(.newerVersion)),
      Tampering(name: "another's", statements: ["PRAGMA application_id = 7"], expected: .refused(.notARegister)),
    ]
    try await check(file, tamperings)
  }

  @Test("An altered entry is named even where the schema was changed as well")
  func both() async throws {
    let file = try await RegisterFile()
    try await check(
      file,
      [
        Tampering(
          name: "both",
          statements: ["DROP TRIGGER entries_update", "UPDATE entries SET at = 1 WHERE sequence = 7"],
          expected: .fault(JournalFault(7, .altered)))
      ])
  }
}
