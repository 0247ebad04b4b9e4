import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Art. 13: a panel of odd size, and nobody marks where a relation stands in the way")
struct PanelTests {
  private let seven = (1...7).map { "J\($0)" }

  @Test(
    "seven need no reason, another odd number does, an even one or one below the minimum of five is refused",
    arguments: [
      (7, nil, nil), (7, "会议决定", nil), (5, "人手不足", nil), (9, "影响重大", nil),
      (5, nil, Refusal.panelSize(5, usual: 7, .workingRule)), (5, " ", .panelSize(5, usual: 7, .workingRule)),
      (9, nil, .panelSize(9, usual: 7, .workingRule)),
      (6, nil, .panelEven(6)), (6, "会议决定", .panelEven(6)), (8, nil, .panelEven(8)), (0, "会议决定", .panelEven(0)),
      (3, "会议决定", .panelTooSmall(3, needed: 5, .workingRule)), (1, nil, .panelTooSmall(1, needed: 5, .workingRule)),
    ] as [(Int, String?, Refusal?)])
  func size(_ judges: Int, _ reason: String?, _ expected: Refusal?) throws {
    var desk = try Desk()
    let round = try desk.openRound()
    let command = desk.panel(round, (0..<judges).map { "J\($0 + 1)" }, reason: reason)
    #expect(desk.refusal(of: command, as: "clerk") == expected)
    guard expected == nil else { return }
    try desk.ask(command, as: "clerk")
    #expect(try desk.round(round).marking.panel.map(desk.register.login) == (1...judges).map { "J\($0)" })
  }

  @Test("everybody on it is a judge with an open account, and sits there once")
  func members() throws {
    var desk = try Desk()
    let round = try desk.openRound()
    try desk.open("J20", .judge, person: desk.person("J1"))
    func refusal(_ judges: [String], _ alternates: [String] = []) -> Refusal? {
      desk.refusal(of: desk.panel(round, judges, alternates), as: "clerk")
    }
    #expect(refusal(Array(seven.dropLast()) + ["clerk"]) == .notAJudge("clerk"))
    #expect(refusal(Array(seven.dropLast()) + ["J1"]) == .judgeTwice("J1"))
    #expect(refusal(Array(seven.dropLast()) + ["J20"]) == .judgeTwice("J20"))
    #expect(refusal(seven, ["J1"]) == .judgeTwice("J1"))
    #expect(refusal(seven, ["J20"]) == .judgeTwice("J20"))
    #expect(refusal(seven, ["approver"]) == .notAJudge("approver"))
    #expect(refusal(seven, ["J8"]) == nil)
    try desk.ask(CloseAccount(account: desk.account("J3"), reason: "辞任"), as: "approver")
    #expect(refusal(seven) == .unknownAccount)
  }

  @Test(
    "whoever has an open account at a desk, or watches, judges with no other account either",
    arguments: [
      Role.bureauClerk, .bureauApprover, .organisationClerk, .organisationApprover, .supervisor, .department,
    ])
  func atDesk(_ role: Role) throws {
    var desk = try Desk()
    let round = try desk.openRound()
    try desk.open("second-hat", role, person: desk.person("J2"))
    let expected: Refusal? = role == .department ? nil : .judgeAtDesk("J2", desk: "second-hat")
    #expect(desk.refusal(of: desk.panel(round, seven), as: "clerk") == expected)
    let others = ["J1"] + (3...8).map { "J\($0)" }
    #expect(desk.refusal(of: desk.panel(round, others, ["J2"]), as: "clerk") == expected)
    #expect(desk.refusal(of: desk.panel(round, others), as: "clerk") == nil)
    try desk.ask(CloseAccount(account: desk.account("second-hat"), reason: "调离"), as: "approver")
    #expect(desk.refusal(of: desk.panel(round, seven), as: "clerk") == nil)
  }

  @Test("the panel may be named anew until the first sheet is entered, and not after it, even when that was returned")
  func inUse() throws {
    var desk = try Desk()
    let round = try desk.openRound()
    let other = desk.panel(round, (2...8).map { "J\($0)" })
    try desk.ask(desk.panel(round, seven), as: "clerk")
    #expect(desk.refusal(of: other, as: "clerk") == nil)
    try desk.ask(EnterSheets(round: round, judge: desk.account("J1"), sheets: [desk.sheets("YY001", 80)[0]]), as: "J1")
    #expect(desk.refusal(of: other, as: "clerk") == .panelInUse(round))
    try desk.ask(SignSheets(round: round, sheets: []), as: "J1")
    let name = SheetName(studio: desk.studio("YY001"), rubric: "technical-breakthroughs")
    try desk.carry(.returnSheet(round: round, judge: desk.account("J1"), sheet: name))
    #expect(try desk.round(round).marking.sheets.isEmpty)
    #expect(desk.refusal(of: other, as: "clerk") == .panelInUse(round))
  }

  @Test(
    "who works in the unit, or left it less than three years ago, is recused; the third anniversary is still within",
    arguments: [
      ("单位1", nil, true), ("单位1", "2026-01-05", true), ("单位1", "2023-01-05", true), ("单位1", "2023-01-04", false),
      ("单位1", "2015-01-01", false), ("别的单位", nil, false),
    ] as [(String, Day?, Bool)])
  func sameUnit(_ unit: String, _ until: Day?, _ isRecused: Bool) throws {
    var desk = try Desk()
    let round = try desk.openRound(on: "2026-01-05")
    for judge in ["J2", "J8"] {
      let employment = Employment(unit: unit, until: until)
      try desk.ask(RecordEmployment(person: desk.person(judge), employment: employment), as: "clerk")
    }
    try desk.ask(desk.panel(round, seven, ["J8"]), as: "clerk")
    let found = try desk.round(round)
    for judge in ["J1", "J2", "J8"] {
      #expect(found.isRecused(desk.account(judge), from: desk.studio("YY001")) == (isRecused && judge != "J1"))
      #expect(!found.isRecused(desk.account(judge), from: desk.studio("YY002")))
    }
    for recusal in found.marking.recusals.values {
      #expect(recusal.relation == .sameUnit)
      #expect(recusal.origin == .found)
    }
  }

  @Test("two years in the small county")
  func sameUnitElsewhere() throws {
    var desk = try Desk(Repository.smallCounty, studios: ["2024-06-01"], on: "2024-06-01")
    let round = try desk.openRound(2025...2025, on: "2026-01-05")
    let days: [(String, Day)] = [("J1", "2024-01-05"), ("J2", "2024-01-04")]
    for (judge, until) in days {
      let employment = Employment(unit: "单位1", until: until)
      try desk.ask(RecordEmployment(person: desk.person(judge), employment: employment), as: "clerk")
    }
    try desk.ask(desk.panel(round, ["J1", "J2", "J3"]), as: "clerk")
    #expect(try desk.round(round).isRecused(desk.account("J1"), from: desk.studio("YY001")))
    #expect(try !desk.round(round).isRecused(desk.account("J2"), from: desk.studio("YY001")))
  }

  @Test("a studio's own expert and contact are recused from it, whatever is known of where they work")
  func ownStudio() throws {
    var desk = try Desk()
    let round = try desk.openRound()
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    try desk.open("J21", .judge, person: expert)
    try desk.open("J22", .judge, person: desk.person("contact"))
    try desk.ask(desk.panel(round, ["J1", "J2", "J3", "J4", "J5", "J21", "J22"]), as: "clerk")
    let found = try desk.round(round)
    for judge in ["J21", "J22"] {
      #expect(found.isRecused(desk.account(judge), from: desk.studio("YY001")))
      #expect(!found.isRecused(desk.account(judge), from: desk.studio("YY002")))
    }
  }

  @Test("a judge declares a recusal, the bureau enters one, and a judge does not declare another's")
  func declared() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: ["J8"])
    func recusal(_ judge: String, _ relation: JudgeRecused.Relation = .kin, _ reason: String = "") -> Recuse {
      Recuse(
        round: round, judge: desk.account(judge), studio: desk.studio("YY001"), relation: relation, reason: reason)
    }
    #expect(desk.refusal(of: recusal("J2"), as: "J1") == .othersSheet)
    #expect(desk.refusal(of: recusal("J1", .other), as: "J1") == .reasonNeeded)
    #expect(desk.refusal(of: recusal("J9"), as: "J9") == .notOnPanel("J9", round))
    try desk.ask(recusal("J1", .masterAndApprentice), as: "J1")
    try desk.ask(recusal("J2", .jointProject), as: "clerk")
    try desk.ask(recusal("J8", .other, "有过诉讼"), as: "clerk")
    let recusals = try desk.round(round).marking.recusals.values.sorted { $0.judge < $1.judge }
    #expect(recusals.map(\.origin) == [.declared, .entered, .entered])
    #expect(recusals.map(\.relation) == [.masterAndApprentice, .jointProject, .other])
    #expect(desk.refusal(of: recusal("J1"), as: "J1") == .recusedAlready(judge: "J1", studio: "YY001"))
    let sheets = EnterSheets(round: round, judge: desk.account("J1"), sheets: desk.sheets("YY001", 80))
    #expect(desk.refusal(of: sheets, as: "J1") == .recusedAlready(judge: "J1", studio: "YY001"))
  }

  @Test("what a judge had marked before a recusal is set aside and kept, with the effect in numbers")
  func recusedLate() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    // Sorted 20 22 24 26 28 30 35: 20 and 35 are dropped, 130 / 5 = 26. Without 35: 20 and 30 go, 100 / 4 = 25.
    for (judge, points) in zip(seven, [20, 22, 24, 26, 28, 30, 35] as [Points]) {
      try desk.mark("YY001", in: round, by: judge, points, 24, 12, 13)
    }
    try desk.ask(
      Recuse(round: round, judge: desk.account("J7"), studio: desk.studio("YY001"), relation: .kin, reason: "叔侄"),
      as: "J7")
    #expect(try desk.entered("YY001", "technical-breakthroughs", in: round, by: "J7") == nil)
    let kept = try desk.earlier("YY001", "technical-breakthroughs", in: round, by: "J7")
    #expect(kept.map(\.why) == [.recused])
    #expect(kept.map(\.sheet.marks) == [["technical-breakthroughs": 35]])
    let effects = try #require(try desk.round(round).marking.recusals.values.first?.effects)
    #expect(effects.map(\.rubric) == desk.rules.rubrics.map(\.id))
    #expect(effects.map(\.sheetsBefore) == [7, 7, 7, 7])
    #expect(effects.map(\.sheetsAfter) == [6, 6, 6, 6])
    #expect(effects.map(\.scoreBefore) == [26, 24, 12, 13])
    #expect(effects.map(\.scoreAfter) == [25, 24, 12, 13])
  }

  @Test("a studio outside the round needs no recusal")
  func outside() throws {
    var desk = try Desk(studios: ["2022-06-01", "2025-06-01"])
    let round = try desk.openWithPanel()
    let command = Recuse(
      round: round, judge: desk.account("J1"), studio: desk.studio("YY002"), relation: .kin, reason: "")
    #expect(desk.refusal(of: command, as: "J1") == .notInRound("YY002", round))
  }
}
