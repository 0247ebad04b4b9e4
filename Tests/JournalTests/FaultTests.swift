import Foundation
import Journal
import StudioRegistry
import TestSupport
import Testing

@Suite("A file that cannot be used is refused with its reason, and stays as it is", .turns)
struct FaultTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/studio.sqlite"
  }

  /// A register's file without a log beside it, and its bytes.
  private func register() async throws -> [UInt8] {
    let store = try SQLiteStore.create(path: path)
    let county = try await County(store)
    try await county.foundRegister()
    try await store.scrub()
    try store.close()
    return try RegisterFile.bytes(path)
  }

  /// Opening is refused with a code; neither the file changes nor anything appears beside it.
  private func expectRefusal(_ code: StoreFault, _ comment: Comment? = nil) async throws {
    let before = try RegisterFile.bytesBeside(path)
    let found = try await storeFault { _ = try SQLiteStore(path: path) }
    #expect(found == code, comment)
    #expect(try RegisterFile.bytesBeside(path) == before, comment)
  }

  private func batch(after head: Head) -> Batch {
    Batch(vault: [.put(VaultRow(person: ID(1), salt: "a", values: "{}"))])
  }

  @Test("A file that is not there is missing, and is not made; so is one in a folder that is not there")
  func missing() async throws {
    try await expectRefusal(.missing)
    #expect(try RegisterFile.bytesBeside(path).isEmpty)
    #expect(try await storeFault { _ = try SQLiteStore(path: folder.path) } == .notARegister)
    #expect(try await storeFault { _ = try SQLiteStore.create(path: "\(folder.path)/no/studio.sqlite") } == .missing)
  }

  @Test("A file that is there is not made anew")
  func exists() async throws {
    let before = try await register()
    #expect(try await storeFault { _ = try SQLiteStore.create(path: path) } == .exists)
    #expect(try RegisterFile.bytes(path) == before)
  }

  @Test("An empty file, a text, a picture and another program's database are no registers")
  func notARegister() async throws {
    for bytes in [[], Array("studio,judge\n".utf8), [0x89, 0x50, 0x4E, 0x47], Array("SQLite format 2\0".utf8)] {
      try folder.write("studio.sqlite", bytes: bytes)
      try await expectRefusal(.notARegister, "\(bytes)")
    }
    try FileManager.default.removeItem(atPath: path)
    var bytes = try await Self.changed(register(), at: 68, to: [0, 0, 0, 7])
    try folder.write("studio.sqlite", bytes: bytes)
    try await expectRefusal(.notARegister)
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try folder.write("studio.sqlite", bytes: bytes)
    try await expectRefusal(.notARegister)
  }

  private static func changed(_ bytes: [UInt8], at place: Int, to values: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes.replaceSubrange(place..<place + values.count, with: values)
    return bytes
  }

  @Test(
    "A newer program's file is refused as such",
    arguments: [[0, 0, 0, 4], [0x7F, 0xFF, 0xFF, 0xFF], [0, 1, 0, 1]] as [[UInt8]])
  func newer(version: [UInt8]) async throws {
    try await folder.write("studio.sqlite", bytes: Self.changed(register(), at: 60, to: version))
    try await expectRefusal(.newerVersion)
  }

  @Test("A file that was cut short is refused, wherever it was cut")
  func truncated() async throws {
    let bytes = try await register()
    try #require(bytes.count > 6 * 4096)
    for count in [16, 50, 99, 100, 512, 4095, 4096, 4097, 5 * 4096, bytes.count - 4096, bytes.count - 1] {
      try folder.write("studio.sqlite", bytes: Array(bytes[..<count]))
      try await expectRefusal(.truncated, "\(count) bytes")
    }
    for count in [1, 6, 15] {
      try folder.write("studio.sqlite", bytes: Array(bytes[..<count]))
      try await expectRefusal(.notARegister, "\(count) bytes")
    }
    try folder.write("studio.sqlite", bytes: bytes)
    #expect(try await RegisterFile.finding(path) == .clean)
  }

  @Test("A file whose checkpoint was cut off half-way is whole with its log, and opens")
  func halfCheckpoint() async throws {
    let store = try SQLiteStore.create(path: path)
    let county = try await County(store)
    try await store.scrub()
    let before = try RegisterFile.bytes(path)
    try await county.foundRegister()
    let log = try RegisterFile.bytes(path + "-wal")
    let entries = try await store.entries(after: 0)
    try await store.scrub()
    let after = try RegisterFile.bytes(path)
    try #require(after.count > before.count)
    // SQLite writes the first page, which tells the size, before those behind it.
    let half = try folder.write("half.sqlite", bytes: Array(after[..<4096]) + Array(before[4096...]))
    try folder.write("half.sqlite-wal", bytes: log)
    let recovered = try SQLiteStore(path: half)
    #expect(try await recovered.entries(after: 0) == entries)
    #expect(try await fault(in: recovered) == nil)
  }

  @Test("A connection that may only read says so, and nothing is written")
  func readOnly() async throws {
    _ = try await register()
    let store = try SQLiteStore(path: path, pragmas: ["query_only = 1"])
    let before = try RegisterFile.bytesBeside(path)
    let head = Head.start
    #expect(try await storeFault { try await store.append(Batch(), after: head) } != nil)
    #expect(try await storeFault { try await store.append(batch(after: head), after: head) } == .readOnly)
    #expect(try RegisterFile.bytesBeside(path) == before)
  }

  @Test(
    "A file that the system lets nobody write is refused as such",
    .enabled(if: geteuid() != 0, "who is root may write every file"))
  func readOnlyFile() async throws {
    let before = try await register()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let found = try await storeFault {
      let store = try SQLiteStore(path: path)
      try await store.append(batch(after: store.head()), after: store.head())
    }
    #expect(found == .readOnly)
    #expect(try RegisterFile.bytes(path) == before)
  }

  @Test(
    "A file that another program holds is locked, can be read all the same, and works once it is let go",
    Python.needed)
  func locked() async throws {
    _ = try await register()
    // It lets go when it ends.
    let holding = """
      import signal, sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("BEGIN IMMEDIATE")
      print("held", flush=True)
      signal.pause()
      """
    let (store, head) = try await Program.python.running(["-c", holding, path]) { holder in
      try #require(await holder.line() == "held")
      let store = try SQLiteStore(path: path, pragmas: ["busy_timeout = 20"])
      let head = try await store.head()
      let entries = try await store.entries(after: 0)
      #expect(try await storeFault { try await store.append(batch(after: head), after: head) } == .locked)
      #expect(try await store.entries(after: 0) == entries)
      #expect(try await store.vault().contains { $0.person == ID(1) } == false)
      return (store, head)
    }
    try await store.append(batch(after: head), after: head)
    #expect(try await store.vault().contains { $0.person == ID(1) })
  }

  @Test("A full disk is named as such, and the batch leaves nothing")
  func full() async throws {
    let pages = try await register().count / 4096
    let store = try SQLiteStore(path: path, pragmas: ["max_page_count = \(pages)"])
    let (head, vault) = (try await store.head(), try await store.vault())
    let file = StoredFile(Array(repeating: 7, count: 100_000))
    #expect(try await storeFault { try await store.append(Batch(files: [file]), after: head) } == .full)
    #expect(try await store.file(file.digest) == nil)
    #expect(try await store.vault() == vault)
    #expect(try await fault(in: store) == nil)
  }
}
