import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Art. 13: a sheet can be changed until its judge signs it, and after that only by a decision that keeps it")
struct SheetTests {
  private let a = "technical-breakthroughs"
  private let c = "competition-results"

  private func opened(_ alternates: [String] = ["J8", "J9"]) throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: alternates)
    return (desk, round)
  }

  private func enter(_ desk: Desk, _ round: ID<Round>, _ judge: String, _ sheets: SheetMarks...) -> EnterSheets {
    EnterSheets(round: round, judge: desk.account(judge), sheets: sheets)
  }

  @Test("a judge enters and overwrites his own sheet, the bureau enters it from paper, another judge does not")
  func entering() throws {
    var (desk, round) = try opened()
    let (first, second) = (desk.sheet("YY001", c, ["C1": 3]), desk.sheet("YY001", c, ["C1": 4, "C2": 1]))
    try desk.ask(enter(desk, round, "J1", first), as: "J1")
    try desk.ask(enter(desk, round, "J1", second), as: "clerk")
    #expect(try desk.entered("YY001", c, in: round, by: "J1")?.marks == ["C1": 4, "C2": 1])
    #expect(try desk.earlier("YY001", c, in: round, by: "J1").isEmpty)
    #expect(desk.refusal(of: enter(desk, round, "J1", first), as: "J2") == .othersSheet)
    #expect(desk.refusal(of: enter(desk, round, "J8", first), as: "J8") == .notOnPanel("J8", round))
    #expect(desk.refusal(of: enter(desk, round, "clerk", first), as: "clerk") == .notOnPanel("clerk", round))
    #expect(desk.refusal(of: enter(desk, round, "J1"), as: "J1") == .nothingToDo)
    #expect(desk.refusal(of: enter(desk, ID(1), "J1", first), as: "J1") == .unknownRound("R1"))
  }

  @Test("marks are the rubric's, from 0 to the maximum, whole or in parts")
  func marks() throws {
    let (desk, round) = try opened()
    let source = try #require(Source("Art. 10, 21"))
    func refusal(_ marks: [String: Points], rubric: String = "competition-results") -> Refusal? {
      desk.refusal(of: enter(desk, round, "J1", desk.sheet("YY001", rubric, marks)), as: "J1")
    }
    #expect(refusal(["C1": 0, "C2": 3, "C3": 2.75]) == nil)
    #expect(refusal(["C1": 9.01]) == .markOutOfRange("C1", 9.01, maximum: 9, .workingRule))
    #expect(
      refusal(["C1": Points(hundredths: -1)]) == .markOutOfRange("C1", Points(hundredths: -1), maximum: 9, .workingRule)
    )
    #expect(refusal(["A1": 3]) == .unknownCriterion("A1", rubric: c))
    #expect(refusal([a: 3]) == .unknownCriterion(a, rubric: c))
    #expect(refusal([c: 15]) == nil)
    #expect(refusal([c: 15.01]) == .markOutOfRange(c, 15.01, maximum: 15, source))
    #expect(refusal([c: 12, "C1": 3]) == .wholeAndParts(c))
    #expect(refusal([:]) == .nothingToDo)
    #expect(refusal(["C1": 1], rubric: "handwriting") == .unknownRubric("handwriting"))
  }

  @Test("where the panel's rule goes by criterion, a rubric marked whole is refused")
  func wholeRefused() throws {
    var desk = try Desk(Repository.smallCounty, studios: ["2024-06-01"], on: "2024-06-01")
    let round = try desk.openWithPanel(2025...2025)
    let command = enter(desk, round, "J1", desk.sheet("YY001", "workshop-order", ["workshop-order": 8]))
    #expect(desk.refusal(of: command, as: "J1") == .wholeRefused("workshop-order", .workingRule))
  }

  @Test("one sheet does not come twice in one entry, for which of them counts would hang on their order")
  func twice() throws {
    let (desk, round) = try opened()
    let command = enter(desk, round, "J1", desk.sheet("YY001", c, ["C1": 3]), desk.sheet("YY001", c, ["C1": 4]))
    #expect(desk.refusal(of: command, as: "J1") == .sheetTwice(judge: "J1", studio: "YY001", rubric: c))
    let all = EnterAllSheets([
      enter(desk, round, "J1", desk.sheet("YY001", c, ["C1": 3])),
      enter(desk, round, "J1", desk.sheet("YY001", c, ["C1": 4])),
    ])
    #expect(desk.refusal(of: all, as: "clerk") == .sheetTwice(judge: "J1", studio: "YY001", rubric: c))
  }

  @Test("a studio outside the round is not marked")
  func outside() throws {
    var desk = try Desk(studios: ["2022-06-01", "2025-06-01"])
    let round = try desk.openWithPanel()
    let command = enter(desk, round, "J1", desk.sheet("YY002", c, ["C1": 3]))
    #expect(desk.refusal(of: command, as: "J1") == .notInRound("YY002", round))
  }

  @Test("an unfinished sheet cannot be signed: what is absent is not zero")
  func unfinished() throws {
    var (desk, round) = try opened()
    try desk.ask(enter(desk, round, "J1", desk.sheet("YY001", c, ["C2": 1])), as: "J1")
    let refusal = desk.refusal(of: SignSheets(round: round, sheets: []), as: "J1")
    #expect(refusal == .sheetUnfinished(studio: "YY001", rubric: c, missing: ["C1", "C3"]))
    try desk.ask(enter(desk, round, "J1", desk.sheet("YY001", c, ["C1": 0, "C2": 1, "C3": 0])), as: "J1")
    #expect(desk.refusal(of: SignSheets(round: round, sheets: []), as: "J1") == nil)
  }

  @Test("a signed sheet is locked, for its judge and for the bureau; nobody signs another's")
  func signing() throws {
    var (desk, round) = try opened()
    let sheet = desk.sheet("YY001", c, [c: 12])
    let name = SheetName(studio: desk.studio("YY001"), rubric: c)
    try desk.ask(enter(desk, round, "J1", sheet), as: "J1")
    #expect(
      desk.refusal(of: SignSheets(round: round, sheets: [name]), as: "J2")
        == .noSheet(judge: "J2", studio: "YY001", rubric: c))
    #expect(desk.refusal(of: SignSheets(round: round, sheets: []), as: "J2") == .nothingToDo)
    #expect(desk.refusal(of: SignSheets(round: round, sheets: [name]), as: "J8") == .notOnPanel("J8", round))
    try desk.ask(SignSheets(round: round, sheets: [name]), as: "J1")
    let locked = Refusal.sheetSigned(judge: "J1", studio: "YY001", rubric: c)
    #expect(desk.refusal(of: enter(desk, round, "J1", sheet), as: "J1") == locked)
    #expect(desk.refusal(of: enter(desk, round, "J1", sheet), as: "clerk") == locked)
    #expect(desk.refusal(of: SignSheets(round: round, sheets: [name]), as: "J1") == locked)
  }

  /// A round in which seven judges gave `YY001` 20 22 24 26 28 30 35 for technical breakthroughs.
  private func marked() throws -> (desk: Desk, round: ID<Round>) {
    var (desk, round) = try opened()
    for (number, points) in ([20, 22, 24, 26, 28, 30, 35] as [Points]).enumerated() {
      try desk.mark("YY001", in: round, by: "J\(number + 1)", points, 24, 12, 13)
    }
    return (desk, round)
  }

  @Test("a returned sheet is kept, its effect stated, and the judge signs another")
  func returned() throws {
    var (desk, round) = try marked()
    let decision = Decision.returnSheet(
      round: round, judge: desk.account("J1"), sheet: SheetName(studio: desk.studio("YY001"), rubric: a))
    try desk.carry(decision)
    // 20 22 24 26 28 30 35: 130 / 5 = 26. Without 20: 22 and 35 go, (24 + 26 + 28 + 30) / 4 = 27.
    let event = try #require(desk.journal.last?.event as? SheetReturned)
    let effect = try #require(event.effects.first)
    #expect(event.effects.count == 1)
    #expect([effect.sheetsBefore, effect.sheetsAfter] == [7, 6])
    #expect([effect.scoreBefore, effect.scoreAfter] == [26, 27])
    #expect(event.reason == "依据会议纪要")
    let earlier = try #require(try desk.earlier("YY001", a, in: round, by: "J1").first)
    #expect(earlier.why == .returned)
    #expect(earlier.sheet.marks == [a: 20])
    #expect(earlier.sheet.signed != nil)
    #expect(try desk.entered("YY001", a, in: round, by: "J1") == nil)
    #expect(try desk.entered("YY001", c, in: round, by: "J1")?.signed != nil)
    try desk.ask(enter(desk, round, "J1", desk.sheet("YY001", a, [a: 25])), as: "J1")
    try desk.ask(SignSheets(round: round, sheets: []), as: "J1")
    #expect(try desk.entered("YY001", a, in: round, by: "J1")?.marks == [a: 25])
    #expect(try desk.earlier("YY001", a, in: round, by: "J1").map(\.sheet.marks) == [[a: 20]])
  }

  @Test("only a signed sheet is returned, and there is no score below five sheets")
  func returnedBelowMinimum() throws {
    var (desk, round) = try opened()
    for judge in 1...5 { try desk.mark("YY001", in: round, by: "J\(judge)", 30, 24, 12, 13) }
    try desk.ask(enter(desk, round, "J6", desk.sheet("YY001", a, [a: 20])), as: "J6")
    func returning(_ judge: String) -> Decision {
      .returnSheet(round: round, judge: desk.account(judge), sheet: SheetName(studio: desk.studio("YY001"), rubric: a))
    }
    #expect(
      desk.refusal(of: Propose(returning("J6"), reason: "笔误"), as: "clerk")
        == .noSheet(judge: "J6", studio: "YY001", rubric: a))
    try desk.carry(returning("J5"))
    let effect = try #require((desk.journal.last?.event as? SheetReturned)?.effects.first)
    #expect([effect.sheetsBefore, effect.sheetsAfter] == [5, 4])
    #expect([effect.scoreBefore, effect.scoreAfter] == [30, nil])
  }

  @Test("an alternate takes a judge's seat in mid-round; the judge's sheets are kept, and their effect is stated")
  func replaced() throws {
    var (desk, round) = try marked()
    let (judge, other) = (desk.account("J7"), desk.account("J8"))
    try desk.ask(
      RecordEmployment(person: desk.person("J8"), employment: Employment(unit: "单位2", until: nil)), as: "clerk")
    #expect(
      desk.refusal(
        of: Propose(.replaceJudge(round: round, judge: judge, by: desk.account("J6")), reason: "因病"), as: "clerk")
        == .notAnAlternate("J6", round))
    #expect(
      desk.refusal(
        of: Propose(.replaceJudge(round: round, judge: desk.account("J9"), by: other), reason: "因病"), as: "clerk")
        == .notOnPanel("J9", round))
    try desk.carry(.replaceJudge(round: round, judge: judge, by: other))
    let found = try desk.round(round)
    #expect(found.marking.panel.map(desk.register.login) == ["J1", "J2", "J3", "J4", "J5", "J6", "J8"])
    #expect(found.alternates.map(desk.register.login) == ["J9"])
    let replacement = try #require(found.replacements.first)
    #expect(replacement.reason == "依据会议纪要")
    #expect(replacement.effects.map(\.rubric) == desk.rules.rubrics.map(\.id))
    // Without 35, 20 and 30 go as well: (22 + 24 + 26 + 28) / 4 = 25.
    #expect(replacement.effects.map(\.scoreBefore) == [26, 24, 12, 13])
    #expect(replacement.effects.map(\.scoreAfter) == [25, 24, 12, 13])
    #expect(replacement.effects.map(\.sheetsAfter) == [6, 6, 6, 6])
    #expect(try desk.earlier("YY001", a, in: round, by: "J7").map(\.why) == [.replaced])
    #expect(
      desk.refusal(of: enter(desk, round, "J7", desk.sheet("YY001", a, [a: 30])), as: "J7") == .notOnPanel("J7", round))
    #expect(found.isRecused(other, from: desk.studio("YY002")))
    #expect(!found.isRecused(other, from: desk.studio("YY001")))
    #expect(desk.refusal(of: enter(desk, round, "J8", desk.sheet("YY001", a, [a: 30])), as: "J8") == nil)
  }
}
