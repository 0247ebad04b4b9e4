import Foundation
import InstalledModules
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Journal

/// A journal that every later program must read.
///
/// It is never written anew to make a test pass: where the form of an event changes, the older form is brought up to it, and
/// another golden journal joins.
struct GoldenJournal: Sendable, CustomTestStringConvertible {
  /// The file's name.
  let name: String
  let head: Head
  /// How many persons it has whose values are not in its lines, and how many were erased.
  let absent: Int
  let erased: Int
  let closings: Int

  var testDescription: String { name }

  /// Of the first day: assessments.
  static let first = GoldenJournal(
    name: "journal.jsonl",
    head: Head(sequence: 131, digest: "2efada4e5378e9d4133136361fe6329d6e915fb72194b298e026b5bb7bb56f9a"), absent: 19,
    erased: 1, closings: 3)

  /// Of the day on which the whole law was there: all that happens beside assessments.
  static let life = GoldenJournal(
    name: "life.jsonl",
    head: Head(sequence: 276, digest: "cbf28e3aa6c2500c94485067022d485c4b1bda0bb3dab4b53b87a89b061ca045"), absent: 20,
    erased: 0, closings: 1)

  /// Of the day on which paper sheets were first entered twice.
  static let paper = GoldenJournal(
    name: "paper.jsonl",
    head: Head(sequence: 50, digest: "ab038eeda22cc1cf9980f1c3fe9e110ad160d045d01fdf912b1279e14270a090"), absent: 16,
    erased: 0, closings: 1)

  /// Of the day on which the site was there: who was let in.
  static let site = GoldenJournal(
    name: "site.jsonl",
    head: Head(sequence: 27, digest: "5aa867f826b6146ea598d5cb9db8c46f769b2bb0bce997249b8894117d6fd18f"), absent: 10,
    erased: 0, closings: 0)

  static let all = [first, life, paper, site]

  var path: String { Repository.path("Tests/JournalTests/golden/\(name)") }

  func lines() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  func entries() throws -> [Entry] { try JournalLines.decode(lines()) }

  /// Whether a golden journal is to be recorded, which is then to be looked at and committed.
  static let isRecorded = ProcessInfo.processInfo.environment["STUDIO_GOLDEN"] == "write"

  func record(_ tell: (County) async throws -> Void) async throws {
    let county = try await County(MemoryStore())
    try await tell(county)
    let entries = try await county.store.entries(after: 0)
    try JournalLines.encode(entries).write(to: URL(fileURLWithPath: path))
    Issue.record(
      "Recorded \(entries.count) entries, the last \(entries.last?.digest ?? "-"): look at them before you commit.")
  }
}

@Suite("The golden journals are read for ever", .turns)
struct GoldenJournalTests {
  private func entries() throws -> [Entry] { try GoldenJournal.first.entries() }

  @Test("Together they have every kind of event")
  func kinds() throws {
    let known = Set(eventTypes.map { $0.kind })
    #expect(known.count == eventTypes.count)
    #expect(try Set(GoldenJournal.all.flatMap { try $0.entries().map(\.kind) }) == known)
  }

  @Test(
    "Each is restored with the same digests in every store, and is whole", arguments: GoldenJournal.all,
    StoreFactory.all)
  func restore(golden: GoldenJournal, factory: StoreFactory) async throws {
    let entries = try golden.entries()
    let folder = try TemporaryFolder()
    let store = try await factory.make(folder)
    try await store.append(JournalLines.restoring(entries), after: .start)
    #expect(try await store.head() == golden.head)
    #expect(try await store.entries(after: 0) == entries)
    let found = try await Verification.verify(store, modules: ModuleRegistry(installedModules))
    // Lines hold no persons' values: none is there to be checked.
    #expect(
      (found.persons, found.erased, found.absent, found.closings)
        == (0, golden.erased, golden.absent, golden.closings))
  }

  @Test("Every event decoded and encoded again has the same bytes", arguments: GoldenJournal.all)
  func payloads(golden: GoldenJournal) throws {
    for entry in try golden.entries() {
      let (event, day) = try EventCodec.decode(entry)
      let encoded = try EventCodec.encode(event, on: day)
      #expect(encoded.kind == entry.kind)

      #expect(encoded.payload == entry.payload, "\(entry.sequence) \(entry.kind)")
    }
  }

  @Test("Written as lines again it has the same bytes", arguments: GoldenJournal.all)
  func lines(golden: GoldenJournal) throws {
    #expect(try JournalLines.encode(golden.entries()) == golden.lines())
  }

  @Test("What the first tells is what happened: standings, scores, money, days")
  func facts() async throws {
    let county = try await County(entries().store())
    try county.clock.set("2025-08-10")
    try await county.registrar.read { register in
      #expect(register.founding?.adoption.document == "小县〔2023〕9号")
      #expect(
        register.studiosInOrder.map { "\($0.code) \($0.unit) \($0.occupation) \($0.standing.rawValue)" } == [
          "SC001 第一机械厂 焊工 in-care", "SC002 第二机械厂 钳工 in-care", "SC003 第三机械厂 车工 in-care",
          "SC004 第四机械厂 电工 cancelled", "SC005 第五机械厂 铣工 in-care",
        ])
      #expect(register.logins.count == 12)
      #expect(register.account(login: "seat-9")?.closed?.description == "2025-01-10")
      #expect(register.persons.values.count { $0.erased != nil } == 1)
      #expect(register.deputies.map(\.until.description) == ["2025-12-31"])
      #expect(register.evidenceInOrder.map(\.isVerified) == [true, true, false])
      let rounds = register.roundsInOrder
      #expect(rounds.map(\.stage) == [.confirmed, .confirmed, .abandoned])
      let first = try #require(rounds.first)
      #expect(first.deferred.map(register.code) == ["SC005"])
      #expect(first.marking.panel.map(register.login) == ["J1", "J4", "J3"])
      #expect(
        first.marking.recusals.keys.map { "\(register.login(of: $0.judge)) \(register.code(of: $0.studio))" }.sorted()
          == ["J1 SC002", "J2 SC004"])
      #expect(first.results.map(\.version) == [1, 2])
      let scores = first.results.map { result in
        result.studios.map { "\(register.code(of: $0.studio)) \($0.score?.description ?? "-") \($0.grade.rawValue)" }
          .sorted()
      }
      // SC002 by the median of two judges: 2.5 + 1.5 + 8 + 1, and after the correction 2.5 + 2 + 8 + 1.
      #expect(
        scores == [
          ["SC001 17.00 qualified", "SC002 13.00 qualified", "SC003 17.00 qualified", "SC004 5.00 unqualified"],
          ["SC001 17.00 qualified", "SC002 13.50 qualified", "SC003 17.00 qualified", "SC004 5.00 unqualified"],
        ])
      #expect(first.result?.counted?.chosen.map(register.code) == ["SC001"])
      #expect(first.publications.map(\.until.description) == ["2025-01-13", "2025-01-14"])
      #expect(register.awards.map { "\(register.code(of: $0.studio)) \($0.amount)" } == ["SC001 500000"])
      let rectification = register.rectifications.first
      #expect(rectification?.served?.description == "2025-01-20")
      #expect(rectification?.until?.description == "2025-07-20")
      #expect(rectification?.outcome == .failed)
      #expect(register.proposals.values.count { $0.sentBack != nil } == 1)
      #expect(register.pending.isEmpty)
    }
  }

  @Test("Record the latest", .enabled(if: GoldenJournal.isRecorded, "STUDIO_GOLDEN=write records"))
  func record() async throws {
    try await GoldenJournal.paper.record { try await $0.tellPaper() }
    try await GoldenJournal.site.record { try await $0.tellSite() }
  }
}
