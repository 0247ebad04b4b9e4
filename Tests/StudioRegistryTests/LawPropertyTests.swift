import Foundation
import Scoring
import StudioRegistry
import Testing

@Suite("Whatever is asked of whichever part of the law, the register keeps it")
struct LawPropertyTests {
  private static let seeds: [UInt64] = Array(1...12)
  private static let steps = 1500

  /// Each walk is walked once, whatever is looked at.
  private static let walks = seeds.map { seed in Result { try walk(seed) } }

  private static func walk(_ seed: UInt64) throws -> (county: RandomCounty, watch: LawWatch) {
    var county = try RandomCounty(seed: seed)
    var watch = LawWatch(county.desk)
    for _ in 0..<steps where county.step().isTaken { watch.catchUp(with: county.desk) }
    return (county, watch)
  }

  @Test(
    "Art. 9, 14, 15, 19, 20: the law holds after every step, and the journal read again tells the same",
    arguments: walks.indices)
  func law(_ place: Int) throws {
    let (county, watch) = try Self.walks[place].get()
    #expect(watch.violations.isEmpty, "\(watch.violations.prefix(3).joined(separator: "\n"))")
    #expect(county.taken > 500)
    let observed = Observed(county.desk.register)
    // The watch applied every event as it came.
    #expect(Observed(watch.register) == observed)
    var decoded = Register(modules: county.desk.register.modules)
    for (event, record) in county.desk.journal { decoded.apply(try roundTrip(event), as: record) }
    #expect(Observed(decoded) == observed)
  }

  private func roundTrip<Kind: Event>(_ event: Kind) throws -> any Event {
    try JSONDecoder().decode(Kind.self, from: JSONEncoder().encode(event))
  }

  @Test("a refused command changes nothing", arguments: 11...12 as ClosedRange<UInt64>)
  func refused(_ seed: UInt64) throws {
    var county = try RandomCounty(seed: seed)
    var before = Observed(county.desk.register)
    for _ in 0..<400 {
      let entries = county.desk.journal.count
      let (asked, isTaken) = county.step()
      let after = Observed(county.desk.register)
      if !isTaken { #expect(after == before && county.desk.journal.count == entries, "\(asked)") }
      before = after
    }
  }

  @Test("together the walks reach what they have to")
  func reach() throws {
    let walks = try Self.walks.map { try $0.get() }
    let registers = walks.map(\.county.desk.register)
    let kinds = Set(walks.flatMap { $0.county.desk.journal.map { type(of: $0.event).kind } })
    let missing = Set(eventTypes.map { $0.kind }).subtracting(kinds)
    #expect(missing.isSubset(of: Self.elsewhere), "\(missing.subtracting(Self.elsewhere).sorted())")
    let moves = Set(walks.flatMap(\.watch.moves))
    #expect(moves.isSuperset(of: Self.moves), "\(Self.moves.subtracting(moves).sorted())")
    let applications = registers.flatMap(\.applications.values)
    let stages = Set(Application.Stage.allCases).subtracting([.published])
    #expect(Set(applications.map(\.stage)).isSuperset(of: stages))
    #expect(applications.contains { $0.notices.count > 1 && $0.stage == .confirmed })
    #expect(applications.contains { $0.stage == .confirmed && $0.review?.scored != nil })
    #expect(registers.contains { $0.studios.values.contains { !$0.formerExperts.isEmpty } })
    #expect(registers.contains { $0.studios.values.contains { $0.partner != nil } })
    let paid = registers.flatMap { $0.ledgers.values.flatMap(\.standing) }
    #expect(paid.contains { $0.kind == .paid(.subsidy) })
    #expect(paid.contains { if case .paid(.award) = $0.kind { true } else { false } })
    #expect(registers.contains { $0.plans.values.contains { $0.changes.contains { $0.outcome != nil } } })
    #expect(registers.contains(where: hasExempt))
    #expect(registers.contains(where: hasAdjusted))
    #expect(registers.contains { $0.recommendations.contains { $0.outcome?.isGranted == true } })
    #expect(Set(registers.flatMap { $0.rectifications.compactMap(\.outcome) }) == [.passed, .failed])
  }

  /// What this walk does not ask for, or seldom comes to: it is in the walk of assessments or the golden journals.
  private static let elsewhere: Set<String> = [
    "account-closed", "deputy-appointed", "employment-recorded", "evidence-entered", "evidence-rejected",
    "evidence-verified", "judge-replaced", "person-changed", "plan-rejected", "rule-interpreted", "rules-adopted",
    "sheet-returned", "sheets-signed-on-paper", "access-issued", "access-revoked", "title-cancelled",
  ]

  private static let moves: Set<String> = [
    "in-care fail rectifying", "rectifying pass in-care", "in-care suspend suspended", "suspended resume in-care",
    "in-care cancel cancelled", "suspended cancel cancelled", "rectifying cancel cancelled", "in-care end ended",
    "suspended end ended", "cancelled restore in-care", "cancelled restore rectifying", "rectifying suspend suspended",
  ]

  private func hasExempt(_ register: Register) -> Bool {
    register.apprentices.keys.contains { id in
      (try? register.exemption(of: id, for: "technician", on: "2049-01-01").holds) == true
    }
  }

  private func hasAdjusted(_ register: Register) -> Bool {
    register.rounds.values.contains { round in
      round.results.contains { !$0.marking.adjustments.isEmpty }
    }
  }

  @Test("a studio that is over takes every fact, and no decision", arguments: walks.indices)
  func over(_ place: Int) throws {
    var desk = try Self.walks[place].get().county.desk
    for studio in desk.register.studiosInOrder where studio.isOver {
      let id = studio.id
      let facts: [any Command] = [
        RecordUnavailable(studio: id, Unavailability(cause: .illness, since: desk.today, canGoOn: false)),
        MakeReport(by: .bureau, studios: [id], kind: "inspection", content: "检查", happened: desk.today),
        ArchiveRecords(rows: [
          .init(studio: id, kind: "other", title: "卷宗", dated: desk.today, place: "柜1", digest: nil)
        ]),
        RecordReturn(studio: id, fund: .subsidy, fen: 100, document: "退款单"),
        RecordMembers(rows: [
          .init(studio: id, person: .new(desk.commitment(), nil), qualification: nil, years: nil, joined: desk.today)
        ]),
      ]
      for fact in facts { #expect(desk.refusal(of: fact, as: "clerk") == nil, "\(fact)") }
      let decisions: [Decision] = [
        .cancelTitle(id), .suspend(id), .resume(id), .end(id),
        .pay(Payment(studio: id, grant: .subsidy, fen: 5_000_000, document: "文1")),
      ]
      for decision in decisions {
        #expect(desk.refusal(of: Propose(decision, reason: "依据会议纪要"), as: "clerk") != nil, "\(decision)")
      }
      for command in [GrantPlaque(studio: id, number: "牌999"), DraftPlan(studio: id, year: desk.today.year, items: [])]
        as [any Command]
      {
        #expect(desk.refusal(of: command, as: "clerk") == .studioCancelled(studio.code))
      }
    }
  }
}
