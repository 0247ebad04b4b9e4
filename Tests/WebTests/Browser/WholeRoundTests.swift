import Foundation
import Journal
import Scoring
import StudioRegistry
import Testing

@testable import Web
@testable import studio

extension InTheBrowser {
  @Suite(
    "A whole round, as those who work on it see it", .serialized,
    .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
  struct WholeRoundTests {
    @Test("from the slip to the notice that is gone")
    func wholeRound() async throws {
      let site = try await TestSite()
      let album = try Album("round")
      try await Browser.open(.desk, on: site.base) { window in
        let desk = Stage(site: site, browser: window, album: album)
        let link = try await Self.issueSlip(to: "J4", desk)
        try await Browser.open(.phone, on: site.base) { window in
          let phone = Stage(site: site, browser: window, album: album)
          try await Self.enter(by: link, phone)
          try await Self.score(phone)
          try await Self.loseNetwork(phone)
          try await Self.sign(phone)
          try await Self.acrossStudios(phone)
          try await Self.replace("J5", by: "J9", desk)
          try await Self.alternate("J9", phone)
          for judge in ["J4", "J6", "J7"] { try await site.finishAsInExample(judge) }
          try await Self.close(desk, phone)
          try await Self.publish(desk)
          try await Self.readNotice(phone)
          try await Self.object(phone, desk)
          try await Self.confirm(desk)
          try await Self.noticeGone(phone)
        }
      }
      let found = try await Verification.verify(site.store, modules: site.registrar.read(\.modules))
      #expect(found.closings > 0)
    }

    // MARK: - A judge on a phone

    private static func issueSlip(to login: String, _ desk: Stage) async throws -> String {
      let browser = desk.browser
      try await desk.become("clerk")
      try await browser.go(to: "/access")
      let account = try await desk.site.account(login).id.description
      try await browser.first("#tick-\(account)").click()
      try await desk.keep("01 access")
      try await browser.follow(browser.first("form:has(#tick-\(account)) button:not([formaction])"))
      try await desk.keep("02 slip")
      let link = try await browser.first(".slip-link").text
      #expect(link.hasPrefix("\(desk.site.base)/enter?code="))
      return String(link.dropFirst(desk.site.base.count))
    }

    private static func enter(by link: String, _ phone: Stage) async throws {
      try await phone.browser.go(to: link)
      try await phone.keep("03 enter")
      try await phone.browser.submit("/enter")
      #expect(try await phone.browser.path.hasPrefix("/judge"))
      try await phone.keep("04 own studios")
      // The slip works once.
      try await phone.browser.go(to: link)
      try await phone.browser.submit("/enter")
      #expect(try await phone.browser.path.hasPrefix("/enter"))
      try await phone.browser.go(to: "/judge")
    }

    /// By a level's words where there are levels, by points elsewhere; the running sums follow.
    private static func score(_ phone: Stage) async throws {
      let browser = phone.browser
      try await phone.openSheet("YY001")
      try await phone.keep("05 sheet")
      try await browser.field("mark-A1").fill("9")
      try await browser.first("label:has([name=level-A2][value=\"6\"])").click()
      #expect(try await browser.field("mark-A2").value == "6")
      try await phone.wait(forSaving: "saved")
      var sum = Points.zero
      for criterion in ["A1", "A2", "A3", "A4", "A5"] {
        sum = sum + (Points(try await browser.field("mark-\(criterion)").value) ?? .zero)
      }
      #expect(sum > .zero)
      #expect(Points(try await browser.first("output[data-sum=technical-breakthroughs]").text) == sum)
      let saved = try await phone.site.saved(of: "J4")
      #expect(saved.contains(#""A1":"9""#) && saved.contains(#""A2":"6""#))
      try await phone.keep("06 levels and points")
    }

    /// Types on without a network; everything is there once it is back.
    private static func loseNetwork(_ phone: Stage) async throws {
      let browser = phone.browser
      try await browser.setOffline(true)
      for (criterion, points) in try await phone.marks(of: "J4", for: "YY001").prefix(7) {
        try await browser.field("mark-\(criterion)").fill(points)
      }
      try await phone.wait(forSaving: "local")
      try await phone.keep("07 without a network")
      #expect(try await !phone.site.saved(of: "J4").contains(#""A3":"7.50""#))
      try await browser.setOffline(false)
      try await phone.wait(forSaving: "saved")
      #expect(try await phone.site.saved(of: "J4").contains(#""A3":"7.50""#))
      try await phone.keep("08 the network is back")
    }

    private static func sign(_ phone: Stage) async throws {
      let browser = phone.browser
      try await browser.follow(browser.first("button[value=review]"))
      try await phone.keep("09 what is missing")
      #expect(try await browser.all("main form[action$=\"/sign\"]").isEmpty, "an unfinished sheet can be signed")
      try await phone.openSheet("YY001")
      for (criterion, points) in try await phone.marks(of: "J4", for: "YY001") {
        try await browser.field("mark-\(criterion)").fill(points)
      }
      try await browser.follow(browser.first("button[value=review]"))
      try await phone.keep("10 review")
      try await browser.follow(browser.first("main form[action$=\"/sign\"] button"))
      try await phone.keep("11 signed")
      #expect(try await phone.site.hasSigned("J4", "YY001"))
      try await phone.openSheet("YY001")
      #expect(try await browser.all("input.mark").isEmpty, "a signed sheet can be changed")
      try await phone.keep("12 locked")
      try await browser.follow(browser.first("a[href$=\"/print\"]"))
      try await phone.keep("13 print")
      #expect(try await browser.first(".fingerprint code").text.count(where: \.isHexDigit) == 64)
    }

    /// One criterion across all own studios.
    private static func acrossStudios(_ phone: Stage) async throws {
      let (browser, round) = (phone.browser, try await phone.site.round().id)
      try await browser.go(to: "/judge/\(round)/criterion/A3")
      let studio = try await phone.site.studio("YY002").id
      try await browser.field("mark-\(studio)").fill("8.5")
      try await phone.keep("14 one criterion")
      try await browser.follow(browser.first("main form[action*=\"/criterion/\"] .actions button"))
      try await phone.openSheet("YY002")
      #expect(try await browser.field("mark-A3").value == "8.5")
    }

    // MARK: - The bureau

    /// Somebody proposes on a page that stands open; somebody else approves.
    private static func approve(_ desk: Stage, _ name: String) async throws {
      let proposal = try await desk.site.registrar.read { $0.proposals.keys.max()?.description ?? "" }
      try await desk.become("approver")
      try await desk.browser.go(to: "/pending")
      try await desk.browser.follow("/pending/\(proposal)")
      try await desk.keep(name)
      try await desk.browser.submit("/pending/\(proposal)/approve")
    }

    private static func replace(_ judge: String, by other: String, _ desk: Stage) async throws {
      let (browser, round) = (desk.browser, try await desk.site.round().id)
      let ids = try await [judge, other].asyncMap { try await desk.site.account($0).id.description }
      try await desk.become("clerk")
      try await browser.go(to: "/rounds/\(round)/board")
      try await desk.keep("20 board")
      try await browser.go(to: "/rounds/\(round)/replace")
      try await browser.field("judge").choose(ids[0])
      try await browser.field("by").choose(ids[1])
      try await browser.follow(browser.first("main form[method=get] button"))
      try await browser.field("reason").type("评委住院，由候补评委接替")
      try await desk.keep("21 replacing a judge")
      try await browser.submit("/rounds/\(round)/replace")
      try await approve(desk, "22 to decide")
      let panel = try await desk.site.round().marking.panel.map(\.description)
      #expect(panel.contains(ids[1]) && !panel.contains(ids[0]))
    }

    private static func alternate(_ login: String, _ phone: Stage) async throws {
      try await phone.site.finishAsInExample(login, as: "J5", but: ["YY001"])
      try await phone.become(login)
      try await phone.openSheet("YY001")
      for (criterion, points) in try await phone.marks(of: "J5", for: "YY001") {
        try await phone.browser.field("mark-\(criterion)").fill(points)
      }
      try await phone.browser.follow(phone.browser.first("button[value=review]"))
      try await phone.browser.follow(phone.browser.first("main form[action$=\"/sign\"] button"))
      #expect(try await phone.site.hasSigned(login, "YY001"))
      try await phone.site.finishAsInExample(login, as: "J5")
    }

    private static func close(_ desk: Stage, _ phone: Stage) async throws {
      let (site, browser, round) = (desk.site, desk.browser, try await desk.site.round().id)
      try await site.sendBackOpen()
      try await desk.become("clerk")
      try await browser.go(to: "/rounds/\(round)/preview")
      try await desk.keep("23 preview")
      try await browser.go(to: "/rounds/\(round)/close")
      try await browser.submit("/rounds/\(round)/close")
      #expect(try await site.round().stage == .closed)
      let result = try #require(try await site.round().result)
      #expect(result.isUndecided, "the example's last place is tied")
      try await phone.become("J1")
      try await phone.browser.go(to: "/judge/\(round)/vote")
      try await phone.browser.first("label:has([name=choice])").click()
      try await phone.keep("24 vote")
      try await phone.browser.submit("/judge/\(round)/vote")
      for judge in try await site.round().voters {
        let login = try await site.registrar.read { $0.login(of: judge) }
        guard login != "J1" else { continue }
        try await site.ask(login, CastVote(round: round, choice: Array(result.tied.prefix(result.placesByVote))))
      }
      try await browser.go(to: "/rounds/\(round)/vote")
      try await desk.keep("25 counting")
      try await browser.submit("/rounds/\(round)/vote")
      #expect(try await site.round().result?.isUndecided == false)
      for page in ["outcome", "pictures", "judges"] {
        try await browser.go(to: "/rounds/\(round)/\(page)")
        try await desk.keep("26 \(page)")
      }
    }

    private static func publish(_ desk: Stage) async throws {
      let round = try await desk.site.round().id
      try await desk.browser.go(to: "/rounds/\(round)/publish")
      try await desk.browser.field("address").fill("https://www.yunyang.example/notice/2026-1")
      try await desk.keep("30 publishing")
      try await desk.browser.submit("/rounds/\(round)/publish")
      #expect(try await desk.site.round().stage == .published)
    }

    /// What everybody reads: grades, and scores and failed studios only where the rules say so.
    private static func readNotice(_ phone: Stage) async throws {
      let (browser, round) = (phone.browser, try await phone.site.round())
      try await phone.become(nil)
      try await browser.go(to: "/")
      try await phone.keep("31 notices")
      try await browser.follow("/notices/\(round.id)")
      try await phone.keep("32 notice")
      let text = try await browser.text
      #expect(text.contains("YY001"))
      let until = try #require(round.publications.last?.until)
      #expect(text.contains("至\(until.year)年\(until.month)月\(until.day)日"))
      let failed = round.result?.studios.filter { $0.grade == .unqualified }.map(\.studio) ?? []
      let codes = try await phone.site.registrar.read { register in failed.compactMap { register.studios[$0]?.code } }
      #expect(!codes.isEmpty && codes.allSatisfy { !text.contains($0) }, "a failed studio stands on the notice")
    }

    private static func object(_ phone: Stage, _ desk: Stage) async throws {
      let round = try await phone.site.round().id
      try await phone.become("yy001")
      try await phone.browser.go(to: "/contact/outcomes/\(round)")
      try await phone.keep("33 own outcome")
      #expect(try await !phone.browser.text.contains("J4"), "a judge's login is shown to a contact")
      try await phone.browser.go(to: "/contact/outcomes/\(round)/objection")
      try await phone.browser.wait(for: "main textarea").type("第三项成果的财务证明未被计入，请复核。")
      try await phone.keep("34 objecting")
      try await phone.browser.submit("/contact/outcomes/\(round)/objection")
      #expect(try await phone.site.round().objections.count == 1)
      try await desk.become("approver")
      try await desk.browser.go(to: "/rounds/\(round)/objections")
      try await desk.browser.first("label[for^=\"d-\"]").click()
      try await desk.browser.field("answer").type("经复核，证明已计入，维持原结果。")
      try await desk.keep("35 answering")
      try await desk.browser.submit("/rounds/\(round)/objections/")
      #expect(try await desk.site.round().objections.values.allSatisfy { $0.answer != nil })
    }

    private static func confirm(_ desk: Stage) async throws {
      let (site, round) = (desk.site, try await desk.site.round())
      site.clock.move(to: try #require(round.publications.last?.until).adding(days: 1))
      try await desk.become("clerk")
      try await desk.browser.go(to: "/due")
      try await desk.keep("40 due")
      try await desk.browser.go(to: "/rounds/\(round.id)/confirm")
      try await desk.browser.field("reason").type("公示期满，异议已答复")
      try await desk.keep("41 confirming")
      try await desk.browser.submit("/rounds/\(round.id)/confirm")
      try await approve(desk, "42 to decide")
      #expect(try await site.round().stage == .confirmed)
      try await desk.browser.go(to: "/rounds/\(round.id)")
      try await desk.keep("43 confirmed")
    }

    private static func noticeGone(_ phone: Stage) async throws {
      let round = try await phone.site.round().id
      try await phone.become(nil)
      try await phone.browser.go(to: "/")
      #expect(try await phone.browser.all("a[href^=\"/notices/\(round)\"]").isEmpty)
      try await phone.keep("44 no notice any more")
      #expect(try await phone.site.client().get("/notices/\(round)").status == 404)
    }
  }
}
