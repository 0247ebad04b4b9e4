import Foundation
import InstalledModules
import Journal
import RubricFiles
import Scoring
import StudioRegistry
import Synchronization
import TestSupport
import Testing

/// A clock that a test sets: noon in the county, unless it says more.
final class TestClock: Sendable {
  private let milliseconds = Mutex(0)

  var now: Int { milliseconds.withLock(\.self) }

  /// Sets the clock to noon of a day in the county, or to a moment in UTC.
  func set(_ day: String, utc time: String = "04:00:00") throws {
    let moment = try #require(ISO8601DateFormatter().date(from: "\(day)T\(time)Z"))
    milliseconds.withLock { $0 = Int(moment.timeIntervalSince1970) * 1000 }
  }
}

/// A register of the small county, which a test drives by logins, codes and days as text.
final class County: Sendable {
  let store: any EntryStore
  let registrar: Registrar
  let clock: TestClock
  let rules: RuleSet
  private let random: Mutex<SeededGenerator>

  init(_ store: any EntryStore, clock: TestClock = TestClock(), seed: UInt64 = 1) async throws {
    self.store = store
    self.clock = clock
    let modules = try ModuleRegistry(installedModules)
    var rules = try RuleSetFolder(Repository.smallCounty).ruleSet(on: day("2024-12-31"), modules: modules)
    rules.life = try RuleSetFolder(Repository.rules).ruleSet(on: day("2024-12-31"), modules: modules).life
    self.rules = rules
    random = Mutex(SeededGenerator(seed))
    registrar = try await Registrar(store, modules: modules) { clock.now }
  }

  /// Values on their way into the vault, with a salt of the seed.
  func sealed(_ name: String, birthMonth: String? = nil, phone: String? = nil) -> SealedPerson {
    random.withLock { random in
      SealedPerson(PersonValues(name: name, birthMonth: birthMonth, phone: phone), using: &random)
    }
  }

  /// Asks for something under a login, or under none while there is none.
  @discardableResult
  func ask(
    _ command: some Command, as login: String?, behalf: String? = nil, on: String? = nil,
    _ persons: [SealedPerson] = [],
    files: [StoredFile] = []
  ) async throws -> Receipt {
    var (account, principal): (ID<Account>?, ID<Account>?)
    if let login { account = try await self.account(login) }
    if let behalf { principal = try await self.account(behalf) }
    return try await registrar.submit(
      Submission(
        command, account: account, behalf: principal, on: on.map(day), channel: .test, persons: persons, files: files))
  }

  func account(_ login: String) async throws -> ID<Account> {
    try #require(try await registrar.read { $0.account(login: login)?.id })
  }

  func studio(_ code: String) async throws -> ID<Studio> {
    try #require(try await registrar.read { $0.studio(named: code)?.id })
  }

  /// The round that was opened last.
  func round() async throws -> ID<Round> {
    try #require(try await registrar.read { $0.roundsInOrder.last?.id })
  }

  /// The register's end, counted in the store.
  func count() async throws -> Int { try await store.head().sequence }
}

/// A day as text, which the test's author has looked at.
func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// The fault of a store that some work ends in; nil where it ends well.
func storeFault(_ work: () async throws -> Void) async throws -> StoreFault? {
  do {
    try await work()
    return nil
  } catch let error as StoreError {
    return error.code
  }
}

/// The fault that a whole check of a store finds; nil where it is clean.
func fault(in store: any EntryStore, checkpoint: Head? = nil) async throws -> JournalFault? {
  do {
    _ = try await Verification.verify(
      store, modules: ModuleRegistry(installedModules), checkpoint: checkpoint, workers: 2)
    return nil
  } catch let fault as JournalFault {
    return fault
  }
}

extension Array<Entry> {
  /// Computes the chain anew from an entry on, as somebody would who wants to hide a change.
  mutating func rechain(from first: Int = 0) {
    for place in indices.dropFirst(first) {
      self[place].sequence = place + 1
      self[place].previous = place == 0 ? Head.start.digest : self[place - 1].digest
      self[place].digest = self[place].computedDigest
    }
  }

  /// A store of these entries, whatever they are.
  func store(vault: [VaultRow] = []) async throws -> MemoryStore {
    let store = MemoryStore()
    try await store.append(Batch(entries: self, vault: vault.map { .put($0) }), after: .start)
    return store
  }
}
