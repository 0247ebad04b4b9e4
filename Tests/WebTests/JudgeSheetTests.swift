import Crypto
import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("A judge's sheet: nothing that was typed is lost, and what was seen is what is signed", .turns)
struct JudgeSheetTests {
  @Test("what is typed is saved and shown again as it was typed, wrong values with word of what is wrong")
  func draft() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let fresh = try await judge.get(path)
    #expect(fresh.status == 200)
    #expect(fresh.text.contains(">尚未保存</p>"))
    let reply = try await judge.post(
      path, ["saved": "0", "mark-A1": "九分", "mark-A2": "６，５", "mark-A3": "10", "why-A1": "“证书”<b>", "do": "save"])
    #expect(reply.status == 303)
    #expect(reply.location == path)
    let page = try await judge.get(path).text
    #expect(page.contains("value=\"九分\""))
    #expect(page.contains("value=\"６，５\""))
    #expect(page.contains("“证书”&lt;b&gt;"))
    #expect(page.contains("href=\"\(path)#f-A1\""))
    #expect(page.contains("请填写 0 至 9.00 之间的分数"))
    #expect(page.contains(">已保存（"))
    #expect(try await site.sheets("YY001", of: "J4").allSatisfy { $0 == nil })
    #expect(try await judge.get("/judge").text.contains("草稿"))
  }

  @Test(
    "points and the levels beside them, without scripts: what was changed counts, and of two changes none is guessed",
    arguments: [
      ("", "", "6", "6"), ("3.00", "3.00", "9", "9"), ("3.00", "3.00", "3", "3.00"), ("2.5", "", nil, "2.5"),
      ("5", "3.00", "3", "5"), ("", "3.00", "3", ""), ("", "3.00", "9", "9"), ("9.00", "3.00", "9", "9.00"),
      ("2.5", "", "4", "4 / 2.5"), ("7", "3.00", "9", "9 / 7"),
    ] as [(mark: String, was: String, level: String?, saved: String)])
  func pointsAndLevels(_ typed: (mark: String, was: String, level: String?, saved: String)) {
    #expect(TypedSheet.mark(typed.mark, was: typed.was, level: typed.level) == typed.saved)
  }

  @Test("a level that is chosen stands for its points; with other points beside it the judge is asked which")
  func levels() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    _ = try await judge.post(
      path,
      [
        "mark-A2": "", "level-A2": "6.00", "mark-A3": "3.00", "was-A3": "3.00", "level-A3": "9.00", "mark-B4": "2.5",
        "was-B4": "", "level-B4": "4.00",
      ])
    let saved = try #require(try await site.drafts(of: "J4").first { $0.key.rubric == "technical-breakthroughs" })
    let typed = try #require(TypedSheet(json: saved.fields))
    #expect(typed.marks["A2"] == "6.00")
    #expect(typed.marks["A3"] == "9.00")
    let other = try #require(try await site.drafts(of: "J4").first { $0.key.rubric == "apprentice-training" })
    #expect(TypedSheet(json: other.fields)?.marks["B4"] == "4.00 / 2.5")
    #expect(try await judge.get("\(path)/sign").text.contains("请填写数字"))
  }

  @Test("an unfinished sheet is not signed: the summary and the refusal name what is missing and lead to its field")
  func unfinished() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    var fields = site.marks(try await site.round().rules)
    fields["mark-C3"] = " "
    fields["do"] = "review"
    #expect(try await judge.post(path, fields).location == "\(path)/sign")
    let summary = try await judge.get("\(path)/sign").text
    #expect(summary.contains("还不能签名"))
    #expect(summary.contains("href=\"\(path)#f-C3\""))
    #expect(!summary.contains("href=\"\(path)#f-C2\""))
    #expect(!summary.contains("确认签名"))
    let before = try await site.registrar.end()
    let refused = try await judge.post("\(path)/sign", fields)
    #expect(refused.status == 422)
    #expect(refused.text.contains("C3"))
    #expect(try await site.registrar.end() == before)
    #expect(try await site.sheets("YY001", of: "J4").allSatisfy { $0 == nil })
  }

  @Test(
    "what was seen is what is signed; then the sheet is locked, its drafts are gone and a further form changes nothing")
  func signing() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let rules = try await site.round().rules
    var fields = site.marks(rules)
    fields["why-A1"] = "第三项证明不足"
    _ = try await judge.post(path, fields)
    #expect(try await site.drafts(of: "J4").count == 4)
    let summary = try await judge.get("\(path)/sign").text
    #expect(summary.contains("确认签名"))
    for (name, value) in fields { #expect(summary.contains("name=\"\(name)\" value=\"\(value)\"")) }
    let reply = try await judge.post("\(path)/sign", fields)
    #expect(reply.status == 303)
    #expect(reply.location == "/judge/\(try await site.round().id)")
    let signed = try await site.sheets("YY001", of: "J4")
    #expect(signed.allSatisfy { $0?.signed != nil })
    for (place, rubric) in rules.rubrics.enumerated() {
      for criterion in rubric.criteria {
        #expect(signed[place]?.marks[criterion.id]?.description == fields["mark-\(criterion.id)"])
      }
    }
    #expect(signed[0]?.reasons == ["A1": "第三项证明不足"])
    #expect(try await site.drafts(of: "J4").isEmpty)
    let end = try await site.registrar.end()
    #expect(try await judge.post("\(path)/sign", site.marks(rules, less: 9)).status == 422)
    let again = try await judge.post("\(path)/sign", fields)
    #expect(again.status == 303, "the same once more was signed, whatever the first answer became of")
    #expect(again.location == reply.location)
    #expect(try await judge.post(path, site.marks(rules, less: 9)).location == path)
    #expect(try await site.registrar.end() == end)
    #expect(try await site.drafts(of: "J4").isEmpty)
    let page = try await judge.get(path).text
    #expect(page.contains("本评分表已签名"))
    #expect(!page.contains("name=\"mark-"))
    #expect(try await judge.get("/judge").text.contains("已签名 1 个"))
  }

  @Test("of two windows the later does not overwrite what it has not seen: both are shown, and the judge chooses")
  func twoWindows() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let stale = try site.stamp(try await judge.get(path).text)
    #expect(try await judge.post(path, ["saved": stale, "mark-A2": "6.13"]).status == 303)
    let reply = try await judge.post(path, ["saved": stale, "mark-A2": "3.17"])
    #expect(reply.status == 409)
    #expect(reply.text.contains("value=\"3.17\""))
    #expect(reply.text.contains("另一处保存的是：6.13"))
    let typed = try await site.drafts(of: "J4").compactMap { TypedSheet(json: $0.fields)?.marks["A2"] }
    #expect(typed == ["6.13"])
    let script = try await judge.post(path, ["saved": stale, "mark-A2": "3.17", "answer": "json"])
    #expect(script.status == 409)
    #expect(script.text.contains("\"newer\""))
    #expect(try await judge.post(path, ["saved": site.stamp(reply.text), "mark-A2": "3.17"]).status == 303)
    #expect(try await judge.get(path).text.contains("value=\"3.17\""))
    let same = try await judge.post(path, ["saved": stale, "mark-A2": "3.17", "answer": "json"])
    #expect(same.status == 200)
  }

  @Test("what the same page sent before its answer was lost is no conflict, and what comes late overwrites nothing")
  func lostAnswers() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    func save(_ mark: String, page: String, turn: Int) async throws -> String {
      let fields = ["saved": "0", "page": page, "turn": "\(turn)", "mark-A2": mark, "answer": "json"]
      return try await judge.post(path, fields).text
    }
    #expect(try await save("6", page: "one", turn: 1).contains("\"saved\""))
    #expect(try await save("5", page: "one", turn: 2).contains("\"saved\""))
    #expect(try await save("6", page: "one", turn: 1).contains("\"saved\""))
    #expect(try await save("4", page: "two", turn: 9).contains("\"newer\""))
    let typed = try await site.drafts(of: "J4").compactMap { TypedSheet(json: $0.fields)?.marks["A2"] }
    #expect(typed == ["5"])
  }

  @Test("what was saved elsewhere since the summary is shown before anything is signed")
  func newerThanSummary() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    var fields = site.marks(try await site.round().rules)
    _ = try await judge.post(path, fields)
    fields["saved"] = try site.stamp(try await judge.get("\(path)/sign").text)
    let onPhone = try site.stamp(try await judge.get(path).text)
    _ = try await judge.post(path, ["saved": onPhone, "mark-A2": "1.25", "mark-A1": "1"])
    let end = try await site.registrar.end()
    let reply = try await judge.post("\(path)/sign", fields)
    #expect(reply.status == 409)
    #expect(reply.text.contains("此后在别处保存过新的内容"))
    #expect(try await site.registrar.end() == end)
    #expect(try await site.drafts(of: "J4").contains { $0.fields.contains("1.25") })
  }

  @Test("a script is told in words why nothing is saved")
  func refusedToScript() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let (round, studio) = (try await site.round().id, try await site.studio("YY001").id)
    let account = try await site.registrar.read { $0.account(login: "J4")?.id }
    try await site.ask(
      "J4", Recuse(round: round, judge: try #require(account), studio: studio, relation: .kin, reason: ""))
    let reply = try await judge.post(path, ["saved": "0", "mark-A2": "6", "answer": "json"])
    #expect(reply.status == 422)
    #expect(reply.headers["content-type"]?.hasPrefix("application/json") == true)
    #expect(reply.text.contains("\"refused\"") && reply.text.contains("回避"))
  }

  @Test("a rubric is marked whole or by its criteria, never both")
  func whole() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let rules = try await site.round().rules
    var fields = site.marks(rules)
    fields["mark-\(competition)"] = "12.34"
    _ = try await judge.post(path, fields)
    #expect(try await judge.get("\(path)/sign").text.contains("未勾选"))
    #expect(try await judge.post("\(path)/sign", fields).status == 422)
    fields["whole-\(competition)"] = "1"
    fields["saved"] = try site.stamp(try await judge.get(path).text)
    #expect(try await judge.post(path, fields).status == 303)
    let summary = try await judge.get("\(path)/sign").text
    #expect(summary.contains("name=\"mark-\(competition)\" value=\"12.34\""))
    #expect(!summary.contains("name=\"mark-C1\""))
    var signed = fields.filter { !$0.key.hasPrefix("mark-C") && !$0.key.hasPrefix("whole-") }
    signed["mark-\(competition)"] = "12.34"
    signed["saved"] = try site.stamp(summary)
    #expect(try await judge.post("\(path)/sign", signed).status == 303)
    #expect(try await site.sheets("YY001", of: "J4")[2]?.marks == [competition: Points("12.34") ?? .zero])
  }

  @Test("a mark that differs from the reference asks for a reason, is flagged without one, and can be signed")
  func differing() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let (round, studio) = (try await site.round(), try await site.studio("YY001").id)
    let stored = try await site.registrar.read { try $0.referenceMarks(of: [studio], in: round.id)[studio] }
    let reference = Dictionary(try #require(stored).map { ($0.criterion, $0.marks) }) { first, _ in first }
    #expect(reference.count == round.rules.rubrics.flatMap(\.criteria).filter(\.isMeasured).count)
    let fresh = try await judge.get(path).text
    for (id, points) in reference { #expect(fresh.contains("name=\"mark-\(id)\" value=\"\(points.plain)\"")) }
    var fields = site.marks(round.rules)
    for (id, points) in reference { fields["mark-\(id)"] = points.description }
    fields["mark-A1"] = reference["A1"] == .zero ? "1.23" : "0.12"
    _ = try await judge.post(path, fields)
    #expect(try await judge.get(path).text.contains("请说明理由（未说明的将予标注"))
    let summary = try await judge.get("\(path)/sign").text
    #expect(summary.contains("未说明理由"))
    #expect(summary.contains("确认签名"))
    fields["why-A1"] = "验收证书存疑"
    fields["saved"] = try site.stamp(try await judge.get(path).text)
    _ = try await judge.post(path, fields)
    let explained = try await judge.get("\(path)/sign").text
    #expect(!explained.contains("未说明理由</a>"))
    #expect(explained.contains("理由：验收证书存疑"))
    fields["why-A1"] = ""
    fields["saved"] = try site.stamp(explained)
    #expect(try await judge.post("\(path)/sign", fields).status == 303)
  }

  @Test("the printed sheet's fingerprint can be computed again from the journal alone")
  func fingerprint() async throws {
    let site = try await TestSite()
    let (path, judge) = (try await site.path("YY001"), try await site.client("J4"))
    let round = try await site.round()
    var fields = site.marks(round.rules)
    fields["why-B1"] = "协议缺一份\n见附件"
    #expect(try await judge.post("\(path)/sign", fields).status == 303)
    let paper = try await judge.get("\(path)/print").text
    let entry = try #require(try await site.store.entries(after: 0).last { $0.kind == "sheets-signed" })
    var lines = ["\(round.id) YY001 J4", "\(entry.at)"]
    for criterion in round.rules.rubrics.flatMap(\.criteria) {
      let reason = criterion.id == "B1" ? " 协议缺一份 见附件" : ""
      lines.append("\(criterion.id) \(fields["mark-\(criterion.id)"] ?? "")\(reason)")
    }
    let digest = SHA256.hash(data: Data(lines.joined(separator: "\n").utf8)).map { String(format: "%02x", $0) }.joined()
    #expect(paper.replacing("</span><span>", with: "").contains(digest))
    #expect(paper.contains("评委签名"))
    #expect(!paper.contains(entry.digest), "what others entered before can be guessed and tried with it")
    try await site.sendBackOpen()
    for login in ["J4", "J5", "J6", "J7"] { try await site.finish(login) }
    try await site.ask("clerk", CloseRound(round: round.id))
    #expect(try await judge.get("\(path)/print").text.contains(entry.digest))
  }
}
