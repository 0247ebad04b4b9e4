import Foundation
import Journal
import Scoring
import StudioRegistry
import Testing

@testable import Web
@testable import studio

extension InTheBrowser {
  @Suite(
    "What a judge types is kept, and the page says where", .serialized,
    .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
  struct KeepingTests {
    /// J6's sheet of a studio on a phone.
    private func onSheet(_ code: String = "YY001", _ work: @Sendable (Stage) async throws -> Void) async throws {
      let site = try await TestSite()
      let album = try Album("keeping")
      try await Browser.open(.phone, on: site.base) { browser in
        let phone = Stage(site: site, browser: browser, album: album)
        try await phone.become("J6")
        try await phone.openSheet(code)
        try await work(phone)
      }
    }

    @Test("a browser that keeps nothing never says that it did")
    func nothingKept() async throws {
      try await onSheet { phone in
        _ = try await phone.browser.run("Storage.prototype.setItem = () => { throw new Error('full') }")
        try await phone.browser.setOffline(true)
        try await phone.browser.field("mark-A2").fill("6")
        try await phone.wait(forSaving: "offline")
        try await phone.wait(forSaving: "unkept")
        try await phone.keep("1 nothing is kept")
        #expect(try await !phone.browser.text.contains("已存在本机"))
        try await phone.browser.setOffline(false)
        try await phone.wait(forSaving: "saved")
        #expect(try await phone.site.saved(of: "J6").contains(#""A2":"6""#))
      }
    }

    @Test("one criterion across all studios saves by itself, without a network too, and after the page was left")
    func criterion() async throws {
      try await onSheet { phone in
        let (browser, site) = (phone.browser, phone.site)
        let page = "/judge/\(try await site.round().id)/criterion/A3"
        let (one, two) = (try await site.studio("YY001").id, try await site.studio("YY002").id)
        try await browser.go(to: page)
        try await browser.first("label:has([name=level-\(one)][value=\"6\"])").click()
        #expect(try await browser.field("mark-\(one)").value == "6")
        try await phone.wait(forSaving: "saved")
        #expect(try await site.saved(of: "J6").contains(#""A3":"6""#))
        try await browser.setOffline(true)
        try await browser.field("mark-\(two)").fill("8.25")
        try await phone.wait(forSaving: "local")
        try await phone.keep("2 one criterion without a network")
        try await browser.setOffline(false)
        try await phone.wait(forSaving: "saved")
        #expect(try await site.saved(of: "J6").contains(#""A3":"8.25""#))
        try await browser.field("mark-\(two)").fill("")
        try await phone.wait(forSaving: "saved")
        #expect(try await !site.saved(of: "J6").contains(#""A3":"8.25""#), "a mark can be taken back")
        try await browser.follow(browser.first("button[value=next]"))
        #expect(try await browser.path.hasSuffix("/criterion/A4"))
      }
    }

    @Test("an answer that is lost makes no conflict of a page with itself")
    func lostAnswer() async throws {
      try await onSheet { phone in
        let lose = """
          const real = window.fetch
          window.fetch = (...all) => real(...all).then(() => { window.fetch = real; throw new TypeError('lost') })
          """
        _ = try await phone.browser.run(lose)
        try await phone.browser.field("mark-A2").fill("6")
        try await phone.wait(forSaving: "offline")
        #expect(try await phone.site.saved(of: "J6").contains(#""A2":"6""#))
        try await phone.browser.field("mark-A2").fill("5")
        try await phone.wait(forSaving: "saved")
        #expect(try await phone.site.saved(of: "J6").contains(#""A2":"5""#))
      }
    }

    @Test("a value that is no mark is said so at its field, while it is typed")
    func wrongValues() async throws {
      try await onSheet { phone in
        let browser = phone.browser
        for value in ["11", "-1", "九", "7.555"] {
          try await browser.field("mark-A2").fill(value)
          #expect(try await browser.first("#e-A2").text.contains("请填写 0 至 9.00 之间的分数"), "\(value)")
        }
        try await phone.keep("6 no mark")
        try await browser.field("mark-A2").fill("６，５")
        #expect(try await browser.run("return document.getElementById('e-A2').hidden").bool == true)
        #expect(try await browser.all("[aria-invalid]").isEmpty, "nothing is marked that is right, or empty")
      }
    }

    @Test("what another device saved is neither lost nor overwritten by itself: the judge is asked")
    func conflict() async throws {
      try await onSheet { phone in
        let (browser, site) = (phone.browser, phone.site)
        let path = try await site.path("YY001")
        let other = try await site.client("J6").post(path, ["saved": "0", "mark-A2": "3"])
        #expect(other.status == 303)
        try await browser.field("mark-A2").fill("6")
        try await phone.wait(forSaving: "newer")
        try await browser.follow(browser.first("button[value=save]"))
        try await phone.keep("3 two devices")
        #expect(try await browser.text.contains("另一处保存的是：3"))
        #expect(try await browser.field("mark-A2").value == "6")
        try await browser.field("mark-A4").fill("4")
        #expect(try await site.saved(of: "J6").contains(#""A2":"3""#))
        try await browser.go(to: "/judge")
        #expect(try await browser.text.contains("本机存有尚未发送的内容"))
        try await phone.openSheet("YY001")
        try await phone.wait(forSaving: "both")
        try await phone.keep("4 which one")
        #expect(try await browser.field("mark-A2").value == "3")
        try await browser.first("#saving button").click()
        try await phone.wait(forSaving: "saved")
        let saved = try await site.saved(of: "J6")
        #expect(saved.contains(#""A2":"6""#) && saved.contains(#""A4":"4""#))
        try await browser.go(to: "/judge")
        #expect(try await !browser.text.contains("本机存有尚未发送的内容"))
      }
    }

    @Test("logging out asks first, says what would be thrown away, and takes nothing of another judge's")
    func loggingOut() async throws {
      try await onSheet { phone in
        let browser = phone.browser
        let judge = try #require(try await phone.site.registrar.read { $0.account(login: "J6")?.id.description })
        let put =
          "localStorage.setItem('studio-sheet-' + arguments[0], JSON.stringify({page: 'x', base: '9', fields: []}))"
        for key in ["\(judge)-R1-S1", "A999-R1-S1"] { _ = try await browser.run(put, [.text(key)]) }
        func isKept(_ key: String) async throws -> Bool {
          try await browser.run("return localStorage.getItem('studio-sheet-' + arguments[0]) !== null", [.text(key)])
            .bool
            == true
        }
        try await browser.follow(browser.first("form[action=\"/logout\"] button"))
        try await phone.keep("5 leaving")
        #expect(try await browser.text.contains("退出后将被清除"))
        #expect(try await isKept("\(judge)-R1-S1"))
        try await browser.follow(browser.first("main form button"))
        #expect(try await !isKept("\(judge)-R1-S1"))
        #expect(try await isKept("A999-R1-S1"))
      }
    }
  }
}
