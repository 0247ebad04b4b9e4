import Foundation
import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Whatever is paid, recorded and reversed in whatever order, the ledgers add up and nothing is paid twice")
struct LedgerPropertyTests {
  private static let codes = ["YY001", "YY002", "YY030", "YY031"]

  /// A bureau in which anybody enters anything about money, in an order that only the seed knows.
  private struct Counter {
    var desk: Desk
    let round: ID<Round>
    var random: SeededGenerator
    var taken = 0
    var refusals: Set<String> = []

    init(seed: UInt64) throws {
      desk = try Desk()
      round = try desk.runRound(["YY001": 95, "YY002": 80, "YY003": 80])
      desk.confirm("YY030", on: "2026-03-10")
      desk.confirm("YY031", on: "2026-11-01")
      random = SeededGenerator(seed)
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func step() {
      if chance(20) { desk.today = desk.today.adding(days: Int.random(in: 1...40, using: &random)) }
      let code = pick(LedgerPropertyTests.codes)
      let studio = desk.studio(code)
      if chance(2) {
        let isOver = desk.register.studios[studio]?.isOver == true
        if isOver {
          desk.happen(TitleRestored(studio: studio))
        } else {
          desk.happen(TitleCancelled(studio: studio, round: round))
        }
      }
      let (command, login) = next(code, studio)
      do throws(Refusal) {
        try desk.ask(command, as: login)
        taken += 1
      } catch {
        refusals.insert(String(describing: error))
      }
    }

    private mutating func next(_ code: String, _ studio: ID<Studio>) -> (any Command, String) {
      if let proposal = desk.register.pending.last, chance(50) { return (Approve(proposal.id), "approver") }
      let fen = pick([1, 99, 1_050, 200_000, 2_000_000, 5_000_000])
      let grant = pick([Grant.subsidy, .subsidy, .award(round), .award(ID(7))])
      let fund = pick(Fund.allCases)
      let entries = desk.register.ledgers.values.flatMap(\.entries).map(\.id).sorted()
      let paid = desk.register.ledgers.values.flatMap(\.entries).filter { entry in
        if case .paid = entry.kind { true } else { false }
      }.map(\.id).sorted()
      let some = paid.isEmpty || chance(70) ? entries : paid
      let entry = some.isEmpty || chance(10) ? ID(3) : pick(some)
      let document = "文\(Int.random(in: 1...9, using: &random))"
      let commands: [any Command] = [
        Propose(
          .pay(
            Payment(studio: studio, grant: grant, fen: grant == .subsidy ? 5_000_000 : 2_000_000, document: document)),
          reason: "发放"),
        Propose(.pay(Payment(studio: studio, grant: grant, fen: fen, document: document)), reason: "发放"),
        Propose(.reversePayment(entry), reason: "退票"), ReverseEntry(entry: entry, reason: "录错"),
        RecordUnitFunds(studio: studio, fen: fen, document: document),
        RecordUnitFunds(studio: studio, year: desk.today.year, fen: fen, document: document),
        RecordSpending(rows: [
          .init(studio: studio, fund: fund, fen: fen, purpose: pick(["training", nil, "fun"]), document: document)
        ]),
        RecordReturn(studio: studio, fund: fund, fen: fen, document: document),
        RecordHigherPlaque(studio: studio, level: "municipal", isSubsidised: chance(30), document: document),
        RecordEarlierSubsidy(studio: studio, fen: pick([0, 5_000_000]), document: document),
        CloseFunds(studio: studio, document: document),
      ]
      return (pick(commands), pick(["clerk", "clerk", "clerk", "clerk-2", "contact"]))
    }
  }

  @Test("the invariants hold after every step", arguments: 1...8 as ClosedRange<UInt64>)
  func invariants(_ seed: UInt64) throws {
    var counter = try Counter(seed: seed)
    for _ in 0..<300 {
      let before = counter.desk.register.ledgers.mapValues(\.entries)
      counter.step()
      for (studio, ledger) in counter.desk.register.ledgers {
        check(ledger)
        // Nothing that was entered is ever changed, but for what reversed it.
        let earlier = before[studio, default: []]
        #expect(ledger.entries.prefix(earlier.count).map(\.fen) == earlier.map(\.fen))
        #expect(ledger.entries.prefix(earlier.count).map(\.kind) == earlier.map(\.kind))
      }
    }
    #expect(counter.taken > 50)
  }

  @Test("together the counters reach what they have to: payments and their reversals, and every refusal of both")
  func reach() throws {
    var refusals: Set<String> = []
    var entries: [LedgerEntry] = []
    for seed in 1...8 as ClosedRange<UInt64> {
      var counter = try Counter(seed: seed)
      for _ in 0..<300 { counter.step() }
      refusals.formUnion(counter.refusals)
      entries += counter.desk.register.ledgers.values.flatMap(\.entries)
    }
    for name in [
      "subsidyPaid", "awardPaid", "noAward", "wrongAmount", "higherSubsidy", "earlierUnknown", "earlierRecorded",
      "isPayment", "notAPayment", "reversedAlready", "titleStands", "closedAlready", "unknownPurpose",
      "studioCancelled", "otherStudio",
    ] {
      #expect(refusals.contains { $0.contains(name) }, "\(name)")
    }
    let payments = entries.filter { if case .paid = $0.kind { true } else { false } }
    #expect(Set(payments.compactMap(\.fund)) == [.subsidy, .award])
    #expect(payments.contains { $0.reversedBy != nil })
  }

  private func check(_ ledger: Ledger) {
    #expect(ledger.balance == ledger.entries.reduce(0) { $0 + $1.fen })
    #expect(ledger.balance == Fund.allCases.reduce(0) { $0 + ledger.balance(of: $1) })
    for fund in Fund.allCases {
      let last = ledger.lines.last { $0.entry.fund == fund }
      #expect(last?.balance ?? 0 == ledger.balance(of: fund))
    }
    let kinds = ledger.standing.map(\.kind)
    let subsidies = ledger.standing.filter { $0.kind == .paid(.subsidy) || ($0.kind == .earlier && $0.fen > 0) }
    #expect(subsidies.count <= 1)
    let awards = kinds.filter { if case .paid(.award) = $0 { true } else { false } }
    #expect(Set(awards).count == awards.count)
    // Reversals come to nothing with what they reverse.
    let reversed = ledger.entries.filter { $0.reversedBy != nil || $0.isReversal }
    #expect(reversed.reduce(0) { $0 + $1.fen } == 0)
    for payment in ledger.entries { if case .paid(.subsidy) = payment.kind { #expect(payment.fen == 5_000_000) } }
  }

  @Test(
    "the journal replayed from its start, as it was or through JSON, gives equal ledgers",
    arguments: 1...4 as ClosedRange<UInt64>)
  func replay(_ seed: UInt64) throws {
    var counter = try Counter(seed: seed)
    for _ in 0..<300 { counter.step() }
    let desk = counter.desk
    var (same, decoded) = (Register(modules: desk.register.modules), Register(modules: desk.register.modules))
    for (event, record) in desk.journal {
      same.apply(event, as: record)
      decoded.apply(try roundTrip(event), as: record)
    }
    #expect(Observed(same) == Observed(desk.register))
    #expect(Observed(decoded) == Observed(desk.register))
    #expect(desk.register.ledgers.values.contains { $0.entries.count > 10 })
  }

  private func roundTrip<Kind: Event>(_ event: Kind) throws -> any Event {
    try JSONDecoder().decode(Kind.self, from: JSONEncoder().encode(event))
  }

  @Test("a payment that was written into the journal by hand is not allowed to stand")
  func smuggled() throws {
    var desk = try Desk.withApplication()
    let event = PaymentMade(payment: desk.payment("YY030"))
    let record = Record(sequence: desk.register.sequence + 1, on: desk.today, actor: desk.account("clerk"))
    #expect(!desk.register.allows(event, as: record))
    try desk.ask(Propose(.pay(desk.payment("YY030")), reason: "发放"), as: "clerk")
    var approved = desk.register
    let decided = try desk.ask(Approve(desk.proposal), as: "approver")
    approved.apply(
      try #require(decided.first),
      as: Record(sequence: approved.sequence + 1, on: desk.today, actor: desk.account("approver")))
    #expect(approved.allows(event, as: record))
    let other = PaymentMade(payment: desk.payment("YY030", fen: 6_000_000))
    #expect(!approved.allows(other, as: record))
    #expect(!desk.register.allows(event, as: record))
  }
}
