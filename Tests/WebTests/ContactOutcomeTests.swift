import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("A contact reads the own outcome, once it is published, and learns nothing of who judged", .turns)
struct ContactOutcomeTests {
  /// The names, logins and units of all judges.
  private func judges(_ own: OwnClient) async throws -> [String] {
    let vault = Vault(try await own.site.store.vault())
    return try await own.read { register in
      register.accounts.values.filter { $0.role == .judge }.flatMap { account in
        [account.login, vault[account.person]?.name, account.id.description, account.person.description]
          .compactMap(\.self) + (register.persons[account.person]?.employments.map(\.unit) ?? [])
      }
    }
  }

  @Test("before publication there is nothing; neither of others, nor of rounds that are not")
  func unpublished() async throws {
    let own = try await OwnClient(TestSite())
    let round = try await own.site.round()
    let nobody = try await own.browser.get("/contact/outcomes/R999999")
    for path in ["/contact/outcomes/\(round.id)", "/contact/outcomes/\(round.id)/objection"] {
      let reply = try await own.browser.get(path)
      #expect(reply.status == 404)
      #expect(reply.text.replacing(path, with: "") == nobody.text.replacing("/contact/outcomes/R999999", with: ""))
    }
    #expect(try await own.browser.post("/contact/outcomes/\(round.id)/objection", ["text": "x"]).status == 404)
    #expect(!(try await own.browser.get("/contact/outcomes").text.contains("\(round.id)")))
  }

  @Test("judges are letters; no login, name, unit or id of any stands on the page", arguments: Language.allCases)
  func letters(_ language: Language) async throws {
    let own = try await OwnClient(TestSite(), language: language)
    let studio = try await own.site.studio(OwnClient.code).id
    let found = try #require(try await own.read { $0.published(for: studio).first })
    let text = try await own.browser.get("/contact/outcomes/\(found.round.id)").text
    for word in try await judges(own) {
      let pattern = "(?<![A-Za-z0-9])\(NSRegularExpression.escapedPattern(for: word))(?![A-Za-z0-9])"
      #expect(text.range(of: pattern, options: .regularExpression) == nil, "\(word)")
    }
    #expect(text.contains("<td>A</td>") && text.contains("<td>G</td>") && !text.contains("<td>H</td>"))
    // Every sum that a judge gave, and the score, stand there; so does what was dropped.
    for rubric in found.settled.rubrics {
      for points in rubric.judges.values { #expect(text.contains(points.description)) }
      let panel = try #require(rubric.panels.first)
      for login in panel.lowest + panel.highest {
        let points = try #require(rubric.judges[login])
        #expect(text.contains("<s>\(points)</s>"))
      }
    }
    #expect(text.contains(try #require(found.settled.score).description))
    #expect(text.contains(found.notice.until.description))
    #expect(try await own.browser.get("/contact/outcomes/\(found.round.id)").text == text)
  }

  @Test("the order of the letters is not that of the logins")
  func order() async throws {
    let own = try await OwnClient(TestSite())
    let (sorted, all) = try await own.read { register in
      let accounts = register.accounts.values.reduce(into: [:]) { $0[$1.login] = $1.id }
      let outcomes = register.studiosInOrder.flatMap { studio in
        register.published(for: studio.id).compactMap {
          OwnOutcome(of: studio.id, in: $0.round, version: $0.notice.version, accounts: accounts)
        }
      }
      let letters = outcomes.map { outcome in
        Set(outcome.settled.rubrics.flatMap(\.judges.keys)).sorted().map { outcome.letter(of: $0) }
      }
      return (letters.count { $0 == $0.sorted() }, letters.count)
    }
    // Of seven judges one order in 5,040 is that of the logins.
    #expect(all > 20 && sorted <= 1)
  }

  @Test("the reasons of the reference marks are the register's")
  func reasons() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let found = try #require(try await own.read { $0.published(for: studio).first })
    let text = try await own.browser.get("/contact/outcomes/\(found.round.id)").text
    for mark in found.settled.referenceMarks { #expect(text.contains("<td>\(mark.criterion) ")) }
  }

  @Test("an objection is raised for the own studio in the contact's name, and a late one is flagged")
  func objection() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let found = try #require(try await own.read { $0.published(for: studio).first })
    let path = "/contact/outcomes/\(found.round.id)/objection"
    let blank = try await own.browser.post(path, ["text": "  "])
    #expect(blank.status == 422)
    #expect(try await own.browser.get(path).text.contains(Language.zh.phrases.page(ContactLabel.lateObjection)))
    #expect(try await own.browser.post(path, ["text": "A3 未见财务证明 <script>"]).status == 303)
    let raised = try #require(
      try await own.read { $0.rounds[found.round.id]?.objections.values.max { $0.id < $1.id } })
    let person: ID<Person>? = try await own.site.account("yy001").person
    #expect((raised.studio, raised.by, raised.isLate) == (studio, person, true))
    let text = try await own.browser.get("/contact/outcomes/\(found.round.id)").text
    #expect(text.contains("A3 未见财务证明 &lt;script&gt;") && !text.contains("<script>"))
  }

  @Test("what is another studio's is not there, by whichever id")
  func others() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let (plan, apprentice, claim, member) = try await own.read { register in
      (
        register.plansInOrder.first { $0.studio != studio }?.id,
        register.apprenticesInOrder.first { $0.studio != studio }?.id,
        register.evidenceInOrder.first { $0.studio != studio }?.id,
        register.studiosInOrder.filter { $0.id != studio }.lazy.compactMap {
          register.careFile(of: $0.id).team.first?.person
        }.first
      )
    }
    let (p, a, e, m) = (
      try #require(plan), try #require(apprentice), try #require(claim), try #require(member)
    )
    let before = try await own.end()
    for path in ["/contact/plan/\(p)", "/contact/apprentices/\(a)", "/contact/claims/\(e)/scan", "/contact/plan/x"] {
      #expect(try await own.browser.get(path).status == 404, "\(path)")
    }
    for path in [
      "/contact/plan/\(p)/submit", "/contact/plan/\(p)/change", "/contact/plan/\(p)/completion",
      "/contact/apprentices/\(a)/end", "/contact/apprentices/\(a)/promotion", "/contact/apprentices/\(a)/report",
      "/contact/members/\(m)/end", "/contact/evidence/poems",
    ] {
      #expect(try await own.browser.post(path, ["day": "2026-01-20", "verdict": "pass"]).status == 404, "\(path)")
    }
    #expect(try await own.end() == before)
  }
}
