import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("A decision rests on what its own rules cite")
struct DecisionSourceTests {
  private func source(_ text: String) throws -> Source { try #require(Source(text)) }

  @Test("Yunyang's decisions cite its articles")
  func yunyang() throws {
    var desk = try Desk()
    let round = try desk.runRound(["YY001": 95, "YY002": 80, "YY003": 80])
    let studio = desk.studio("YY001")
    func cited(_ decision: Decision) -> Source { decision.source(in: desk.register) }
    #expect(try cited(.confirmRound(round)) == source("Art. 13, 20"))
    #expect(try cited(.pay(desk.payment("YY001", .award(round)))) == source("Art. 20"))
    #expect(try cited(.countBranch("分公司", enterprise: "总公司")) == source("Art. 9"))
    #expect(try cited(.suspend(studio)) == source("Art. 15"))
    #expect(cited(.abandonRound(round)) == .workingRule)
  }

  @Test("a cancellation rests on the ground of its proceedings")
  func cancelling() throws {
    var desk = try Desk()
    _ = try desk.runRound(["YY001": 95, "YY002": 80, "YY003": 80])
    let decision = Decision.cancelTitle(desk.studio("YY001"))
    #expect(decision.source(in: desk.register) == .workingRule)
    try desk.proceedings(against: "YY001", ground: "fraud", facts: "虚报成果")
    #expect(try decision.source(in: desk.register) == source("Art. 14(1)"))
  }

  @Test("an application's rests on what has to be met and handed in")
  func applying() throws {
    var desk = try Desk()
    let application = try desk.receive()
    let decision = Decision.confirmApplication(application, code: "YY030")
    #expect(try decision.source(in: desk.register) == source("Art. 6(1), 6(2), 8(1), 9"))
  }

  @Test("another county's decisions cite that county's articles, or none where its rules have none")
  func elsewhere() throws {
    var desk = try Desk(Repository.smallCounty, studios: ["2024-02-01", "2024-02-01"], on: "2024-02-01")
    let round = try desk.runRound(["YY001": 20, "YY002": 12], years: 2025...2025)
    #expect(try Decision.confirmRound(round).source(in: desk.register) == source("Art. 3, 4, 5"))
    #expect(Decision.suspend(desk.studio("YY001")).source(in: desk.register) == .workingRule)
  }
}
