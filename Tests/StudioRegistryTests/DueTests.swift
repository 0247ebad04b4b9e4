import Scoring
import Testing

@testable import StudioRegistry

@Suite("What has a date shows up when it is near, and goes when it is done")
struct DueTests {
  private func due(_ desk: Desk, until: Day = "2099-12-31") -> [Due] {
    desk.register.due(until: until, on: desk.today).filter { due in
      switch due.task {
      // Plans and yearly checks are due from every studio, whatever its rounds; see PlanTests.
      case .plan, .completePlan, .checkYear: false
      default: true
      }
    }
  }

  @Test("through a round's life, from its notice to the cancelled title")
  func life() throws {
    var desk = try Desk()
    #expect(due(desk).isEmpty)
    let round = try desk.openWithPanel()
    let years = try #require(Period(years: 2026...2027))
    let next = Due(day: "2028-01-01", task: .nextRound(years))
    #expect(due(desk) == [next])
    #expect(due(desk, until: "2027-12-31").isEmpty)
    #expect(due(desk, until: "2028-01-01") == [next])
    let studios = ["YY001", "YY002", "YY003"].map(desk.studio)
    for (code, total) in [("YY001", 95), ("YY002", 60), ("YY003", 80)] as [(String, Points)] {
      try desk.markAll(code, in: round, total)
    }
    try desk.ask(CloseRound(round: round), as: "clerk")
    try desk.ask(PublishRound(round: round, address: "网站"), as: "clerk", on: "2026-03-01")
    #expect(due(desk) == [Due(day: "2026-03-06", task: .noticeEnds(round)), next])
    desk.today = "2026-03-06"
    #expect(due(desk) == [Due(day: "2026-03-06", task: .noticeEnds(round)), next])
    try desk.ask(RaiseObjection(round: round, studio: studios[1], by: nil, text: "异议"), as: "clerk")
    let objection = desk.objection
    desk.today = "2026-03-09"
    #expect(
      due(desk) == [
        Due(day: "2026-03-07", task: .confirm(round)),
        Due(day: "2026-03-20", task: .answer(objection, studio: studios[1])),
        next,
      ])
    try desk.ask(AnswerObjection(objection: objection, isUpheld: false, text: "不成立"), as: "approver")
    try desk.ask(Propose(.confirmRound(round), reason: "公示期满"), as: "clerk", on: "2026-03-10")
    #expect(
      due(desk) == [
        Due(day: "2026-03-07", task: .confirm(round)),
        Due(day: "2026-03-10", task: .approve(desk.proposal, waitsFor: [.bureauApprover])), next,
      ])
    try desk.ask(Approve(desk.proposal), as: "approver", on: "2026-03-11")
    let pay = Due(day: "2026-03-11", task: .pay(studios[0], fen: 2_000_000, round: round))
    #expect(due(desk) == [Due(day: "2026-03-11", task: .serve(studios[1], round: round)), pay, next])
    try desk.ask(ServeRectification(studio: studios[1], receipt: "回证"), as: "clerk", on: "2026-03-20")
    #expect(due(desk) == [pay, Due(day: "2027-03-20", task: .rectificationEnds(studios[1], round: round)), next])
    desk.today = "2027-03-20"
    #expect(due(desk)[1] == Due(day: "2027-03-20", task: .rectificationEnds(studios[1], round: round)))
    desk.today = "2027-03-21"
    #expect(due(desk) == [pay, Due(day: "2027-03-21", task: .secondAssessment(studios[1], round: round)), next])
    try desk.ask(OpenSecondAssessment(studios: [studios[1]]), as: "clerk")
    let second = ID<Round>(desk.register.sequence)
    #expect(due(desk) == [pay, next])
    try desk.ask(desk.panel(second, (1...7).map { "J\($0)" }), as: "clerk")
    try desk.markAll("YY002", in: second, 60)
    try desk.ask(CloseRound(round: second), as: "clerk")
    try desk.publishAndConfirm(second)
    // Published on Sunday, 21 March 2027: on notice until Friday, confirmed on the 27th.
    #expect(due(desk) == [pay, Due(day: "2027-03-27", task: .cancelTitle(studios[1], round: second)), next])
    let id = try desk.proceedings(against: "YY002")
    // Five working days for its statement from Saturday, the 27th.
    let decide = Due.Task.decideCancellation(id, studio: studios[1])
    #expect(due(desk) == [pay, Due(day: "2027-04-03", task: decide), next])
    try desk.carry(.cancelTitle(studios[1]), by: ["approver", "org-approver"])
    let serve = Due.Task.serveCancellation(id, studio: studios[1])
    #expect(due(desk) == [pay, Due(day: "2027-04-02", task: serve), next])
    try desk.ask(ServeCancellation(id, number: "9号", receipt: "回证"), as: "clerk")
    #expect(due(desk) == [pay, next])
  }

  @Test("a late objection to a confirmed round is due for an answer, too")
  func lateObjection() throws {
    var desk = try Desk()
    let round = try desk.runRound(["YY001": 80, "YY002": 80, "YY003": 80])
    try desk.ask(RaiseObjection(round: round, studio: nil, by: nil, text: "异议"), as: "org-clerk", on: "2026-02-01")
    #expect(due(desk).first == Due(day: "2026-02-13", task: .answer(desk.objection, studio: nil)))
  }
}
