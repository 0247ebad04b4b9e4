import Foundation
import StudioRegistry
import TestSupport
import Testing

@testable import Journal

/// Makes empty stores of one sort; a store that joins the house joins ``all``, and is held to the same.
struct StoreFactory: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable (TemporaryFolder) async throws -> any EntryStore

  static let all = [
    StoreFactory(testDescription: "memory") { _ in MemoryStore() },
    StoreFactory(testDescription: "SQLite") { try SQLiteStore.create(path: "\($0.path)/studio.sqlite") },
  ]
}

@Suite("Every store keeps the contract of EntryStore", .turns)
struct StoreContractTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Entries that follow on a head; their payloads are of no matter to a store.
  private func entries(_ count: Int, after head: Head = .start, by actor: String = "A1") -> [Entry] {
    var (entries, end) = ([Entry](), head)
    for number in 0..<count {
      var entry = Entry(
        sequence: end.sequence + 1, at: 1_736_481_600_000 + number, actor: actor, behalf: "-", channel: "test",
        kind: "person-added", version: 1, payload: #"{"on":"2025-01-10","text":"甲\#(number) \u0000 ’"}"#,
        algorithm: "sha256", previous: end.digest, digest: "")
      entry.digest = entry.computedDigest
      entries.append(entry)
      end = Head(sequence: entry.sequence, digest: entry.digest)
    }
    return entries
  }

  private func row(_ person: Int, _ values: String = #"{"name":"甲"}"#) -> VaultRow {
    VaultRow(person: ID(person), salt: String(repeating: "a", count: 32), values: values)
  }

  @Test("An empty store ends at the start and has nothing", arguments: StoreFactory.all)
  func empty(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    #expect(try await store.head() == .start)
    #expect(try await store.entries(after: 0).isEmpty)
    #expect(try await store.vault().isEmpty)
    #expect(try await store.file(sha256([1])) == nil)
  }

  @Test("What is appended comes back, field by field and in order", arguments: StoreFactory.all)
  func append(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    let entries = entries(5)
    try await store.append(Batch(entries: Array(entries[..<3])), after: .start)
    try await store.append(Batch(entries: Array(entries[3...])), after: Head(sequence: 3, digest: entries[2].digest))
    #expect(try await store.entries(after: 0) == entries)
    #expect(try await store.entries(after: 3) == Array(entries[3...]))
    #expect(try await store.entries(after: 5).isEmpty)
    #expect(try await store.entries(after: 99).isEmpty)
    #expect(try await store.head() == Head(sequence: 5, digest: entries[4].digest))
  }

  @Test("An append after another head is a conflict and leaves nothing of its batch", arguments: StoreFactory.all)
  func conflict(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    let first = entries(2)
    try await store.append(Batch(entries: first, vault: [.put(row(1))]), after: .start)
    let end = try await store.head()
    let wrong = [
      Head.start, Head(sequence: 1, digest: first[0].digest), Head(sequence: 2, digest: first[0].digest),
      Head(sequence: 3, digest: end.digest),
    ]
    for head in wrong {
      let file = StoredFile([7])
      let batch = Batch(
        entries: entries(2, after: head, by: "A2"), vault: [.put(row(2)), .erase(ID(1))], files: [file])
      let code = try await storeFault { try await store.append(batch, after: head) }
      #expect(code == .conflict)
      #expect(try await store.entries(after: 0) == first)
      #expect(try await store.vault() == [row(1)])
      #expect(try await store.file(file.digest) == nil)
    }
  }

  @Test("A batch brings entries, values and files at once", arguments: StoreFactory.all)
  func batch(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    let files = [StoredFile([]), StoredFile([0, 255, 0]), StoredFile(Array("扫描件".utf8))]
    try await store.append(
      Batch(entries: entries(3), vault: [.put(row(2)), .put(row(1))], files: files), after: .start)
    #expect(try await store.vault() == [row(1), row(2)])
    for file in files { #expect(try await store.file(file.digest) == file.bytes) }
  }

  @Test("A file that is there already stays as it is", arguments: StoreFactory.all)
  func sameFile(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    let file = StoredFile([1, 2, 3])
    try await store.append(Batch(entries: entries(1), files: [file]), after: .start)
    let head = try await store.head()
    try await store.append(Batch(entries: entries(1, after: head), files: [file, file]), after: head)
    #expect(try await store.file(file.digest) == [1, 2, 3])
  }

  @Test("Values are put, replaced and erased in the order of the batch", arguments: StoreFactory.all)
  func vault(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    let changed = row(1, #"{"name":"甲甲"}"#)
    try await store.append(
      Batch(entries: entries(1), vault: [.put(row(1)), .put(changed), .put(row(10))]), after: .start)
    #expect(try await store.vault() == [changed, row(10)])
    var head = try await store.head()
    try await store.append(
      Batch(entries: entries(1, after: head), vault: [.erase(ID(10)), .erase(ID(11)), .put(row(9))]), after: head)
    #expect(try await store.vault() == [changed, row(9)])
    head = try await store.head()
    try await store.append(Batch(entries: entries(1, after: head), vault: [.erase(ID(1)), .put(row(1))]), after: head)
    #expect(try await store.vault() == [row(1), row(9)])
    try await store.scrub()
    #expect(try await store.vault() == [row(1), row(9)])
    #expect(try await store.head().sequence == 3)
  }

  @Test("Of many appends after one head exactly one wins, every time", arguments: StoreFactory.all)
  func concurrentAppends(factory: StoreFactory) async throws {
    let store = try await factory.make(folder)
    for turn in 1...10 {
      let head = try await store.head()
      let won = try await withThrowingTaskGroup(of: Int?.self) { group in
        for task in 1...8 {
          let own = entries(2, after: head, by: "A\(task)")
          group.addTask { @concurrent in
            let batch = Batch(entries: own, vault: [.put(row(task))])
            switch try await storeFault({ try await store.append(batch, after: head) }) {
            case nil: return task
            case .conflict: return nil
            case let other?: throw StoreError(other, "append")
            }
          }
        }
        return try await group.reduce(into: []) { won, task in won += task.map { [$0] } ?? [] }
      }
      try #require(won.count == 1)
      let written = try await store.entries(after: head.sequence)
      #expect(written == entries(2, after: head, by: "A\(won[0])"))
      #expect(try await store.vault().contains(row(won[0])))
      #expect(try await store.head().sequence == 2 * turn)
    }
  }

  @Test("A file that holds a batch is as whole for another connection")
  func anotherConnection() async throws {
    let store = try SQLiteStore.create(path: "\(folder.path)/studio.sqlite")
    try await store.append(Batch(entries: entries(3), vault: [.put(row(1))], files: [StoredFile([9])]), after: .start)
    let other = try SQLiteStore(path: store.path)
    #expect(try await other.entries(after: 0) == entries(3))
    #expect(try await other.vault() == [row(1)])
    #expect(try await other.file(sha256([9])) == [9])
    #expect(try await other.faultOfFile() == nil)
  }
}
