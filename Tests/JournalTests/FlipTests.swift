import Foundation
import Journal
import StudioRegistry
import TestSupport
import Testing

@Suite("Damage at random places is found, and never brings the program down", .turns)
struct FlipTests {
  /// A byte of the file that is another than it was.
  private struct Flip: Codable {
    let place: Int
    let byte: UInt8
  }

  private static let count = ProcessInfo.processInfo.environment["STUDIO_FLIPS"].flatMap { Int($0) } ?? 1000
  private static let seed = ProcessInfo.processInfo.environment["STUDIO_SEED"].flatMap { UInt64($0) } ?? 2026

  @Test(
    "One changed byte anywhere in the file is found, unless everything that is read is as before",
    Python.needed)
  func bytes() async throws {
    let file = try await RegisterFile()
    var random = SeededGenerator(Self.seed)
    let flips = (0..<Self.count).map { _ in
      let place = Int.random(in: 0..<file.bytes.count, using: &random)
      return Flip(place: place, byte: file.bytes[place] ^ UInt8.random(in: 1...255, using: &random))
    }
    let findings = try await findings(of: flips, in: file)
    let clean = zip(flips, findings).filter { $0.1 == .clean }.map(\.0)
    let changed = try await readDifferently(clean, in: file)
    for flip in changed {
      Issue.record(
        "byte \(flip.place) as \(flip.byte), of old \(file.bytes[flip.place]), changes what is read, and is not found")
    }
    report(findings, of: file.bytes.count)
  }

  private func findings(of flips: [Flip], in file: RegisterFile) async throws -> [RegisterFile.Finding] {
    try await withThrowingTaskGroup(of: [(Int, RegisterFile.Finding)].self) { group in
      for half in 0..<2 {
        group.addTask { @concurrent in
          var own: [(Int, RegisterFile.Finding)] = []
          var bytes = file.bytes
          for place in stride(from: half, to: flips.count, by: 2) {
            let flip = flips[place]
            bytes[flip.place] = flip.byte
            let path = try file.folder.write("flipped-\(place).sqlite", bytes: bytes)
            own.append((place, try await RegisterFile.finding(path)))
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
            bytes[flip.place] = file.bytes[flip.place]
          }
          return own
        }
      }
      let found = try await group.reduce(into: []) { $0 += $1 }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Those among flips after which SQLite itself reads other rows, types, schema or numbers than before.
  private func readDifferently(_ flips: [Flip], in file: RegisterFile) async throws -> [Flip] {
    let list = try file.folder.write("flips.json", bytes: Array(JSONEncoder().encode(flips)))
    let output = try await Python.run(
      """
      import json, sqlite3, sys, os
      base = open(sys.argv[1], "rb").read()
      name = sys.argv[1] + ".flipped"
      def read(data):
          open(name, "wb").write(data)
          db = sqlite3.connect(name)
          db.text_factory = bytes
          rows = []
          try:
              for table, columns in (
                  ("sqlite_schema", ["type", "name", "tbl_name", "sql"]),
                  ("entries", ["sequence", "at", "actor", "behalf", "channel", "kind", "version", "payload", "algorithm",
                    "previous", "digest"]),
                  ("vault", ["person", "salt", "personal"]), ("files", ["digest", "bytes"])):
                  fields = ", ".join(f"{column}, typeof({column})" for column in columns)
                  rows.append(db.execute(f"SELECT {fields} FROM {table} ORDER BY {columns[0]}").fetchall())
              rows.append(db.execute("PRAGMA user_version").fetchall())
              rows.append(db.execute("PRAGMA application_id").fetchall())
          except sqlite3.Error as error:
              rows = error
          db.close()
          for end in ("", "-wal", "-shm"):
              if os.path.exists(name + end): os.remove(name + end)
          return rows
      expected = read(base)
      changed = []
      for place, flip in enumerate(json.load(open(sys.argv[2]))):
          data = bytearray(base)
          data[flip["place"]] = flip["byte"]
          if read(data) != expected: changed.append(place)
      print(json.dumps(changed))
      """, [file.path, list])
    return try JSONDecoder().decode([Int].self, from: Data(output.utf8)).map { flips[$0] }
  }

  private func report(_ findings: [RegisterFile.Finding], of size: Int) {
    var sorts: [String: Int] = [:]
    for finding in findings {
      let sort =
        switch finding {
        case .clean: "clean, and read as before"
        case .refused(let code): "refused: \(code.rawValue)"
        case .unreadable(let code): "unreadable: \(code.rawValue)"
        case .fault(let fault): "fault: \("\(fault.problem)".prefix { $0 != "(" })"
        }
      sorts[sort, default: 0] += 1
    }
    print("\(findings.count) flips in \(size) bytes, seed \(Self.seed):")
    for (sort, count) in sorts.sorted(by: { $0.key < $1.key }) { print("  \(count)  \(sort)") }
  }

  @Test("A file that was broken in several places is refused or found, and nothing crashes", arguments: 0..<4)
  func mutations(part: Int) async throws {
    let file = try await RegisterFile()
    var mutation = Mutation(seed: Self.seed + UInt64(part))
    for number in 0..<25 {
      // The schema's page and the header are where most of a file's sense lies.
      var bytes = file.bytes
      let head = number % 2 == 0 ? min(4096, bytes.count) : bytes.count
      bytes = mutation.mutate(Array(bytes[..<head])) + bytes[head...]
      guard bytes != file.bytes else { continue }
      let path = try file.folder.write("mutated-\(number).sqlite", bytes: bytes)
      _ = try await RegisterFile.finding(path)
    }
  }
}
