import Foundation
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("studio serve --demo lets everybody in by a link, and keeps nothing", .turns)
struct ServeDemoTests {
  /// A link as the program prints it.
  private struct Link {
    let url: String
    let login: String
    let role: Role

    init?(_ line: String) {
      let words = line.components(separatedBy: "  ")
      guard words.count == 3, let role = Role.allCases.first(where: { Language.en.phrases.role($0) == words[2] })
      else { return nil }
      (url, login, self.role) = (words[0], words[1], role)
    }
  }

  /// Starts the demonstration with its temporary files in a folder, and gives its address with a link for each role.
  private func served<Value>(
    in folder: TemporaryFolder, _ more: String..., body: (Program.Running, String, [Link]) async throws -> Value
  ) async throws -> Value {
    let arguments = ["serve", "--demo", "--port", "0", "--rules", Repository.rules] + more
    let environment = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin", "TMPDIR": folder.path]
    return try await Program.studio.running(arguments, environment: environment) { server in
      let base = try #require(await server.line())
      var links: [Link] = []
      for _ in Role.allCases {
        let line = try #require(await server.line())
        links.append(try #require(Link(line), "\(line)"))
      }
      return try await body(server, base, links)
    }
  }

  @Test("a link for each role logs in as that role; the register lies in a temporary folder and is gone after SIGTERM")
  func links() async throws {
    let folder = try TemporaryFolder()
    func files() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: folder.path) }
    try await served(in: folder) { server, base, links in
      #expect(base.hasPrefix("http://127.0.0.1:"))
      #expect(Set(links.map(\.role)) == Set(Role.allCases))
      #expect(try files().contains { $0.hasSuffix("/demo.sqlite") })
      for link in links {
        #expect(link.url.hasPrefix("\(base)/demo/"))
        let stranger = Client(base: base, cookies: ["studio-language": "zh"])
        let entered = try await stranger.get(String(link.url.dropFirst(base.count)))
        #expect(entered.status == 303, "\(link)")
        #expect(entered.location == Navigation.home(of: link.role), "\(link)")
        let home = try await stranger.keeping(entered).get(Navigation.home(of: link.role))
        #expect(home.status == 200, "\(link)")
        #expect(home.text.contains("\(link.login) · \(Language.zh.phrases.role(link.role))"), "\(link)")
      }
      server.send(SIGTERM)
      #expect(await server.ended() == 0)
    }
    #expect(try files().isEmpty)
  }

  @Test("listening on every address, it prints links that this machine can follow, or goes by its own address")
  func addresses() async throws {
    let folder = try TemporaryFolder()
    try await served(in: folder, "--host", "0.0.0.0") { _, base, links in
      #expect(base.hasPrefix("http://127.0.0.1:"))
      for link in links { #expect(link.url.hasPrefix("\(base)/demo/")) }
      let page = try await Client(base: base, cookies: [:]).get("/login")
      #expect(page.status == 200)
    }
    let address = "http://studio.example:8080"
    try await served(in: folder, "--host", "0.0.0.0", "--address", address) { _, base, links in
      #expect(!base.contains("0.0.0.0"))
      for link in links { #expect(link.url.hasPrefix("\(address)/demo/")) }
    }
  }

  @Test("on a real register there is no such link")
  func closed() async throws {
    let site = try await TestSite()
    for login in ["clerk", "approver", "J4"] {
      let reply = try await site.client().get("/demo/\(try await site.account(login).id)")
      #expect(reply.status == 404, "\(login)")
      #expect(reply.cookies.isEmpty, "\(login)")
    }
  }
}
