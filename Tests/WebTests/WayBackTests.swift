import Foundation
import FoundationNetworking
import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web
@testable import studio

@Suite("Whoever has to come in first goes on where he was", .turns)
struct WayBackTests {
  @Test("a page that wants a login is where the login leads, with its query")
  func page() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let stranger = try await site.client()
    let turned = try await stranger.get("/studios?q=YY0&standing=")
    #expect(turned.location == "/login?back=/studios%3Fq%3DYY0%26standing%3D")
    let door = try await stranger.get(try #require(turned.location)).text
    #expect(door.contains("name=\"back\" value=\"/studios?q=YY0&amp;standing=\""))
    let fields = ["login": "clerk", "password": TestSite.password, "back": "/studios?q=YY0&standing="]
    // A wrong password does not lose it.
    let wrong = try await stranger.post("/login", fields.merging(["password": "wrong wrong wrong"]) { $1 })
    #expect(wrong.status == 422 && wrong.text.contains("name=\"back\" value=\"/studios?q=YY0&amp;standing=\""))
    #expect(try await stranger.post("/login", fields).location == "/studios?q=YY0&standing=")
  }

  @Test("a code leads on as well")
  func code() async throws {
    let site = try await TestSite()
    let code = try await site.code(for: "J4")
    let back = "/judge/\(try await site.round().id)"
    #expect(try await site.client().post("/login", ["code": code, "back": back]).location == back)
  }

  @Test(
    "nobody is led to another site, to another role's page or to none",
    arguments: [
      "//evil.example", "https://evil.example", "/\\evil.example", "/judge", "/nowhere", "/studios/S1/visit", "",
    ]
  )
  func elsewhere(_ back: String) async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let fields = ["login": "clerk", "password": TestSite.password, "back": back]
    #expect(try await site.client().post("/login", fields).location == "/due")
  }
}

@Suite("What was typed into a form that comes too late is not lost", .turns)
struct SparedFormTests {
  @Test("after the session's end a form comes back as text to copy, without what is secret, with the way back to it")
  func ended() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let stranger = try await site.client()
    let clerk = stranger.keeping(try await site.logIn("clerk", by: stranger))
    let studio = try await site.studio("YY002").id
    site.clock.pass(seconds: 3 * 3600)
    let end = try await site.registrar.end()
    let typed = [
      "content": "台账齐全\n设备<b>完好", "happened": "2026-01-22", "password": "hidden words", "code": "ABCDE-HIDDEN",
      "once": "0a1b2c",
    ]
    let reply = try await clerk.post("/studios/\(studio)/visit", typed)
    #expect(reply.status == 403)
    #expect(reply.text.contains("台账齐全\n设备&lt;b&gt;完好") && reply.text.contains("2026-01-22"))
    for secret in ["hidden words", "ABCDE-HIDDEN", "0a1b2c"] { #expect(!reply.text.contains(secret)) }
    #expect(reply.text.contains("href=\"/login?back=/studios/\(studio)\""))
    #expect(try await site.registrar.end() == end)
  }

  @Test("so does one of an earlier login, where the browser says that it comes from a page of this site")
  func earlier() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    let studio = try await site.studio("YY002").id
    // Over plain HTTP browsers say no more than the origin.
    let cases = [
      ("Sec-Fetch-Site", "same-origin", true), ("Sec-Fetch-Site", "same-site", false), ("", "", false),
      ("Origin", site.base, true), ("Origin", "null", false), ("Origin", "http://evil.example", false),
    ]
    for (name, header, isShown) in cases {
      var request = try clerk.request("/studios/\(studio)/visit")
      request.httpMethod = "POST"
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      if !name.isEmpty { request.setValue(header, forHTTPHeaderField: name) }
      request.httpBody = Data("token=old&content=typed+before+noon".utf8)
      let reply = try await clerk.send(request)
      #expect(reply.status == 403)
      #expect(reply.text.contains("typed before noon") == isShown, "\(name) \(header)")
      #expect(reply.text.contains("href=\"/studios/\(studio)\""))
    }
  }

  @Test("no more of it is shown than somebody can have typed")
  func large() async throws {
    let site = try await TestSite()
    let client = try await site.client()
    let reply = try await client.post("/rounds", ["document": String(repeating: "W", count: 200_000)])
    #expect(reply.status == 403)
    #expect(reply.body.count < 100_000 && reply.text.contains("WWWW"))
  }
}

@Suite("The other language shows the same page", .turns)
struct OtherLanguageTests {
  private func link(_ page: String) throws -> String {
    String(try #require(page.firstMatch(of: /\/language\/en\?back=[^"]*/)).output)
  }

  @Test("with the query that was asked for", arguments: ["/studios?q=YY0&standing=", "/journal?kind=&studio=", "/due"])
  func query(_ path: String) async throws {
    let client = try await TestSite().client("approver")
    let page = try await client.get(path)
    #expect(page.status == 200)
    #expect(try await client.get(try link(page.text)).location == path)
  }

  @Test("and after a refusal the page that has the form")
  func refused() async throws {
    let site = try await TestSite()
    let client = try await site.client("clerk")
    let (studio, round) = (try await site.studio("YY002").id, try await site.round().id)
    for (form, page) in [
      ("/studios/\(studio)/visit", "/studios/\(studio)"), ("/rounds", "/rounds/open"), ("/rounds/second", "/rounds"),
      ("/rounds/\(round)/recusals", "/rounds/\(round)/panel"), ("/access/slips", "/access"),
    ] {
      let reply = try await client.post(form)
      #expect(reply.status == 422, "\(form)")
      let back = try await client.get(try link(reply.text)).location
      #expect(back == page)
      #expect(try await client.get(page).status == 200)
    }
  }

  @Test("every form belongs to a page")
  func pages() async throws {
    let site = try await TestSite()
    for route in Site.routes where route.method == .post && route.path != "/logout" {
      let client = try await site.client(route.visitor)
      let reply = try await client.post(Places.nowhere.path(route.path), token: "stale")
      let back = try link(reply.text)
      #expect(back != "/language/en?back=/", "\(route.path)")
    }
  }
}
