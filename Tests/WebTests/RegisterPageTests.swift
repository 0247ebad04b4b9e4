import Foundation
import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("The departments' desks", .turns)
struct RegisterPageTests {
  /// Every address of the desks and of who watches, with ids that are there.
  private static func addresses(_ site: TestSite) async throws -> [(route: Route, path: String)] {
    let places = try await Places(site)
    return (Site.registerRoutes + Site.watchRoutes).map { ($0, places.path($0.path)) }
  }

  @Test("a supervisor reads every page of the desks and sends no form, and nothing is recorded")
  func supervisor() async throws {
    let site = try await TestSite()
    let watch = try await site.client("watch")
    let end = try await site.registrar.end()
    for (route, path) in try await Self.addresses(site) {
      if route.method == .get {
        let isFile = path.contains("/files/") || path.hasSuffix("/scan")
        #expect(try await watch.get(path).status == (isFile ? 404 : 200), "\(path)")
      } else {
        #expect(try await [403, 404].contains(watch.post(path, ["reason": "x"]).status), "\(path)")
      }
    }
    #expect(try await site.registrar.end() == end)
    let page = try await watch.get("/studios/\(site.studio("YY001").id)").text
    #expect(!page.contains("action=\"/studios"))
  }

  @Test("judges, contacts and visitors without a login come to none of these pages")
  func strangers() async throws {
    let site = try await TestSite()
    for (route, path) in try await Self.addresses(site) where route.method == .get {
      for login in ["J4", "yy001"] { #expect(try await site.client(login).get(path).status == 403, "\(login) \(path)") }
      #expect(try await site.client().get(path).isSentToLogin, "\(path)")
    }
  }

  @Test("the competent department reads studios and evidence, and of a round nothing before it is confirmed")
  func department() async throws {
    let site = try await TestSite()
    let client = try await site.client("industry")
    let studio = try await site.studio("YY005").id
    for path in ["/studios", "/studios/\(studio)", "/evidence"] { #expect(try await client.get(path).status == 200) }
    for path in ["/due", "/pending", "/applications", "/journal", "/readings"] {
      #expect(try await client.get(path).status == 403, "\(path)")
    }
    let page = try await client.get("/studios/\(studio)").text
    let official = try await site.client("approver").get("/studios/\(studio)").text
    #expect(official.contains("签名评分表"))
    #expect(!page.contains("签名评分表"))
    #expect(!page.contains("href=\"/rounds") && !page.contains("href=\"/pending") && !page.contains("href=\"/journal"))
  }

  @Test("of a history the department reads the kinds that are named, none of a panel's or a secret's, and no other")
  func departmentHistory() async throws {
    let site = try await TestSite()
    let kinds = Set(eventTypes.map { $0.kind })
    #expect(DepartmentHistory.kinds.isSubset(of: kinds))
    let closed = [
      PanelAppointed.kind, JudgeRecused.kind, SheetsEntered.kind, SheetsSigned.kind, SheetsSignedOnPaper.kind,
      SheetReturned.kind, JudgeReplaced.kind, StudioSettled.kind, RoundClosed.kind, VoteCast.kind, VoteCounted.kind,
      DecisionProposed.kind, DecisionApproved.kind, DecisionSentBack.kind, PaperEntered.kind, AdjustmentEntered.kind,
      AdjustmentApproved.kind, AdjustmentWithdrawalAsked.kind, AdjustmentWithdrawn.kind, ClearanceGranted.kind,
      AccessIssued.kind, ObjectionRaised.kind, ApplicationReviewed.kind,
    ]
    #expect(DepartmentHistory.kinds.isDisjoint(with: closed))
    let studio = try await site.studio("YY005").id
    let choice = Chronicle.Choice(studio: studio, readable: DepartmentHistory.kinds, limit: 10_000)
    let shown = try await site.site.chronicle.page(choice).lines.map(\.entry.kind)
    #expect(!shown.isEmpty && DepartmentHistory.kinds.isSuperset(of: shown))
    let all = try await site.site.chronicle.page(Chronicle.Choice(studio: studio, limit: 10_000)).lines
    #expect(shown == all.map(\.entry.kind).filter(DepartmentHistory.kinds.contains))
    let none = Chronicle.Choice(studio: studio, readable: ["of-another-day"])
    #expect(try await site.site.chronicle.page(none).lines.isEmpty)
  }

  @Test("whose names a page shows stands among the readings, with the page, for every role")
  func readings() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY001")
    for login in ["clerk", "org", "watch"] {
      let before = try await site.site.side.readings().count
      let page = try await site.client(login).get("/studios/\(studio.id)").text
      let found = try await site.site.side.readings()
      let account = try await site.account(login)
      #expect(found.count == before + 1)
      #expect(found.first?.account == account.id)
      #expect(found.first?.page == "/studios/\(studio.id)")
      #expect(found.first?.persons.contains(studio.expert) == true)
      let name = try #require(try await Vault(site.store.vault())[studio.expert]?.name)
      #expect(page.contains(name))
    }
  }

  @Test("no name of the vault stands on a page unless its reading was noted for that page")
  func noUnreadName() async throws {
    let site = try await TestSite()
    let rows = try await site.store.vault()
    let client = try await site.client("watch")
    for (route, path) in try await Self.addresses(site) where route.method == .get {
      let before = try await site.site.side.readings().first?.number ?? 0
      let text = try await client.get(path).text
      let noted = Set(try await site.site.side.readings().filter { $0.number > before }.flatMap(\.persons))
      let names = rows.filter { !noted.contains($0.person) }.compactMap { $0.decoded?.name }
      let readNames = Set(rows.filter { noted.contains($0.person) }.compactMap { $0.decoded?.name })
      for name in names where !readNames.contains(name) { #expect(!text.contains(name), "\(name) on \(path)") }
    }
  }

  @Test("the list is narrowed by standing and by text, and what was looked for comes back inert")
  func filter() async throws {
    let site = try await TestSite()
    let client = try await site.client("clerk")
    let studios = try await site.registrar.read { $0.studiosInOrder }
    let over = studios.filter { $0.standing == .cancelled }.map(\.id)
    #expect(!over.isEmpty)
    let page = try await client.get("/studios?standing=cancelled").text
    for studio in studios {
      #expect(page.contains("/studios/\(studio.id)\"") == over.contains(studio.id), "\(studio.code)")
    }
    let one = try await client.get("/studios?q=yy0%2005").text
    #expect(one.contains("YY005") && !one.contains("YY001"))
    let hostile = try await client.get("/studios?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%E2%80%AE").text
    #expect(!hostile.contains("<script>alert") && !hostile.contains("\u{202E}"))
  }

  @Test("a studio's history is every entry that concerns it, page after page, the newest first")
  func history() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY005").id
    let entries = try await site.store.entries(after: 0)
    let events = try entries.map { try EventCodec.decode($0).event }
    let client = try await site.client("watch")
    var listed: [Int] = []
    var next: String? = "/studios/\(studio)"
    while let path = next {
      let text = try await client.get(path).text
      listed += text.matches(of: /href="\/journal\/(\d+)"/).compactMap { Int($0.1) }
      next = text.firstMatch(of: /href="(\/studios\/S\d+\?before=\d+)#history"/).map { String($0.1) }
    }
    #expect(listed == listed.sorted(by: >))
    #expect(Set(listed).count == listed.count)
    let concerns = Concerns(studio, in: events)
    let expected = events.indices.map { $0 + 1 }.filter { concerns[$0] != nil && !events[$0 - 1].isRule }
    #expect(Set(listed) == Set(expected))
    for (place, event) in events.enumerated() where event.studios.contains(studio) {
      #expect(listed.contains(place + 1), "\(entries[place].kind)")
    }
  }

  @Test(
    "the desks' pages are there within 300 milliseconds",
    .enabled(
      if: ProcessInfo.processInfo.environment["STUDIO_TIMES"] != nil, "times mean something alone: set STUDIO_TIMES"))
  func speed() async throws {
    let site = try await TestSite()
    let client = try await site.client("approver")
    let studio = try await site.studio("YY001").id
    for path in ["/due", "/studios", "/studios/\(studio)", "/applications", "/evidence", "/pending", "/journal"] {
      // The first reader reads the journal for all who follow.
      _ = try await client.get(path)
      var best = Duration.seconds(9)
      for _ in 0..<5 {
        let start = ContinuousClock.now
        #expect(try await client.get(path).status == 200)
        best = min(best, ContinuousClock.now - start)
      }
      #expect(best < .milliseconds(300), "\(path)")
    }
  }
}
