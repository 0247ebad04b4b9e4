import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Who watches reads everything and changes nothing", .turns)
struct SupervisorTests {
  private func account(_ login: String, _ site: TestSite) async throws -> ID<Account> {
    try #require(try await site.registrar.read { $0.account(login: login)?.id })
  }

  @Test("accounts of everybody, deputies and how codes stand, without a single form", arguments: Language.allCases)
  func access(_ language: Language) async throws {
    let site = try await TestSite()
    let (clerk, principal) = (try await account("clerk", site), try await account("approver", site))
    let (from, until) = (try #require(Day("2026-01-20")), try #require(Day("2026-02-01")))
    try await site.ask("approver", AppointDeputy(for: principal, deputy: clerk, from: from, until: until))
    let watch = try await site.client("watch", language: language)
    let reply = try await watch.get("/access")
    #expect(reply.status == 200 && reply.forms == 0)
    for text in ["formaction", "type=\"checkbox\"", "action=\"/access"] { #expect(!reply.text.contains(text)) }
    for login in ["clerk", "approver", "org", "J4", "yy001"] { #expect(reply.middle.contains(">\(login)<")) }
    #expect(reply.middle.contains(">2026-01-20<") && reply.middle.contains(">2026-02-01<"))
    #expect(reply.middle.contains(language.phrases.page(LoginLabel.passwordIsNotSet)))
    #expect(try await watch.post("/access/\(principal)/revoke").status == 403)
    #expect(try await watch.post("/access/slips", ["account": "\(clerk)", "until": "2026-02-01"]).status == 403)
    // Whoever issues codes has the forms as before.
    #expect(try await site.client("approver").get("/access").text.contains("formaction"))
  }

  @Test("what holds an erasure and how long records are kept, by ids alone")
  func retention() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY003")
    try await site.ask("approver", PlaceHold(.person(studio.expert), reason: "行政诉讼期间"))
    let name = try #require(try await Vault(site.store.vault())[studio.expert]?.name)
    let before = try await site.site.side.readings().count
    for login in ["watch", "approver"] {
      let page = try await site.client(login).get("/retention")
      #expect(page.status == 200 && page.forms == 0)
      #expect(page.middle.contains("行政诉讼期间") && page.middle.contains("\(studio.expert)"))
      #expect(!page.text.contains(name))
    }
    #expect(try await site.site.side.readings().count == before)
    let periods = try await site.registrar.read { try $0.life().retention.periods }
    let page = try await site.client("watch").get("/retention")
    for period in periods { #expect(page.middle.contains(period.title.zh.htmlEscaped)) }
    for login in ["clerk", "org", "J4", "yy001", "industry"] {
      #expect(try await site.client(login).get("/retention").status == 403)
    }
  }

  @Test("points certified off the system stand on the studio's page, for officials alone")
  func certified() async throws {
    let site = try await TestSite()
    let clerk = try await account("clerk", site)
    try await site.ask("approver", GrantClearance(account: clerk))
    let (round, studio) = (try await site.round(), try await site.studio("YY001").id)
    try await site.ask(
      "clerk",
      CertifyPoints(
        round: round.id, studio: studio, rubric: round.rules.rubrics[0].id, points: Points(hundredths: 125),
        reason: "certified-off-system", token: "T-77"))
    let page = try await site.client("watch").get("/studios/\(studio)").text
    #expect(page.contains(Language.zh.phrases.page(RegisterLabel.sectionCertified)))
    #expect(page.contains("<td>T-77</td>") && page.contains(">1.25</td>"))
    #expect(page.contains(Language.zh.phrases.state(CertifiedPoints.State.entered)))
    #expect(try await !site.client("industry").get("/studios/\(studio)").text.contains("T-77"))
  }
}
