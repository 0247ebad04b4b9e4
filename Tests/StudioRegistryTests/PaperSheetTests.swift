import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("A judge's paper is entered by two persons, and signed where both read the same")
struct PaperSheetTests {
  private let c = "competition-results"
  private let d = "annual-plan-fulfilment"
  private let scan = String(repeating: "ab", count: 32)

  private func opened() throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: ["J8"])
    return (desk, round)
  }

  private func first(_ desk: Desk, _ round: ID<Round>, _ sheets: SheetMarks...) -> EnterSheets {
    EnterSheets(round: round, judge: desk.account("J1"), sheets: sheets)
  }

  private func second(_ desk: Desk, _ round: ID<Round>, _ sheets: SheetMarks...) -> CheckPaperSheets {
    CheckPaperSheets(round: round, judge: desk.account("J1"), sheets: sheets, scan: scan)
  }

  @Test("the same twice signs and locks them, and the scan stands with the event and the sheet")
  func same() throws {
    var (desk, round) = try opened()
    let sheets = [desk.sheet("YY001", c, ["C1": 3, "C2": 1, "C3": 2]), desk.sheet("YY001", d, [d: 17])]
    try desk.ask(first(desk, round, sheets[0], sheets[1]), as: "clerk")
    let events = try desk.ask(second(desk, round, sheets[0], sheets[1]), as: "org-clerk")
    let signed = try #require(events.first as? SheetsSignedOnPaper)
    #expect(events.count == 1 && signed.files == [scan] && signed.persons == [desk.person("org-clerk")])
    for rubric in [c, d] {
      let sheet = try #require(try desk.entered("YY001", rubric, in: round, by: "J1"))
      #expect(sheet.signed == desk.register.sequence && sheet.scan == scan)
    }
    let locked = Refusal.sheetSigned(judge: "J1", studio: "YY001", rubric: c)
    #expect(desk.refusal(of: first(desk, round, sheets[0]), as: "clerk") == locked)
    #expect(desk.refusal(of: second(desk, round, sheets[0]), as: "clerk-2") == locked)
    #expect(try desk.round(round).unsigned.count { $0.judge == desk.account("J1") } == 10)
  }

  @Test("every place that differs is listed, marks and reasons, and nothing is signed")
  func differences() throws {
    var (desk, round) = try opened()
    let paper = SheetMarks(
      studio: desk.studio("YY001"), rubric: c, marks: ["C1": 3, "C2": 1, "C3": 2], reasons: ["C1": "省赛 二等奖"])
    try desk.ask(first(desk, round, paper), as: "clerk")
    func differing(_ marks: [String: Points], _ reasons: [String: String]) -> [String]? {
      let sheet = SheetMarks(studio: paper.studio, rubric: c, marks: marks, reasons: reasons)
      guard case .paperSheet(.differ("J1", let found)) = desk.refusal(of: second(desk, round, sheet), as: "clerk-2")
      else {
        return nil
      }
      return found.map {
        "\($0.criterion) \($0.first.marks?.description ?? "-") \($0.second.marks?.description ?? "-")"
      }
    }
    #expect(differing(["C1": 3, "C2": 1.5, "C3": 2], ["C1": "省赛二等奖"]) == ["C2 1.00 1.50"])
    #expect(differing(["C1": 3, "C2": 1], ["C1": "省赛二等奖"]) == ["C3 2.00 -"])
    #expect(differing(["C1": 3, "C2": 1, "C3": 2], [:]) == ["C1 3.00 3.00"])
    #expect(differing([c: 6], [:]) == ["C1 3.00 -", "C2 1.00 -", "C3 2.00 -", "\(c) - 6.00"])
    #expect(try desk.entered("YY001", c, in: round, by: "J1")?.signed == nil)
    let same = SheetMarks(studio: paper.studio, rubric: c, marks: paper.marks, reasons: ["C1": "省赛二等奖 "])
    #expect(desk.refusal(of: second(desk, round, same), as: "clerk-2") == nil)
  }

  @Test("who entered it first does not enter it again, nor one who acts for that person")
  func otherPerson() throws {
    var (desk, round) = try opened()
    let sheet = desk.sheet("YY001", c, [c: 12])
    try desk.ask(first(desk, round, sheet), as: "clerk")
    let own = Refusal.paperSheet(.own(judge: "J1", studio: "YY001", rubric: c))
    #expect(desk.refusal(of: second(desk, round, sheet), as: "clerk") == own)
    try desk.open("clerk-3", .bureauClerk, person: desk.person("clerk"))
    #expect(desk.refusal(of: second(desk, round, sheet), as: "clerk-3") == own)
    // The first entry is now another's: the one who entered it before may check it.
    try desk.ask(first(desk, round, sheet), as: "clerk-2")
    #expect(desk.refusal(of: second(desk, round, sheet), as: "clerk-2") == own)
    #expect(desk.refusal(of: second(desk, round, sheet), as: "clerk") == nil)
  }

  @Test("there has to be a first entry from paper, whole, and a scan")
  func preconditions() throws {
    var (desk, round) = try opened()
    let (whole, part) = (desk.sheet("YY001", c, [c: 12]), desk.sheet("YY002", c, ["C1": 3]))
    let absent = Refusal.paperSheet(.notEntered(judge: "J1", studio: "YY001", rubric: c))
    #expect(desk.refusal(of: second(desk, round, whole), as: "clerk-2") == absent)
    try desk.ask(first(desk, round, whole), as: "J1")
    #expect(desk.refusal(of: second(desk, round, whole), as: "clerk-2") == absent)
    try desk.ask(first(desk, round, whole, part), as: "clerk")
    let unfinished = Refusal.sheetUnfinished(studio: "YY002", rubric: c, missing: ["C2", "C3"])
    #expect(desk.refusal(of: second(desk, round, part), as: "clerk-2") == unfinished)
    let unscanned = CheckPaperSheets(round: round, judge: desk.account("J1"), sheets: [whole], scan: "abc")
    #expect(desk.refusal(of: unscanned, as: "clerk-2") == .badDigest)
    #expect(desk.refusal(of: second(desk, round), as: "clerk-2") == .nothingToDo)
    #expect(
      desk.refusal(of: second(desk, round, whole, whole), as: "clerk-2")
        == .sheetTwice(judge: "J1", studio: "YY001", rubric: c))
  }

  @Test("a journal that says otherwise is noticed: the first person's own signature, or a sheet that nobody entered")
  func strict() throws {
    var (desk, round) = try opened()
    let name = SheetName(studio: desk.studio("YY001"), rubric: c)
    func allows(by login: String, persons: [ID<Person>]) -> Bool {
      let event = SheetsSignedOnPaper(
        round: round, judge: desk.account("J1"), sheets: [name], scan: scan, persons: persons)
      let record = Record(sequence: desk.register.sequence + 1, on: desk.today, actor: desk.account(login))
      return desk.register.allows(event, as: record)
    }
    #expect(!allows(by: "clerk-2", persons: [desk.person("clerk-2")]))
    try desk.ask(first(desk, round, desk.sheet("YY001", c, [c: 12])), as: "clerk")
    #expect(allows(by: "clerk-2", persons: [desk.person("clerk-2")]))
    #expect(!allows(by: "clerk", persons: [desk.person("clerk")]))
    #expect(!allows(by: "clerk", persons: [desk.person("clerk-2")]))
  }
}
