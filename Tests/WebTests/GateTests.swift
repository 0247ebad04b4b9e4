import Foundation
import Testing
import Wording

@testable import Web

@Suite("Every request passes the gate")
struct GateTests {
  @Test("a page that is not there is a page, in the visitor's language, with all headers")
  func nowhere() async throws {
    let site = try await TestSite()
    let reply = try await site.client().get("/nowhere")
    #expect(reply.status == 404)
    #expect(reply.text.contains("没有这个页面"))
    #expect(reply.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
    #expect(reply.headers["cache-control"] == "no-store")
    #expect(try await site.client(language: .en).get("/nowhere").text.contains("No such page"))
  }
}
