import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Nothing is accepted, failed or added because a form does not say what", .turns)
struct VerdictTests {
  private static let odd: [String?] = [nil, "", "maybe", "Accept"]

  @Test("a plan's review that neither accepts nor refuses is refused in words, with what was typed")
  func review() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let plan = try #require(try await own.read { $0.plan(of: studio, for: 2026)?.id })
    #expect(try await own.browser.post("/contact/plan/\(plan)/submit").status == 303)
    let clerk = try await own.site.client("org-clerk")
    let end = try await own.end()
    let path = "/studios/\(studio)/plan-review"
    for decision in Self.odd {
      var fields = ["plan": "\(plan)", "text": "目标可以考核"]
      fields["decision"] = decision
      let reply = try await clerk.post(path, fields)
      #expect(reply.status == 422, "\(decision ?? "none")")
      #expect(reply.text.contains(Language.zh.phrases.page(RegisterLabel.choiceNeeded)))
      #expect(reply.text.contains("目标可以考核</textarea>"))
    }
    #expect(try await own.end() == end)
    let fields = ["plan": "\(plan)", "text": "目标不可考核", "decision": "refuse"]
    #expect(try await clerk.post(path, fields).status == 303)
    #expect(try await own.read { $0.plans[plan]?.reviews.last?.isAccepted } == false)
  }

  @Test("the lists of a form have nothing chosen beforehand, and must be chosen from")
  func unchosen() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let plan = try #require(try await own.read { $0.plan(of: studio, for: 2026)?.id })
    #expect(try await own.browser.post("/contact/plan/\(plan)/submit").status == 303)
    let page = try await own.site.client("org-clerk").get("/studios/\(studio)").text
    let list = try #require(page.firstMatch(of: #/<select[^>]* name="decision"[^>]*>.*?<\/select>/#))
    #expect(list.output.contains(" required>") && list.output.contains("<option value=\"\">"))
    #expect(!list.output.contains(" selected"))
  }

  @Test("a training report without a verdict, and a plan's change of no kind, record nothing")
  func contact() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let plan = try #require(try await own.read { $0.plan(of: studio, for: 2026) })
    #expect(try await own.browser.post("/contact/plan/\(plan.id)/submit").status == 303)
    let found = try await own.read { $0.apprenticesInOrder.first { $0.studio == studio }?.id }
    let apprentice = try #require(found)
    let end = try await own.end()
    for word in Self.odd {
      var report = ["day": "2026-01-23", "document": "考核报告9号"]
      report["verdict"] = word
      let failed = try await own.browser.post("/contact/apprentices/\(apprentice)/report", report)
      #expect(failed.status == 422 && failed.text.contains(Language.zh.phrases.page(ContactLabel.verdictNeeded)))
      var change = ["title": "新增事项", "weight": "5", "reason": "上级要求"]
      change["do"] = word
      let added = try await own.browser.post("/contact/plan/\(plan.id)/change", change)
      #expect(added.status == 422 && added.text.contains(Language.zh.phrases.page(ContactLabel.chooseChange)))
    }
    #expect(try await own.end() == end)
  }
}
