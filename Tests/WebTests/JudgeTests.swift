import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("A judge marks his own studios in the browser, and learns nothing of the others", .turns)
struct JudgeTests {
  @Test(
    "the list has the judge's own studios with what is done and left; who is replaced has none, an alternate no sheet")
  func list() async throws {
    let site = try await TestSite()
    let round = try await site.round()
    let judge = try await site.client("J4")
    let page = try await judge.get("/judge").text
    for studio in round.studios {
      #expect(page.contains("href=\"/judge/\(round.id)/\(studio)\"") == (studio != (try await site.studio("YY017").id)))
    }
    let due = round.studios.count - 1
    #expect(page.contains("共 \(due) 个工作室：已签名 0 个，已填完待签名 0 个，未完成 \(due) 个"))
    #expect(page.contains("师徒（"))
    #expect(try await judge.get("/judge/\(round.id)").status == 200)
    let alternate = try await site.client("J9").get("/judge")
    #expect(alternate.text.contains("您是本次考核评估的候补评委"))
    #expect(try await site.client("J9").get(try await site.path("YY001")).status == 404)
    let replaced = try await site.client("J8")
    #expect(try await replaced.get("/judge").text.contains("YY001") == false)
    #expect(try await replaced.get("/judge/\(round.id)").status == 404)
    #expect(try await replaced.get(try await site.path("YY001")).status == 404)
    #expect(try await replaced.get("\(try await site.path("YY001"))/print").status == 404)
  }

  @Test("no other role opens a judge's page, and nobody who is logged out does")
  func otherRoles() async throws {
    let site = try await TestSite()
    let path = try await site.path("YY001")
    for login in ["clerk", "approver", "org", "org-clerk", "watch", "yy001"] {
      let client = try await site.client(login)
      for page in ["/judge", path, "\(path)/sign", "\(path)/recuse", "\(path)/print"] {
        #expect(try await client.get(page).status == 403, "\(login) \(page)")
      }
      #expect(try await client.post(path, ["mark-A1": "1"]).status == 403)
      #expect(try await client.post("\(path)/sign", ["mark-A1": "1"]).status == 403)
    }
    #expect(try await site.client().get("/judge").isSentToLogin)
  }

  @Test("what is not the judge's is not there: every such page has the size of any other that is missing")
  func nothingOfOthers() async throws {
    let site = try await TestSite()
    let (round, judge) = (try await site.round(), try await site.client("J4"))
    let studio = try await site.studio("YY001").id
    let first = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let outside = try #require(
      try await site.registrar.read { register in
        register.studiosInOrder.first { !round.studios.contains($0.id) }?.id
      })
    let missing = try await judge.get("/judge/R999999/S999999")
    #expect(missing.status == 404)
    let pages = [
      "/judge/\(round.id)/\(outside)", "/judge/\(round.id)/S999999", "/judge/R999999/\(studio)",
      "/judge/\(studio)/\(round.id)",
      "/judge/\(round.id)/\(outside)/sign", "/judge/\(round.id)/\(outside)/print", "/judge/\(round.id)/\(studio)/print",
      "/judge/\(round.id)/criterion/Z9", "/judge/\(round.id)/vote", "/judge/\(first.id)/vote",
    ]
    for page in pages {
      let reply = try await judge.get(page)
      #expect(reply.status == 404, "\(page)")
      #expect(reply.body.count - page.utf8.count == missing.body.count - "/judge/R999999/S999999".utf8.count, "\(page)")
    }
    for page in ["/judge/\(round.id)/\(outside)", "/judge/R999999/\(studio)"] {
      #expect(try await judge.post(page, ["mark-A1": "1"]).status == 404)
      #expect(try await judge.post("\(page)/sign", site.marks(round.rules)).status == 404)
      #expect(try await judge.post("\(page)/recuse", ["relation": "kin"]).status == 404)
    }
  }

  @Test("no page of a judge holds a mark or a word of another's, drafted or signed")
  func nothingLeaks() async throws {
    let site = try await TestSite()
    let round = try await site.round()
    let (own, other) = (try await site.client("J4"), try await site.client("J5"))
    var fields = site.marks(round.rules, less: 41)
    fields["why-A2"] = "五号评委自己的话"
    #expect(try await other.post("\(try await site.path("YY001"))/sign", fields).status == 303)
    _ = try await other.post(try await site.path("YY002"), fields)
    var pages = ["/judge", "/judge/\(round.id)"]
    for code in ["YY001", "YY002"] {
      let path = try await site.path(code)
      pages += [path, "\(path)/sign", "\(path)/recuse"]
    }
    pages += round.rules.rubrics.flatMap(\.criteria).map { "/judge/\(round.id)/criterion/\($0.id)" }
    for page in pages {
      let text = try await own.get(page).text
      #expect(!text.contains("五号评委"), "\(page)")
      for (name, value) in fields where name.hasPrefix("mark-") { #expect(!text.contains(value), "\(page) \(name)") }
    }
    #expect(try await other.get("/judge").text.contains("已签名 1 个"))
  }

  @Test("a recusal says what follows, is recorded, takes the draft with it and closes the sheet")
  func recusal() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY002"), try await site.client("J4"))
    _ = try await judge.post(path, ["mark-A2": "6"])
    let form = try await judge.get("\(path)/recuse").text
    for word in ["同单位", "亲属", "师徒", "共同承担项目", "其他关系", "回避记入后不能取消"] { #expect(form.contains(word)) }
    #expect(try await judge.post("\(path)/recuse", ["relation": "other", "reason": ""]).status == 422)
    #expect(try await judge.post("\(path)/recuse", [:]).status == 422)
    let phone = try await judge.post("\(path)/recuse", ["relation": "kin", "reason": "电话 13812345678"])
    #expect(phone.status == 422)
    #expect(try await judge.post("\(path)/recuse", ["relation": "kin", "reason": ""]).status == 303)
    let (studio, round) = (try await site.studio("YY002").id, try await site.round())
    let account = try await site.account("J4").id
    #expect(round.isRecused(account, from: studio))
    #expect(try await site.drafts(of: "J4").isEmpty)
    #expect(try await judge.get(path).text.contains("name=\"mark-A1\"") == false)
    #expect(try await judge.post(path, ["mark-A1": "1"]).status == 422)
    #expect(try await judge.post("\(path)/sign", site.marks(round.rules)).status == 422)
    let alternate = try await site.client("J9")
    #expect(try await alternate.post("\(path)/recuse", ["relation": "kin", "reason": ""]).status == 303)
  }

  @Test("a sheet that was returned shows the reason and the marks before, and is signed again")
  func returned() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY005"), try await site.client("J3"))
    let before = try #require(try await site.sheets("YY005", of: "J3")[2])
    #expect(!(try await judge.get(path).text.contains("抄写错误")))
    let proposal = try await site.registrar.read { $0.proposals.values.first(where: \.isOpen)?.id }
    try await site.ask("approver", Approve(try #require(proposal)))
    let page = try await judge.get(path).text
    #expect(page.contains("评委发现抄写错误"))
    for (id, points) in before.marks {
      #expect(page.contains("\(id) \(points)") || id == competition && page.contains("\(points)"))
    }
    #expect(page.contains("name=\"mark-C1\""))
    #expect(!page.contains("name=\"mark-A1\""))
    #expect(try await judge.get("/judge").text.contains("已退回，待重签"))
    let again = ["mark-C1": "4.11", "mark-C2": "2", "mark-C3": "1"]
    #expect(try await judge.post("\(path)/sign", again).status == 303)
    #expect(try await site.sheets("YY005", of: "J3")[2]?.marks["C1"] == Points("4.11"))
  }

  @Test("marks that were entered by a command and not signed are shown as a draft is")
  func enteredElsewhere() async throws {
    let site = try await TestSite()
    let (round, studio) = (try await site.round(), try await site.studio("YY001").id)
    let judge = try await site.account("J4").id
    let sheet = SheetMarks(
      studio: studio, rubric: competition, marks: ["C1": 3, "C2": 1, "C3": Points("2.22") ?? .zero])
    try await site.ask("clerk", EnterSheets(round: round.id, judge: judge, sheets: [sheet]))
    let page = try await site.client("J4").get(try await site.path("YY001")).text
    #expect(page.contains("name=\"mark-C3\" value=\"2.22\""))
    #expect(page.contains("由他人代为录入"))
  }

  @Test("every page is there in English, too")
  func english() async throws {
    let site = try await TestSite()
    let judge = try await site.client("J1", language: .en)
    let path = try await site.path("YY001")
    #expect(try await judge.get("/judge").text.contains("My studios"))
    #expect(try await judge.get(path).text.contains("This sheet is signed"))
    #expect(try await judge.get("\(path)/print").text.contains("Fingerprint"))
    let other = try await site.client("J4", language: .en)
    for page in [path, "\(path)/sign", "\(path)/recuse", "/judge/\(try await site.round().id)/criterion/A1"] {
      #expect(try await other.get(page).status == 200, "\(page)")
    }
  }

  @Test("every word of the judges' pages is there in both languages")
  func words() {
    for language in Language.allCases {
      for label in JudgeLabel.allCases { #expect(!language.phrases.page(label).isEmpty) }
    }
  }
}
