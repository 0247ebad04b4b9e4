import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Art. 13: a result is on public notice before it is confirmed, and never changes silently")
struct PublicationTests {
  private let a = "technical-breakthroughs"

  /// A round of three, published on 1 March 2026: 95, 60 and 80.
  private func published() throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: ["J8"])
    for (code, total) in [("YY001", 95), ("YY002", 60), ("YY003", 80)] as [(String, Points)] {
      try desk.markAll(code, in: round, total)
    }
    let publish = PublishRound(round: round, address: "云阳县人民政府网")
    #expect(desk.refusal(of: publish, as: "clerk") == .notClosed(round, .marking))
    try desk.ask(CloseRound(round: round), as: "clerk", on: "2026-02-27")
    #expect(
      desk.refusal(of: publish, as: "clerk", on: "2026-02-26", entered: "2026-03-01")
        == .beforeThat("2026-02-26", "2026-02-27"))
    #expect(desk.refusal(of: PublishRound(round: round, address: " "), as: "clerk") == .reasonNeeded)
    try desk.ask(publish, as: "clerk", on: "2026-03-01")
    return (desk, round)
  }

  private func object(_ desk: inout Desk, _ round: ID<Round>, _ code: String?, on day: Day, isUpheld: Bool? = nil)
    throws
  {
    let command = RaiseObjection(round: round, studio: code.map(desk.studio), by: nil, text: "对得分有异议")
    try desk.ask(command, as: "clerk", on: day)
    guard let isUpheld else { return }
    try desk.ask(AnswerObjection(objection: desk.objection, isUpheld: isUpheld, text: "经复核"), as: "approver")
  }

  private func returning(_ desk: Desk, _ round: ID<Round>, _ code: String) -> Decision {
    .returnSheet(round: round, judge: desk.account("J1"), sheet: SheetName(studio: desk.studio(code), rubric: a))
  }

  @Test("five working days of notice from the day after publication; a later objection is taken, and flagged")
  func notice() throws {
    var (desk, round) = try published()
    // Published on a Sunday: Monday to Friday, the 2nd to the 6th.
    #expect(try desk.round(round).publications.map(\.until) == ["2026-03-06"])
    try object(&desk, round, "YY002", on: "2026-03-06")
    try object(&desk, round, "YY002", on: "2026-03-09")
    let objections = try desk.round(round).objections.values.sorted { $0.id < $1.id }
    #expect(objections.map(\.isLate) == [false, true])
    // Ten working days from a Friday, and from the Monday after it.
    #expect(objections.map(\.answerBy) == ["2026-03-20", "2026-03-23"])
    let early = RaiseObjection(round: round, studio: nil, by: nil, text: "异议")
    #expect(desk.refusal(of: early, as: "clerk", on: "2026-02-28") == .beforeThat("2026-02-28", "2026-03-01"))
    #expect(desk.refusal(of: PublishRound(round: round, address: "网站"), as: "clerk") == .notClosed(round, .published))
  }

  @Test("an objection has a text, and is about a studio of the round; a contact speaks for his own studio alone")
  func objecting() throws {
    var desk = try Desk(studios: ["2022-06-01", "2022-06-01", "2025-06-01"])
    let round = try desk.openWithPanel()
    func refusal(_ code: String?, _ text: String = "异议", as login: String) -> Refusal? {
      let command = RaiseObjection(round: round, studio: code.map(desk.studio), by: nil, text: text)
      return desk.refusal(of: command, as: login)
    }
    #expect(refusal("YY001", as: "clerk") == .notPublished(round))
    for code in ["YY001", "YY002"] { try desk.markAll(code, in: round, 80) }
    try desk.ask(CloseRound(round: round), as: "clerk")
    try desk.ask(PublishRound(round: round, address: "网站"), as: "clerk")
    #expect(refusal("YY001", " ", as: "clerk") == .reasonNeeded)
    #expect(refusal("YY003", as: "clerk") == .notInRound("YY003", round))
    #expect(refusal("YY002", as: "contact") == .otherStudio("YY002"))
    #expect(refusal(nil, as: "contact") == .otherStudio("-"))
    #expect(refusal("YY001", as: "contact") == nil)
    #expect(refusal(nil, as: "org-clerk") == nil)
    let named = RaiseObjection(round: round, studio: nil, by: .new(desk.commitment(), nil), text: "异议")
    try desk.ask(named, as: "clerk")
    let objection = try #require(desk.register.objection(desk.objection))
    #expect(objection.by.flatMap { desk.register.persons[$0] } != nil)
  }

  @Test("an objection is answered once, with a text, and not before it came")
  func answering() throws {
    var (desk, round) = try published()
    try object(&desk, round, "YY002", on: "2026-03-05")
    func answer(_ text: String, _ id: ID<Objection>? = nil) -> AnswerObjection {
      AnswerObjection(objection: id ?? desk.objection, isUpheld: false, text: text)
    }
    #expect(desk.refusal(of: answer("", nil), as: "approver") == .reasonNeeded)
    #expect(desk.refusal(of: answer("不成立", ID(1)), as: "approver") == .unknownObjection(ID(1)))
    #expect(
      desk.refusal(of: answer("不成立"), as: "approver", on: "2026-03-04", entered: "2026-03-06")
        == .beforeThat("2026-03-04", "2026-03-05"))
    try desk.ask(answer("不成立"), as: "approver")
    #expect(desk.refusal(of: answer("不成立"), as: "approver") == .objectionAnswered(desk.objection))
  }

  @Test("it is confirmed only after the notice's last day, and with every objection answered")
  func confirming() throws {
    var (desk, round) = try published()
    let confirm = Propose(.confirmRound(round), reason: "公示期满")
    #expect(desk.refusal(of: confirm, as: "clerk", on: "2026-03-06") == .noticeRunning(round, until: "2026-03-06"))
    #expect(desk.refusal(of: confirm, as: "clerk", on: "2026-03-07") == nil)
    try desk.ask(confirm, as: "clerk", on: "2026-03-09")
    let proposal = desk.proposal
    try object(&desk, round, "YY003", on: "2026-03-10")
    #expect(desk.refusal(of: Approve(proposal), as: "approver") == .objectionOpen(desk.objection))
    try desk.ask(AnswerObjection(objection: desk.objection, isUpheld: false, text: "不成立"), as: "approver")
    try desk.ask(Approve(proposal), as: "approver")
    #expect(try desk.round(round).stage == .confirmed)
    for decision in [Decision.confirmRound(round), returning(desk, round, "YY001")] {
      #expect(desk.refusal(of: Propose(decision, reason: "更正"), as: "clerk") == .roundConfirmed(round))
    }
    #expect(desk.refusal(of: CloseRound(round: round, reason: "更正"), as: "clerk") == .roundConfirmed(round))
    try object(&desk, round, "YY003", on: "2026-03-20")
    let upheld = AnswerObjection(objection: desk.objection, isUpheld: true, text: "成立")
    #expect(desk.refusal(of: upheld, as: "approver") == .roundConfirmed(round))
  }

  @Test("without an upheld objection a published outcome does not change")
  func stands() throws {
    var (desk, round) = try published()
    try object(&desk, round, "YY001", on: "2026-03-05", isUpheld: false)
    let replacing = Decision.replaceJudge(round: round, judge: desk.account("J1"), by: desk.account("J8"))
    for decision in [returning(desk, round, "YY001"), replacing] {
      #expect(desk.refusal(of: Propose(decision, reason: "更正"), as: "clerk") == .publishedStands(round))
    }
    #expect(desk.refusal(of: CloseRound(round: round, reason: "更正"), as: "clerk") == .nothingChanged(round))
  }

  @Test("an upheld objection: return, sign again, close with a reason; version 2 stands beside version 1")
  func corrected() throws {
    var (desk, round) = try published()
    try object(&desk, round, "YY002", on: "2026-03-05", isUpheld: true)
    #expect(
      desk.refusal(of: Propose(.confirmRound(round), reason: "公示期满"), as: "clerk", on: "2026-03-09")
        == .correctionDue(round))
    // What was upheld for one studio opens no other, neither before nor after it is reopened.
    let other = Propose(returning(desk, round, "YY001"), reason: "更正")
    #expect(desk.refusal(of: other, as: "clerk") == .publishedStands(round))
    let first = try ObservedResult(#require(try desk.round(round).result))
    for judge in ["J1", "J2", "J3", "J4", "J5"] {
      let name = SheetName(studio: desk.studio("YY002"), rubric: "annual-plan-fulfilment")
      try desk.carry(.returnSheet(round: round, judge: desk.account(judge), sheet: name))
    }
    #expect(desk.refusal(of: other, as: "clerk") == .publishedStands(round))
    #expect(desk.refusal(of: CloseRound(round: round, incomplete: "缺"), as: "clerk") == .reasonNeeded)
    for judge in ["J1", "J2", "J3", "J4", "J5"] {
      let sheet = desk.sheet("YY002", "annual-plan-fulfilment", ["annual-plan-fulfilment": 18])
      try desk.ask(EnterSheets(round: round, judge: desk.account(judge), sheets: [sheet]), as: judge)
      try desk.ask(SignSheets(round: round, sheets: []), as: judge)
    }
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == .reasonNeeded)
    try desk.ask(CloseRound(round: round, reason: "异议成立"), as: "clerk")
    let found = try desk.round(round)
    #expect(found.results.map(\.version) == [1, 2])
    #expect(found.results.first.map(ObservedResult.init) == first)
    #expect(found.results[1].closing.reason == "异议成立")
    // 60 was 35 + 25 + 0 + 0; 18 18 18 18 18 0 0 without one 18 and one 0 is 72 / 5 = 14.4, so 74.4.
    #expect(found.results.map { $0[desk.studio("YY002")]?.score } == [60, 74.4])
    #expect(desk.refusal(of: Propose(.confirmRound(round), reason: "公示"), as: "clerk") == .notPublished(round))
    try desk.publishAndConfirm(round)
    #expect(try desk.round(round).publications.map(\.version) == [1, 2])
    #expect(desk.standing("YY002") == .rectifying)
  }

  @Test("an objection to the first version that is upheld after the second was closed has to be corrected, too")
  func upheldAfterTheSecond() throws {
    var (desk, round) = try published()
    try object(&desk, round, "YY001", on: "2026-03-05")
    let waiting = desk.objection
    try object(&desk, round, "YY002", on: "2026-03-05", isUpheld: true)
    try desk.ask(CloseRound(round: round, reason: "异议成立，佐证材料更正"), as: "clerk")
    try desk.ask(PublishRound(round: round, address: "网站"), as: "clerk", on: "2026-03-10")
    try desk.ask(AnswerObjection(objection: waiting, isUpheld: true, text: "成立"), as: "approver")
    let confirm = Propose(.confirmRound(round), reason: "公示期满")
    #expect(desk.refusal(of: confirm, as: "clerk", on: "2026-03-18") == .correctionDue(round))
    #expect(desk.refusal(of: Propose(returning(desk, round, "YY001"), reason: "更正"), as: "clerk") == nil)
    try desk.ask(CloseRound(round: round, reason: "异议成立"), as: "clerk", on: "2026-03-18")
    try desk.publishAndConfirm(round)
    #expect(try desk.round(round).results.count == 3)
  }

  @Test("before it is published a closed round is corrected by decision, and closed anew with a reason")
  func beforePublication() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
    try desk.ask(CloseRound(round: round), as: "clerk")
    try desk.carry(returning(desk, round, "YY001"))
    #expect(try desk.round(round).stage == .marking)
    #expect(desk.refusal(of: PublishRound(round: round, address: "网站"), as: "clerk") == .notClosed(round, .marking))
    #expect(
      desk.refusal(of: CloseRound(round: round, reason: "笔误"), as: "clerk")
        == .unsigned(count: 1, first: ["J1 YY001 \(a)"]))
  }
}
