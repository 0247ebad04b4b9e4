import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite(
  "Art. 13: a judge enters and signs in one step what he has just seen, under every rule of entering and of signing")
struct CompleteSheetsTests {
  private let c = "competition-results"

  private func opened() throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: ["J8", "J9"])
    return (desk, round)
  }

  @Test("the sheets come to stand as if they had been entered and then signed, and one journal entry follows the other")
  func sameAsTwoSteps() throws {
    let (desk, round) = try opened()
    var (one, two) = (desk, desk)
    let sheets = desk.sheets("YY001", 80)
    try one.ask(CompleteSheets(round: round, sheets: sheets), as: "J1")
    try two.ask(EnterSheets(round: round, judge: desk.account("J1"), sheets: sheets), as: "J1")
    try two.ask(SignSheets(round: round, sheets: []), as: "J1")
    #expect(Observed(one.register) == Observed(two.register))
    #expect(one.register.sequence == desk.register.sequence + 2)
  }

  @Test("an unfinished sheet is refused with what it lacks, and nothing of the others is entered")
  func unfinished() throws {
    var (desk, round) = try opened()
    let before = Observed(desk.register)
    let unfinished = desk.sheet("YY001", c, ["C1": 0])
    let command = CompleteSheets(round: round, sheets: [desk.sheets("YY001", 80)[0], unfinished])
    #expect(
      desk.refusal(of: command, as: "J1") == .sheetUnfinished(studio: "YY001", rubric: c, missing: ["C2", "C3"]))
    _ = try? desk.ask(command, as: "J1")
    #expect(Observed(desk.register) == before)
  }

  @Test("marks beyond the maximum, parts beside the whole, a sheet twice and an empty one are refused")
  func marks() throws {
    let (desk, round) = try opened()
    func refusal(_ sheets: SheetMarks...) -> Refusal? {
      desk.refusal(of: CompleteSheets(round: round, sheets: sheets), as: "J1")
    }
    #expect(refusal(desk.sheet("YY001", c, [c: 15])) == nil)
    let over: [String: Points] = ["C1": 9.01, "C2": 3, "C3": 3]
    #expect(refusal(desk.sheet("YY001", c, over)) == .markOutOfRange("C1", 9.01, maximum: 9, .workingRule))
    #expect(refusal(desk.sheet("YY001", c, [c: 12, "C1": 3])) == .wholeAndParts(c))
    let sheet = desk.sheet("YY001", c, [c: 12])
    #expect(refusal(sheet, sheet) == .sheetTwice(judge: "J1", studio: "YY001", rubric: c))
    #expect(refusal() == .nothingToDo)
    #expect(refusal(desk.sheet("YY001", "handwriting", ["C1": 1])) == .unknownRubric("handwriting"))
  }

  @Test("what is signed stays: neither a second signature nor another judge, an alternate or the bureau gets through")
  func signed() throws {
    var (desk, round) = try opened()
    let command = CompleteSheets(round: round, sheets: [desk.sheet("YY001", c, [c: 12])])
    try desk.ask(command, as: "J1")
    #expect(desk.refusal(of: command, as: "J1") == .sheetSigned(judge: "J1", studio: "YY001", rubric: c))
    #expect(desk.refusal(of: command, as: "J2") == nil)
    #expect(desk.refusal(of: command, as: "J8") == .notOnPanel("J8", round))
    #expect(
      desk.refusal(of: command, as: "clerk")
        == .notAllowed(.signSheets, role: .bureauClerk, allowed: [.judge]))
  }

  @Test("who is recused signs nothing, and a reason that holds a mobile number is refused")
  func recusedAndFreeTexts() throws {
    var (desk, round) = try opened()
    let recusal = Recuse(
      round: round, judge: desk.account("J1"), studio: desk.studio("YY001"), relation: .kin, reason: "")
    try desk.ask(recusal, as: "J1")
    let sheet = desk.sheet("YY001", c, [c: 12])
    #expect(
      desk.refusal(of: CompleteSheets(round: round, sheets: [sheet]), as: "J1")
        == .recusedAlready(judge: "J1", studio: "YY001"))
    let told = SheetMarks(
      studio: desk.studio("YY001"), rubric: c, marks: ["C1": 0, "C2": 0, "C3": 0], reasons: ["C1": "电话13812345678"])
    #expect(desk.refusal(of: CompleteSheets(round: round, sheets: [told]), as: "J2") == .mobileNumber)
    let stray = SheetMarks(studio: told.studio, rubric: c, marks: [c: 12], reasons: ["C1": "无"])
    #expect(
      desk.refusal(of: CompleteSheets(round: round, sheets: [stray]), as: "J2") == .unknownCriterion("C1", rubric: c))
  }
}
