import Scoring
import Testing

@testable import StudioRegistry

@Suite("Art. 20: an excellent studio is paid its award once for each assessment")
struct AwardTests {
  /// Three studios of which `YY001` is excellent; confirmed on 13 January 2026.
  private func confirmed() throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.runRound(["YY001": 95, "YY002": 80, "YY003": 80])
    return (desk, round)
  }

  private func award(_ desk: Desk, _ round: ID<Round>, _ code: String = "YY001", fen: Int = 2_000_000) -> Payment {
    desk.payment(code, .award(round), fen: fen)
  }

  @Test("Art. 20: 20,000 yuan are owed from the confirmation until they are paid, and paid once")
  func once() throws {
    var (desk, round) = try confirmed()
    let studio = desk.studio("YY001")
    #expect(desk.owed() == [Due(day: "2026-01-13", task: .pay(studio, fen: 2_000_000, round: round))])
    try desk.carry(.pay(award(desk, round)))
    #expect(desk.owed().isEmpty)
    #expect(desk.ledger("YY001")?.entries.map(\.fen) == [2_000_000])
    #expect(desk.ledger("YY001")?.entries.map(\.fund) == [.award])
    #expect(
      desk.refusal(ofPaying: award(desk, round), on: "2026-06-01")
        == .funds(.awardPaid("YY001", round, desk.lastEntry, on: "2026-01-13")))
    // The award is not the subsidy.
    #expect(desk.ledger("YY001")?.subsidy == nil)
  }

  @Test("Art. 20: who was not excellent has earned none, nor has anybody in a round that is not confirmed")
  func notEarned() throws {
    var (desk, round) = try confirmed()
    #expect(desk.refusal(ofPaying: award(desk, round, "YY002")) == .funds(.noAward("YY002", round)))
    let next = try desk.openRound(2026...2027, on: "2028-01-05")
    #expect(desk.refusal(ofPaying: award(desk, next)) == .funds(.noAward("YY001", next)))
    #expect(desk.refusal(ofPaying: award(desk, ID(1))) == .funds(.noAward("YY001", ID(1))))
    #expect(throws: Refusal.funds(.noAward("YY002", nil))) {
      try desk.register.roundOfAward(to: desk.studio("YY002"))
    }
  }

  @Test("Art. 20: the sum is that of the round's own frozen rules")
  func amount() throws {
    var (desk, round) = try confirmed()
    let article = try #require(Source("Art. 20"))
    #expect(
      desk.refusal(ofPaying: award(desk, round, fen: 2_500_000))
        == .funds(.wrongAmount("YY001", 2_500_000, rule: 2_000_000, article)))
    try desk.ask(
      AdoptRules(rules: desk.rules.withoutExcellence, adoption: Desk.adoption), as: "approver", on: "2026-02-01")
    #expect(desk.refusal(ofPaying: award(desk, round)) == nil)
  }

  @Test("working rule: another assessment earns another award")
  func again() throws {
    var (desk, first) = try confirmed()
    let second = try desk.runRound(
      ["YY001": 95, "YY002": 80, "YY003": 80], years: 2026...2027, on: "2028-01-05")
    let studio = desk.studio("YY001")
    #expect(try desk.register.roundOfAward(to: studio) == first)
    try desk.carry(.pay(award(desk, first)))
    #expect(try desk.register.roundOfAward(to: studio) == second)
    try desk.carry(.pay(award(desk, second)))
    #expect(desk.owed().isEmpty)
    #expect(desk.ledger("YY001")?.balance(of: .award) == 4_000_000)
  }

  @Test("Art. 14, 20: owed to nobody whose title is cancelled; a restored title has it back")
  func cancelled() throws {
    var (desk, round) = try confirmed()
    let studio = desk.studio("YY001")
    let owed = desk.owed()
    desk.happen(TitleCancelled(studio: studio, round: round))
    #expect(desk.owed().isEmpty)
    #expect(desk.refusal(ofPaying: award(desk, round)) == .studioCancelled("YY001"))
    desk.happen(TitleRestored(studio: studio))
    #expect(desk.owed() == owed)
    #expect(desk.refusal(ofPaying: award(desk, round)) == nil)
  }

  @Test("Art. 20: a title that was cancelled before the confirmation earns nothing")
  func cancelledBetween() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for (code, total) in [("YY001", 95), ("YY002", 80), ("YY003", 80)] as [(String, Points)] {
      try desk.markAll(code, in: round, total)
    }
    try desk.ask(CloseRound(round: round), as: "clerk")
    let (found, result) = (try desk.round(round), try #require(try desk.round(round).result))
    #expect(desk.register.awards(of: found, result, on: desk.today).map(\.studio) == [desk.studio("YY001")])
    desk.happen(TitleCancelled(studio: desk.studio("YY001"), round: round))
    #expect(desk.register.awards(of: found, result, on: desk.today).isEmpty)
    try desk.publishAndConfirm(round)
    #expect(desk.owed().isEmpty)
    desk.happen(TitleRestored(studio: desk.studio("YY001")))
    #expect(desk.refusal(ofPaying: award(desk, round)) == .funds(.noAward("YY001", round)))
  }

  @Test("an award is not paid for a day before its round was confirmed")
  func early() throws {
    let (desk, round) = try confirmed()
    #expect(
      desk.refusal(
        of: Propose(.pay(award(desk, round)), reason: "优秀"), as: "clerk", on: "2026-01-12", entered: "2026-01-13")
        == .beforeThat("2026-01-12", "2026-01-13"))
  }
}
