import Foundation
import Journal
import Scoring
import StudioRegistry
import Testing

@testable import Web
@testable import studio

extension InTheBrowser {
  @Suite(
    "A judge who has no mouse, or no scripts", .serialized,
    .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
  struct OtherWaysTests {
    /// What the keyboard is on: tag, type, name, value and form's action of the element.
    private static func place(_ browser: Browser) async throws -> [String] {
      let script = """
        const e = document.activeElement
        return [e.localName, e.type ?? '', e.name ?? '', e.value ?? '', e.form?.getAttribute('action') ?? '']
        """
      return try await browser.run(script).list.map { $0.text ?? "" }
    }

    /// Goes on with the tabulator until the keyboard is where it should be.
    private static func tab(_ browser: Browser, to isThere: ([String]) async throws -> Bool) async throws {
      for _ in 0..<150 {
        try await browser.press(.tab)
        if try await isThere(place(browser)) { return }
      }
      throw WebDriver.Failure(error: "not reached", description: "by keyboard at \(try await browser.path)")
    }

    @Test("a sheet is marked and signed with Tab, Enter and digits alone, and the keyboard is always seen")
    func keyboard() async throws {
      let site = try await TestSite()
      let album = try Album("keyboard")
      try await Browser.open(.desk, on: site.base) { browser in
        let stage = Stage(site: site, browser: browser, album: album)
        try await stage.become("J6")
        try await stage.openSheet("YY001")
        let marks = try await stage.marks(of: "J6", for: "YY001")
        var left = Dictionary(uniqueKeysWithValues: marks.map { ("mark-\($0.criterion)", $0.points) })
        try await Self.tab(browser) { place in
          #expect(try await Self.isSeen(browser), "the keyboard cannot be seen on \(place)")
          if let points = left.removeValue(forKey: place[2]) { try await browser.strike(points) }
          return place[0] == "button" && place[3] == "review"
        }
        #expect(left.isEmpty, "not reached: \(left.keys.sorted())")
        try await stage.keep("1 sheet")
        try await browser.press(.enter)
        try await browser.wait(for: "form[action$=\"/sign\"]")
        try await stage.keep("2 review")
        try await Self.tab(browser) { $0[0] == "button" && $0[4].hasSuffix("/sign") }
        try await browser.press(.enter)
        try await browser.wait(for: "the signature") { try await site.hasSigned("J6", "YY001") }
      }
    }

    /// Whether what has the keyboard is marked with a line around it.
    private static func isSeen(_ browser: Browser) async throws -> Bool {
      let script = """
        const e = document.activeElement, s = getComputedStyle(e)
        return e === document.body || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
          || (e.labels?.[0] && getComputedStyle(e.labels[0]).outlineStyle !== 'none')
        """
      return try await browser.run(script).bool == true
    }

    @Test("without scripts a judge comes in by a typed code, saves, reviews and signs")
    func scriptless() async throws {
      let site = try await TestSite()
      let album = try Album("scriptless")
      let code = try await Self.code(for: "J7", site)
      var window = Browser.Window.phone
      window.hasScripts = false
      try await Browser.open(window, on: site.base) { browser in
        let stage = Stage(site: site, browser: browser, album: album)
        try await browser.go(to: "/login")
        try await browser.field("code").type(code)
        try await browser.follow(browser.first("form:has([name=code]) button"))
        try await stage.keep("0 let in")
        #expect(try await browser.path.hasPrefix("/judge"))
        try await stage.openSheet("YY001")
        let marks = try await stage.marks(of: "J7", for: "YY001")
        for (criterion, points) in marks.prefix(5) { try await browser.field("mark-\(criterion)").fill(points) }
        try await browser.follow(browser.first("button[value=save]"))
        try await stage.keep("1 saved")
        try await stage.openSheet("YY001")
        for (criterion, points) in marks.prefix(5) {
          #expect(try await browser.field("mark-\(criterion)").value == points)
        }
        for (criterion, points) in marks.dropFirst(5) { try await browser.field("mark-\(criterion)").fill(points) }
        try await browser.follow(browser.first("button[value=review]"))
        try await stage.keep("2 review")
        try await browser.follow(browser.first("main form[action$=\"/sign\"] button"))
        #expect(try await site.hasSigned("J7", "YY001"))
        try await stage.keep("3 signed")
      }
    }

    /// The code on a slip that the clerk issues.
    private static func code(for login: String, _ site: TestSite) async throws -> String {
      let account = try await site.account(login).id.description
      let until = site.clock.day.adding(days: 20).description
      let reply = try await site.client("clerk").post("/access/slips", ["account": account, "until": until])
      return try #require(reply.text.firstMatch(of: #/enter\?code=([0-9A-Z]+)/#).map { String($0.1) })
    }
  }
}
