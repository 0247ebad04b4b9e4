import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("What a clerk does week by week, in the browser", .turns)
struct DeskFormTests {
  @Test("a visit is recorded through the form, and stands on the studio's page")
  func visit() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let client = try await site.client("clerk")
    let reply = try await client.post(
      "/studios/\(studio)/visit", ["kind": "inspection", "happened": "2026-01-22", "content": "台账齐全，设备完好"])
    #expect(reply.status == 303)
    let report = try #require(try await site.registrar.read { $0.careFile(of: studio).reports.last })
    #expect(report.by == .bureau && report.content == "台账齐全，设备完好")
    #expect(report.happened == Day("2026-01-22"))
    let page = try await client.get(try #require(reply.location)).text
    #expect(page.contains("台账齐全，设备完好") && page.contains("已登记为第"))
  }

  @Test("what is refused comes back with the words of the refusal and all that was typed, and nothing is recorded")
  func refused() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let end = try await site.registrar.end()
    let client = try await site.client("clerk")
    let typed = ["kind": "inspection", "happened": "2026-01-22", "content": "联系电话13812345678"]
    let reply = try await client.post("/studios/\(studio)/visit", typed)
    #expect(reply.status == 422)
    #expect(reply.text.contains(Language.zh.phrases.refusal(.mobileNumber)))
    #expect(reply.text.contains("联系电话13812345678</textarea>") && reply.text.contains("value=\"2026-01-22\""))
    for day in ["", "gestern", "2026-02-30"] {
      let bad = try await client.post(
        "/studios/\(studio)/visit", ["kind": "inspection", "happened": day, "content": "x"])
      #expect(bad.status == 422, "\(day)")
    }
    let toCome = ["kind": "inspection", "happened": "2026-01-24", "content": "x"]
    #expect(try await client.post("/studios/\(studio)/visit", toCome).status == 422)
    #expect(try await site.registrar.end() == end)
  }

  @Test("a form goes to the roles that may ask for its command, and to no other")
  func roles() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let end = try await site.registrar.end()
    for login in ["clerk", "approver", "org", "org-clerk", "watch", "J4", "yy001"] {
      let role = try await site.account(login).role
      let isOfficial = ![Role.judge, .contact].contains(role)
      let client = try await site.client(login)
      for action in StudioAction.allCases {
        let status = try await client.post("/studios/\(studio)/\(action.rawValue)").status
        let mayAsk = isOfficial && Permissions.roles(for: action.command).contains(role)
        #expect((status == 403) == !mayAsk, "\(login) \(action) \(status)")
      }
    }
    #expect(try await site.registrar.end() == end)
  }

  @Test("money in yuan arrives in fen, and a sum that is none is refused in words")
  func money() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY003").id
    let client = try await site.client("clerk")
    let fields = ["amount": "50,000.50", "document": "进账单031", "day": "2026-01-20"]
    #expect(try await client.post("/studios/\(studio)/match", fields).status == 303)
    let ledger = try #require(try await site.registrar.read { $0.ledgers[studio] })
    #expect(ledger.matched == 5_000_050)
    #expect(ledger.entries.last?.on == Day("2026-01-20"))
    let bad = try await client.post("/studios/\(studio)/match", ["amount": "五万", "document": "x"])
    #expect(bad.status == 422 && bad.text.contains("五万"))
    #expect(try await client.get("/studios/\(studio)").text.contains("50,000.50"))
  }

  @Test("a payment is proposed with the sum that the rules give, and what bars it is said in words")
  func payment() async throws {
    let site = try await TestSite()
    let client = try await site.client("clerk")
    let paid = try #require(
      try await site.registrar.read { register in
        register.studiosInOrder.first { !$0.isOver && register.ledgers[$0.id]?.subsidy != nil }
      })
    let twice = try await client.post("/studios/\(paid.id)/payment", ["grant": "subsidy", "document": "x"])
    #expect(twice.status == 422)
    // Taken over, and nobody has said what it had received before: Art. 19 gives the subsidy once.
    let unknown = try #require(
      try await site.registrar.read { register in
        register.studiosInOrder.first { studio in
          !studio.isOver && studio.application == nil && register.ledgers[studio.id]?.earlier == nil
        }
      })
    let reply = try await client.post("/studios/\(unknown.id)/payment", ["grant": "subsidy", "document": "x"])
    #expect(reply.status == 422)
    #expect(reply.text.contains(Language.zh.phrases.refusal(.funds(.earlierUnknown(unknown.code)))))
  }

  @Test("an agreement's scan is a PDF, JPEG or PNG, and nothing else is kept")
  func agreement() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let (client, end) = (try await site.client("clerk"), try await site.registrar.end())
    let fields = ["number": "责任书9号", "signed": "2026-01-20"]
    let page = Array("<html><script>".utf8)
    let reply = try await client.post("/studios/\(studio)/agreement", fields, files: ["scan": page])
    #expect(reply.status == 422 && reply.text.contains(Language.zh.phrases.page(ContactLabel.scanNotTaken)))
    #expect(try await site.registrar.end() == end)
    #expect(reply.text.contains(Language.zh.phrases.page(RoundLabel.scanAgain)))
    #expect(try await site.store.file(StoredFile(page).digest) == nil)
  }

  @Test("nobody verifies an own entry; another does, and rejects with a reason")
  func evidence() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let (clerk, approver) = (try await site.client("clerk"), try await site.client("approver"))
    func enter(_ title: String) async throws -> ID<EvidenceItem> {
      let cells = try await Self.cells(titled: title, at: site)
      let row = EnterEvidence.Row(studio: studio, kind: Self.kind, cells: cells, people: [:])
      let receipt = try await site.ask("clerk", EnterEvidence(persons: [], rows: [row]))
      return ID(receipt.entries.upperBound)
    }
    let (first, second) = (try await enter("高效夹具"), try await enter("节能改造"))
    #expect(try await approver.get("/evidence?studio=\(studio)").text.contains("value=\"\(first)\""))
    let own = try await clerk.get("/evidence?studio=\(studio)").text
    #expect(own.contains("\(first)") && !own.contains("value=\"\(first)\""))

    let refused = try await clerk.post("/evidence/verify", ["claim": "\(first)"])
    #expect(refused.status == 422 && refused.text.contains(Language.zh.phrases.refusal(.ownEvidence(first))))
    #expect(try await site.registrar.read { $0.evidence[first]?.state } == .entered)

    #expect(try await approver.post("/evidence/verify", ["claim": "\(first)"]).status == 303)
    #expect(try await site.registrar.read { $0.evidence[first]?.isVerified } == true)
    #expect(try await approver.post("/evidence/reject", ["claim": "\(second)", "reason": " "]).status == 422)
    #expect(try await approver.post("/evidence/reject", ["claim": "\(second)", "reason": "证明材料不全"]).status == 303)
    #expect(try await site.registrar.read { $0.evidence[second]?.state } == .rejected(reason: "证明材料不全"))
    #expect(try await approver.post("/evidence/verify").status == 422)
    let (third, fourth) = (try await enter("工艺交流"), try await enter("安全讲座"))
    let end = try await site.registrar.end().sequence
    let mixed = "claim=\(third)&claim=\(second)&claim=\(fourth)&reason=x"
    #expect(try await approver.post("/evidence/reject", encoded: mixed).status == 422)
    #expect(try await site.registrar.end().sequence == end)
    let both = try await approver.post("/evidence/reject", encoded: "claim=\(third)&claim=\(fourth)&reason=x")
    #expect(both.location == "/evidence?entries=\(end + 1)-\(end + 2)")
    let unknown = try await approver.post("/evidence/verify", ["claim": "E999999"]).status
    #expect([404, 422].contains(unknown))
  }

  private static let kind = "exchanges"

  /// A row that stands in the register already, under another title.
  private static func cells(titled title: String, at site: TestSite) async throws -> [String: String] {
    let found = try await site.registrar.read { register in
      register.evidenceInOrder.first { $0.kind == kind }?.cells
    }
    var cells = try #require(found)
    cells["title"] = title
    return cells
  }

  @Test("a file is given away by its digest alone where the register names it, to keep and never to show")
  func files() async throws {
    let site = try await TestSite()
    let client = try await site.client("clerk")
    let (owner, exhibit) = try #require(
      try await site.registrar.read { register in
        register.cancellationsInOrder.lazy.compactMap { found in found.exhibits.first.map { (found.studio, $0.digest) }
        }
        .first
      })
    let reply = try await client.get("/studios/\(owner)/files/\(exhibit)")
    #expect(reply.status == 200)
    #expect(sha256(reply.body) == exhibit)
    #expect(reply.headers["content-type"] == "application/octet-stream")
    #expect(reply.headers["content-disposition"]?.hasPrefix("attachment") == true)
    #expect(reply.headers["x-content-type-options"] == "nosniff")
    let other = try #require(try await site.registrar.read { $0.studiosInOrder.first { $0.id != owner }?.id })
    for path in [
      "/studios/\(other)/files/\(exhibit)", "/evidence/files/\(exhibit)",
      "/studios/\(owner)/files/\(String(repeating: "a", count: 64))", "/evidence/files/..%2F..%2Fetc",
    ] {
      #expect(try await client.get(path).status == 404, "\(path)")
    }
  }
}
