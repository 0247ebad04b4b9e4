import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web

@Suite("A judge looks at what a studio entered, beside its sheet", .turns)
struct JudgeEvidenceTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3]

  @Test("its rows with their state, and a scan byte for byte; of no studio from which the judge is recused")
  func rows() async throws {
    let site = try await TestSite()
    let own = try await OwnClient(site)
    let cells = ["title": "有照片的交流", "held_on": "2025-06-06"]
    #expect(
      try await own.browser.post("/contact/evidence/exchanges", cells, files: ["scan": Self.png]).status == 303)
    let row = try #require(try await own.read { $0.evidenceInOrder.last?.id })
    let (studio, judge) = (try await site.studio(OwnClient.code).id, try await site.client("J4"))
    let path = try await site.path(OwnClient.code)
    #expect(try await judge.get(path).text.contains("href=\"\(path)/evidence\""))
    let page = try await judge.get("\(path)/evidence").text
    #expect(page.contains("有照片的交流") && page.contains("href=\"\(path)/evidence/\(row)\""))
    let scan = try await judge.get("\(path)/evidence/\(row)")
    #expect(Array(scan.body) == Self.png)
    #expect(scan.headers["content-disposition"]?.hasPrefix("attachment") == true)
    let (round, account) = (try await site.round(), try await site.account("J4").id)
    let other = try #require(round.studios.first { $0 != studio && !round.isRecused(account, from: $0) })
    #expect(try await judge.get("/judge/\(round.id)/\(other)/evidence/\(row)").status == 404)
    try await site.ask("J4", Recuse(round: round.id, judge: account, studio: studio, relation: .kin, reason: ""))
    #expect(try await judge.get("\(path)/evidence/\(row)").status == 404)
    #expect(try await !judge.get("\(path)/evidence").text.contains("有照片的交流"))
  }

  @Test("and no longer than there is something to mark")
  func afterMarking() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    #expect(try await judge.get("\(path)/evidence").status == 200)
    let office = try await RoundOffice(site)
    try await site.sendBackOpen()
    try await office.signAll()
    try await site.ask("clerk", CloseRound(round: office.id))
    #expect(try await judge.get("\(path)/evidence").status == 404)
    #expect(try await !judge.get(path).text.contains("\(path)/evidence"))
  }

  @Test("whoever is named there, it is noted that the judge read it")
  func reading() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let before = try await site.site.side.readings(upTo: 1000).count
    #expect(try await judge.get("\(path)/evidence").status == 200)
    let readings = try await site.site.side.readings(upTo: 1000)
    #expect(readings.count == before + 1)
    #expect(readings.contains { $0.page == "\(path)/evidence" && !$0.persons.isEmpty })
  }
}
