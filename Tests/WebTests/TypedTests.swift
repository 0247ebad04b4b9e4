import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("What is typed is read by the same rules on every page", .turns)
struct TypedTests {
  @Test(
    "a sum may have commas before groups of three digits, and full-width signs; a comma elsewhere is no guess of ours",
    arguments: [
      ("1860.50", 186_050), ("1,860.50", 186_050), ("１，８６０．５", 186_050), ("12,345,678", 1_234_567_800),
      ("6,5", nil), ("1,8605", nil), (",860", nil), ("1234,567", nil), ("1.860,50", nil), ("", nil), ("-5", nil),
    ] as [(String, Int?)])
  func sums(_ text: String, _ fen: Int?) {
    #expect(Yuan.fen(text) == fen)
  }

  @Test("a day with full-width digits is a day at every desk, and one that is none is refused in the same words")
  func days() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let clerk = try await own.site.client("clerk")
    let wide = ["kind": "inspection", "happened": "２０２６-０１-２２", "content": "台账齐全"]
    #expect(try await clerk.post("/studios/\(studio)/visit", wide).status == 303)
    #expect(try await own.read { $0.careFile(of: studio).reports.last?.happened } == Day("2026-01-22"))
    let report = ["kind": "major-event", "happened": "２０２６-０１-２０", "content": "承办全县焊工比武"]
    #expect(try await own.browser.post("/contact/reports", report).status == 303)
    let words = Language.zh.phrases.notice(RegisterNotice.badDay("gestern"))
    let odd = ["happened": "gestern"]
    let replies = [
      try await clerk.post("/studios/\(studio)/visit", wide.merging(odd) { $1 }),
      try await own.browser.post("/contact/reports", report.merging(odd) { $1 }),
    ]
    for reply in replies { #expect(reply.status == 422 && reply.text.contains(words)) }
  }

  @Test("a contact's sum is read as a clerk's, and so is a number of years")
  func numbers() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let spent = ["fund": "unit", "sum": "1,860.50", "purpose": "other", "document": "发票9号", "day": "2026-01-19"]
    #expect(try await own.browser.post("/contact/spending", spent).status == 303)
    #expect(try await own.read { $0.ledgers[studio]?.entries.last?.fen } == -186_050)
    let odd = try await own.browser.post("/contact/spending", spent.merging(["sum": "6,5"]) { $1 })
    #expect(odd.status == 422 && odd.text.contains(Language.zh.phrases.notice(RegisterNotice.badSum("6,5"))))
    let member = ["name": "龚自立", "qualification": "technician", "years": "七", "joined": "2026-01-05"]
    let refused = try await own.browser.post("/contact/members", member)
    #expect(refused.status == 422 && refused.text.contains(Language.zh.phrases.notice(RegisterNotice.badNumber("七"))))
    #expect(try await own.browser.post("/contact/members", member.merging(["years": "７"]) { $1 }).status == 303)
  }
}
