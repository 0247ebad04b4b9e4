import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("While sheets are missing, officials read no score either", .turns)
struct HiddenScoreTests {
  /// Six judges of seven have signed, so that every panel has a score; J3's sheet is proposed to be returned.
  private func site() async throws -> (TestSite, RoundOffice, ID<Proposal>) {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    for login in ["J4", "J5", "J6"] {
      try await office.enter(login)
      try await office.site.ask(login, SignSheets(round: office.id, sheets: []))
    }
    let proposal = try await site.registrar.read { $0.pending.first?.id }
    return (site, office, try #require(proposal))
  }

  /// J7 signs, and J3 once more what was returned, so that nothing is missing.
  private func complete(_ office: RoundOffice, _ sheet: SheetName) async throws {
    try await office.enter("J7")
    let again = try await office.site.exampleSheets(of: "J3")
      .filter { $0.studio == sheet.studio && $0.rubric == sheet.rubric }
    try await office.site.ask(
      "J3", EnterSheets(round: office.id, judge: try await office.site.account("J3").id, sheets: again))
    for login in ["J7", "J3"] { try await office.site.ask(login, SignSheets(round: office.id, sheets: [])) }
    #expect(try await office.round().isWhollySigned)
  }

  private func returned(at site: TestSite) async throws -> (sequence: Int, event: SheetReturned) {
    let entry = try #require(try await site.store.entries(after: 0).last { $0.kind == SheetReturned.kind })
    return (entry.sequence, try #require(try EventCodec.decode(entry).event as? SheetReturned))
  }

  private static var number: Regex<Substring> { #/[0-9]+\.[0-9]{2}/# }
  private static var score: Regex<Substring> { #/份，得分 [0-9]/# }

  @Test("a proposed return shows numbers of sheets, and scores once all are signed", arguments: Language.allCases)
  func proposal(_ language: Language) async throws {
    let (site, office, proposal) = try await site()
    let approver = try await site.client("approver", language: language)
    let early = try await approver.get("/pending/\(proposal)").middle
    #expect(early.contains(language.phrases.page(RoundLabel.scoresHidden)))
    #expect(early.firstMatch(of: Self.number) == nil)
    try await office.enter("J7")
    try await office.site.ask("J7", SignSheets(round: office.id, sheets: []))
    let late = try await approver.get("/pending/\(proposal)").middle
    #expect(!late.contains(language.phrases.page(RoundLabel.scoresHidden)))
    #expect(late.firstMatch(of: Self.number) != nil)
  }

  @Test("what was returned stands in no history with its scores, until the sheets are whole again")
  func histories() async throws {
    let (site, office, _) = try await site()
    try await office.site.approveLast()
    let (sequence, returned) = try await returned(at: site)
    let effect = try #require(returned.effects.first)
    #expect(effect.scoreBefore != nil)
    let words = "已签名评分表 \(effect.sheetsBefore) 份 → \(effect.sheetsAfter) 份"
    let paths = [
      "/journal?kind=\(SheetReturned.kind)", "/journal/\(sequence)", "/studios/\(returned.sheet.studio)",
    ]
    let (watch, approver) = (try await site.client("watch"), try await site.client("approver"))
    for client in [watch, approver] {
      for path in paths {
        let text = try await client.get(path).middle
        #expect(text.contains(words), "\(path)")
        #expect(text.firstMatch(of: Self.score) == nil, "\(path)")
      }
    }
    try await complete(office, returned.sheet)
    for path in paths { #expect(try await watch.get(path).middle.firstMatch(of: Self.score) != nil, "\(path)") }
  }

  @Test("the text of an entry with marks in it is the supervisor's alone to check, until all sheets are signed")
  func payloads() async throws {
    let (site, office, _) = try await site()
    try await office.site.approveLast()
    let entries = try await site.store.entries(after: 0)
    let (watch, approver) = (try await site.client("watch"), try await site.client("approver"))
    for kind in [SheetsEntered.kind, SheetReturned.kind] {
      let sequence = try #require(entries.last { $0.kind == kind }).sequence
      let withheld = Language.zh.phrases.page(WatchLabel.payloadWithheld)
      let page = try await approver.get("/journal/\(sequence)")
      #expect(page.status == 200 && page.text.contains(withheld) && !page.text.contains("class=\"payload\""))
      #expect(!page.text.contains("/line\""))
      let line = try await approver.get("/journal/\(sequence)/line")
      #expect(line.status == 422 && line.text.contains(withheld))
      #expect(try await watch.get("/journal/\(sequence)").text.contains("class=\"payload\""))
      #expect(try await watch.get("/journal/\(sequence)/line").status == 200)
    }
    // The rounds before, and what holds no marks, are open to both.
    let earlier = try #require(entries.first { $0.kind == SheetsEntered.kind }).sequence
    #expect(try await approver.get("/journal/\(earlier)/line").status == 200)
    #expect(try await approver.get("/journal/1/line").status == 200)
    try await complete(office, try await returned(at: site).event.sheet)
    let last = try #require(entries.last { $0.kind == SheetsEntered.kind }).sequence
    #expect(try await approver.get("/journal/\(last)/line").status == 200)
  }
}
