import HTTPTypes
import Journal
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Whoever comes to an address is let in or turned away as the table says", .turns)
struct RouteTableTests {
  @Test("every address stands in the table, with those who may come, and nothing else stands there")
  func complete() {
    let served = Site.routes.map { route in
      let roles: Set<Role>? = if case .roles(let roles) = route.access { roles } else { nil }
      return RouteTable.Line(method: route.method.rawValue, path: route.path, roles: roles)
    }
    for line in Set(served).subtracting(RouteTable.lines) {
      Issue.record(
        "not in the table: \(line) \(line.roles.map { $0.map(\.rawValue).sorted().joined(separator: " ") } ?? "everybody")"
      )
    }
    for line in Set(RouteTable.lines).subtracting(served) { Issue.record("nothing answers: \(line)") }
    #expect(served.count == Set(served.map(\.description)).count)
    #expect(RouteTable.lines.count == Set(RouteTable.lines.map(\.description)).count)
  }

  @Test("a supervisor changes nothing, and nobody who is not logged in comes to more than notices and the door")
  func bounds() {
    let own = Set(["/logout", "/password", "/acting"])
    let changing = RouteTable.lines.filter { $0.method == "POST" && $0.roles?.contains(.supervisor) == true }
    #expect(changing.filter { !own.contains($0.path) }.isEmpty)
    let open = RouteTable.lines.filter { $0.roles == nil }.map(\.path)
    for path in open {
      #expect(
        ["", "static", "language", "login", "logout", "enter", "notices"].contains(
          path.split(separator: "/").first ?? ""))
    }
  }

  @Test("real requests of every role: those who may come are let in, all others turned away", arguments: roles)
  func requests(_ login: String?) async throws {
    let site = try await TestSite()
    let role = try await site.role(of: login)
    let client = try await site.client(login)
    var places = try await Places(site, for: login)
    let end = try await site.registrar.end()
    for line in RouteTable.lines {
      guard let path = places.paths(line.path).first else { continue }
      let isGet = line.method == "GET"
      // A form without its token shows who gets that far, and changes nothing.
      let reply = isGet ? try await client.get(path) : try await client.post(path, token: "stale")
      #expect(reply.status != 500, "\(line) for \(login ?? "nobody")")
      switch (line.admits(role), role) {
      case (true, _) where isGet: #expect(!reply.isTurnedAway, "\(line) for \(login ?? "nobody"): \(reply.status)")
      case (true, _): #expect(reply.isForged, "\(line) for \(login ?? "nobody"): \(reply.status)")
      case (false, nil) where isGet: #expect(reply.status == 303 && reply.isSentToLogin, "\(line)")
      case (false, _):
        #expect(reply.status == 403 && !reply.isForged, "\(line) for \(login ?? "nobody"): \(reply.status)")
      }
    }
    #expect(places.unknown.isEmpty, "no id for these names in addresses")
    #expect(try await site.registrar.end().sequence == end.sequence)
  }

  @Test("forms of whoever may come get past the gate, even empty; the page answers, never the gate", arguments: roles)
  func forms(_ login: String?) async throws {
    let site = try await TestSite()
    let role = try await site.role(of: login)
    let client = try await site.client(login)
    var places = try await Places(site, for: login)
    // Who has logged out, or lost the own access, comes no further.
    let ending = ["/logout", "/access/{account}/revoke"]
    let lines = RouteTable.lines.filter { $0.method == "POST" && $0.admits(role) }
    for line in lines.filter({ !ending.contains($0.path) }) + lines.filter({ ending.contains($0.path) }) {
      guard let path = places.paths(line.path).first else { continue }
      let own = ending.contains(line.path) ? try await site.client(login) : client
      let reply = try await own.post(path)
      #expect(!reply.isTurnedAway && reply.status != 500, "\(line) for \(login ?? "nobody"): \(reply.status)")
    }
  }

  @Test("a form is taken only with the token of the session that it was shown to")
  func tokens() async throws {
    let site = try await TestSite()
    let (mine, other) = (try await site.client("clerk"), try await site.client("approver"))
    for token in ["", "0", other.token, mine.token.uppercased(), String(mine.token.dropLast())] {
      #expect(try await mine.post("/rounds", token: token).isForged)
    }
    #expect(try await !mine.post("/rounds").isForged)
  }

  /// A login of every role, and nobody.
  static let roles = Cast.logins.map { Optional($0.login) } + [nil]
}

extension Client.Reply {
  fileprivate var isForged: Bool { status == 403 && text.contains(Language.zh.phrases.page(SiteLabel.forged)) }
  fileprivate var isTurnedAway: Bool { status == 403 || isSentToLogin }
}
