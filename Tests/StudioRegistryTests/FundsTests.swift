import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 19: the county's subsidy is paid once, and never beside a higher level's")
struct FundsTests {
  @Test("Art. 19: 50,000 yuan are due by the end of the year of approval, and are paid once by two persons")
  func subsidy() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    let due = Due(day: "2026-12-31", task: .paySubsidy(studio, fen: 5_000_000))
    #expect(desk.owed().contains(due))
    #expect(due.party == .bureau)
    try desk.ask(Propose(.pay(desk.payment("YY030")), reason: "立项"), as: "clerk", on: "2026-04-01")
    #expect(desk.owed().contains(due))
    #expect(desk.ledger("YY030")?.entries == [])
    try desk.ask(Approve(desk.proposal), as: "approver")
    #expect(!desk.owed().contains(due))
    let entry = try #require(desk.ledger("YY030")?.entries.first)
    #expect(entry.id.description == "M\(desk.register.sequence)")
    #expect((entry.kind, entry.fund, entry.fen, entry.on) == (.paid(.subsidy), .subsidy, 5_000_000, "2026-04-01"))
    #expect(entry.document == "云财社〔2026〕12号")
    #expect(desk.flags("YY030") == [[]])
  }

  @Test("Art. 19: a second subsidy is refused, another expert or not (Art. 15, working rule)")
  func second() throws {
    var desk = try Desk.withApplication()
    try desk.carry(.pay(desk.payment("YY030")))
    let refusal = Refusal.funds(.subsidyPaid("YY030", desk.lastEntry, on: "2026-03-10"))
    #expect(desk.refusal(ofPaying: desk.payment("YY030"), on: "2027-05-01") == refusal)
    desk.happen(PersonAdded(commitment: desk.commitment().digest, studio: nil))
    desk.happen(
      ExpertChanged(
        studio: desk.studio("YY030"), expert: ID(desk.register.sequence), occupation: "焊工", partner: nil,
        application: ID(1)))
    #expect(desk.refusal(ofPaying: desk.payment("YY030"), on: "2027-05-01") == refusal)
    #expect(!desk.owed().contains { $0.party == .bureau })
  }

  @Test("Art. 19: of two proposals that were open at once, the second cannot be approved any more")
  func twoProposals() throws {
    var desk = try Desk.withApplication()
    let other = Payment(studio: desk.studio("YY030"), grant: .subsidy, fen: 5_000_000, document: "另一文件")
    try desk.ask(Propose(.pay(desk.payment("YY030")), reason: "立项"), as: "clerk")
    let first = desk.proposal
    try desk.ask(Propose(.pay(other), reason: "立项"), as: "clerk-2")
    let second = desk.proposal
    try desk.ask(Approve(first), as: "approver")
    #expect(
      desk.refusal(of: Approve(second), as: "approver")
        == .funds(
          .subsidyPaid("YY030", desk.lastEntry, on: "2026-03-10")))
  }

  @Test("a payment takes a second person in the bureau, and the document on which it rests")
  func secondPerson() throws {
    var desk = try Desk.withApplication()
    try desk.open("director", .bureauApprover, person: desk.person("clerk"))
    try desk.ask(Propose(.pay(desk.payment("YY030")), reason: "立项"), as: "clerk")
    #expect(desk.refusal(of: Approve(desk.proposal), as: "director") == .ownProposal(desk.proposal))
    #expect(
      desk.refusal(of: Approve(desk.proposal), as: "org-approver")
        == .notYourApproval(desk.proposal, waitsFor: [.bureauApprover]))
    let studio = desk.studio("YY030")
    let blank = Payment(studio: studio, grant: .subsidy, fen: 5_000_000, document: " ")
    #expect(desk.refusal(ofPaying: blank) == .reasonNeeded)
    let phone = Payment(studio: studio, grant: .subsidy, fen: 5_000_000, document: "电话13800138000")
    #expect(desk.refusal(ofPaying: phone) == .mobileNumber)
  }

  @Test("Art. 19: another sum than the rules' is refused", arguments: [1, 4_999_999, 5_000_001, 0, -5_000_000])
  func wrongAmount(_ fen: Int) throws {
    let desk = try Desk.withApplication()
    let article = try #require(Source("Art. 19"))
    #expect(
      desk.refusal(ofPaying: desk.payment("YY030", fen: fen))
        == .funds(.wrongAmount("YY030", fen, rule: 5_000_000, article)))
  }

  @Test("the sum is that of the rules in force at the confirmation, whatever is adopted later")
  func frozen() throws {
    var desk = try Desk.withApplication()
    var rules = desk.rules
    let funds = try #require(rules.life?.funds)
    let more = Cited(60_000, source: .workingRule, from: "2026-05-01")
    rules.life?.funds = RuleSet.Funds(
      subsidy: .init(yuan: more, within: funds.subsidy.within), origin: funds.origin, match: funds.match,
      yearly: funds.yearly, firstYear: funds.firstYear, purposes: funds.purposes, levels: funds.levels)
    try desk.ask(
      AdoptRules(rules: rules, adoption: Adoption(document: "新办法", on: "2026-05-01")), as: "approver", on: "2026-05-01")
    desk.confirm("YY031", on: "2026-06-01")
    #expect(desk.refusal(ofPaying: desk.payment("YY030", fen: 5_000_000)) == nil)
    #expect(
      desk.refusal(ofPaying: desk.payment("YY031", fen: 5_000_000))
        == .funds(.wrongAmount("YY031", 5_000_000, rule: 6_000_000, .workingRule)))
    #expect(desk.refusal(ofPaying: desk.payment("YY031", fen: 6_000_000)) == nil)
  }

  @Test(
    "Art. 19: paid after the year of approval it is recorded and flagged",
    arguments: [
      ("2026-12-31", []), ("2027-01-01", [.late]),
    ] as [(Day, [LedgerLine.Flag])])
  func late(_ day: Day, _ flags: [LedgerLine.Flag]) throws {
    var desk = try Desk.withApplication()
    desk.today = day
    try desk.carry(.pay(desk.payment("YY030")))
    #expect(desk.flags("YY030") == [flags])
  }

  @Test(
    "Art. 19: who received a municipal or national subsidy does not get the county's; the county plaque stays (Art. 2)",
    arguments: ["municipal", "national"])
  func higher(_ level: String) throws {
    var desk = try Desk.withApplication()
    let plaque = RecordHigherPlaque(
      studio: desk.studio("YY030"), level: level, isSubsidised: true, document: "渝人社发〔2026〕8号")
    try desk.ask(plaque, as: "clerk", on: "2026-04-01")
    #expect(
      desk.refusal(ofPaying: desk.payment("YY030")) == .funds(.higherSubsidy("YY030", desk.lastEntry, on: "2026-04-01"))
    )
    #expect(!desk.owed().contains { $0.party == .bureau })
    // What the unit owes it owes all the same.
    #expect(desk.owed().map(\.task) == [.match(desk.studio("YY030"), fen: 5_000_000)])
    #expect(desk.standing("YY030") == .inCare)
    let entry = desk.lastEntry
    try desk.ask(ReverseEntry(entry: entry, reason: "不是本工作室"), as: "clerk")
    #expect(desk.refusal(ofPaying: desk.payment("YY030")) == nil)
  }

  @Test("Art. 19: a higher plaque without money excludes nothing; money that comes after the county's is flagged")
  func double() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    func plaque(_ isSubsidised: Bool) -> RecordHigherPlaque {
      RecordHigherPlaque(studio: studio, level: "municipal", isSubsidised: isSubsidised, document: "渝人社发〔2026〕8号")
    }
    try desk.ask(plaque(false), as: "clerk")
    try desk.carry(.pay(desk.payment("YY030")))
    #expect(desk.flags("YY030") == [[], []])
    try desk.ask(plaque(true), as: "clerk", on: "2026-09-01")
    #expect(desk.flags("YY030") == [[], [], [.double]])
    let known = [
      Refusal.Choice("municipal", Text(zh: "市级", en: "municipal")),
      Refusal.Choice("national", Text(zh: "国家级", en: "national")),
    ]
    #expect(
      desk.refusal(
        of: RecordHigherPlaque(studio: studio, level: "village", isSubsidised: true, document: "文"), as: "clerk")
        == .funds(.unknownLevel("village", known: known)))
  }

  @Test("of a studio taken over nothing is claimed, and nothing paid before somebody says what it had")
  func takenOver() throws {
    var desk = try Desk(judges: 0, on: "2026-01-05")
    let studio = desk.studio("YY001")
    #expect(desk.owed(on: "2030-01-01").isEmpty)
    #expect(desk.refusal(ofPaying: desk.payment("YY001")) == .funds(.earlierUnknown("YY001")))
    let earlier = RecordEarlierSubsidy(studio: studio, fen: 5_000_000, document: "云财社〔2022〕7号")
    try desk.ask(earlier, as: "clerk", on: "2026-01-05")
    let entry = desk.lastEntry
    #expect(desk.refusal(ofPaying: desk.payment("YY001")) == .funds(.subsidyPaid("YY001", entry, on: "2026-01-05")))
    #expect(desk.refusal(of: earlier, as: "clerk") == .funds(.earlierRecorded("YY001", entry)))
    let none = RecordEarlierSubsidy(studio: desk.studio("YY002"), fen: 0, document: "核查表2")
    try desk.ask(none, as: "clerk")
    #expect(desk.refusal(ofPaying: desk.payment("YY002")) == nil)
    let new = try Desk.withApplication()
    #expect(
      new.refusal(of: RecordEarlierSubsidy(studio: new.studio("YY030"), fen: 5_000_000, document: "文"), as: "clerk")
        == .funds(.notTakenOver("YY030")))
  }

  @Test("Art. 14, 20: a studio whose title was cancelled is paid nothing, and nothing is owed to it or by its unit")
  func over() throws {
    var desk = try Desk.withApplication()
    let studio = desk.studio("YY030")
    desk.happen(TitleCancelled(studio: studio, round: ID(1)))
    #expect(desk.refusal(ofPaying: desk.payment("YY030")) == .studioCancelled("YY030"))
    #expect(desk.owed(on: "2030-01-01").isEmpty)
    desk.happen(TitleRestored(studio: studio))
    #expect(desk.refusal(ofPaying: desk.payment("YY030")) == nil)
    #expect(desk.owed().map(\.task) == [.paySubsidy(studio, fen: 5_000_000), .match(studio, fen: 5_000_000)])
  }

  @Test("nothing is paid for a day before the confirmation")
  func early() throws {
    let desk = try Desk.withApplication()
    #expect(
      desk.refusal(
        of: Propose(.pay(desk.payment("YY030")), reason: "立项"), as: "clerk", on: "2026-03-09",
        entered: "2026-03-10") == .beforeThat("2026-03-09", "2026-03-10"))
  }

  @Test("without rules beside assessments no subsidy is paid, and the award is")
  func noLifeRules() throws {
    var desk = try Desk(
      Repository.smallCounty, studios: ["2024-02-01", "2024-02-01"],
      on: "2024-02-01")
    let round = try desk.runRound(["YY001": 20, "YY002": 12], years: 2025...2025)
    try desk.ask(RecordEarlierSubsidy(studio: desk.studio("YY001"), fen: 0, document: "文"), as: "clerk")
    #expect(desk.refusal(ofPaying: desk.payment("YY001")) == .rules(.noLife))
    #expect(desk.owed().map(\.task) == [.pay(desk.studio("YY001"), fen: 500_000, round: round)])
    try desk.carry(.pay(desk.payment("YY001", .award(round), fen: 500_000)))
    #expect(desk.owed().isEmpty)
  }
}
