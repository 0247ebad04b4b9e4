import Scoring
import StudioRegistry
import Testing

@Suite("What the walk over the whole law found once")
struct LawFindingsTests {
  @Test("Art. 20: a second assessment passed while the title was cancelled holds once it is restored")
  func passedWhileCancelled() throws {
    var desk = try Desk()
    _ = try desk.runRound(["YY001": 60, "YY002": 80, "YY003": 80])
    let id = try desk.cancel("YY001", ground: "fraud")
    _ = try desk.secondAssessment(of: "YY001", 80, served: "2026-03-02")
    #expect(desk.standing("YY001") == .cancelled)
    try desk.ask(FileAppeal(id, remedy: "litigation", document: "受理通知书"), as: "clerk")
    try desk.ask(DecideAppeal(id, remedy: "litigation", outcome: .annulled, document: "判决书"), as: "clerk")
    try desk.carry(.restore(desk.studio("YY001")), by: ["approver", "org-approver"])
    #expect(desk.standing("YY001") == .inCare)
  }

  @Test("Art. 20: nobody is excellent in a later round who still has to rectify what an earlier one found")
  func excellentWhileRectifying() throws {
    var desk = try Desk()
    let first = try desk.openWithPanel(2024...2025, on: "2026-01-05")
    let second = try desk.openWithPanel(2026...2027, on: "2028-01-05")
    for (round, total) in [(first, 60), (second, 95)] as [(ID<Round>, Points)] {
      try desk.markAll("YY001", in: round, total)
      for code in ["YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
      try desk.ask(CloseRound(round: round), as: "clerk")
    }
    // What is foreseen goes by the same rule as what is confirmed.
    let (found, result) = (try desk.round(second), try #require(try desk.round(second).result))
    #expect(result.excellent == [desk.studio("YY001")])
    #expect(desk.register.awards(of: found, result, on: desk.today).map(\.amount) == [2_000_000])
    try desk.publishAndConfirm(first)
    #expect(desk.register.awards(of: found, result, on: desk.today).isEmpty)
    try desk.publishAndConfirm(second)
    #expect(desk.standing("YY001") == .rectifying)
    #expect(desk.register.awards.isEmpty)
  }

  @Test("Art. 20: who failed two rounds still rectifies after passing the second assessment of one")
  func failedTwoRounds() throws {
    var desk = try Desk()
    let first = try desk.openWithPanel(2024...2025, on: "2026-01-05")
    let second = try desk.openWithPanel(2026...2027, on: "2028-01-05")
    for round in [first, second] {
      try desk.markAll("YY001", in: round, 60)
      for code in ["YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
      try desk.ask(CloseRound(round: round), as: "clerk")
    }
    try desk.publishAndConfirm(first)
    try desk.publishAndConfirm(second)
    _ = try desk.secondAssessment(of: "YY001", 80, served: "2028-03-01")
    #expect(desk.standing("YY001") == .rectifying)
    try desk.ask(ServeRectification(studio: desk.studio("YY001"), receipt: "送达回证2号"), as: "clerk", on: "2029-06-01")
    #expect(desk.standing("YY001") == .rectifying)
  }
}
