import Foundation
import HTTPTypes
import Journal
import StudioRegistry
import Testing

@testable import Web
@testable import studio

extension InTheBrowser {
  @Suite(
    "Every page at 360 pixels", .serialized,
    .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
  struct EveryPageTests {
    @Test("nothing scrolls sideways, is too small, too faint or nameless, or asks elsewhere; the console stays silent")
    func measured() async throws {
      let site = try await TestSite()
      try await Self.measure(site, logins: Cast.logins.map(\.login) + [nil], album: Album("pages"))
    }

    @Test("nor once the round is published")
    func published() async throws {
      let site = try await TestSite()
      try await site.close()
      try await site.vote()
      try await site.publish()
      try await Self.measure(site, logins: ["clerk", "J4", "yy001", nil], album: Album("published"))
    }

    /// Looks at one page of each kind that somebody comes to.
    static func measure(_ site: TestSite, logins: [String?], album: Album) async throws {
      try await Browser.open(on: site.base) { browser in
        let stage = Stage(site: site, browser: browser, album: album)
        for login in logins {
          try await stage.become(login)
          for path in try await pages(site, login) {
            try await browser.go(to: path)
            let isTouched = ["/judge", "/enter", "/login"].contains { path.hasPrefix($0) } && !path.hasSuffix("/print")
            let faults = try await PageMeasure(isTouched: isTouched).faults(of: browser)
            #expect(faults.isEmpty, "\(login ?? "nobody") \(path)\n  \(faults.joined(separator: "\n  "))")
            try await stage.keep("\(login ?? "nobody") \(path.replacing("/", with: "_"))")
          }
        }
      }
    }

    /// The pages of somebody, one of each kind.
    private static func pages(_ site: TestSite, _ login: String?) async throws -> [String] {
      let role = try await site.role(of: login)
      var places = try await Places(site, for: login)
      var crawl = Crawl(try await site.client(login), most: 1)
      let typed = Site.routes.filter { $0.method == .get && $0.access.admits(role) }.flatMap { places.paths($0.path) }
      try await crawl.follow(typed)
      return crawl.pages.filter { $0.value.isPage && $0.value.status == 200 }.map(\.key).sorted()
    }
  }
}
