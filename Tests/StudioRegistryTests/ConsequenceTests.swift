import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 20: excellence earns an award, failure a year to rectify, and failing again costs the title")
struct ConsequenceTests {
  /// Three studios of which `YY001` is excellent and `YY002` failed; confirmed on 13 January 2026.
  private func confirmed() throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.runRound(["YY001": 95, "YY002": 74.99, "YY003": 75])
    return (desk, round)
  }

  private func serve(_ code: String, _ desk: Desk) -> ServeRectification {
    ServeRectification(studio: desk.studio(code), receipt: "送达回证1号")
  }

  private func second(_ codes: String..., in desk: Desk) -> OpenSecondAssessment {
    OpenSecondAssessment(studios: codes.map(desk.studio))
  }

  @Test("an excellent studio gets 20,000 yuan once, due from the day of confirmation")
  func award() throws {
    let (desk, round) = try confirmed()
    #expect(desk.today == "2026-01-13")
    #expect(
      desk.register.awards == [Award(studio: desk.studio("YY001"), round: round, due: "2026-01-13", amount: 2_000_000)])
    #expect(desk.standing("YY001") == .inCare)
    #expect(desk.refusal(of: Propose(.confirmRound(round), reason: "再次"), as: "clerk") == .roundConfirmed(round))
  }

  @Test("the award is the rule set's: 5,000 yuan in the small county")
  func awardElsewhere() throws {
    var desk = try Desk(Repository.smallCounty, studios: ["2024-02-01", "2024-02-01"], on: "2024-02-01")
    let round = try desk.runRound(["YY001": 20, "YY002": 12], years: 2025...2025)
    #expect(desk.register.awards.map(\.amount) == [500_000])
    #expect(try desk.round(round).result?.excellent == [desk.studio("YY001")])
  }

  @Test("74.99 is given a year to rectify, 75 is not")
  func rectifying() throws {
    let (desk, round) = try confirmed()
    #expect(desk.register.rectifications.map(\.studio) == [desk.studio("YY002")])
    #expect(desk.register.rectifications.map(\.round) == [round])
    #expect(desk.register.rectifications.map(\.decided) == ["2026-01-13"])
    #expect(desk.register.rectifications.map(\.until) == [nil])
    #expect([desk.standing("YY002"), desk.standing("YY003")] == [.rectifying, .inCare])
  }

  @Test(
    "the year runs from the day of service, to the last of February where it was 29 February",
    arguments: [
      ("2026-01-13", "2027-01-13"), ("2026-03-02", "2027-03-02"), ("2028-02-29", "2029-02-28"),
      ("2027-02-28", "2028-02-28"),
    ]
      as [(Day, Day)])
  func service(_ served: Day, _ until: Day) throws {
    var (desk, _) = try confirmed()
    #expect(desk.refusal(of: second("YY002", in: desk), as: "clerk") == .rectification(.notServed("YY002")))
    try desk.ask(serve("YY002", desk), as: "clerk", on: served)
    #expect(desk.register.rectifications.map(\.served) == [served])
    #expect(desk.register.rectifications.map(\.until) == [until])
    let source = try #require(Source("Art. 20"))
    #expect(
      desk.refusal(of: second("YY002", in: desk), as: "clerk", on: until)
        == .rectification(.stillRectifying("YY002", until: until, source)))
    #expect(desk.refusal(of: second("YY002", in: desk), as: "clerk", on: until.adding(days: 1)) == nil)
  }

  @Test("it is served once, with a receipt, not before the decision, and only to who failed")
  func servedOnce() throws {
    var (desk, _) = try confirmed()
    #expect(desk.refusal(of: serve("YY001", desk), as: "clerk") == .rectification(.notRectifying("YY001")))
    #expect(
      desk.refusal(of: serve("YY002", desk), as: "clerk", on: "2026-01-12", entered: "2026-02-01")
        == .beforeThat("2026-01-12", "2026-01-13"))
    #expect(
      desk.refusal(of: ServeRectification(studio: desk.studio("YY002"), receipt: ""), as: "clerk") == .reasonNeeded)
    try desk.ask(serve("YY002", desk), as: "clerk", on: "2026-02-01")
    #expect(
      desk.refusal(of: serve("YY002", desk), as: "clerk", on: "2026-03-01")
        == .rectification(.servedAlready("YY002", on: "2026-02-01"))
    )
  }

  @Test("the bureau's lateness never cancels: ten years later the studio still waits for its second assessment")
  func lateness() throws {
    var (desk, _) = try confirmed()
    try desk.ask(serve("YY002", desk), as: "clerk", on: "2026-02-01")
    #expect(desk.refusal(of: second("YY002", in: desk), as: "clerk", on: "2037-01-01") == nil)
    #expect(desk.standing("YY002") == .rectifying)
    let cancel = OpenCancellation(studio: desk.studio("YY002"), ground: "failed-again", facts: "逾期")
    #expect(desk.refusal(of: cancel, as: "clerk", on: "2037-01-01") == .rectification(.noSecondFailure("YY002")))
    // Nor does a notice that was never served.
    let (unserved, _) = try confirmed()
    #expect(unserved.refusal(of: cancel, as: "clerk", on: "2037-01-01") == .rectification(.noSecondFailure("YY002")))
  }

  @Test("passing the second assessment, even with 100 points, is a pass and never excellence")
  func passed() throws {
    var (desk, first) = try confirmed()
    let round = try desk.secondAssessment(of: "YY002", 100, served: "2026-02-01")
    let found = try desk.round(round)
    #expect(found.kind == .secondAssessment(of: first))
    #expect(try found.rules == desk.round(first).rules)
    #expect(found.studios == [desk.studio("YY002")])
    let result = try #require(found.result)
    #expect(result[desk.studio("YY002")]?.score == 100)
    #expect(result[desk.studio("YY002")]?.grade == .qualified)
    #expect(result[desk.studio("YY002")]?.excellence == nil)
    #expect(result.closing.quota == nil)
    #expect(result.excellent.isEmpty)
    #expect(desk.standing("YY002") == .inCare)
    #expect(desk.register.rectifications.map(\.outcome) == [.passed])
    #expect(desk.register.awards.map(\.studio) == [desk.studio("YY001")])
    let cancel = OpenCancellation(studio: desk.studio("YY002"), ground: "failed-again", facts: "整改不合格")
    #expect(desk.refusal(of: cancel, as: "clerk") == .rectification(.noSecondFailure("YY002")))
    #expect(desk.refusal(of: serve("YY002", desk), as: "clerk") == .rectification(.notRectifying("YY002")))
  }

  @Test("failing it cancels nothing by itself; both departments cancel the title, and then nothing more is entered")
  func failed() throws {
    var (desk, _) = try confirmed()
    _ = try desk.secondAssessment(of: "YY002", 74.99, served: "2026-02-01")
    #expect(desk.standing("YY002") == .rectifying)
    #expect(desk.register.rectifications.map(\.outcome) == [.failed])
    try desk.cancel("YY002")
    #expect(desk.standing("YY002") == .cancelled)
    let row = EnterEvidence.Row(
      studio: desk.studio("YY002"), kind: "exchanges", cells: ["title": "讲座", "held_on": "2026-03-05"], people: [:])
    #expect(desk.refusal(of: EnterEvidence(persons: [], rows: [row]), as: "clerk") == .studioCancelled("YY002"))
    let again = Propose(.cancelTitle(desk.studio("YY002")), reason: "再次")
    #expect(desk.refusal(of: again, as: "clerk") == .notDrawn("YY002", .cancelled, .cancel))
    #expect(desk.refusal(of: Propose(.cancelTitle(ID(1)), reason: "误"), as: "clerk") == .unknownStudio("S1"))
  }

  @Test("a second assessment is opened once, for studios of one round that are named once")
  func secondOpening() throws {
    var desk = try Desk(studios: ["2022-06-01", "2022-06-01", "2022-06-01"])
    let first = try desk.runRound(["YY001": 60, "YY002": 60, "YY003": 80])
    for code in ["YY001", "YY002"] { try desk.ask(serve(code, desk), as: "clerk", on: "2026-02-01") }
    let later = try desk.runRound(["YY003": 60], years: 2026...2027, on: "2028-01-05")
    try desk.ask(serve("YY003", desk), as: "clerk", on: "2028-02-01")
    #expect(first != later)
    desk.today = "2029-02-02"
    #expect(desk.refusal(of: second("YY001", "YY003", in: desk), as: "clerk") == .rectification(.differentRounds))
    #expect(desk.refusal(of: second(in: desk), as: "clerk") == .nothingToDo)
    #expect(desk.refusal(of: second("YY001", "YY001", in: desk), as: "clerk") == .nothingToDo)
    try desk.ask(second("YY001", "YY002", in: desk), as: "clerk")
    let round = ID<Round>(desk.register.sequence)
    #expect(desk.refusal(of: second("YY002", in: desk), as: "clerk") == .rectification(.secondOpened("YY002", round)))
    #expect(desk.refusal(of: second("YY003", in: desk), as: "clerk") == nil)
  }

  @Test("a second assessment that ends without a score is neither passed nor failed, and is opened again")
  func secondIncomplete() throws {
    var (desk, _) = try confirmed()
    try desk.ask(serve("YY002", desk), as: "clerk", on: "2026-02-01")
    try desk.ask(second("YY002", in: desk), as: "clerk", on: "2027-02-02")
    let round = ID<Round>(desk.register.sequence)
    try desk.ask(desk.panel(round, (1...7).map { "J\($0)" }), as: "clerk")
    for judge in ["J1", "J2", "J3", "J4"] { try desk.mark("YY002", in: round, by: judge, 35, 30, 15, 20) }
    try desk.ask(CloseRound(round: round, incomplete: "三名评委未到"), as: "clerk")
    try desk.publishAndConfirm(round)
    #expect(desk.standing("YY002") == .rectifying)
    #expect(desk.register.rectifications.map(\.outcome) == [nil])
    #expect(
      desk.refusal(of: OpenCancellation(studio: desk.studio("YY002"), ground: "failed-again", facts: "误"), as: "clerk")
        == .rectification(.noSecondFailure("YY002")))
    #expect(desk.refusal(of: second("YY002", in: desk), as: "clerk") == nil)
  }

  @Test("a title that was cancelled while another round went on stays cancelled when that one is confirmed")
  func cancelledForGood() throws {
    var desk = try Desk(studios: ["2020-06-01", "2020-06-01"], on: "2024-02-01")
    let slow = try desk.openWithPanel(2022...2023, on: "2024-02-01")
    _ = try desk.runRound(["YY001": 80, "YY002": 60])
    _ = try desk.secondAssessment(of: "YY002", 60, served: "2026-03-02")
    try desk.cancel("YY002")
    for code in ["YY001", "YY002"] { try desk.markAll(code, in: slow, 60) }
    try desk.ask(CloseRound(round: slow), as: "clerk")
    try desk.publishAndConfirm(slow)
    #expect(desk.standing("YY001") == .rectifying)
    #expect(desk.standing("YY002") == .cancelled)
    #expect(desk.refusal(of: serve("YY002", desk), as: "clerk") == .rectification(.notRectifying("YY002")))
  }
}
