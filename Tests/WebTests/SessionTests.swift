import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

@Suite("Sessions end by themselves, and a deputy acts no longer than appointed", .turns)
struct SessionTests {
  private func entered(_ site: TestSite, _ login: String) async throws -> Client {
    let stranger = try await site.client()
    return stranger.keeping(try await site.logIn(login, by: stranger))
  }

  @Test("an official who does nothing for two hours is out, one who works is out after ten")
  func official() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let idle = try await entered(site, "clerk")
    site.clock.pass(seconds: 7200)
    #expect(try await idle.get("/access").isSentToLogin)
    let working = try await entered(site, "clerk")
    for _ in 0..<9 {
      site.clock.pass(seconds: 3599)
      #expect(try await working.get("/access").status == 200)
    }
    site.clock.pass(seconds: 3599 + 10)
    #expect(try await working.get("/access").isSentToLogin)
  }

  @Test("a judge's session lasts thirty days")
  func judge() async throws {
    let site = try await TestSite.withCheapPasswords()
    let phone = try await site.client()
    let judge = phone.keeping(try await phone.post("/enter", ["code": try await site.code(for: "J4")]))
    site.clock.pass(seconds: 30 * 86_400 - 1)
    #expect(try await judge.post("/logout").status == 200)
    site.clock.pass(seconds: 1)
    #expect(try await judge.post("/logout").status == 303)
  }

  @Test("a deputy chooses for whom to act, and is himself again the day after the last")
  func deputy() async throws {
    let site = try await TestSite()
    let (approver, clerk) = (try await site.account("approver").id, try await site.account("clerk").id)
    let client = try await site.client("clerk")
    #expect(try await client.post("/acting", ["principal": approver.description]).status == 422)
    let appoint = AppointDeputy(
      for: approver, deputy: clerk, from: try #require(Day("2026-01-23")), until: try #require(Day("2026-01-25")))
    try await site.ask("approver", appoint)
    #expect(try await client.get("/acting").text.contains("2026-01-25"))
    #expect(try await client.post("/acting", ["principal": approver.description]).status == 303)
    // An approver of the bureau sees officials among the accounts; a clerk does not.
    func actsForApprover() async throws -> Bool { try await client.get("/access").text.contains("→ approver") }
    func seesOfficials() async throws -> Bool {
      try await client.get("/access").text.contains("id=\"byPassword-until\"")
    }
    #expect(try await actsForApprover())
    #expect(try await seesOfficials())
    #expect(try await client.post("/acting").status == 303)
    #expect(try await !seesOfficials())
    #expect(try await client.post("/acting", ["principal": approver.description]).status == 303)
    site.clock.move(to: try #require(Day("2026-01-26")))
    #expect(try await !actsForApprover())
    #expect(try await !seesOfficials())
    #expect(try await client.post("/acting", ["principal": approver.description]).status == 422)
  }
}
