import Foundation
import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web

@Suite("Every reading of personal data is noted first: of files, rounds and prints, too", .turns)
struct ReadingTests {
  private static let scan = Array("%PDF-1.7 a scan".utf8)

  /// What was noted of one request.
  private func noted(_ path: String, by login: String, _ site: TestSite) async throws -> [PersonReading] {
    let before = try await site.site.side.readings().first?.number ?? 0
    let reply = try await site.client(login).get(path)
    #expect(reply.status == 200, "\(path)")
    return try await site.site.side.readings().filter { $0.number > before }
  }

  private func expect(
    _ persons: Set<ID<Person>>, of path: String, by login: String = "watch", _ site: TestSite
  ) async throws {
    let noted = try await noted(path, by: login, site)
    let account = try await site.registrar.read { $0.account(login: login)?.id }
    #expect(noted.count == 1, "\(path)")
    #expect(noted.first?.account == account && noted.first?.page == path)
    #expect(!persons.isEmpty && persons.isSubset(of: noted.first?.persons ?? []), "\(path)")
  }

  @Test("a file of a studio's proceedings and a material of an application name the expert")
  func kept() async throws {
    let site = try await TestSite()
    let (found, expert, applications) = try await site.registrar.read { register in
      let found = register.cancellationsInOrder.first
      return (found, found.flatMap { register.studios[$0.studio]?.expert }, register.applicationsInOrder)
    }
    let exhibit = try #require(found?.exhibits.first)
    let studio = try #require(found?.studio)
    try await expect([try #require(expert)], of: "/studios/\(studio)/files/\(exhibit.digest)", site)
    let application = try #require(applications.last)
    var digest: String?
    for scan in application.materials.values.compactMap(\.scan) where digest == nil {
      if try await site.store.file(scan) != nil { digest = scan }
    }
    try await expect(
      [application.expert], of: "/applications/\(application.id)/files/\(try #require(digest))", site)
  }

  @Test("a scan of evidence names the studio's expert, to the departments and to its own contact")
  func evidence() async throws {
    let own = try await OwnClient(TestSite())
    let cells = ["title": "有照片的交流", "held_on": "2025-06-06"]
    let reply = try await own.browser.post("/contact/evidence/exchanges", cells, files: ["scan": Self.scan])
    #expect(reply.status == 303)
    let row = try #require(try await own.read { $0.evidenceInOrder.last })
    let expert = try await own.site.studio(OwnClient.code).expert
    try await expect([expert], of: "/evidence/files/\(StoredFile(Self.scan).digest)", own.site)
    try await expect([expert], of: "/contact/claims/\(row.id)/scan", by: "yy001", own.site)
  }

  @Test("signed papers: of a proposal, and of a judge's sheet, which the round's readers can fetch")
  func papers() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let proposal = try #require(try await site.registrar.read { $0.pending.first?.id })
    let (clerk, other) = (try await site.client("clerk"), try await site.client("org-clerk"))
    let signed = ["number": "云人社签〔2026〕3号", "date": "2026-01-23"]
    #expect(try await clerk.post("/pending/\(proposal)/paper", signed, files: ["scan": Self.scan]).status == 303)
    try await expect([try await site.studio("YY005").expert], of: "/pending/\(proposal)/scan", site)
    let (judge, studio) = (try await office.site.account("J4").id, try await site.studio("YY001"))
    let path = "/rounds/\(office.id)/paper/\(judge)/\(studio.id)"
    let marks = ["mark-C1": "6.5", "mark-C2": "2", "mark-C3": "2"]
    #expect(try await clerk.post(path, marks).status == 303)
    #expect(try await other.post("\(path)/check", marks, files: ["scan": Self.scan]).status == 303)
    let scanPath = "\(path)/scans/\(StoredFile(Self.scan).digest)"
    let person = try #require(try await site.registrar.read { $0.accounts[judge]?.person })
    try await expect([person, studio.expert], of: scanPath, site)
    let scan = try await site.client("watch").get(scanPath)
    #expect(Array(scan.body) == Self.scan && scan.headers["content-type"] == "application/octet-stream")
    #expect(try await site.client("watch").get("/rounds/\(office.id)/paper").middle.contains("href=\"\(scanPath)\""))
    // A digest is fetched where it belongs, and nowhere else; nobody but officials comes to it.
    let elsewhere = "/rounds/\(office.id)/paper/\(judge)/\(try await site.studio("YY002").id)/scans/"
    #expect(try await clerk.get(elsewhere + StoredFile(Self.scan).digest).status == 404)
    for login in ["J4", "yy001", "industry"] { #expect(try await site.client(login).get(scanPath).status == 403) }
  }

  @Test("prints note whose names they show")
  func prints() async throws {
    let site = try await TestSite()
    let (round, found, judges, experts) = try await site.registrar.read { register in
      let round = register.roundsInOrder.first
      let judges = round?.marking.panel.compactMap { register.accounts[$0]?.person } ?? []
      return (round, register.cancellationsInOrder.first, judges, register.studios.mapValues(\.expert))
    }
    let (first, proceedings) = (try #require(round), try #require(found))
    let qualified = try #require(first.result).studios.filter { $0.grade == .qualified }.compactMap {
      experts[$0.studio]
    }
    let expert = try #require(experts[proceedings.studio])
    try await expect(Set(judges), of: "/print/rounds/\(first.id)/summary", site)
    try await expect(Set(qualified), of: "/print/rounds/\(first.id)/notice", site)
    try await expect([expert], of: "/print/rectifications/\(first.id)/\(proceedings.studio)", site)
    try await expect([expert], of: "/print/cancellations/\(proceedings.id)", site)
  }

  @Test(
    "no name of the vault stands on any page for officials unless its reading was noted for that page",
    arguments: ["watch", "clerk"])
  func noUnreadName(_ login: String) async throws {
    let site = try await TestSite()
    let role = try await site.registrar.read { $0.account(login: login)?.role }
    let (client, rows) = (try await site.client(login), try await site.store.vault())
    var places = try await Places(site)
    let routes = Site.routes.filter { $0.method == .get && $0.access != .everyone && $0.access.admits(role) }
    for path in routes.flatMap({ places.paths($0.path, upTo: 3) }) {
      let before = try await site.site.side.readings().first?.number ?? 0
      let text = try await client.get(path).text
      let noted = Set(try await site.site.side.readings().filter { $0.number > before }.flatMap(\.persons))
      let readNames = Set(rows.filter { noted.contains($0.person) }.compactMap { $0.decoded?.name })
      for name in Set(rows.compactMap { $0.decoded?.name }).subtracting(readNames) {
        #expect(!text.contains(name), "\(name) on \(path)")
      }
    }
  }
}
