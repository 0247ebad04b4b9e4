import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("A round goes its way at the bureau's desk, as the commands would have it go", .turns)
struct RoundTests {
  @Test("from the last signature to the proposal to confirm, everything over HTTP, with the register's own outcomes")
  func wholeRound() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let clerk = try await site.client("clerk")
    let path = "/rounds/\(office.id)"
    try await site.sendBackOpen()
    try await office.signAll()
    let preview = try await clerk.get("\(path)/preview")
    done(try await clerk.post("\(path)/close"))
    let round = try await office.round()
    let result = try #require(round.result)
    let outcome = try await clerk.get("\(path)/outcome")
    for settled in result.studios {
      let score = try #require(settled.score?.description)
      #expect(outcome.middle.contains(">\(score)<") && preview.middle.contains(">\(score)<"))
    }
    #expect(try await clerk.get("\(path)/vote").middle.contains("未投票"))
    for page in ["", "/publish", "/pictures"] {
      #expect(try await !clerk.get("\(path)\(page)").middle.contains("/print\(path)/notice"), "\(page)")
    }
    #expect(try await clerk.post("\(path)/vote").status == 422)
    try await site.castVotes()
    done(try await clerk.post("\(path)/vote"))
    #expect(try await office.round().result?.isUndecided == false)
    try office.move(to: "2026-01-29")
    let publishing = try await clerk.get("\(path)/publish")
    // The shipped rules say neither telephone nor address for objections.
    #expect(publishing.middle.contains(Language.zh.phrases.page(PrintLabel.channelsNeeded)))
    #expect(publishing.middle.contains("name=\"address\"") && !publishing.middle.contains("value=\"http://127."))
    for address in ["不是网址", "https://", "ftp://www.yunyang.example/", "www.yunyang.example"] {
      let refused = try await clerk.post("\(path)/publish", ["address": address])
      #expect(refused.status == 422 && refused.middle.contains("不是网址：") && refused.middle.contains(address))
    }
    done(try await clerk.post("\(path)/publish", ["address": "https://www.yunyang.example/notice/2026-1"]))
    #expect(try await !clerk.get("\(path)/publish").middle.contains("name=\"address\""))
    let notice = try #require(try await office.round().publications.last)
    // Art. 8(2), working rule: five working days from the day after, and 30 January is a Friday.
    #expect(notice.until.description == "2026-02-05" && publishing.middle.contains("2026-02-05"))
    try await object(office, clerk, path)
    try office.move(to: "2026-02-14")
    let early = try await clerk.get("\(path)/confirm")
    #expect(early.status == 200 && early.middle.contains("批准后"))
    done(try await clerk.post("\(path)/confirm", ["reason": "公示期满，异议已答复"]))
    #expect(try await clerk.get(path).middle.contains("/pending/D"))
    try await site.approveLast()
    let confirmed = try await office.round()
    #expect(confirmed.stage == .confirmed && confirmed.results.count == 2)
    #expect(try await clerk.get(path).middle.contains("2026-02-14 已确认"))
  }

  /// An objection is upheld, a sheet goes back and is signed again, and the round is closed and published anew.
  private func object(_ office: RoundOffice, _ clerk: Client, _ path: String) async throws {
    let studio = try await office.site.studio("YY011").id
    try await uphold(office, clerk, path, studio)
    #expect(try await clerk.post("\(path)/confirm", ["reason": "期满"]).status == 422)
    let judge = try await office.site.account("J5").id
    try await giveBack(office, clerk, path, judge, studio)
    try await signAgain(office, clerk, path, judge, studio)
    #expect(try await clerk.post("\(path)/close").status == 422)
    done(try await clerk.post("\(path)/close", ["reason": "异议成立，评委重评一份评分表"]))
    try await office.site.castVotes()
    if try await office.round().result?.isUndecided == true { done(try await clerk.post("\(path)/vote")) }
    let changed = try await clerk.get("\(path)/outcome")
    let outcome = try await office.round()
    let (before, after) = (outcome.results[0][studio]?.score, outcome.results[1][studio]?.score)
    #expect(before != after)
    #expect(changed.middle.contains("YY011：\(before?.description ?? "-")"))
    done(try await clerk.post("\(path)/publish", ["address": "https://www.yunyang.example/notice/2026-2"]))
  }

  /// An objection is raised, and the approver finds that it is right.
  private func uphold(_ office: RoundOffice, _ clerk: Client, _ path: String, _ studio: ID<Studio>) async throws {
    let approver = try await office.site.client("approver")
    done(
      try await clerk.post(
        "\(path)/objections",
        ["studio": "\(studio)", "name": "龚异议", "objection": "经济效益有财务证明", "received": "2026-01-29"]))
    #expect(try await clerk.get("\(path)/objections").middle.contains("龚异议"))
    #expect(try await office.site.site.side.readings().contains { $0.page == "\(path)/objections" })
    let objection = try #require(try await office.round().objections.values.first)
    // Ten working days from 30 January: the sixth is 6 February, and Spring Festival comes after the tenth.
    #expect(objection.answerBy.description == "2026-02-12" && !objection.isLate)
    let answer = "\(path)/objections/\(objection.id)/answer"
    #expect(try await clerk.post(answer, ["finding": "upheld", "answer": "属实"]).status == 403)
    #expect(try await approver.post(answer, ["answer": "属实"]).status == 422)
    done(try await approver.post(answer, ["finding": "upheld", "answer": "属实，退回评委重评"]))
  }

  /// A judge's sheet goes back, with what follows from that.
  private func giveBack(
    _ office: RoundOffice, _ clerk: Client, _ path: String, _ judge: ID<Account>, _ studio: ID<Studio>
  ) async throws {
    let choice = ["judge": "\(judge)", "studio": "\(studio)", "rubric": "technical-breakthroughs"]
    let query = choice.map { "\($0)=\($1)" }.joined(separator: "&")
    let effect = try await clerk.get("\(path)/return?\(query)")
    #expect(
      effect.middle.contains("<td class=\"number\">7</td>") && effect.middle.contains("<td class=\"number\">6</td>"))
    done(try await clerk.post("\(path)/return", choice.merging(["reason": "异议成立"]) { $1 }))
    try await office.site.approveLast()
  }

  /// The judge signs the sheet again with another mark; until then the round cannot be closed.
  private func signAgain(
    _ office: RoundOffice, _ clerk: Client, _ path: String, _ judge: ID<Account>, _ studio: ID<Studio>
  ) async throws {
    let name = SheetName(studio: studio, rubric: "technical-breakthroughs")
    let round = try await office.round()
    let place = try #require(round.rubric(name.rubric))
    var marks = try #require(
      round.earlier[SheetKey(judge: judge, studio: studio, rubric: place)]?.last?.sheet.marks)
    marks["A3"] = Points("7.5")
    let sheet = SheetMarks(studio: studio, rubric: name.rubric, marks: marks)
    try await office.site.ask("J5", EnterSheets(round: office.id, judge: judge, sheets: [sheet]))
    #expect(try await clerk.post("\(path)/close", ["reason": "异议成立"]).status == 422)
    try await office.site.ask("J5", SignSheets(round: office.id, sheets: [name]))
  }

  @Test("before everything is signed neither preview nor judges nor board show a mark; afterwards they do")
  func previewLater() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    try await site.sendBackOpen()
    let clerk = try await site.client("clerk")
    let pages = ["preview", "judges", "board", "reminders", "panel", "paper"]
    for page in pages {
      let reply = try await clerk.get("/rounds/\(office.id)/\(page)")
      #expect(reply.status == 200)
      #expect(reply.middle.firstMatch(of: /[0-9]+\.[0-9]{2}/) == nil, "\(page)")
    }
    #expect(try await clerk.get("/rounds/\(office.id)/preview").middle.contains("J4"))
    #expect(try await clerk.get("/rounds/\(office.id)/outcome").status == 404)
    #expect(try await clerk.get("/rounds/\(office.id)/studios/S1").status == 404)
    try await office.signAll()
    for page in ["preview", "judges"] {
      let reply = try await clerk.get("/rounds/\(office.id)/\(page)")
      #expect(reply.middle.firstMatch(of: /[0-9]+\.[0-9]{2}/) != nil, "\(page)")
    }
  }

  @Test("the effect of a return shows counts of sheets, and scores only when nothing is missing")
  func effects() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    try await site.sendBackOpen()
    let clerk = try await site.client("clerk")
    let (judge, studio) = (try await site.account("J3").id, try await site.studio("YY005").id)
    let path = "/rounds/\(office.id)/return?judge=\(judge)&studio=\(studio)&rubric=competition-results"
    let early = try await clerk.get(path)
    #expect(early.middle.contains("低于评委人数下限"))
    #expect(early.middle.firstMatch(of: /[0-9]+\.[0-9]{2}/) == nil)
    try await office.signAll()
    let late = try await clerk.get(path)
    #expect(late.middle.firstMatch(of: /[0-9]+\.[0-9]{2}/) != nil)
    let missing = "/rounds/\(office.id)/return?judge=\(try await site.account("J9").id)&studio=\(studio)&rubric=x"
    #expect(try await clerk.get(missing).status == 422)
  }

  @Test("a judge is replaced over HTTP: effect, proposal, approval")
  func replacing() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    try await site.sendBackOpen()
    let clerk = try await site.client("clerk")
    let choice = ["judge": "\(try await site.account("J3").id)", "by": "\(try await site.account("J9").id)"]
    let path = "/rounds/\(office.id)/replace"
    let query = choice.map { "\($0)=\($1)" }.joined(separator: "&")
    #expect(try await clerk.get("\(path)?\(query)").middle.contains("YY001"))
    let unreasoned = try await clerk.post(path, choice)
    #expect(unreasoned.status == 422 && unreasoned.forms == 1)
    done(try await clerk.post(path, choice.merging(["reason": "评委住院"]) { $1 }))
    try await site.approveLast()
    let j9 = try await site.account("J9").id
    #expect(try await office.round().marking.panel.contains(j9))
    #expect(try await clerk.get("/rounds/\(office.id)/panel").middle.contains("评委住院"))
  }
}
