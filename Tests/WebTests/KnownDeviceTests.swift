import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

@Suite("Nobody is kept out by what others try", .turns)
struct KnownDeviceTests {
  /// A site, a browser in which the clerk has come in before, and one in which nobody has.
  private func site() async throws -> (TestSite, known: Client, stranger: Client) {
    let site = try await TestSite.withCheapPasswords()
    for login in ["clerk", "approver"] { try await site.setPassword(login) }
    let stranger = try await site.client()
    return (site, stranger.keeping(try await site.logIn("clerk", by: stranger)), stranger)
  }

  private static let wrong = "wrong wrong wrong"

  @Test("a browser in which an account came in waits for its own failures alone, at its account and at its address")
  func spared() async throws {
    let (site, known, stranger) = try await site()
    #expect(known.cookies["studio-device"]?.count == 64)
    for _ in 0..<4 { _ = try await site.logIn("clerk", Self.wrong, by: stranger) }
    #expect(try await site.logIn("clerk", by: stranger).status == 422)
    #expect(try await site.logIn("clerk", by: known).status == 303)
    // What came in there takes nothing off what strangers have to wait for.
    #expect(try await site.logIn("clerk", by: stranger).status == 422)
    for number in 0..<20 { _ = try await site.logIn("nobody-\(number)", Self.wrong, by: stranger) }
    #expect(try await site.logIn("clerk", by: stranger).status == 429)
    #expect(try await site.logIn("clerk", by: known).status == 303)
  }

  @Test("its own failures keep it waiting like any other, and nobody else")
  func own() async throws {
    let (site, known, stranger) = try await site()
    for _ in 0..<4 { #expect(try await site.logIn("clerk", Self.wrong, by: known).status == 422) }
    #expect(try await site.logIn("clerk", by: known).status == 422)
    #expect(try await site.logIn("clerk", by: stranger).status == 303)
    site.clock.pass(seconds: 1)
    #expect(try await site.logIn("clerk", by: known).status == 303)
  }

  @Test("it is known to the accounts that came in with it and no other, and a made-up cookie to none")
  func others() async throws {
    let (site, known, stranger) = try await site()
    for _ in 0..<4 { _ = try await site.logIn("approver", Self.wrong, by: stranger) }
    #expect(try await site.logIn("approver", by: known).status == 422)
    site.clock.pass(seconds: 1)
    let both = known.keeping(try await site.logIn("approver", by: known))
    // Several officials may share a computer: the cookie stays the same.
    #expect(both.cookies["studio-device"] == known.cookies["studio-device"])
    for _ in 0..<4 { _ = try await site.logIn("clerk", Self.wrong, by: stranger) }
    #expect(try await site.logIn("clerk", by: both).status == 303)
    let cookies = stranger.cookies.merging(["studio-device": "chosen"]) { $1 }
    let chosen = Client(base: site.base, cookies: cookies)
    #expect(try await site.logIn("clerk", by: chosen).status == 422)
    site.clock.pass(seconds: 1)
    let entered = try await site.logIn("clerk", by: chosen)
    #expect(entered.status == 303)
    #expect(chosen.keeping(entered).cookies["studio-device"] != "chosen")
  }

  @Test("no table holds what the cookie holds, and who comes in with a slip alone gets none")
  func kept() async throws {
    let (site, known, stranger) = try await site()
    let secret = try #require(known.cookies["studio-device"])
    #expect(try await site.site.side.isKnown(device: KnownDevice.digest(secret)))
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: site.store.path + suffix))
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
    }
    let judge = try await stranger.post("/enter", ["code": try await site.code(for: "J4")])
    #expect(judge.status == 303 && judge.cookies.allSatisfy { $0.name != "studio-device" })
  }

  @Test("taking an account's access back, or a new code for it, forgets its browsers")
  func forgotten() async throws {
    let (site, known, stranger) = try await site()
    _ = try await stranger.post("/enter", ["code": try await site.code(for: "clerk")])
    try await site.setPassword("clerk")
    for _ in 0..<4 { _ = try await site.logIn("clerk", Self.wrong, by: stranger) }
    #expect(try await site.logIn("clerk", by: known).status == 422)
  }

  @Test("a new password forgets the other browsers, and marks this one anew")
  func changed() async throws {
    let (site, known, stranger) = try await site()
    let other = stranger.keeping(try await site.logIn("clerk", by: stranger))
    let new = "a longer sentence of mine"
    let reply = try await other.post("/password", ["old": TestSite.password, "new": new, "again": new])
    let here = other.keeping(reply)
    for _ in 0..<4 { _ = try await site.logIn("clerk", Self.wrong, by: stranger) }
    #expect(try await site.logIn("clerk", new, by: known).status == 422)
    #expect(try await site.logIn("clerk", new, by: here).status == 303)
  }

  @Test("failures of strangers keep nobody from a new password, and wrong old ones wait for themselves")
  func change() async throws {
    let (site, known, stranger) = try await site()
    for _ in 0..<4 { _ = try await site.logIn("clerk", Self.wrong, by: stranger) }
    let new = "a longer sentence of mine"
    func change(_ old: String) async throws -> Client.Reply {
      try await known.post("/password", ["old": old, "new": new, "again": new])
    }
    for _ in 0..<4 { #expect(try await change(Self.wrong).status == 422) }
    #expect(try await change(TestSite.password).status == 422)
    site.clock.pass(seconds: 1)
    #expect(try await change(TestSite.password).status == 303)
  }

  @Test("the account's holder, the bureau and the supervisor see when somebody last came in")
  func entered() async throws {
    let (site, known, stranger) = try await site()
    site.clock.pass(seconds: 3600)
    let here = known.keeping(try await site.logIn("clerk", by: known))
    site.clock.pass(seconds: 60)
    _ = try await site.logIn("clerk", by: stranger)
    let page = try await here.get("/password").middle
    #expect(page.contains("2026-01-23 10:00，本浏览器") && page.contains("2026-01-23 10:01，另一浏览器"))
    _ = try await stranger.post("/enter", ["code": try await site.code(for: "J4")])
    site.clock.move(to: try #require(Day("2026-03-01")))
    // Whoever comes in tidies up: sessions and codes of January are over.
    _ = try await site.logIn("approver", by: stranger)
    #expect(try await site.client("approver").get("/access").middle.contains("2026-01-23 10:01"))
    let watched = try await site.client("watch").get("/readings").middle
    #expect(watched.contains("2026-01-23 10:01 已使用") && watched.contains("<th scope=\"row\">J4</th>"))
    #expect(watched.contains("<th scope=\"row\">clerk</th>"))
  }

  @Test("who is turned away because too many log in at once has not failed")
  func busy() async throws {
    let site = try await TestSite.withCheapPasswords {
      $0.passwordCost = PasswordCost(rounds: 4096, blockSize: 8, parallelism: 3)
    }
    try await site.setPassword("clerk")
    let client = try await site.client()
    let derivations = site.site.derivations
    var turned = 0
    try await withThrowingTaskGroup(of: Void.self) { group in
      // Two are derived, 32 wait, and some more always ask.
      for _ in 0..<38 {
        group.addTask { while !Task.isCancelled { _ = try? await derivations.isRight("x", nil) } }
      }
      // More than an account or an address has free.
      for _ in 0..<2000 where turned < 24 {
        if try await site.logIn("clerk", by: client).status == 503 { turned += 1 }
      }
      group.cancelAll()
    }
    #expect(turned == 24)
    #expect(try await site.logIn("clerk", by: client).status == 303)
  }
}
