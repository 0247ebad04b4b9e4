import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 8(2): a review scored by the host with a rubric of its own")
struct ApplicationReviewTests {
  private func complete() throws -> (desk: Desk, id: ID<Application>) {
    var desk = try Desk()
    let id = try desk.receive()
    try desk.complete(id)
    return (desk, id)
  }

  /// A sheet whose marks add up to a total: 40, 20, 20 and 20 at the most.
  private func sheet(_ desk: Desk, _ judge: Int, _ total: Points) -> ScoredReview.Sheet {
    var left = total
    var marks: [String: Points] = [:]
    for (id, maximum) in [("F1", 40), ("F2", 20), ("F3", 20), ("F4", 20)] as [(String, Points)] {
      marks[id] = min(left, maximum)
      left = left - min(left, maximum)
    }
    return ScoredReview.Sheet(judge: desk.account("J\(judge)"), marks: marks)
  }

  private func review(_ desk: Desk, _ id: ID<Application>, _ totals: [Points]) -> ReviewApplication {
    ReviewApplication(
      id, minutes: "纪要1号", .scored(totals.enumerated().map { sheet(desk, $0.offset + 1, $0.element) }))
  }

  @Test(
    "the highest and the lowest are dropped, the mean is rounded once, 75 recommends",
    arguments: [
      // (80 + 82 + 84) / 3; (74.99 + 75 + 75) / 3 = 74.99666…; (74.98 + 74.99 + 75) / 3.
      ([80, 82, 84, 70, 100], 82, "82", true), ([70, 74.99, 75, 75, 80], 75, "22499/300", true),
      ([70, 74.98, 74.99, 75, 80], 74.99, "7499/100", false),
    ] as [([Points], Points, String, Bool)])
  func scored(_ totals: [Points], _ score: Points, _ exact: String, _ isRecommended: Bool) throws {
    var (desk, id) = try complete()
    try desk.ask(review(desk, id, totals), as: "clerk")
    let found = try #require(try desk.application(id).review)
    #expect(found.scored?.score == score)
    #expect(found.scored?.exact == exact)
    #expect(found.isRecommended == isRecommended)
    let settlement = try desk.application(id).settlement(of: found.scored?.sheets ?? [], in: desk.register)
    #expect(settlement.outcome(of: id.description)?.score == score)
  }

  @Test("a review needs the panel rule's minimum of full sheets, each within the rubric")
  func sheets() throws {
    let (desk, id) = try complete()
    guard case .panelTooSmall(4, needed: 5, _) = desk.refusal(of: review(desk, id, [80, 80, 80, 80]), as: "clerk")
    else {
      Issue.record("four judges are enough")
      return
    }
    func asking(_ marks: [String: Points]) -> Refusal? {
      let sheets = [ScoredReview.Sheet(judge: desk.account("J1"), marks: marks)]
      return desk.refusal(of: ReviewApplication(id, minutes: "纪要", .scored(sheets)), as: "clerk")
    }
    #expect(
      asking(["F1": 40])
        == .sheetUnfinished(studio: id.description, rubric: "application-review", missing: ["F2", "F3", "F4"]))
    #expect(asking(["X1": 1]) == .unknownCriterion("X1", rubric: "application-review"))
    guard case .markOutOfRange("F2", _, _, _) = asking(["F1": 40, "F2": 21, "F3": 1, "F4": 1]) else {
      Issue.record("21 of 20 points are taken")
      return
    }
    let twice = ReviewApplication(id, minutes: "纪要", .scored([sheet(desk, 1, 80), sheet(desk, 1, 90)]))
    #expect(desk.refusal(of: twice, as: "clerk") == .judgeTwice("J1"))
  }

  @Test("nobody reviews their own unit, and nobody but a judge reviews")
  func judges() throws {
    var (desk, id) = try complete()
    let employment = Employment(unit: "单位20", until: "2022-06-30")
    try desk.ask(RecordEmployment(person: desk.person("J1"), employment: employment), as: "clerk")
    let asked = review(desk, id, [80, 80, 80, 80, 80])
    #expect(desk.refusal(of: asked, as: "clerk") == .application(.judgeOfUnit("J1", unit: "单位20")))
    let clerk = ScoredReview.Sheet(judge: desk.account("clerk"), marks: [:])
    #expect(
      desk.refusal(of: ReviewApplication(id, minutes: "纪要", .scored([clerk])), as: "clerk") == .notAJudge("clerk"))
  }

  @Test("reviewed once, unless an upheld objection re-opens it")
  func once() throws {
    var (desk, id) = try complete()
    try desk.ask(review(desk, id, [80, 80, 80, 80, 80]), as: "clerk")
    #expect(
      desk.refusal(of: ReviewApplication(id, minutes: "纪要", .recommended), as: "clerk")
        == .application(.reviewedAlready(id)))
  }

  @Test("a score that does not follow from the sheets, or says otherwise whether it recommends, shows when verified")
  func forged() throws {
    var (desk, id) = try complete()
    let before = desk.register
    let event = try #require(
      try desk.ask(review(desk, id, [80, 82, 84, 70, 100]), as: "clerk").first as? ApplicationReviewed)
    let scored = try #require(event.scored)
    let record = Record(sequence: before.sequence + 1, on: desk.today, actor: desk.account("clerk"))
    #expect(before.allows(event, as: record))
    let higher = ScoredReview(sheets: scored.sheets, score: 83, exact: "83", grade: scored.grade)
    for forged in [
      ApplicationReviewed(application: id, isRecommended: true, minutes: event.minutes, scored: higher),
      ApplicationReviewed(application: id, isRecommended: false, minutes: event.minutes, scored: scored),
    ] { #expect(!before.allows(forged, as: record)) }
    #expect(!desk.register.allows(event, as: record))
  }
}
