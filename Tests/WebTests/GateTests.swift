import Foundation
import HTTPTypes
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Every request passes the gate", .turns)
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

@Suite("Style sheets and scripts")
struct StaticFileTests {
  @Test("a site whose files cannot be read does not start")
  func unreadable() throws {
    #expect(throws: SiteError.self) { try StaticFiles("/nowhere") }
    let folder = try TemporaryFolder()
    _ = try folder.write("notes.txt", bytes: Array("x".utf8))
    #expect(throws: SiteError.self) { try StaticFiles(folder.path) }
  }

  @Test("each comes with its type, and nothing else comes")
  func types() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.css", bytes: Array("p{}".utf8))
    _ = try folder.write("b.js", bytes: [])
    let files = try StaticFiles(folder.path)
    #expect(try files.answer("a.css").headers[.contentType] == "text/css; charset=utf-8")
    #expect(try files.answer("b.js").headers[.contentType] == "text/javascript; charset=utf-8")
    for name in ["c.css", "", "../a.css"] { #expect(throws: Turned.self) { try files.answer(name) } }
  }
}

@Suite("Whoever comes for the first time", .turns)
struct NewcomerTests {
  @Test("the first page's form is taken, with the cookie that came with that page")
  func first() async throws {
    let site = try await TestSite()
    let bare = Client(base: site.base, cookies: [:])
    let arrived = bare.keeping(try await bare.get("/enter?code=0000000000000000000000000Z"))
    let page = try await arrived.get("/enter")
    let token = try #require(page.text.firstMatch(of: #/name="token" value="([0-9a-f]{64})"/#).map { String($0.1) })
    let cookie = try #require(page.headers["set-cookie"]?.firstMatch(of: #/studio-visit=([0-9a-f]+)/#))
    let client = Client(base: site.base, cookies: ["studio-visit": String(cookie.1)])
    #expect(try await client.post("/enter", ["code": "no code"], token: token).status == 422)
    #expect(try await Client(base: site.base, cookies: [:]).post("/enter", ["code": "x"], token: token).status == 403)
  }
}
