import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

@Suite("A code on a slip lets its holder in once", .turns)
struct AccessTests {
  @Test("a code as it is typed: letter case, width, blanks, hyphens and letters that look like digits do not matter")
  func typed() throws {
    let code = OneTimeCode()
    #expect(code.digits.count == 26)
    #expect(OneTimeCode(typed: code.grouped) == code)
    #expect(OneTimeCode(typed: " \(code.grouped.lowercased().replacingOccurrences(of: "-", with: "  ")) ") == code)
    let wide = String(
      String.UnicodeScalarView(code.digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    #expect(OneTimeCode(typed: wide) == code)
    let first = try #require(OneTimeCode(typed: "01101-00000-00000-00000-000000"))
    #expect(OneTimeCode(typed: "oilOi-ooooo-00000-00000-000000") == first)
    #expect(OneTimeCode(typed: String(code.digits.dropLast())) == nil)
    #expect(OneTimeCode(typed: code.digits.dropLast() + "U") == nil)
    // 26 digits of 5 bits hold 130: the first is below 8.
    #expect(OneTimeCode(typed: "8" + code.digits.dropFirst()) == nil)
    #expect(Set((0..<200).map { _ in OneTimeCode().digits }).count == 200)
  }

  @Test("looking at the link uses nothing up, however often; the button does, once")
  func once() async throws {
    let site = try await TestSite.withCheapPasswords()
    let code = try await site.code(for: "J4")
    let phone = try await site.client()
    let link = "/enter?code=\(code.replacingOccurrences(of: "-", with: ""))"
    var arrived = phone
    for _ in 0..<3 {
      let sent = try await phone.get(link)
      #expect(sent.status == 303 && sent.location == "/enter")
      #expect(sent.setCookies.contains { $0.hasPrefix("studio-code=") && $0.contains("; HttpOnly") })
      arrived = phone.keeping(sent)
      let page = try await arrived.get("/enter")
      #expect(page.status == 200)
      #expect(page.text.contains("value=\"\(link.suffix(26))\"") && !page.text.contains("J4"))
    }
    let entered = try await arrived.post("/enter", ["code": code])
    #expect(entered.location == "/judge")
    // The code is used up, and nowhere in the browser any more.
    #expect(arrived.keeping(entered).cookies["studio-code"] == nil)
    #expect(entered.setCookies.contains { $0.contains("Max-Age=2592000") })
    #expect(try await phone.keeping(entered).get("/language/en").status == 303)
    let second = try await phone.post("/enter", ["code": code])
    #expect(second.status == 422)
    // Used, mistyped and never issued read the same.
    #expect(try await phone.post("/enter", ["code": OneTimeCode().digits]).text == second.text)
    #expect(try await phone.post("/enter", ["code": "no code at all"]).text == second.text)
    let again = try await arrived.post("/enter", ["code": code])
    #expect(again.text == second.text && arrived.keeping(again).cookies["studio-code"] == nil)
  }

  @Test("what is no code is taken out of the address as well, and kept nowhere; a made-up cookie is no code")
  func noCode() async throws {
    let site = try await TestSite()
    let phone = try await site.client()
    let sent = try await phone.get("/enter?code=%22%3Cb%3E")
    #expect(sent.location == "/enter" && sent.setCookies.allSatisfy { !$0.hasPrefix("studio-code=") })
    let made = Client(base: site.base, cookies: phone.cookies.merging(["studio-code": "\"<b>"]) { $1 })
    let page = try await made.get("/enter")
    #expect(page.status == 200 && !page.text.contains("<b>") && page.text.contains("id=\"code\""))
  }

  @Test("a mangled link, and a code on the page of logins, leave no earlier code in the browser")
  func earlierCode() async throws {
    let site = try await TestSite()
    let phone = try await site.client()
    let arrived = phone.keeping(try await phone.get("/enter?code=\(OneTimeCode().digits)"))
    #expect(arrived.cookies["studio-code"] != nil)
    #expect(arrived.keeping(try await arrived.get("/enter?code=mangled")).cookies["studio-code"] == nil)
    let typed = try await arrived.post("/login", ["code": try await site.code(for: "J4")])
    #expect(typed.status == 303 && arrived.keeping(typed).cookies["studio-code"] == nil)
  }

  @Test("of two who use a code at once, one comes in")
  func race() async throws {
    let site = try await TestSite.withCheapPasswords()
    let code = try await site.code(for: "J4")
    let phone = try await site.client()
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try await phone.post("/login", ["code": code]).status } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.sorted() == [303] + [Int](repeating: 422, count: 7))
  }

  @Test("it works on its last day, and not on the next")
  func expiry() async throws {
    let site = try await TestSite.withCheapPasswords()
    let (early, late) = (try await site.code(for: "J4"), try await site.code(for: "J5"))
    let phone = try await site.client()
    site.clock.move(to: try #require(Day("2026-02-20")))
    #expect(try await phone.post("/enter", ["code": early]).status == 303)
    // Nine in the morning of the next day in the county.
    site.clock.move(to: try #require(Day("2026-02-21")))
    #expect(try await phone.post("/enter", ["code": late]).status == 422)
  }

  @Test("the last moment of a day is midnight in the county")
  func midnight() throws {
    let day = try #require(Day("2024-02-29"))
    let end = day.end(utcOffset: 480)
    #expect(end == 1_709_222_400_000)
    #expect(Day(milliseconds: end - 1, utcOffset: 480) == day)
    #expect(Day(milliseconds: end, utcOffset: 480) == Day("2024-03-01"))
  }

  @Test("a new slip ends the logins on the devices so far where the box is ticked, as it is unless somebody unticks it")
  func devicesSoFar() async throws {
    let site = try await TestSite.withCheapPasswords()
    let (clerk, round) = (try await site.client("clerk"), try await site.round())
    let page = try await clerk.get("/access").text
    #expect(page.matches(of: /name="ends" value="yes" checked/).count == 2)
    let judge = try await site.registrar.read { $0.account(login: "J4")?.id }
    let four = try #require(judge)
    let (phone, other) = (try await site.client("J4"), try await site.client("J5"))
    let slip = ["account": "\(four)", "until": "2026-02-20"]
    #expect(try await clerk.post("/access/slips", slip).codes.count == 1)
    #expect(try await phone.get("/judge").status == 200)
    let last = try await clerk.post("/access/slips", slip.merging(["ends": "yes"]) { $1 })
    #expect(last.codes.count == 1)
    #expect(try await phone.get("/judge").isSentToLogin)
    // Nobody else's, and the slip itself works.
    #expect(try await other.get("/judge").status == 200)
    let stranger = try await site.client()
    let entered = try await stranger.post("/enter", ["code": try #require(last.codes.first)])
    #expect(entered.location == "/judge")
    let all = ["round": "\(round.id)", "until": "2026-02-20", "ends": "yes"]
    #expect(try await clerk.post("/access/slips", all).status == 200)
    #expect(try await stranger.keeping(entered).get("/judge").isSentToLogin)
    #expect(try await other.get("/judge").isSentToLogin)
    // What is refused ends nothing.
    let contact = try await site.client("yy001")
    let own = try #require(try await site.registrar.read { $0.account(login: "yy001")?.id })
    let late = ["account": "\(own)", "until": "2027-02-20", "ends": "yes"]
    #expect(try await clerk.post("/access/slips", late).status == 422)
    #expect(try await contact.get("/contact").status == 200)
  }

  @Test("a new slip ends the earlier code and, where its box is not ticked, no session; taking back ends all, at once")
  func replaced() async throws {
    let site = try await TestSite.withCheapPasswords()
    let phone = try await site.client()
    let first = try await site.code(for: "J4")
    let judge = phone.keeping(try await phone.post("/enter", ["code": first]))
    let (second, third) = (try await site.code(for: "J4"), try await site.code(for: "J4"))
    #expect(try await phone.post("/enter", ["code": second]).status == 422)
    #expect(try await judge.post("/logout").status == 200)
    let id = try await site.account("J4").id
    let revoked = try await site.client("clerk").post("/access/\(id)/revoke")
    #expect(revoked.location?.hasPrefix("/access?entries=") == true)
    #expect(try await judge.get("/judge").isSentToLogin)
    #expect(try await phone.post("/enter", ["code": third]).status == 422)
    let (event, actor) = try await site.registrar.read { ($0.access[id]?.revoked, $0.sequence) }
    #expect(event == Day("2026-01-23"))
    #expect(actor > 0)
  }

  @Test("who came in with a slip is asked before leaving, for the slip is used up")
  func leaving() async throws {
    let site = try await TestSite()
    let judge = try await site.client("J4")
    let asked = try await judge.post("/logout")
    #expect(asked.status == 200)
    #expect(asked.text.contains("name=\"sure\""))
    #expect(try await judge.get("/language/en").status == 303)
    #expect(try await judge.post("/logout", ["sure": "yes"]).location == "/")
    #expect(try await judge.post("/logout", ["sure": "yes"]).location == "/")
  }

  @Test("an official's code leads to a password, and ends what came in with the one before")
  func official() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let desk = try await site.client()
    let earlier = desk.keeping(try await site.logIn("clerk", by: desk))
    let code = try await site.code(for: "clerk")
    let entered = try await desk.post("/enter", ["code": code])
    #expect(entered.location == "/password")
    #expect(try await earlier.get("/access").isSentToLogin)
    let clerk = desk.keeping(entered)
    #expect(try await clerk.get("/password").text.contains("name=\"old\"") == false)
    let new = "a longer sentence of mine"
    #expect(try await clerk.post("/password", ["new": new, "again": new]).status == 303)
    #expect(try await site.logIn("clerk", by: desk).status == 422)
    #expect(try await site.logIn("clerk", new, by: desk).status == 303)
  }

  @Test("a session of an account that was closed is over")
  func closed() async throws {
    let site = try await TestSite()
    let judge = try await site.client("J9")
    #expect(try await judge.post("/logout").status == 200)
    try await site.ask("approver", CloseAccount(account: try await site.account("J9").id, reason: "调离"))
    #expect(try await judge.post("/logout").status == 303)
  }
}

@Suite("The bureau issues slips, and no page shows a code twice", .turns)
struct SlipTests {
  @Test("all judges of a round at one click; the same code in groups, in the link and in the drawing")
  func round() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    let round = try await site.round()
    let page = try await clerk.post("/access/slips", ["round": round.id.description, "until": "2026-02-20"])
    #expect(page.status == 200)
    #expect(page.codes.count == round.marking.panel.count)
    #expect(Set(page.codes).count == page.codes.count)
    for code in page.codes {
      let digits = code.replacingOccurrences(of: "-", with: "")
      #expect(page.text.contains("\(site.base)/enter?code=\(digits)"))
      #expect(!(try await clerk.get("/access").text.contains(digits)))
      // Neither file nor journal has it.
      let stored = try Data(contentsOf: URL(fileURLWithPath: site.store.path))
      #expect(stored.range(of: Data(digits.utf8)) == nil)
    }
    #expect(page.headers["cache-control"] == "no-store")
    #expect(page.text.contains("2026-02-20"))
    #expect(page.text.components(separatedBy: "<svg").count == page.codes.count + 1)
  }

  @Test(
    "a clerk is refused for officials and shown none of them; nobody issues for himself; past sixty days is refused")
  func refused() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    let ids = try await ["approver", "clerk", "J4"].asyncMap { try await site.account($0).id.description }
    let page = try await clerk.get("/access").text
    #expect(page.contains("value=\"\(ids[2])\""))
    #expect(!page.contains("value=\"\(ids[0])\""))
    for (id, until) in [(ids[0], "2026-02-20"), (ids[1], "2026-02-20"), (ids[2], "2026-03-25"), (ids[2], "soon")] {
      let reply = try await clerk.post("/access/slips", ["account": id, "until": until])
      #expect(reply.status == 422)
      #expect(reply.codes.isEmpty)
    }
    #expect(try await clerk.post("/access/slips", ["until": "2026-02-20"]).status == 422)
    #expect(try await clerk.post("/access/slips", ["account": "x", "until": "2026-02-20"]).status == 400)
    // What was ticked and typed is still there.
    let ticked = try #require(try await site.registrar.read { $0.account(login: "J4")?.id })
    let refused = try await clerk.post("/access/slips", ["account": "\(ticked)", "until": "2026-99-99"])
    #expect(refused.status == 422 && refused.text.contains("value=\"\(ticked)\" checked"))
    #expect(refused.text.contains("value=\"2026-99-99\""))
    // So is a box that was unticked, in the form in which it was.
    let round = try await site.round().id
    for form in [["account": "\(ticked)", "list": "slips"], ["round": "\(round)"]] {
      for (ends, count) in [([:], 1), (["ends": "yes"], 2)] as [([String: String], Int)] {
        let sent = form.merging(["until": "2026-99-99"]) { $1 }.merging(ends) { $1 }
        let page = try await clerk.post("/access/slips", sent).text
        #expect(page.matches(of: /name="ends" value="yes" checked/).count == count)
      }
    }
    #expect(try await clerk.post("/access/slips", ["round": "R9999", "until": "2026-02-20"]).status == 404)
    #expect(try await clerk.post("/access/\(ids[0])/revoke").status == 422)
    #expect(try await site.registrar.read { $0.access.isEmpty })
  }

  @Test("the list says whether a code is out, was used or is over, and who has a password", arguments: [false, true])
  func states(isUsed: Bool) async throws {
    let site = try await TestSite.withCheapPasswords()
    let approver = try await site.client("approver")
    let code = try await site.code(for: "J4")
    #expect(try await approver.get("/access").text.contains("已发放，有效期至 2026-02-20"))
    if isUsed { _ = try await site.client().post("/enter", ["code": code]) }
    // One in the morning UTC is nine in the county.
    #expect(try await approver.get("/access").text.contains("2026-01-23 09:00 已使用") == isUsed)
    site.clock.move(to: try #require(Day("2026-02-21")))
    #expect(try await approver.get("/access").text.contains("2026-02-20 已过期，未使用") == !isUsed)
  }

  private static let scanner = Program("/usr/bin/zbarimg")

  @Test(
    "the drawing is read by another program as the link",
    .enabled(if: scanner.isThere, "zbarimg is missing (zbar-tools)"))
  func drawing() async throws {
    let link = OneTimeCode().link(at: "https://studio.example.gov.cn:8443")
    let code = try #require(QRCode(link))
    let folder = try TemporaryFolder()
    // What a printer makes of the drawing: four points a module, black on white.
    let path = try folder.write("code.pgm", Picture(svg: code.svg, points: 4).pgm)
    let read = try await Self.scanner.run(["-q", "--raw", path])
    #expect(read.output == "\(link)\n")
  }
}
