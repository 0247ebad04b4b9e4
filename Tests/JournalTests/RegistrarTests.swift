import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("The registrar decides in order, commits, and then answers", .turns)
struct RegistrarTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func county(_ name: String = "studio") async throws -> County {
    let county = try await County(SQLiteStore.create(path: "\(folder.path)/\(name).sqlite"))
    try await county.foundRegister()
    return county
  }

  /// A command that is always accepted, told apart by its unit.
  private func employment(_ unit: String, in county: County) async throws -> Submission {
    let account = try #require(try await county.registrar.read { $0.account(login: "clerk") })
    let command = RecordEmployment(person: account.person, employment: Employment(unit: unit, until: nil))
    return Submission(command, account: account.id, channel: .test)
  }

  /// The units of a journal's employments, entry by entry.
  private func units(in entries: [Entry]) throws -> [(sequence: Int, unit: String)] {
    try entries.compactMap { entry in
      (try EventCodec.decode(entry).event as? EmploymentRecorded).map { (entry.sequence, $0.employment.unit) }
    }
  }

  @Test("Commands of many callers are all durable when they are answered, each caller's in order")
  func manyCallers() async throws {
    let county = try await county()
    let template = try await employment("", in: county)
    let person = try #require((template.command as? RecordEmployment)?.person)
    let (registrar, other) = (county.registrar, try SQLiteStore(path: "\(folder.path)/studio.sqlite"))
    let receipts = try await withThrowingTaskGroup(of: [(String, Receipt)].self) { group in
      for caller in 0..<16 {
        group.addTask { @concurrent in
          var own: [(String, Receipt)] = []
          for number in 0..<12 {
            let command = RecordEmployment(
              person: person, employment: Employment(unit: "\(caller)-\(number)", until: nil))
            let receipt = try await registrar.submit(
              Submission(command, account: template.account, channel: .test))
            if number == 11 {
              // Another connection sees it at once.
              let head = try await other.head()
              #expect(head.sequence >= receipt.head.sequence)
            }
            own.append(("\(caller)-\(number)", receipt))
          }
          return own
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let entries = try await county.store.entries(after: 0)
    for own in receipts {
      #expect(own.map(\.1.entries.lowerBound) == own.map(\.1.entries.lowerBound).sorted())
      for (unit, receipt) in own {
        #expect(receipt.entries.count == 1)
        let entry = entries[receipt.entries.lowerBound - 1]
        #expect((try EventCodec.decode(entry).event as? EmploymentRecorded)?.employment.unit == unit)
        #expect(receipt.head == Head(sequence: entry.sequence, digest: entry.digest))
      }
    }
    #expect(try await fault(in: county.store) == nil)
  }

  @Test("Commands that wait together are decided upon one another, the later one refused where the earlier forbids it")
  func together() async throws {
    let county = try await county()
    let names = (0..<8).map { county.sealed("同名\($0)") }
    let approver = try await county.account("approver")
    let registrar = county.registrar
    let outcomes = await withTaskGroup(of: Result<Receipt, any Error>.self) { group in
      for person in names {
        group.addTask { @concurrent in
          let command = OpenAccount(login: "the-one", role: .supervisor, holder: .new(person.commitment, nil))
          do {
            return .success(
              try await registrar.submit(
                Submission(command, account: approver, channel: .test, persons: [person])))
          } catch { return .failure(error) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { (try? $0.get()) != nil } == 1)
    for case .failure(let error) in outcomes { #expect(error as? Refusal == .loginTaken("the-one")) }
    #expect(try await fault(in: county.store) == nil)
  }

  @Test("A refusal changes neither journal nor vault nor register")
  func refusal() async throws {
    let county = try await county()
    let (head, vault) = (try await county.store.head(), try await county.store.vault())
    let person = county.sealed("不该在")
    let file = StoredFile([1])
    await #expect(throws: Refusal.notAllowed(.openAccount, role: .bureauClerk, allowed: [.bureauApprover])) {
      try await county.ask(
        OpenAccount(login: "x", role: .judge, holder: .new(person.commitment, nil)), as: "clerk", [person],
        files: [file])
    }
    await #expect(throws: Refusal.mobileNumber) {
      try await county.registrar.submit(employment("厂 13912345678", in: county))
    }
    await #expect(throws: Refusal.alreadyFounded) {
      try await county.ask(
        Found(rules: county.rules, adoption: county.adoption, login: "b", person: person.commitment), as: "approver",
        [person])
    }
    #expect(try await county.store.head() == head)
    #expect(try await county.store.vault() == vault)
    #expect(try await county.store.file(file.digest) == nil)
    #expect(try await county.registrar.end() == head)
    #expect(try await county.registrar.read { $0.sequence } == head.sequence)
  }

  @Test("A preview says what would follow, and nothing follows")
  func preview() async throws {
    let county = try await county()
    let head = try await county.store.head()
    let events = try await county.registrar.preview(employment("第一机械厂", in: county))
    #expect((events.first as? EmploymentRecorded)?.employment.unit == "第一机械厂")
    #expect(try await county.store.head() == head)
    #expect(try await county.registrar.read { $0.sequence } == head.sequence)
  }

  @Test("What another registrar wrote is read, and decided upon")
  func catchUp() async throws {
    let county = try await county()
    let other = try await County(SQLiteStore(path: "\(folder.path)/studio.sqlite"), clock: county.clock, seed: 2)
    try await other.open("J9", .judge, "后来")
    #expect(try await county.registrar.read { $0.account(login: "j9") != nil })
    await #expect(throws: Refusal.loginTaken("J9")) { try await county.open("J9", .judge, "又来") }
    try await county.open("J10", .judge, "十")
    #expect(try await other.registrar.read { $0.account(login: "J10") != nil })
    #expect(try await fault(in: county.store) == nil)
  }

  @Test("Many readers of one registrar catch up with another's entries, each entry applied once")
  func readersCatchUp() async throws {
    let county = try await county()
    let other = try await County(SQLiteStore(path: "\(folder.path)/studio.sqlite"), clock: county.clock, seed: 2)
    let (approver, deputy) = (try await county.account("approver"), try await county.account("deputy"))
    for turn in 1...12 {
      // Every entry adds to a list, so that one applied twice would be seen.
      let days = (try day("2025-02-01"), try day("2025-02-\(turn + 10)"))
      try await other.ask(AppointDeputy(for: approver, deputy: deputy, from: days.0, until: days.1), as: "approver")
      let registrar = county.registrar
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<12 { group.addTask { @concurrent in try await registrar.read { $0.deputies.count } } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts == Array(repeating: turn, count: 12))
    }
  }

  @Test("A reader never sees what is not durable, and is not starved by writers")
  func readers() async throws {
    let county = try await county()
    let template = try await employment("", in: county)
    let person = try #require((template.command as? RecordEmployment)?.person)
    let (registrar, other) = (county.registrar, try SQLiteStore(path: "\(folder.path)/studio.sqlite"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<6 {
        group.addTask { @concurrent in
          for number in 0..<40 {
            let command = RecordEmployment(
              person: person, employment: Employment(unit: "\(caller)-\(number)", until: nil))
            _ = try await registrar.submit(Submission(command, account: template.account, channel: .test))
          }
        }
      }
      for _ in 0..<3 {
        group.addTask { @concurrent in
          for _ in 0..<40 {
            let seen = try await registrar.read { ($0.sequence, $0.persons[person]?.employments.count ?? 0) }
            let durable = try await other.head().sequence
            #expect(seen.0 <= durable)
            // The register's number and what it holds belong together: each entry here is one employment.
            #expect(seen.0 - Self.entriesBefore == seen.1)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await registrar.end() == other.head())
  }

  /// How many entries the founding of these tests makes.
  private static let entriesBefore = 22

  @Test("A journal that was restored from elsewhere is noticed, whether longer, shorter or as long")
  func restored() async throws {
    for (name, more) in [("shorter", 0), ("equal", 2), ("longer", 4)] {
      let county = try await county("here-\(name)")
      for number in 0..<2 { _ = try await county.registrar.submit(employment("此处\(number)", in: county)) }
      let elsewhere = try await self.county("elsewhere-\(name)")
      for number in 0..<more { _ = try await elsewhere.registrar.submit(employment("别处\(number)", in: elsewhere)) }
      let (here, there) = (
        try #require(county.store as? SQLiteStore), try #require(elsewhere.store as? SQLiteStore)
      )
      try await SQLiteStore(path: here.path).replace(by: there)
      let login = "clerk"
      let units = try await county.registrar.read { register in
        register.account(login: login).flatMap { register.persons[$0.person] }?.employments.map(\.unit)
      }
      #expect(units == (0..<more).map { "别处\($0)" })
      #expect(try await county.registrar.end() == there.head())
      let receipt = try await county.registrar.submit(employment("此后", in: county))
      #expect(receipt.entries.lowerBound == (try await there.head().sequence) + 1)
      #expect(try await fault(in: here) == nil)
    }
  }

  @Test(
    "A day begins at midnight in the county, eight hours before it does in Greenwich",
    arguments: [
      ("2026-03-01", "15:59:59", "2026-03-01"), ("2026-03-01", "16:00:00", "2026-03-02"),
      ("2024-02-28", "16:00:00", "2024-02-29"), ("2025-12-31", "16:00:00", "2026-01-01"),
      ("2026-03-01", "00:00:00", "2026-03-01"),
    ])
  func days(date: String, time: String, expected: String) async throws {
    let clock = TestClock()
    try clock.set(date, utc: time)
    #expect(Day(milliseconds: clock.now, utcOffset: 480) == (try day(expected)))
    let county = try await County(MemoryStore(), clock: clock)
    let head = county.sealed("王主任")
    try await county.ask(
      Found(rules: county.rules, adoption: county.adoption, login: "approver", person: head.commitment), as: nil, [head]
    )
    let entry = try #require(try await county.store.entries(after: 0).first)
    #expect(try EventCodec.decode(entry).on == day(expected))
    #expect(entry.at == clock.now)
  }

  @Test(
    "Days are counted over leap years, and from 1970 on",
    arguments: [
      (0, "1970-01-01"), (951_782_400, "2000-02-29"), (4_107_542_400, "2100-03-01"), (4_107_456_000, "2100-02-28"),
      (-5, "1970-01-01"),
    ])
  func calendar(seconds: Int, expected: String) throws {
    #expect(Day(milliseconds: seconds * 1000, utcOffset: 0) == (try day(expected)))
  }

  @Test("A day to come is refused, a day gone by is taken and stands beside the time of entry")
  func dayToCome() async throws {
    let county = try await county()
    try county.clock.set("2026-03-01", utc: "15:59:59")
    let person = county.sealed("甲")
    let add = AddPerson(person: person.commitment)
    await #expect(throws: Refusal.dayToCome(try day("2026-03-02"), today: try day("2026-03-01"))) {
      try await county.ask(add, as: "clerk", on: "2026-03-02", [person])
    }
    let receipt = try await county.ask(add, as: "clerk", on: "2026-02-01", [person])
    try county.clock.set("2026-03-01", utc: "16:00:00")
    try await county.ask(add, as: "clerk", on: "2026-03-02", [person])
    let entries = try await county.store.entries(after: receipt.entries.lowerBound - 1)
    #expect(try entries.map { try EventCodec.decode($0).on.description } == ["2026-02-01", "2026-03-02"])
  }
}
