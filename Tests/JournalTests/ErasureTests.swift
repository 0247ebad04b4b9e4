import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("What was erased is nowhere in the file, and the journal still holds", .turns)
struct ErasureTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/studio.sqlite"
  }

  /// Which texts stand somewhere in the file, its log or its index, as UTF-8.
  private func found(_ texts: [String]) throws -> [String] {
    let files = try RegisterFile.bytesBeside(path).values.map { Data($0) }
    return texts.filter { text in files.contains { $0.range(of: Data(text.utf8)) != nil } }
  }

  private func county() async throws -> County {
    let county = try await County(SQLiteStore.create(path: path))
    try await county.foundRegister()
    return county
  }

  private func add(_ person: SealedPerson, to county: County) async throws -> ID<Person> {
    ID(try await county.ask(AddPerson(person: person.commitment), as: "clerk", [person]).entries.lowerBound)
  }

  @Test("After an erasure the name, the phone and the birth month are nowhere; everybody else's stay")
  func erase() async throws {
    let county = try await county()
    let texts = ["慕容恭谨", "13987650001", "1961-07"]
    let others = ["欧阳留存", "13987650002", "1962-08"]
    let person = try await add(county.sealed(texts[0], birthMonth: texts[2], phone: texts[1]), to: county)
    let other = try await add(county.sealed(others[0], birthMonth: others[2], phone: others[1]), to: county)
    // Enough besides, so that the values lie in pages that are split and moved.
    for number in 0..<40 {
      _ = try await add(county.sealed("旁人\(number)", phone: "1380000\(1000 + number)"), to: county)
    }
    #expect(try found(texts + others) == texts + others)
    try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    #expect(try found(texts).isEmpty)
    #expect(try found(others) == others)
    let vault = Vault(try await county.store.vault())
    #expect(vault[person] == nil)
    #expect(vault[other]?.name == others[0])
    #expect(vault.persons(named: others[0]) == [other])
    #expect(vault.persons(named: texts[0]).isEmpty)
    #expect(try await fault(in: county.store) == nil)
    let replayed = try await County(SQLiteStore(path: path), clock: county.clock)
    #expect(try await replayed.registrar.read { $0.persons[person]?.erased } == (try day("2025-01-10")))
    let lines = try JournalLines.encode(await county.store.entries(after: 0))
    #expect(try JournalLines.decode(lines) == (try await county.store.entries(after: 0)))
    for text in texts + others { #expect(lines.range(of: Data(text.utf8)) == nil) }
    await #expect(throws: Refusal.personErased(person, on: try day("2025-01-10"))) {
      try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    }
  }

  @Test("Values that were replaced are nowhere, the new ones are there")
  func change() async throws {
    let county = try await county()
    let former = ["慕容误写", "13987650003", "1961-09"]
    let person = try await add(county.sealed(former[0], birthMonth: former[2], phone: former[1]), to: county)
    let corrected = county.sealed("慕容改正", birthMonth: "1961-10", phone: "13987650004")
    try await county.ask(ChangePerson(person: person, values: corrected.commitment), as: "clerk", [corrected])
    #expect(try found(former).isEmpty)
    #expect(try found(["慕容改正", "13987650004", "1961-10"]).count == 3)
    #expect(try await fault(in: county.store) == nil)
    try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    #expect(try found(former + ["慕容改正", "13987650004", "1961-10"]).isEmpty)
  }

  @Test("An erasure works while another registrar has the file open, and is seen there")
  func anotherConnection() async throws {
    let county = try await county()
    let other = try await County(SQLiteStore(path: path), clock: county.clock, seed: 2)
    let person = try await add(county.sealed("慕容旁观", phone: "13987650005"), to: county)
    #expect(try await other.store.vault().contains { $0.person == person })
    try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    #expect(try found(["慕容旁观", "13987650005"]).isEmpty)
    #expect(try await other.store.vault().contains { $0.person == person } == false)
    #expect(try await other.registrar.read { $0.persons[person]?.erased } != nil)
  }

  @Test("An erasure among other commands leaves all of them acknowledged")
  func amongOthers() async throws {
    let county = try await county()
    let person = try await add(county.sealed("慕容同行", phone: "13987650006"), to: county)
    let registrar = county.registrar
    let (clerk, approver) = (try await county.account("clerk"), try await county.account("approver"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        let added = county.sealed("同行\(number)")
        group.addTask { @concurrent in
          let command = AddPerson(person: added.commitment)
          _ = try await registrar.submit(Submission(command, account: clerk, channel: .test, persons: [added]))
        }
      }
      group.addTask { @concurrent in
        let command = ErasePerson(person: person, reason: "本人申请")
        _ = try await registrar.submit(Submission(command, account: approver, channel: .test))
      }
      try await group.waitForAll()
    }
    #expect(try found(["慕容同行", "13987650006"]).isEmpty)
    #expect(try await fault(in: county.store) == nil)
  }

  @Test(
    "Where somebody holds the file, the erasure is acknowledged, the receipt says that traces are left, and they can be taken away"
  )
  func reader() async throws {
    let store = ScrubRefusingStore(try SQLiteStore.create(path: path))
    let county = try await County(store)
    try await county.foundRegister()
    let person = try await add(county.sealed("慕容等待", phone: "13987650007"), to: county)
    await store.refuse(true)
    let receipt = try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    #expect(receipt.hasTraces)
    #expect(try await store.head() == receipt.head)
    #expect(try await store.vault().contains { $0.person == person } == false)
    await store.refuse(false)
    try await store.scrub()
    #expect(try found(["慕容等待", "13987650007"]).isEmpty)
  }
}

/// A store that cannot be scrubbed while it is told so, as when another program reads its file.
private actor ScrubRefusingStore: EntryStore {
  private let store: SQLiteStore
  private var isRefusing = false

  init(_ store: SQLiteStore) { self.store = store }

  func refuse(_ isRefusing: Bool) { self.isRefusing = isRefusing }

  func head() async throws(StoreError) -> Head { try await store.head() }
  func entries(after sequence: Int, upTo limit: Int) async throws(StoreError) -> [Entry] {
    try await store.entries(after: sequence, upTo: limit)
  }
  func append(_ batch: Batch, after head: Head) async throws(StoreError) { try await store.append(batch, after: head) }
  func vault() async throws(StoreError) -> [VaultRow] { try await store.vault() }
  func file(_ digest: String) async throws(StoreError) -> [UInt8]? { try await store.file(digest) }
  func scrub() async throws(StoreError) {
    if isRefusing { throw StoreError(.locked, store.path) }
    try await store.scrub()
  }
}
