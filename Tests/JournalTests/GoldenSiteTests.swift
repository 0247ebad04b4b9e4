import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

// How people come in at the site, and are kept out.
extension County {
  func tellSite() async throws {
    try await foundRegister()
    let (first, judge, other) = (try await account("approver"), try await account("J1"), try await account("J2"))
    try await ask(IssueAccess([first], until: day("2025-01-17")), as: "approver")
    try clock.set("2025-01-13")
    try await ask(IssueAccess([judge, other], until: day("2025-02-12")), as: "clerk")
    try await ask(RevokeAccess(other), as: "clerk")
    try await ask(IssueAccess([other], until: day("2025-01-31")), as: "deputy")
  }
}

@Suite("What the golden journal of the site tells is what happened", .turns)
struct GoldenSiteTests {
  @Test("who was let in until when, and whose way in was taken back before another was issued")
  func access() async throws {
    let county = try await County(GoldenJournal.site.entries().store())
    try await county.registrar.read { register in
      let found = register.access.sorted { $0.key < $1.key }.map { account, grant in
        "\(register.login(of: account)) \(grant.issued) \(grant.until) \(grant.revoked?.description ?? "-")"
      }
      #expect(
        found == ["approver 2025-01-10 2025-01-17 -", "J1 2025-01-13 2025-02-12 -", "J2 2025-01-13 2025-01-31 -"])
    }
    let kinds = try GoldenJournal.site.entries().map(\.kind).filter { $0.hasPrefix("access-") }
    #expect(kinds == ["access-issued", "access-issued", "access-issued", "access-revoked", "access-issued"])
  }
}
