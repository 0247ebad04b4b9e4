import Foundation
import FoundationNetworking
import HTTPTypes
import Journal
import StudioRegistry
import TestSupport
import Testing

@testable import Web

@Suite("What every answer of every route has", .turns)
struct EveryRouteTests {
  @Test("headers that let nothing foreign run, and that keep private pages out of every cache")
  func headers() async throws {
    let site = try await TestSite()
    for route in Site.routes {
      for login in Set([nil, route.visitor]) {
        let client = try await site.client(login)
        let reply = try await client.come(to: route, at: Places.nowhere.path(route.path))
        let place = "\(route.method) \(route.path) \(login ?? "-") \(reply.status)"
        let policy = reply.headers["content-security-policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self';"), "\(place)")
        #expect(!policy.contains("unsafe"), "\(place)")
        #expect(reply.headers["x-content-type-options"] == "nosniff", "\(place)")
        #expect(reply.headers["x-frame-options"] == "DENY", "\(place)")
        #expect(reply.headers["referrer-policy"] == "same-origin", "\(place)")
        if route.path != "/static/{file}" { #expect(reply.headers["cache-control"] == "no-store", "\(place)") }
        #expect(reply.headers["strict-transport-security"] == nil, "\(place)")
        #expect(reply.status != 500, "\(place)")
      }
    }
  }

  @Test("a form without its token, with another session's, or from another site changes nothing")
  func forged() async throws {
    let site = try await TestSite()
    let other = try await site.client("J5")
    let before = try await site.registrar.end()
    for route in Site.routes where route.method == .post {
      let (client, path) = (try await site.client(route.visitor), Places.nowhere.path(route.path))
      for token in ["", "0", other.token, try await site.client("J5").token, digest("form ")] {
        let reply = try await client.post(path, ["account": "A2"], token: token)
        #expect(reply.status == 403, "\(route.path) \(token)")
        #expect(reply.text.contains("表单已失效"), "\(route.path)")
      }
      var request = try client.request(path)
      request.httpMethod = "POST"
      request.setValue("cross-site", forHTTPHeaderField: "Sec-Fetch-Site")
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      request.httpBody = Data("token=\(client.token)".utf8)
      #expect(try await client.send(request).status == 403, "\(route.path)")
      // Without any cookie there is no token that could be right.
      let bare = Client(base: site.base, cookies: [:])
      #expect(try await bare.post(path, token: digest("form ")).status == 403, "\(route.path)")
    }
    #expect(try await site.registrar.end() == before)
  }

  @Test("no other method does anything, whatever a field or header says")
  func methods() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
      var request = try clerk.request("/logout")
      request.httpMethod = method
      #expect(try await clerk.send(request).status == 404)
    }
    var request = try clerk.request("/access")
    request.setValue("POST", forHTTPHeaderField: "X-HTTP-Method-Override")
    #expect(try await clerk.send(request).status == 200)
    #expect(try await clerk.get("/logout?_method=POST").status == 404)
    #expect(try await clerk.get("/access").status == 200)
  }

  @Test("HEAD answers like GET, without a body")
  func head() async throws {
    let site = try await TestSite()
    let client = try await site.client()
    var request = try client.request("/login")
    request.httpMethod = "HEAD"
    let reply = try await client.send(request)
    #expect(reply.status == 200)
    #expect(reply.body.isEmpty)
    #expect(reply.headers["x-frame-options"] == "DENY")
  }
}

@Suite("Cookies, hosts and redirects", .turns)
struct CookieTests {
  @Test("no script reads a cookie and no other site sends it; a stranger gets one that logs nobody in")
  func plain() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let stranger = Client(base: site.base, cookies: [:])
    let page = try await stranger.get("/login")
    #expect(page.setCookies.count == 1)
    #expect(page.setCookies.allSatisfy { $0.hasPrefix("studio-visit=") })
    let visiting = stranger.keeping(page)
    #expect(try await visiting.get("/login").setCookies.isEmpty)
    let entered = try await site.logIn("clerk", by: visiting)
    for cookie in page.setCookies + entered.setCookies {
      #expect(cookie.contains("; Path=/"))
      #expect(cookie.contains("; HttpOnly"))
      #expect(cookie.contains("; SameSite=Lax"))
      #expect(!cookie.contains("Domain"))
      #expect(!cookie.contains("Secure"))
    }
    // What the visitor brought is not what the session is known by.
    #expect(visiting.keeping(entered).cookies["studio-session"] != visiting.cookies["studio-visit"])
  }

  @Test("a session that somebody made up, or another's visit cookie, is no session")
  func fixation() async throws {
    let site = try await TestSite()
    for cookies in [["studio-session": "chosen"], ["studio-visit": "chosen", "studio-session": "chosen"]] {
      let client = Client(base: site.base, cookies: cookies)
      #expect(try await client.get("/access").isSentToLogin)
      #expect(try await client.get("/access").cookies.allSatisfy { $0.name != "studio-session" })
    }
  }

  @Test("behind TLS cookies are for this host alone, and names without the prefix count for nothing")
  func secure() async throws {
    let site = try await TestSite.withCheapPasswords { $0.address = "https://studio.example.gov.cn" }
    try await site.setPassword("clerk")
    let stranger = Client(base: site.base, cookies: ["__Host-studio-visit": "v"])
    let entered = try await stranger.post(
      "/login", ["login": "clerk", "password": TestSite.password], token: digest("form v"))
    #expect(entered.status == 303)
    let cookie = try #require(entered.setCookies.first)
    #expect(cookie.hasPrefix("__Host-studio-session="))
    #expect(cookie.contains("; Secure") && cookie.contains("; Path=/;") && !cookie.contains("Domain"))
    #expect(entered.headers["strict-transport-security"] == "max-age=31536000")
    let value = try #require(entered.cookies.first).value
    #expect(try await Client(base: site.base, cookies: ["__Host-studio-session": value]).get("/access").status == 200)
    #expect(
      try await Client(base: site.base, cookies: ["studio-session": value]).get("/access").isSentToLogin)
  }

  @Test(
    "the language link leads nowhere else",
    arguments: [
      "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", "",
      "\u{FF0F}/evil.example",
    ])
  func redirect(_ back: String) async throws {
    let site = try await TestSite()
    var allowed = CharacterSet.alphanumerics
    allowed.insert("-")
    let encoded = back.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    let reply = try await site.client().get("/language/en?back=\(encoded)")
    #expect(reply.status == 303)
    #expect(reply.location == "/")
  }

  @Test("in another language the page of a slip still has its code")
  func sameElsewhere() async throws {
    let site = try await TestSite()
    let code = "01234567890123456789ABCDEF"
    let stranger = try await site.client()
    let phone = stranger.keeping(try await stranger.get("/enter?code=\(code)"))
    let page = try await phone.get("/enter").text
    let link = try #require(page.firstMatch(of: /\/language\/en\?back=[^"]*/))
    let changed = try await phone.get(String(link.output))
    #expect(changed.location == "/enter")
    let english = try await phone.keeping(changed).get("/enter").text
    #expect(english.contains("lang=\"en\"") && english.contains("value=\"\(code)\""))
  }

  @Test("a host that is none does not come back in links")
  func host() async throws {
    let site = try await TestSite()
    let approver = try await site.client("approver")
    let judge = try await site.account("J4").id
    var request = try approver.request("/access/slips")
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.setValue("evil.example/\"><b>", forHTTPHeaderField: "Host")
    request.httpBody = Data("token=\(approver.token)&account=\(judge)&until=2026-02-20".utf8)
    let reply = try await approver.send(request)
    #expect(!reply.text.contains("evil.example"))
  }

  @Test(
    "a proxy's word counts where the proxy is named, however its address is written, and nowhere else",
    arguments: [nil, "127.0.0.1", "::ffff:127.0.0.1", "192.0.2.1"])
  func proxy(_ trusted: String?) async throws {
    let site = try await TestSite.withCheapPasswords { $0.proxy = trusted.flatMap { PeerAddress($0) } }
    let client = try await site.client()
    func fail(from address: String) async throws -> Int {
      var request = try client.request("/login")
      request.httpMethod = "POST"
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      request.setValue("10.9.9.9, \(address)", forHTTPHeaderField: "X-Forwarded-For")
      request.httpBody = Data("token=\(client.token)&code=0".utf8)
      return try await client.send(request).status
    }
    for _ in 0..<21 { #expect(try await fail(from: "198.51.100.1") == 422) }
    #expect(try await fail(from: "198.51.100.1") == 429)
    #expect(try await fail(from: "198.51.100.2") == (trusted?.hasSuffix("127.0.0.1") == true ? 422 : 429))
  }
}
