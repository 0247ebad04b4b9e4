import Scoring
import Testing

@testable import StudioRegistry

@Suite("Art. 12(5): a separate ledger for each studio, in which nothing is changed and everything adds up")
struct LedgerTests {
  @Test("Art. 19, 23: a match of 50,000 yuan is due with the subsidy; a part leaves the rest, late and flagged")
  func match() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    #expect(desk.owed().contains(Due(day: "2026-12-31", task: .match(studio, fen: 5_000_000))))
    try desk.ask(RecordUnitFunds(studio: studio, fen: 4_999_999, document: "进账单1"), as: "clerk", on: "2026-12-31")
    #expect(desk.flags("YY030") == [[.belowMinimum]])
    let rest = Due(day: "2026-12-31", task: .match(studio, fen: 1))
    #expect(desk.owed().contains(rest))
    #expect(rest.party == .unit)
    try desk.ask(RecordUnitFunds(studio: studio, fen: 1, document: "进账单2"), as: "clerk", on: "2027-01-01")
    #expect(desk.flags("YY030") == [[], [.late]])
    #expect(!desk.owed().contains { if case .match = $0.task { true } else { false } })
  }

  @Test("Art. 19, 23: funds of the unit are due by 31 December of every year after that of the confirmation")
  func yearly() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    func missing(on day: Day) -> [Due] {
      desk.owed(on: day).filter { if case .yearlyFunds = $0.task { true } else { false } }
    }
    let first = Due(day: "2027-12-31", task: .yearlyFunds(studio, year: 2027))
    let second = Due(day: "2028-12-31", task: .yearlyFunds(studio, year: 2028))
    #expect(missing(on: "2026-12-31").isEmpty)
    #expect(missing(on: "2027-01-01") == [first])
    #expect(missing(on: "2028-02-01") == [first, second])
    try desk.ask(
      RecordUnitFunds(studio: studio, year: 2027, fen: 1, document: "进账单3"), as: "clerk", on: "2028-02-01")
    #expect(missing(on: "2028-02-01") == [second])
    #expect(desk.flags("YY030") == [[.late]])
    try desk.ask(
      RecordUnitFunds(studio: studio, year: 2028, fen: 800_050, document: "进账单4"), as: "clerk", on: "2028-12-31")
    #expect(missing(on: "2028-12-31").isEmpty)
    #expect(desk.flags("YY030") == [[.late], []])
    #expect(desk.ledger("YY030")?.balance(of: .unit) == 800_051)
    for year in [2025, 2030] {
      #expect(
        desk.refusal(of: RecordUnitFunds(studio: studio, year: year, fen: 1, document: "单"), as: "clerk")
          == .funds(.badYear("YY030", year, in: 2026...2029)))
    }
  }

  @Test("Art. 19: another purpose of the subsidy is flagged, of the unit's money it is nobody's business")
  func purposes() throws {
    var desk = try Desk.withApplication()
    try desk.carry(.pay(desk.payment("YY030")))
    try desk.ask(RecordUnitFunds(studio: desk.studio("YY030"), fen: 5_000_000, document: "进账单1"), as: "clerk")
    for purpose in ["equipment", "teaching", "capacity", "training", "research"] {
      try desk.ask(desk.spending("YY030", .subsidy, 100, purpose), as: "clerk")
    }
    try desk.ask(desk.spending("YY030", .subsidy, 100, nil), as: "clerk")
    try desk.ask(desk.spending("YY030", .unit, 100, nil), as: "clerk")
    #expect(desk.flags("YY030") == [[], [], [], [], [], [], [], [.otherPurpose], []])
    let known = try #require(desk.rules.life?.funds.purposes.map { Refusal.Choice($0.id, $0.label) })
    #expect(known.map(\.id) == ["equipment", "teaching", "capacity", "training", "research"])
    #expect(
      desk.refusal(of: desk.spending("YY030", .subsidy, 100, "banquet"), as: "clerk")
        == .funds(.unknownPurpose("banquet", known: known)))
  }

  @Test("what is left runs by day, and more than there was is flagged")
  func balances() throws {
    var desk = try Desk.withApplication()
    try desk.carry(.pay(desk.payment("YY030")))
    try desk.ask(desk.spending("YY030", .subsidy, 4_000_000, "equipment"), as: "clerk", on: "2026-05-01")
    try desk.ask(desk.spending("YY030", .subsidy, 1_000_001, "training"), as: "clerk", on: "2026-06-01")
    // Entered last, but it happened before.
    try desk.ask(
      RecordReturn(studio: desk.studio("YY030"), fund: .subsidy, fen: 500_000, document: "缴款书1"), as: "clerk",
      on: "2026-05-15", entered: "2026-06-02")
    let lines = try #require(desk.ledger("YY030")?.lines)
    #expect(lines.map(\.entry.on) == ["2026-03-10", "2026-05-01", "2026-05-15", "2026-06-01"])
    #expect(lines.map(\.balance) == [5_000_000, 1_000_000, 500_000, -500_001])
    #expect(lines.map(\.flags) == [[], [], [], [.overdrawn]])
    #expect(desk.ledger("YY030")?.balance == -500_001)
  }

  @Test("a wrong entry is reversed by a new one, with its reason, once")
  func reversal() throws {
    var desk = try Desk.withApplication()
    try desk.ask(desk.spending("YY030", .unit, 700, "training"), as: "clerk", on: "2026-05-01")
    let entry = desk.lastEntry
    let before = try #require(desk.ledger("YY030")?.entries.first)
    #expect(desk.refusal(of: ReverseEntry(entry: entry, reason: " "), as: "clerk") == .reasonNeeded)
    #expect(
      desk.refusal(of: ReverseEntry(entry: entry, reason: "录错"), as: "clerk", on: "2026-04-30", entered: "2026-05-02")
        == .beforeThat("2026-04-30", "2026-05-01"))
    try desk.ask(ReverseEntry(entry: entry, reason: "金额录错"), as: "clerk", on: "2026-05-02")
    let entries = try #require(desk.ledger("YY030")?.entries)
    #expect(entries.map(\.fen) == [-700, 700])
    #expect((entries[0].id, entries[0].on, entries[0].document) == (before.id, before.on, before.document))
    #expect(desk.flags("YY030") == [[.reversed], []])
    #expect(desk.ledger("YY030")?.balance == 0)
    for id in [entry, desk.lastEntry] {
      #expect(desk.refusal(of: ReverseEntry(entry: id, reason: "再次"), as: "clerk") == .funds(.reversedAlready(id)))
    }
    #expect(desk.refusal(of: ReverseEntry(entry: ID(1), reason: "无"), as: "clerk") == .funds(.unknownEntry(ID(1))))
  }

  @Test("a payment's reversal is proposed and approved as the payment was; then the subsidy is owed again")
  func paymentReversed() throws {
    var desk = try Desk.withApplication()
    let owed = desk.owed()
    try desk.carry(.pay(desk.payment("YY030")))
    let entry = desk.lastEntry
    #expect(desk.refusal(of: ReverseEntry(entry: entry, reason: "退票"), as: "clerk") == .funds(.isPayment(entry)))
    try desk.ask(Propose(.reversePayment(entry), reason: "退票"), as: "clerk")
    #expect(desk.ledger("YY030")?.entries.count == 1)
    try desk.ask(Approve(desk.proposal), as: "approver")
    #expect(desk.ledger("YY030")?.balance(of: .subsidy) == 0)
    #expect(desk.owed() == owed)
    #expect(desk.refusal(ofPaying: desk.payment("YY030")) == nil)
    try desk.ask(desk.spending("YY030", .unit, 700, nil), as: "clerk")
    let fact = desk.lastEntry
    #expect(
      desk.refusal(of: Propose(.reversePayment(fact), reason: "录错"), as: "clerk") == .funds(.notAPayment(fact)))
  }

  @Test("Art. 19: the subsidy of before the register, which bars a second one, is not taken back by one person either")
  func earlierReversed() throws {
    var desk = try Desk()
    try desk.ask(
      RecordEarlierSubsidy(studio: desk.studio("YY001"), fen: 5_000_000, document: "云财社〔2022〕3号"), as: "clerk")
    let entry = desk.lastEntry
    #expect(desk.refusal(of: ReverseEntry(entry: entry, reason: "录错"), as: "clerk") == .funds(.isPayment(entry)))
    #expect(desk.refusal(of: Propose(.reversePayment(entry), reason: "录错"), as: "clerk") == nil)
  }

  @Test("Art. 14: a cancelled studio takes facts, and its ledger is closed with what was returned")
  func closing() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    try desk.carry(.pay(desk.payment("YY030")))
    let close = CloseFunds(studio: studio, returned: [.init(.subsidy, 1_200_000)], document: "结清表1")
    #expect(desk.refusal(of: close, as: "clerk") == .funds(.titleStands("YY030")))
    desk.happen(TitleCancelled(studio: studio, round: ID(1)), on: "2026-06-01")
    try desk.ask(desk.spending("YY030", .subsidy, 3_800_000, "equipment"), as: "clerk", on: "2026-06-02")
    let events = try desk.ask(close, as: "clerk", on: "2026-07-01")
    #expect((events.last as? FundsClosed)?.left == 0)
    #expect(desk.flags("YY030") == [[], [], [], []])
    #expect(desk.ledger("YY030")?.balance == 0)
    #expect(desk.refusal(of: close, as: "clerk") == .funds(.closedAlready("YY030", on: "2026-07-01")))
    try desk.ask(desk.spending("YY030", .unit, 1, "training"), as: "clerk", on: "2026-07-02")
    #expect(desk.flags("YY030").last == [.afterClosing, .overdrawn])
  }

  @Test("Art. 12(3), 12(5): a contact enters what its own studio spent, and nobody else's")
  func contact() throws {
    var desk = try Desk(judges: 0, on: "2026-01-05")
    try desk.ask(desk.spending("YY001", .unit, 100, "training"), as: "contact")
    #expect(desk.refusal(of: desk.spending("YY002", .unit, 100, "training"), as: "contact") == .otherStudio("YY002"))
    let both = RecordSpending(rows: [
      .init(studio: desk.studio("YY001"), fund: .unit, fen: 1, purpose: nil, document: "票1"),
      .init(studio: desk.studio("YY002"), fund: .unit, fen: 1, purpose: nil, document: "票2"),
    ])
    #expect(desk.refusal(of: both, as: "contact") == .otherStudio("YY002"))
  }

  @Test("a table of many days is entered whole, each row on its own day, none on a day to come")
  func manyDays() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    func row(_ day: Day) -> RecordSpending.Row {
      .init(studio: studio, fund: .unit, fen: 100, purpose: "training", document: "票\(day)", day: day)
    }
    let rows = RecordSpending(rows: [row("2026-05-02"), row("2026-05-01")])
    #expect(desk.refusal(of: rows, as: "clerk", on: "2026-05-01") == .dayToCome("2026-05-02", today: "2026-05-01"))
    try desk.ask(rows, as: "clerk", on: "2026-06-01")
    #expect(desk.ledger("YY030")?.lines.map(\.entry.on) == ["2026-05-01", "2026-05-02"])
    #expect(
      desk.refusal(of: RecordSpending(rows: [row("2026-03-09")]), as: "clerk")
        == .beforeThat("2026-03-09", "2026-03-10"))
  }

  @Test("a sum is more than nothing", arguments: [0, -1, Int.min, Int.max])
  func sums(_ fen: Int) throws {
    let desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    let commands: [any Command] = [
      RecordUnitFunds(studio: studio, fen: fen, document: "单"), desk.spending("YY030", .unit, fen, nil),
      RecordReturn(studio: studio, fund: .unit, fen: fen, document: "单"),
    ]
    for command in commands { #expect(desk.refusal(of: command, as: "clerk") == .funds(.badAmount)) }
  }
}
