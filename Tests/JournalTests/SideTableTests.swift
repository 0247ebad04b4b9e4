import Foundation
import Journal
import StudioRegistry
import TestSupport
import Testing

@Suite("Beside the journal stand logins, drafts and readings", .turns)
struct SideTableTests {
  private let folder: TemporaryFolder
  private let store: SQLiteStore
  private let side: SideTables
  private let judge = ID<Account>(5)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore.create(path: "\(folder.path)/studio.sqlite")
    side = try SideTables(store)
  }

  @Test(
    "A file of an earlier version gets the side tables that it lacks when it is opened, and its journal stays",
    Python.needed,
    arguments: [
      (1, ["attempts", "codes", "devices", "drafts", "forms", "passwords", "readings", "sessions"]),
      (2, ["devices", "forms"]),
    ])
  func upgrade(_ version: Int, _ tables: [String]) async throws {
    let file = try await RegisterFile()
    let path = try file.copy("version-\(version).sqlite")
    try await Python.change([(path, tables.map { "DROP TABLE \($0)" } + ["PRAGMA user_version = \(version)"])])
    #expect(try await RegisterFile.finding(path) == .clean)
    let opened = try SQLiteStore(path: path)
    #expect(try await opened.entries(after: 0) == file.entries)
    try await SideTables(opened).begin(Session(digest: "d", account: judge, began: 1, expires: 9))
    #expect(try await SideTables(opened).claim(form: "f", at: 1) == .new)
    try opened.close()
    #expect(try await RegisterFile.finding(path) == .clean)
  }

  @Test("A session is there until it ends, and no longer")
  func sessions() async throws {
    try await side.begin(Session(digest: "a", account: judge, began: 10, expires: 100))
    try await side.begin(Session(digest: "b", account: judge, began: 10, expires: 100))
    #expect(try await side.session("a", at: 99)?.account == judge)
    #expect(try await side.session("a", at: 100) == nil)
    #expect(try await side.session("c", at: 50) == nil)
    try await side.act("a", for: ID(7))
    try await side.touch("a", at: 60, expires: 200)
    let found = try #require(try await side.session("a", at: 150))
    #expect(found.behalf == ID(7) && found.seen == 60 && found.began == 10)
    try await side.endSessions(of: judge, but: "a")
    #expect(try await side.session("b", at: 50) == nil)
    try await side.end("a")
    #expect(try await side.session("a", at: 150) == nil)
  }

  @Test("A browser is known to the accounts that came in with it, until they are over or a year has gone")
  func devices() async throws {
    try await side.know(device: "d", to: judge, at: 10)
    try await side.know(device: "d", to: judge, at: 20)
    #expect(try await side.isKnown(device: "d", to: judge))
    #expect(try await side.isKnown(device: "d"))
    #expect(try await !side.isKnown(device: "d", to: ID(6)))
    #expect(try await !side.isKnown(device: "e"))
    try await side.tidy(at: 19 + 400 * 86_400_000)
    #expect(try await side.isKnown(device: "d", to: judge))
    try await side.tidy(at: 20 + 400 * 86_400_000)
    #expect(try await !side.isKnown(device: "d"))
    try await side.know(device: "d", to: judge, at: 10)
    try await side.know(device: "d", to: ID(6), at: 10)
    try await side.forgetDevices(of: judge)
    #expect(try await !side.isKnown(device: "d", to: judge))
    try await store.append(Batch(access: [.revoke(ID(6))]), after: .start)
    #expect(try await !side.isKnown(device: "d"))
  }

  @Test("After a backup was brought back nobody comes in as before: not with a session, a code or a password")
  func endAll() async throws {
    try await side.begin(Session(digest: "a", account: judge, began: 10, expires: 100))
    try await store.append(
      Batch(access: [.issue(judge, digest: "code", at: 1, expires: 100)]), after: .start)
    try await side.put(StoredPassword(account: judge, salt: "00", hash: "scrypt", changed: 1))
    try await side.know(device: "d", to: judge, at: 10)
    try await side.endAll()
    #expect(try await side.session("a", at: 20) == nil)
    #expect(try await side.redeem(code: "code", at: 20) == nil)
    #expect(try await side.password(of: judge) == nil)
    #expect(try await !side.isKnown(device: "d"))
    #expect(try await side.accessStates().isEmpty)
  }

  @Test("Of many who try a code at once, one comes in")
  func codes() async throws {
    for code in ["old", "new"] {
      let change = AccessChange.issue(judge, digest: code, at: 1, expires: 100)
      try await store.append(Batch(access: [change]), after: .start)
    }
    #expect(try await side.redeem(code: "old", at: 3) == nil)
    #expect(try await side.redeem(code: "new", at: 100) == nil)
    let side = side
    let winners = try await withThrowingTaskGroup(of: ID<Account>?.self) { group in
      for _ in 0..<20 { group.addTask { @concurrent in try await side.redeem(code: "new", at: 50) } }
      return try await group.reduce(into: [ID<Account>]()) { $0 += [$1].compactMap(\.self) }
    }
    #expect(winners == [judge])
  }

  @Test("When a code was used, and when somebody last came in, stays known when code and session are over")
  func entered() async throws {
    for (account, code) in [(judge, "used"), (ID<Account>(6), "unused")] {
      let change = AccessChange.issue(account, digest: code, at: 1, expires: 100)
      try await store.append(Batch(access: [change]), after: .start)
    }
    #expect(try await side.redeem(code: "used", at: 50) == judge)
    try await side.begin(Session(digest: "a", account: judge, began: 50, expires: 90))
    try await side.know(device: "d", to: ID(7), at: 60)
    try await side.know(device: "e", to: ID(7), at: 70)
    try await side.tidy(at: 200)
    let states = try await side.accessStates()
    #expect(states[judge]?.code?.used == 50 && states[judge]?.entered == 50 && states[judge]?.seen == nil)
    #expect(states[ID(6)] == nil)
    #expect(states[ID(7)]?.entered == 70 && states[ID(7)]?.code == nil)
    #expect(try await side.devices(of: ID(7)).map(\.digest) == ["e", "d"])
    #expect(try await side.redeem(code: "used", at: 60) == nil)
  }

  @Test("Some failures are free, then each makes the next try wait twice as long, until all is forgotten")
  func attempts() async throws {
    let attempt = Attempt("A5", Patience(free: 2, longest: 3000, memory: 60_000))
    #expect(try await side.attempt(attempt, at: 100) == 0)
    #expect(try await side.attempt(attempt, at: 100) == 0)
    // The third failure is the first to cost something: one second; then two; then no more than the longest.
    #expect(try await side.attempt(attempt, at: 100) == 0)
    #expect(try await side.attempt(attempt, at: 100) == 1000)
    #expect(try await side.attempt(attempt, at: 1100) == 0)
    #expect(try await side.attempt(attempt, at: 1100) == 2000)
    #expect(try await side.attempt(attempt, at: 3100) == 0)
    #expect(try await side.attempt(attempt, at: 3100) == 3000)
    #expect(try await side.attempt(attempt, at: 100_000) == 0)
    #expect(try await side.attempt(attempt, at: 100_000) == 0)
    try await side.forgetFailures("A5")
    #expect(try await side.attempt(attempt, at: 100_001) == 0)
  }

  @Test("A draft is replaced by the next one, and goes with the append that settles it")
  func drafts() async throws {
    let key = DraftKey(round: ID(1), judge: judge, studio: ID(3), rubric: "competition-results")
    let other = DraftKey(round: ID(1), judge: ID(6), studio: ID(3), rubric: "competition-results")
    try await side.save([key: "{\"C1\":\"8\"}", other: "{}"], at: 5)
    try await side.save([key: "{\"C1\":\"9\"}"], at: 6)
    let drafts = try await side.drafts(of: ID(1), judge: judge)
    #expect(drafts.map(\.fields) == ["{\"C1\":\"9\"}"])
    #expect(drafts.map(\.saved) == [6])
    try await store.append(Batch(settled: [key]), after: .start)
    #expect(try await side.drafts(of: ID(1)).map(\.key) == [other])
  }

  @Test("A form is the first sender's; who sends it again learns where it led, until it is given back or a day is over")
  func forms() async throws {
    let side = side
    let claims = try await withThrowingTaskGroup(of: SentForm.self) { group in
      for _ in 0..<20 { group.addTask { @concurrent in try await side.claim(form: "a", at: 5) } }
      return try await group.reduce(into: [SentForm]()) { $0.append($1) }
    }
    #expect(claims.count { $0 == .new } == 1 && claims.count { $0 == .unanswered } == 19)
    try await side.answer(form: "a", with: "/studios/S1?first=7&last=7")
    #expect(try await side.claim(form: "a", at: 6) == .answered(location: "/studios/S1?first=7&last=7"))
    #expect(try await side.claim(form: "b", at: 6) == .new)
    try await side.giveBack(form: "b")
    #expect(try await side.claim(form: "b", at: 7) == .new)
    try await side.tidy(at: 5 + 86_400_000)
    #expect(try await side.claim(form: "a", at: 8) == .new)
    #expect(try await side.claim(form: "b", at: 8) == .unanswered)
  }

  @Test("Who read personal data is listed, the latest first")
  func readings() async throws {
    try await side.note(judge, reads: [ID(8), ID(9)], on: "/studios/S3", at: 5)
    try await side.note(ID(6), reads: [ID(8)], on: "/studios/S4", at: 6)
    let all = try await side.readings()
    #expect(all.map(\.account) == [ID(6), judge])
    #expect(all.last?.persons == [ID(8), ID(9)])
    #expect(try await side.readings(before: all[0].number).map(\.page) == ["/studios/S3"])
  }
}
