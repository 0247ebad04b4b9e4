import Foundation
import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

@Suite("A judge learns nothing of others' marks before all sheets are signed", .turns)
struct LeakTests {
  @Test("two registers that differ in another judge's marks alone look the same to a judge, to the byte")
  func marks() async throws {
    let replies = try await [(high: 90, draft: "8"), (high: 30, draft: "1")].concurrentlyMapped { other in
      let site = try await TestSite()
      try await site.finish("J4", share: other.high)
      try await site.draft(of: "J6", mark: other.draft)
      return try await Self.everything(site, for: "J5")
    }
    #expect(replies[0].count > 20)
    #expect(Set(replies[0].keys) == Set(replies[1].keys))
    for (path, reply) in replies[0] {
      #expect(reply == replies[1][path], "\(path)")
    }
  }

  @Test("what others have done so far shows neither in totals nor in counts")
  func progress() async throws {
    let replies = try await [false, true].concurrentlyMapped { hasSigned in
      let site = try await TestSite()
      if hasSigned { try await site.finish("J4") }
      return try await Self.everything(site, for: "J5")
    }
    #expect(replies[0].count > 20)
    #expect(Set(replies[0].keys) == Set(replies[1].keys))
    for (path, reply) in replies[0] {
      #expect(reply == replies[1][path], "\(path)")
    }
  }

  @Test("a studio that the judge is recused from, one outside the round and one that is not there answer alike")
  func ids() async throws {
    let site = try await TestSite()
    let client = try await site.client("J4")
    let round = try await site.round()
    let (me, studios) = (try await site.account("J4").id, try await site.registrar.read { $0.studios.keys.sorted() })
    let recused = studios.filter { round.isRecused(me, from: $0) }.map(\.description)
    let outside = studios.filter { !round.studios.contains($0) }.map(\.description)
    #expect(!recused.isEmpty && !outside.isEmpty)
    for route in Site.routes where route.path.hasPrefix("/judge/{round}/{studio}") {
      let answers = try await (recused + outside + ["S999999", "S1", "J1", "%20"]).asyncMap { studio in
        let path = route.path.replacing("{round}", with: round.id.description).replacing("{studio}", with: studio)
        let reply = route.method == .get ? try await client.get(path) : try await client.post(path)
        let text = reply.text.replacing(path, with: "").replacing(#/back=[^"]*/#, with: "")
        return "\(reply.status) \(Self.masked(text))"
      }
      let strange = answers.suffix(4)
      #expect(Set(strange).count == 1, "\(route.path)")
      #expect(Set(answers.suffix(from: recused.count)).count == 1, "\(route.path): outside the round")
    }
  }

  @Test("another judge's sheet cannot be asked for by naming the judge in the form")
  func othersSheets() async throws {
    let site = try await TestSite()
    let round = try await site.round()
    let before = try await site.registrar.end().sequence
    let other = try await site.account("J1").id.description
    let client = try await site.client("J4")
    let studio = try await site.studio("YY001").id
    for path in ["/judge/\(round.id)/\(studio)?judge=\(other)", "/judge/\(round.id)?judge=\(other)"] {
      let (plain, named) = (try await client.get(String(path.prefix { $0 != "?" })), try await client.get(path))
      // The way to the same page in the other language is all that keeps what was asked for.
      #expect(Self.masked(plain.text) == Self.masked(named.text.replacing("%3Fjudge%3D\(other)", with: "")))
    }
    _ = try await client.post("/judge/\(round.id)/\(studio)/sign", ["judge": other])
    #expect(try await site.registrar.end().sequence == before)
  }

  // MARK: - Looking

  /// Every page that a judge can ask for, without what is new in each session and entry.
  private static func everything(_ site: TestSite, for login: String) async throws -> [String: String] {
    var crawl = Crawl(try await site.client(login), most: 40)
    var places = try await Places(site, for: login)
    let typed = Site.routes.filter { $0.method == .get && $0.path != "/logout" }.flatMap { route in
      places.paths(route.path, upTo: route.access.admits(.judge) ? 40 : 2)
    }
    try await crawl.follow(["/"] + typed)
    return crawl.pages.mapValues { "\($0.status) \($0.location ?? "") \(masked($0.text))" }
  }

  /// A page without tokens, digests and its own random name, whose length stays.
  private static func masked(_ text: String) -> String {
    text.replacing(#/[0-9a-f]{64}|name="page" value="[0-9a-f]+/#) { String(repeating: "0", count: $0.0.count) }
  }
}

extension TestSite {
  /// What a judge has typed and not signed yet.
  fileprivate func draft(of login: String, mark: String) async throws {
    let round = try await round()
    let (judge, studio) = (try await account(login).id, try #require(round.studios.first))
    let key = DraftKey(round: round.id, judge: judge, studio: studio, rubric: round.rules.rubrics[0].id)
    try await site.side.save([key: #"{"marks":{"A1":"\#(mark)"}}"#], at: clock.now)
  }
}

extension Sequence where Element: Sendable {
  func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }

  /// The same at once, in order.
  func concurrentlyMapped<Value: Sendable>(
    _ transform: @escaping @Sendable (Element) async throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      for (place, element) in self.enumerated() {
        group.addTask { (place, try await transform(element)) }
      }
      return try await group.reduce(into: [(Int, Value)]()) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
