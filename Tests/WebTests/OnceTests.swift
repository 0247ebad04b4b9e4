import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

@Suite("A form that is sent twice records once", .turns)
struct OnceTests {
  private let fields = ["kind": "inspection", "happened": "2026-01-22", "content": "台账齐全", "once": "0a1b"]

  private func visits(_ site: TestSite, _ studio: ID<Studio>) async throws -> Int {
    try await site.registrar.read { $0.careFile(of: studio).reports.count { $0.by == .bureau } }
  }

  @Test("the page gives each of its forms a value, another one each time")
  func given() async throws {
    let site = try await TestSite()
    let client = try await site.client("clerk")
    let path = "/studios/\(try await site.studio("YY002").id)"
    let once = #/name="once" value="([0-9a-f]{32})"/#
    let first = try #require(try await client.get(path).text.firstMatch(of: once)?.output.1)
    let second = try #require(try await client.get(path).text.firstMatch(of: once)?.output.1)
    #expect(first != second)
  }

  @Test("the second is answered as the first was, and changes nothing; so is one that comes hours later")
  func twice() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let (client, path) = (try await site.client("clerk"), "/studios/\(studio)/visit")
    let before = try await visits(site, studio)
    let first = try await client.post(path, fields)
    #expect(first.status == 303 && first.location?.contains("entries=") == true)
    let end = try await site.registrar.end()
    site.clock.pass(seconds: 3600)
    let second = try await client.post(path, fields)
    #expect(second.status == 303 && second.location == first.location)
    #expect(try await site.registrar.end() == end)
    #expect(try await visits(site, studio) == before + 1)
  }

  @Test("of many at the same moment one records, and all lead to what it recorded")
  func atOnce() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let (client, fields) = (try await site.client("clerk"), fields)
    let before = try await visits(site, studio)
    let locations = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<8 {
        group.addTask { try await client.post("/studios/\(studio)/visit", fields).location }
      }
      return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(locations.count == 1 && !locations.contains(nil))
    #expect(try await visits(site, studio) == before + 1)
  }

  @Test("what was refused can be mended and sent again, and what says something else is something else")
  func mended() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let (client, path) = (try await site.client("clerk"), "/studios/\(studio)/visit")
    let before = try await visits(site, studio)
    let early = fields.merging(["happened": "2026-01-24"]) { $1 }
    #expect(try await client.post(path, early).status == 422)
    #expect(try await client.post(path, early).status == 422)
    site.clock.pass(seconds: 86_400)
    #expect(try await client.post(path, early).status == 303)
    #expect(try await client.post(path, fields).status == 303)
    #expect(try await visits(site, studio) == before + 2)
  }

  @Test("slips are shown once: the same form once more issues no other codes")
  func slips() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    let account = try await site.account("J4").id
    let wanted = ["account": "\(account)", "until": "2026-02-20", "once": "9"]
    let first = try await clerk.post("/access/slips", wanted)
    #expect(first.status == 200 && first.codes.count == 1)
    let again = try await clerk.post("/access/slips", wanted)
    #expect(again.codes.isEmpty && again.text.contains("已提交过"))
    let entered = try await site.client().post("/enter", ["code": try #require(first.codes.first)])
    #expect(entered.location == "/judge", "the code that was printed is still good")
  }

  @Test("the value is one session's, and a form without one is taken as often as it comes")
  func others() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY002").id
    let path = "/studios/\(studio)/visit"
    let before = try await visits(site, studio)
    for login in ["clerk", "approver"] {
      #expect(try await site.client(login).post(path, fields).status == 303)
    }
    var bare = fields
    bare["once"] = nil
    let client = try await site.client("clerk")
    for _ in 0..<2 { #expect(try await client.post(path, bare).status == 303) }
    #expect(try await visits(site, studio) == before + 4)
  }

  @Test("a contact's spending and a scan count once")
  func contact() async throws {
    let own = try await OwnClient(TestSite())
    let studio = try await own.site.studio(OwnClient.code).id
    let before = try await own.read { $0.ledgers[studio]?.entries.count ?? 0 }
    let spent = [
      "fund": "unit", "sum": "1860.50", "purpose": "other", "document": "发票9号", "day": "2026-01-19", "once": "7",
    ]
    for _ in 0..<2 { #expect(try await own.browser.post("/contact/spending", spent).status == 303) }
    #expect(try await own.read { $0.ledgers[studio]?.entries.count } == before + 1)
    let cells = ["title": "有照片的交流", "held_on": "2025-06-06", "once": "8"]
    let end = try await own.end()
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]
    for _ in 0..<2 {
      #expect(try await own.browser.post("/contact/evidence/exchanges", cells, files: ["scan": png]).status == 303)
    }
    #expect(try await own.end() == end + 1)
  }
}
