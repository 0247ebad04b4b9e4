import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Official documents", .turns)
struct OfficialDocumentTests {
  private func story(_ site: TestSite) async throws -> (Round, CancellationCase) {
    try await site.registrar.read { register in
      guard let round = register.roundsInOrder.first, let found = register.cancellationsInOrder.first else {
        throw Turned.notFound
      }
      return (round, found)
    }
  }

  @Test("a notice of results names both departments, and neither scores nor who failed unless the rules say so")
  func notice() async throws {
    let site = try await TestSite()
    let (round, _) = try await story(site)
    let text = try await site.client("clerk").get("/print/rounds/\(round.id)/notice").text
    let codes = try await site.registrar.read { $0.studios.mapValues(\.code) }
    for settled in try #require(round.result).studios {
      let code = try #require(codes[settled.studio])
      #expect(text.contains("<small>\(code)</small>") == (settled.grade == .qualified))
      #expect(!text.contains(">\(try #require(settled.score))<"))
    }
    #expect(text.contains("<title>关于技能大师工作室2022—2023年考核评估结果的公示</title>"))
    // A joint document's title begins with the departments that issue it, as the rule set names them.
    let authority = round.rules.authority
    #expect(text.contains("<h1><span class=\"by\">\(authority.organisation.zh)　\(authority.bureau.zh)</span>关于"))
    #expect(text.contains("<p>中共云阳县委组织部</p>") && text.contains("<p>云阳县人力资源和社会保障局</p>"))
    // Published on Monday 29 January 2024; five working days, of which Sunday 4 February was one, before Spring Festival.
    #expect(text.contains("公示时间：2024年1月29日至2024年2月4日（含首尾两日）"))
    #expect(text.contains("自收到次日起10个工作日内答复"))
    // The shipped rules say no telephone and no address: there is room for both.
    #expect(text.contains(Language.zh.phrases.page(PrintLabel.blankChannels)))
    #expect(text.contains("（此件公开发布）"))
    #expect(text.contains("https://www.yunyang.example/notice/2024-1"))
    #expect(!text.contains("不合格") && !text.contains("更正"))
  }

  @Test("a preprinted head is left out by choice, and its room stays")
  func preprinted() async throws {
    let site = try await TestSite()
    let (round, _) = try await story(site)
    let clerk = try await site.client("clerk")
    #expect(try await clerk.get("/print/rounds/\(round.id)/notice").text.contains("class=\"redline\""))
    let plain = try await clerk.get("/print/rounds/\(round.id)/notice?head=no").text
    #expect(!plain.contains("class=\"redline\""))
    #expect(plain.contains("class=\"preprinted\""))
  }

  @Test("a notice to rectify says the score, the time from service, the second assessment, and has its receipt")
  func rectification() async throws {
    let site = try await TestSite()
    let (round, found) = try await story(site)
    let settled = try #require(round.result?[found.studio])
    let text = try await site.client("clerk").get("/print/rectifications/\(round.id)/\(found.studio)").text
    let authority = round.rules.authority
    #expect(text.contains("<h1><span class=\"by\">\(authority.organisation.zh)　\(authority.bureau.zh)</span>关于对"))
    #expect(text.contains("技能大师工作室予以限期整改的通知</h1>"))
    #expect(text.contains("最终得分\(try #require(settled.score))分，低于75分"))
    #expect(text.contains("予以限期1年整改"))
    // Served on 20 February 2024: a year later.
    #expect(text.contains("2024年2月20日送达，整改期限至2025年2月20日"))
    #expect(text.contains("整改仍不合格的，依照第二十条予以取消称号"))
    #expect(text.contains("送达回证") && text.contains("直接送达的为签收之日"))
    // The document ends with its imprint; the receipt is no part of it.
    let imprint = try #require(text.firstRange(of: "class=\"imprint\""))
    let receipt = try #require(text.firstRange(of: "class=\"official receipt\""))
    #expect(imprint.upperBound < receipt.lowerBound)
    #expect(text.components(separatedBy: "class=\"imprint\"").count == 2)
    for rubric in round.rules.rubrics { #expect(text.contains(rubric.title.zh)) }
  }

  @Test("a served decision says article, facts, evidence, statement, remedies and the day of service")
  func cancellation() async throws {
    let site = try await TestSite()
    let (_, found) = try await story(site)
    let text = try await site.client("org").get("/print/cancellations/\(found.id)").text
    #expect(text.contains(#/</span>关于对[^<]+技能大师工作室取消称号的决定</h1>/#))
    #expect(text.contains(#/决定对[^<]+技能大师工作室予以取消称号。/#))
    #expect(text.contains("云人社发〔2025〕17号"))
    #expect(text.contains("限期整改一年后复评仍不合格"))
    #expect(text.contains(found.exhibits[0].digest))
    #expect(text.contains("对结果无异议，请求宽限"))
    #expect(text.contains("（云人社发〔2022〕46号）第二十条"))
    let remedies = [
      "（一）行政复议：对本决定不服的，可以自收到本决定之日起六十日内，依照《中华人民共和国行政复议法》向云阳县人民政府申请行政复议。",
      "（二）行政诉讼：也可以自收到本决定之日起六个月内，依照《中华人民共和国行政诉讼法》向有管辖权的人民法院提起行政诉讼。",
    ]
    for remedy in remedies { #expect(text.contains(remedy)) }
    #expect(text.contains("送达日期：2025年4月2日"))
    #expect(!text.contains("class=\"draft\""))
  }

  @Test(
    "a decision is titled in its article's own words, and a draft until both departments decided",
    arguments: [("fraud", "取消工作室资格及待遇的决定", "第十四条（一）"), ("other-grave", "取消工作室资格及待遇的决定", "第十四条（六）")])
  func grounds(_ ground: String, _ title: String, _ article: String) async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY003").id
    let opened = try await site.ask(
      "clerk", OpenCancellation(studio: studio, ground: ground, facts: "事实<b>一</b>\n事实二"))
    let text = try await site.client("clerk").get("/print/cancellations/C\(opened.entries.lowerBound)").text
    #expect(text.contains("\(title)</h1>"))
    #expect(text.contains(article))
    #expect(text.contains("class=\"draft\""))
    #expect(text.contains("草稿"))
    #expect(text.contains("　　　　〔20　　〕　　号"))
    #expect(text.contains("<p>事实&lt;b&gt;一&lt;/b&gt;</p>"))
  }

  @Test("the words of Art. 15 are its own")
  func unavailable() async throws {
    let site = try await TestSite()
    let grounds = try await site.registrar.read { try $0.life().cancellation.grounds }
    let wordings = Set(grounds.map { Language.zh.phrases.page(PrintNotice.cancellationTitle($0, studio: "甲")) })
    #expect(wordings == ["关于对甲取消工作室资格及待遇的决定", "关于对甲取消工作室及待遇的决定", "关于对甲取消称号的决定"])
  }

  @Test("hostile unit names are text on every print")
  func hostile() async throws {
    let site = try await TestSite()
    let hostile = "<img src=x onerror=alert(1)>\u{202E}\"'&"
    let person = site.sealed("陆\u{202E}<b>")
    let row = ImportStudios.Row(
      code: "XX001", unit: hostile, expert: .new(person.commitment, nil), occupation: "<i>焊工</i>",
      confirmed: try #require(Day("2022-07-01")))
    try await site.ask("clerk", ImportStudios(rows: [row]), persons: [person])
    let studio = try await site.studio("XX001").id
    let opened = try await site.ask("clerk", OpenCancellation(studio: studio, ground: "fraud", facts: hostile))
    let text = try await site.client("clerk").get("/print/cancellations/C\(opened.entries.lowerBound)").text
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!text.contains("<img"))
    #expect(!text.contains("<i>焊工"))
    #expect(!text.contains("\u{202E}"))
  }
}
