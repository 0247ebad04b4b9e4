import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("The approver's desk", .turns)
struct ApproverTests {
  /// The story's pending return: J3's sheet of a studio and a rubric.
  private func pending(_ site: TestSite) async throws -> (proposal: Proposal, key: SheetKey) {
    let found = try await site.registrar.read { register in
      register.pending.first.flatMap { proposal -> (Proposal, SheetKey)? in
        guard case .returnSheet(let round, let judge, let sheet) = proposal.decision,
          let place = register.rounds[round]?.rubric(sheet.rubric)
        else { return nil }
        return (proposal, SheetKey(judge: judge, studio: sheet.studio, rubric: place))
      }
    }
    return try #require(found)
  }

  @Test("a proposal's page says what, who, why, when, by which document and article, and what follows from it")
  func page() async throws {
    let site = try await TestSite()
    let (proposal, key) = try await pending(site)
    let round = try await site.round()
    let text = try await site.client("approver").get("/pending/\(proposal.id)").text
    #expect(text.contains("clerk") && text.contains(proposal.reason) && text.contains(proposal.on.description))
    #expect(text.contains("云人社发〔2022〕46号"))
    #expect(text.contains(round.rules.rubrics[key.rubric].title.zh))
    // Three judges have signed every sheet; with J3's taken back two are left, fewer than any panel needs for a score.
    let effect = text.replacing(/\s+/, with: " ")
    #expect(effect.contains("<td class=\"number\">3</td><td class=\"number\">2</td>"))
    #expect(text.contains("action=\"/pending/\(proposal.id)/approve\""))
    #expect(try await site.client("approver").get("/pending").text.contains("/pending/\(proposal.id)"))
    #expect(try await site.client("approver").get("/pending/D999999").status == 404)
  }

  @Test("approving the pending return gives the judge the sheet back")
  func approve() async throws {
    let site = try await TestSite()
    let (proposal, key) = try await pending(site)
    #expect(try await site.round().marking.sheets[key]?.signed != nil)
    let client = try await site.client("approver")
    let reply = try await client.post("/pending/\(proposal.id)/approve")
    #expect(reply.status == 303)
    let round = try await site.round()
    #expect(round.marking.sheets[key] == nil)
    #expect(round.earlier[key]?.last?.why == .returned)
    #expect(round.unsigned.contains(key))
    #expect(try await client.get(try #require(reply.location)).text.contains("已批准并执行"))
    #expect(try await client.post("/pending/\(proposal.id)/approve").status == 422)
  }

  @Test("who proposed cannot approve, not with another account either; it is said in words and nothing changes")
  func own() async throws {
    let site = try await TestSite()
    let (proposal, key) = try await pending(site)
    try await site.open("second-hat", .bureauApprover, for: try await site.account("clerk").person)
    let end = try await site.registrar.end()
    #expect(try await site.client("clerk").post("/pending/\(proposal.id)/approve").status == 403)
    let client = try await site.client("second-hat")
    let words = Language.zh.phrases.refusal(.ownProposal(proposal.id))
    let page = try await client.get("/pending/\(proposal.id)").text
    #expect(page.contains(words) && !page.contains("/approve\""))
    let reply = try await client.post("/pending/\(proposal.id)/approve")
    #expect(reply.status == 422 && reply.text.contains(words))
    // The bureau's decision alone: the other department's approver has no part in it.
    let other = try await site.client("org").post("/pending/\(proposal.id)/approve")
    #expect(other.status == 422)
    #expect(try await site.registrar.end() == end)
    #expect(try await site.round().marking.sheets[key]?.signed != nil)
  }

  @Test("a proposal goes back with a reason, and without one it stays")
  func sendBack() async throws {
    let site = try await TestSite()
    let (proposal, key) = try await pending(site)
    let client = try await site.client("approver")
    let blank = try await client.post("/pending/\(proposal.id)/send-back", ["reason": "  "])
    #expect(blank.status == 422 && blank.text.contains("请填写退回理由"))
    #expect(try await site.registrar.read { $0.pending.count } == 1)
    let hostile = "请补充说明<b>&\"'\u{202E}"
    #expect(try await client.post("/pending/\(proposal.id)/send-back", ["reason": hostile]).status == 303)
    #expect(try await site.registrar.read { $0.proposals[proposal.id]?.sentBack } == hostile)
    #expect(try await site.round().marking.sheets[key]?.signed != nil)
    let page = try await client.get("/pending").text
    #expect(page.contains("请补充说明&lt;b&gt;") && !page.contains("\u{202E}"))
  }

  @Test("a signed paper with its scan stands for the approval, once another person has checked it")
  func paper() async throws {
    let site = try await TestSite()
    let (proposal, key) = try await pending(site)
    let (clerk, other) = (try await site.client("clerk"), try await site.client("org-clerk"))
    let path = "/pending/\(proposal.id)"
    let fields = ["number": "云人社签〔2026〕3号", "date": "2026-01-23"]
    #expect(try await clerk.post("\(path)/paper", fields).status == 422)
    let program = try await clerk.post("\(path)/paper", fields, files: ["scan": Array("MZ\u{90}".utf8)])
    #expect(program.status == 422 && program.text.contains(Language.zh.phrases.page(ContactLabel.scanNotTaken)))
    #expect(program.text.contains("云人社签〔2026〕3号"))
    let scan = Array("%PDF-1.7 a signed paper <script>".utf8)
    #expect(try await clerk.post("\(path)/paper", fields, files: ["scan": scan]).status == 303)
    let file = try await other.get("\(path)/scan")
    #expect(Array(file.body) == scan)
    #expect(file.headers["content-type"] == "application/octet-stream")
    #expect(file.headers["content-disposition"]?.hasSuffix(".pdf\"") == true)
    let refused = try await clerk.post("\(path)/check")
    #expect(refused.status == 422 && refused.text.contains(Language.zh.phrases.refusal(.ownProposal(proposal.id))))
    #expect(try await other.post("\(path)/check").status == 303)
    #expect(try await site.round().marking.sheets[key] == nil)
    #expect(try await site.registrar.read { $0.proposals[proposal.id]?.isCarried } == true)
  }

  @Test("two departments decide on a studio's end: after the first approval the second is still missing")
  func both() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let receipt = try await site.ask("clerk", Propose(.end(studio), reason: "单位申请终止"))
    let path = "/pending/\(ID<Proposal>(receipt.entries.upperBound))"
    #expect(try await site.client("approver").post("\(path)/approve").status == 303)
    #expect(try await site.studio("YY002").standing == .inCare)
    let page = try await site.client("org").get(path).text
    #expect(page.contains(Language.zh.phrases.role(.organisationApprover)))
    #expect(try await site.client("org").post("\(path)/approve").status == 303)
    #expect(try await site.studio("YY002").standing == .ended)
  }
}
