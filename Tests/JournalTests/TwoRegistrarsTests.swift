import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Registrars that share a file, or have no room left, lose nothing and invent nothing", .turns)
struct TwoRegistrarsTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/studio.sqlite"
  }

  private func units(in entries: [Entry]) throws -> [String: [Int]] {
    try entries.reduce(into: [:]) { units, entry in
      if let recorded = try EventCodec.decode(entry).event as? EmploymentRecorded {
        units[recorded.employment.unit, default: []].append(entry.sequence)
      }
    }
  }

  @Test(
    "Two registrars on one file, both under load: each acknowledged command is in the journal once, where it was said")
  func twoOnOneFile() async throws {
    let first = try await County(SQLiteStore.create(path: path))
    try await first.foundRegister()
    let second = try await County(SQLiteStore(path: path), clock: first.clock, seed: 2)
    let clerk = try #require(try await first.registrar.read { $0.account(login: "clerk") })
    let acknowledged = try await withThrowingTaskGroup(of: [String: Int].self) { group in
      for (name, registrar) in [("one", first.registrar), ("two", second.registrar)] {
        for caller in 0..<4 {
          group.addTask { @concurrent in
            var own: [String: Int] = [:]
            for number in 0..<25 {
              let unit = "\(name)-\(caller)-\(number)"
              let command = RecordEmployment(person: clerk.person, employment: Employment(unit: unit, until: nil))
              let receipt = try await registrar.submit(Submission(command, account: clerk.id, channel: .test))
              own[unit] = receipt.entries.lowerBound
            }
            return own
          }
        }
      }
      return try await group.reduce(into: [:]) { all, own in all.merge(own) { first, _ in first } }
    }
    #expect(acknowledged.count == 200)
    let entries = try await first.store.entries(after: 0)
    let units = try units(in: entries)
    for (unit, sequence) in acknowledged { #expect(units[unit] == [sequence]) }
    #expect(try await first.registrar.end() == second.registrar.end())
    #expect(try await fault(in: first.store) == nil)
    let person = clerk.person
    let sides = try await (
      first.registrar.read { $0.persons[person]?.employments },
      second.registrar.read { $0.persons[person]?.employments }
    )
    #expect(sides.0 == sides.1)
  }

  @Test("On a full disk every command is answered, with an error or truly; the register is what a replay gives")
  func fullDisk() async throws {
    do {
      let county = try await County(SQLiteStore.create(path: path))
      try await county.foundRegister()
      try (county.store as? SQLiteStore)?.close()
    }
    let pages = try Data(contentsOf: URL(fileURLWithPath: path)).count / 4096
    let store = try SQLiteStore(path: path, pragmas: ["max_page_count = \(pages + 4)"])
    let county = try await County(store)
    try county.clock.set("2025-01-11")
    let clerk = try #require(try await county.registrar.read { $0.account(login: "clerk") })
    let registrar = county.registrar
    let outcomes = await withTaskGroup(of: (String, Result<Receipt, any Error>).self) { group in
      for number in 0..<60 {
        group.addTask { @concurrent in
          let unit = "\(number)-" + String(repeating: "厂", count: 200)
          let command = RecordEmployment(person: clerk.person, employment: Employment(unit: unit, until: nil))
          do {
            return (unit, .success(try await registrar.submit(Submission(command, account: clerk.id, channel: .test))))
          } catch { return (unit, .failure(error)) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let failed = outcomes.filter { (try? $0.1.get()) == nil }
    #expect(!failed.isEmpty)
    for case (_, .failure(let error)) in failed { #expect((error as? StoreError)?.code == .full) }
    let entries = try await store.entries(after: 0)
    let units = try units(in: entries)
    for (unit, outcome) in outcomes {
      switch outcome {
      case .success(let receipt): #expect(units[unit] == [receipt.entries.lowerBound])
      case .failure: #expect(units[unit] == nil)
      }
    }
    try await expectReplay(county)
    #expect(try await fault(in: store) == nil)
    // With room again, the same registrar of another connection goes on.
    let roomy = try await County(SQLiteStore(path: path), clock: county.clock, seed: 3)
    try await roomy.open("J9", .judge, "后来")
    #expect(try await county.registrar.read { $0.account(login: "J9") != nil })
  }

  @Test("Where one command of many cannot be stored, none of its batch is, and what was applied is taken back")
  func failingStore() async throws {
    let store = FailingStore()
    let county = try await County(store)
    try await county.foundRegister()
    let before = try await store.entries(after: 0)
    await store.fail(true)
    let registrar = county.registrar
    let approver = try await county.account("approver")
    let people = (0..<6).map { county.sealed("人\($0)") }
    let codes = await withTaskGroup(of: StoreFault?.self) { group in
      for (number, person) in people.enumerated() {
        group.addTask { @concurrent in
          let command = OpenAccount(login: "N\(number)", role: .judge, holder: .new(person.commitment, nil))
          do {
            _ = try await registrar.submit(
              Submission(command, account: approver, channel: .test, persons: [person]))
            return nil
          } catch { return (error as? StoreError)?.code }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == Array(repeating: .full, count: 6))
    #expect(try await store.entries(after: 0) == before)
    #expect(try await registrar.read { $0.account(login: "N0") == nil && $0.account(login: "N5") == nil })
    try await expectReplay(county)
    await store.fail(false)
    try await county.open("N0", .judge, "人")
    try await expectReplay(county)
  }

  /// The register has what a new registrar reads from the same store.
  private func expectReplay(_ county: County) async throws {
    let fresh = try await County(county.store, clock: county.clock)
    let (live, replayed) = try await (summary(county.registrar), summary(fresh.registrar))
    #expect(live == replayed)
  }

  private func summary(_ registrar: Registrar) async throws -> [String] {
    try await registrar.read { register in
      [
        "\(register.sequence)", "\(register.logins.sorted { $0.key < $1.key })",
        "\(register.persons.values.sorted { $0.id < $1.id })", "\(register.accounts.values.sorted { $0.id < $1.id })",
        "\(register.studiosInOrder)", "\(register.deputies)",
      ]
    }
  }
}

/// A store in the memory that has no room while it is told so.
private actor FailingStore: EntryStore {
  private let store = MemoryStore()
  private var isFull = false

  func fail(_ isFull: Bool) { self.isFull = isFull }

  func head() async throws(StoreError) -> Head { await store.head() }
  func entries(after sequence: Int, upTo limit: Int) async throws(StoreError) -> [Entry] {
    await store.entries(after: sequence, upTo: limit)
  }
  func append(_ batch: Batch, after head: Head) async throws(StoreError) {
    if isFull { throw StoreError(.full, "the memory") }
    try await store.append(batch, after: head)
  }
  func vault() async throws(StoreError) -> [VaultRow] { await store.vault() }
  func file(_ digest: String) async throws(StoreError) -> [UInt8]? { await store.file(digest) }
  func scrub() async throws(StoreError) { await store.scrub() }
}
