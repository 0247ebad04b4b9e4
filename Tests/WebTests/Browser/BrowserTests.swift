import Foundation
import Testing

@testable import Web

extension InTheBrowser {
  @Suite(
    "A real browser shows the site", .serialized, .enabled(if: Chromium.isInstalled, .init(rawValue: Chromium.missing)))
  struct BrowserTests {
    @Test("a page that is not there stands whole in a window of 360 pixels")
    func nowhere() async throws {
      let site = try await TestSite()
      try await Browser.open(on: site.base) { browser in
        try await browser.go(to: "/nowhere")
        #expect(try await browser.text.contains("没有这个页面"))
        #expect(try await browser.run("return document.documentElement.scrollWidth").number == 360)
        #expect(try await browser.picture().starts(with: [0x89, 0x50, 0x4E, 0x47]))
        try await browser.setOffline(true)
        #expect(try await browser.run("return navigator.onLine").bool == false)
        try await browser.setOffline(false)
      }
    }
  }
}
