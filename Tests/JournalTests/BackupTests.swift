import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("A register is copied and put back while others work with it", .turns)
struct BackupTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func county(_ name: String) async throws -> County {
    let county = try await County(SQLiteStore.create(path: "\(folder.path)/\(name)"))
    try await county.foundRegister()
    return county
  }

  private func file(_ county: County) throws -> SQLiteStore { try #require(county.store as? SQLiteStore) }

  @Test("A backup has entries, values and files, and is a register of its own")
  func backup() async throws {
    let county = try await County(SQLiteStore.create(path: "\(folder.path)/studio.sqlite"))
    try await county.tell()
    let copy = "\(folder.path)/copy.sqlite"
    try await file(county).backup(to: copy)
    let store = try SQLiteStore(path: copy)
    #expect(try await store.entries(after: 0) == county.store.entries(after: 0))
    #expect(try await store.vault() == county.store.vault())
    let scan = StoredFile(Array("a scan of the signed paper".utf8))
    #expect(try await store.file(scan.digest) == scan.bytes)
    #expect(try await fault(in: store, checkpoint: county.store.head()) == nil)
    let other = try await County(store, clock: county.clock, seed: 2)
    try await other.open("J9", .judge, "后来")
    #expect(try await county.registrar.read { $0.account(login: "J9") == nil })
  }

  @Test("A register, what lies beside it and its backup are their owner's alone to read")
  func rights() async throws {
    let county = try await county("studio.sqlite")
    let path = try file(county).path
    let copy = "\(folder.path)/copy.sqlite"
    try await file(county).backup(to: copy)
    func rights(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try rights(path) == 0o600)
    #expect(try rights(path + "-wal") == 0o600)
    #expect(try rights(copy) == 0o600)
  }

  @Test("A backup onto a file that is there, or into a folder that is not, is refused and changes nothing")
  func refused() async throws {
    let county = try await county("studio.sqlite")
    let there = try folder.write("there", "a file")
    #expect(try await storeFault { try await file(county).backup(to: there) } == .exists)
    #expect(try String(contentsOfFile: there, encoding: .utf8) == "a file")
    #expect(try await storeFault { try await file(county).backup(to: file(county).path) } == .exists)
    #expect(try await storeFault { try await file(county).backup(to: "\(folder.path)/no/copy") } == .missing)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/no"))
    #expect(try await fault(in: county.store) == nil)
  }

  @Test("Backups of a register that is being written open, and are whole up to a moment")
  func live() async throws {
    let county = try await county("studio.sqlite")
    let path = try file(county).path
    let clerk = try #require(try await county.registrar.read { $0.account(login: "clerk") })
    let registrar = county.registrar
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<3 {
        group.addTask { @concurrent in
          for number in 0..<40 {
            let employment = Employment(unit: "\(caller)-\(number)", until: nil)
            let command = RecordEmployment(person: clerk.person, employment: employment)
            _ = try await registrar.submit(Submission(command, account: clerk.id, channel: .test))
          }
        }
      }
      group.addTask { @concurrent in
        let other = try SQLiteStore(path: path)
        for number in 0..<6 { try await other.backup(to: "\(folder.path)/copy-\(number).sqlite") }
      }
      try await group.waitForAll()
    }
    let entries = try await county.store.entries(after: 0)
    for number in 0..<6 {
      let store = try SQLiteStore(path: "\(folder.path)/copy-\(number).sqlite")
      let copied = try await store.entries(after: 0)
      #expect(copied == Array(entries[..<copied.count]))
      #expect(try await store.vault() == county.store.vault())
      #expect(try await fault(in: store) == nil)
    }
  }

  @Test("A register is replaced whole while others have it open; nothing of the former stays readable by them")
  func replace() async throws {
    let here = try await county("studio.sqlite")
    let there = try await county("elsewhere.sqlite")
    let former = here.sealed("从前的人", phone: "13987650008")
    try await here.ask(AddPerson(person: former.commitment), as: "clerk", [former])
    try await there.open("J9", .judge, "后来")
    let watcher = try await County(SQLiteStore(path: try file(here).path), clock: here.clock, seed: 3)
    try await SQLiteStore(path: try file(here).path).replace(by: try file(there))
    for county in [here, watcher] {
      #expect(try await county.store.entries(after: 0) == there.store.entries(after: 0))
      #expect(try await county.store.vault() == there.store.vault())
      #expect(try await county.registrar.read { $0.account(login: "J9") != nil })
      #expect(try await fault(in: county.store) == nil)
    }
    try await watcher.open("J10", .judge, "十")
    #expect(try await here.registrar.read { $0.account(login: "J10") != nil })
    #expect(try await there.registrar.read { $0.account(login: "J10") == nil })
  }
}
