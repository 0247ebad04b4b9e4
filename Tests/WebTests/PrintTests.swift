import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Prints")
struct PrintTests {
  private func first(_ site: TestSite) async throws -> Round {
    try #require(try await site.registrar.read { $0.roundsInOrder.first })
  }

  private func cancellation(_ site: TestSite) async throws -> CancellationCase {
    try #require(try await site.registrar.read { $0.cancellationsInOrder.first })
  }

  /// The addresses of all prints that the story has something for.
  private func paths(_ site: TestSite) async throws -> [String] {
    let (round, found) = (try await first(site).id, try await cancellation(site))
    return [
      "/print/rounds/\(round)/summary", "/print/rounds/\(round)/notice", "/print/rounds/\(round)/report",
      "/print/rectifications/\(round)/\(found.studio)", "/print/cancellations/\(found.id)",
    ]
  }

  @Test("the officials read every print, in both languages; judges, contacts and the public none")
  func access() async throws {
    let site = try await TestSite()
    for path in try await paths(site) {
      for login in ["clerk", "approver", "org-clerk", "org", "watch"] {
        #expect(try await site.client(login).get(path).status == 200)
      }
      #expect(try await site.client("clerk", language: .en).get(path).status == 200)
      #expect(try await site.client("J4").get(path).status == 403)
      #expect(try await site.client("yy001").get(path).status == 403)
      #expect(try await site.client().get(path).location == "/login")
    }
  }

  @Test("what is not there, or not closed, is not found")
  func missing() async throws {
    let site = try await TestSite()
    let (open, first) = (try await site.round().id, try await first(site).id)
    let qualified = try await site.studio("YY001").id
    for path in [
      "/print/rounds/\(open)/summary", "/print/rounds/\(open)/notice", "/print/rounds/\(open)/report",
      "/print/rounds/\(first)/summary?version=9", "/print/rectifications/\(first)/\(qualified)",
      "/print/cancellations/C1", "/print/rounds/x/summary", "/print/foot/0", "/print/foot/99999999",
    ] {
      #expect(try await site.client("clerk").get(path).status == 404, "\(path)")
    }
  }

  @Test("every print carries the journal's end, and its style sheet writes the same into every page's margin")
  func journalEnd() async throws {
    let site = try await TestSite()
    let clerk = try await site.client("clerk")
    for path in try await paths(site) {
      let reply = try await clerk.get(path)
      let end = try await site.registrar.end()
      #expect(reply.text.contains("日志条目 \(end.sequence) · SHA-256 \(end.digest)"))
      #expect(reply.text.contains("href=\"/print/foot/\(end.sequence)\""))
      let foot = try await clerk.get("/print/foot/\(end.sequence)")
      #expect(foot.headers["content-type"]?.hasPrefix("text/css") == true)
      #expect(foot.text.contains(end.digest))
    }
    let earlier = try #require(try await site.store.entries(after: 9, upTo: 1).first)
    #expect(try await clerk.get("/print/foot/10").text.contains(earlier.digest))
  }

  @Test("a name that is shown was noted first; what shows none reads none")
  func readings() async throws {
    let site = try await TestSite()
    let found = try await cancellation(site)
    let expert = try #require(try await site.registrar.read { $0.studios[found.studio]?.expert })
    let before = try await site.site.side.readings().count
    _ = try await site.client("watch").get("/print/rounds/\(try await first(site).id)/report")
    #expect(try await site.site.side.readings().count == before)
    let path = "/print/cancellations/\(found.id)"
    _ = try await site.client("watch").get(path)
    let readings = try await site.site.side.readings()
    #expect(readings.count == before + 1)
    #expect(readings.contains { $0.persons.contains(expert) && $0.page == path })
  }
}

@Suite("The panel's summary sheet")
struct SummarySheetTests {
  @Test(
    "every number is the register's: judges' points, rubrics, final score, exact total, rank",
    arguments: Language.allCases)
  func numbers(_ language: Language) async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let closed = try await site.registrar.read { try ClosedRound(round.id, version: nil, in: $0) }
    let text = try await site.client("clerk", language: language).get("/print/rounds/\(round.id)/summary").text
    let bodies = text.components(separatedBy: "<tbody>").dropFirst()
    let result = try #require(round.result)
    #expect(bodies.count == result.studios.count)
    for (settled, body) in zip(result.studios, bodies) {
      #expect(body.contains(closed.code(settled.studio)))
      #expect(body.contains("<strong>\(try #require(settled.score))</strong>"))
      #expect(body.contains(try #require(settled.total)))
      #expect(body.contains("class=\"rank\">\(try #require(settled.rank))</td>"))
      let lines = body.components(separatedBy: "<td class=\"rubric\">").dropFirst()
      #expect(lines.count == round.rules.rubrics.count + 1)
      for (step, line) in zip(settled.rubrics, lines) { check(step, line, closed.judges, language) }
    }
  }

  private func check(_ step: RubricSettled, _ line: String, _ judges: [String], _ language: Language) {
    let cells = line.components(separatedBy: "<td class=\"mark").dropFirst()
      .map { $0.components(separatedBy: "</td>")[0] }
    #expect(cells.count == judges.count + 1)
    for (judge, cell) in zip(judges, cells) {
      let panel = step.panels[0]
      let isDropped = panel.lowest.contains(judge) || panel.highest.contains(judge)
      #expect(cell.hasPrefix(" dropped") == isDropped)
      #expect(cell.contains("▽") == panel.lowest.contains(judge))
      #expect(cell.contains("△") == panel.highest.contains(judge))
      if let points = step.judges[judge] { #expect(cell.hasSuffix("\(points)")) }
      if step.recused.contains(judge) { #expect(cell.contains(language.phrases.page(PrintLabel.recused))) }
    }
    // Each rubric's score is the stored mean, rounded for reading: sum over count, half-up.
    let (sum, count) = (step.panels[0].sum.hundredths, step.panels[0].count)
    #expect(cells.last?.contains("\(Points(hundredths: (2 * sum + count) / (2 * count)))") == true)
  }

  @Test("there is a line for every judge's signature, for the recorder and for who checks")
  func signatures() async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let text = try await site.client("clerk").get("/print/rounds/\(round.id)/summary").text
    let signing = try #require(text.components(separatedBy: "class=\"signing\"").last)
    #expect(signing.components(separatedBy: "<li>").count - 1 == round.marking.panel.count + 2)
    #expect(signing.contains("J1 陈永贵"))
    #expect(signing.contains("记录人"))
  }

  @Test("a recused judge's cell says so")
  func recused() async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let result = try #require(round.result)
    let count = result.studios.flatMap(\.rubrics).reduce(0) { $0 + $1.recused.count }
    let text = try await site.client("clerk").get("/print/rounds/\(round.id)/summary").text
    #expect(count > 0)
    #expect(text.components(separatedBy: "\">回避</td>").count - 1 == count)
  }
}

@Suite("Official documents")
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
    #expect(text.contains("关于技能大师工作室2022—2023年考核评估结果的公示"))
    #expect(text.contains("<p>中共云阳县委组织部</p>") && text.contains("<p>云阳县人力资源和社会保障局</p>"))
    // Published on Monday 29 January 2024; five working days, of which Sunday 4 February was one, before Spring Festival.
    #expect(text.contains("2024年1月29日至2024年2月4日"))
    #expect(text.contains("https://www.yunyang.example/notice/2024-1"))
    #expect(!text.contains("不合格"))
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
    #expect(text.contains("限期整改通知书"))
    #expect(text.contains("最终得分\(try #require(settled.score))分，低于75.00分"))
    #expect(text.contains("予以限期1年整改"))
    // Served on 20 February 2024: a year later.
    #expect(text.contains("2024年2月20日送达，整改期限至2025年2月20日"))
    #expect(text.contains("整改仍不合格的，依照第二十条予以取消称号"))
    #expect(text.contains("送达回证"))
    for rubric in round.rules.rubrics { #expect(text.contains(rubric.title.zh)) }
  }

  @Test("a served decision says article, facts, evidence, statement, remedies and the day of service")
  func cancellation() async throws {
    let site = try await TestSite()
    let (_, found) = try await story(site)
    let text = try await site.client("org").get("/print/cancellations/\(found.id)").text
    #expect(text.contains("<h1>取消称号决定书</h1>"))
    #expect(text.contains("云人社发〔2025〕17号"))
    #expect(text.contains("限期整改一年后复评仍不合格"))
    #expect(text.contains(found.exhibits[0].digest))
    #expect(text.contains("对结果无异议，请求宽限"))
    #expect(text.contains("（云人社发〔2022〕46号）第二十条"))
    #expect(text.contains("行政复议") && text.contains("云阳县人民政府") && text.contains("六十日内"))
    #expect(text.contains("行政诉讼") && text.contains("有管辖权的人民法院") && text.contains("六个月内"))
    #expect(text.contains("送达日期：2025年4月2日"))
    #expect(!text.contains("class=\"draft\""))
  }

  @Test(
    "a decision is titled in its article's own words, and a draft until both departments decided",
    arguments: [("fraud", "取消工作室资格及待遇决定书", "第十四条（一）"), ("other-grave", "取消工作室资格及待遇决定书", "第十四条（六）")])
  func grounds(_ ground: String, _ title: String, _ article: String) async throws {
    let site = try await TestSite()
    let (clerk, studio) = (try await site.account("clerk"), try await site.studio("YY003").id)
    let opened = try await site.registrar.submit(
      Submission(
        OpenCancellation(studio: studio, ground: ground, facts: "事实<b>一</b>\n事实二"), account: clerk, on: nil,
        channel: .web))
    let text = try await site.client("clerk").get("/print/cancellations/C\(opened.entries.lowerBound)").text
    #expect(text.contains("<h1>\(title)</h1>"))
    #expect(text.contains(article))
    #expect(text.contains("class=\"draft\""))
    #expect(text.contains("草稿"))
    #expect(text.contains("________〔20__〕__号"))
    #expect(text.contains("<p>事实&lt;b&gt;一&lt;/b&gt;</p>"))
  }

  @Test("the words of Art. 15 are its own")
  func unavailable() async throws {
    let site = try await TestSite()
    let grounds = try await site.registrar.read { try $0.life().cancellation.grounds }
    let wordings = Set(grounds.map { Language.zh.phrases.page(PrintNotice.cancellationTitle($0)) })
    #expect(wordings == ["取消工作室资格及待遇决定书", "取消工作室及待遇决定书", "取消称号决定书"])
  }

  @Test("hostile unit names are text on every print")
  func hostile() async throws {
    let site = try await TestSite()
    let clerk = try await site.account("clerk")
    let hostile = "<img src=x onerror=alert(1)>\u{202E}\"'&"
    let person = site.sealed("陆\u{202E}<b>")
    let row = ImportStudios.Row(
      code: "XX001", unit: hostile, expert: .new(person.commitment, nil), occupation: "<i>焊工</i>",
      confirmed: try #require(Day("2022-07-01")))
    _ = try await site.registrar.submit(
      Submission(ImportStudios(rows: [row]), account: clerk, on: nil, channel: .web, persons: [person]))
    let studio = try await site.studio("XX001").id
    let opened = try await site.registrar.submit(
      Submission(
        OpenCancellation(studio: studio, ground: "fraud", facts: hostile), account: clerk, on: nil, channel: .web))
    let text = try await site.client("clerk").get("/print/cancellations/C\(opened.entries.lowerBound)").text
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!text.contains("<img"))
    #expect(!text.contains("<i>焊工"))
    #expect(!text.contains("\u{202E}"))
  }
}

@Suite("The report for the leaders")
struct LeadersReportTests {
  @Test("it says in one sentence what the register says")
  func figures() async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let result = try #require(round.result)
    let text = try await site.client("approver").get("/print/rounds/\(round.id)/report").text
    let qualified = result.studios.count { $0.grade == .qualified }
    let failed = result.studios.count { $0.grade == .unqualified }
    #expect(
      text.contains(
        "2022—2023年参评的\(result.studios.count)个工作室中，合格\(qualified)个（其中优秀\(result.excellent.count)个），不合格\(failed)个"))
    // Art. 20: 20,000 yuan each, paid in the story.
    #expect(text.contains("\(result.excellent.count)个工作室，每个2万元，共\(result.excellent.count * 2)万元"))
    #expect(text.contains("<svg"))
    #expect(text.contains("没有更早的考核可以对比"))
  }

  @Test("mean, median and pass rate are those of the scores")
  func numbers() async throws {
    let site = try await TestSite()
    let result = try #require(try await site.registrar.read { $0.roundsInOrder.first?.result })
    let figures = RoundFigures(result)
    let scores = result.studios.compactMap { $0.score?.hundredths }.sorted()
    #expect(figures.scores.map(\.hundredths) == scores)
    let sum = Double(scores.reduce(0, +)) / Double(scores.count)
    #expect(abs(Double(try #require(figures.mean).hundredths) - sum) <= 0.5)
    let settled = figures.qualified + figures.unqualified
    let rate = Double(try #require(figures.passRate).hundredths)
    #expect(abs(rate - 10_000 * Double(figures.qualified) / Double(settled)) <= 0.5)
  }

  @Test("the second assessment is set beside the round that was failed")
  func comparison() async throws {
    let site = try await TestSite()
    let second = try #require(try await site.registrar.read { $0.roundsInOrder.dropFirst().first })
    let text = try await site.client("approver", language: .en).get("/print/rounds/\(second.id)/report").text
    #expect(text.contains("Report on the Second Assessment"))
    #expect(text.contains("2. Compared with the last round"))
    #expect(text.contains("Of the studios of both rounds"))
  }
}

@Suite("Pages of paper", .enabled(if: Paper.isThere, "Chromium is not installed (Debian package chromium)"))
struct PaperTests {
  @Test(
    "the report and the notice with its receipt are two pages each, in both languages", arguments: Language.allCases)
  func twoPages(_ language: Language) async throws {
    let site = try await TestSite()
    let (round, studio) = try await site.registrar.read { register in
      (register.roundsInOrder.first?.id, register.cancellationsInOrder.first?.studio)
    }
    let (first, failed) = (try #require(round), try #require(studio))
    for path in ["/print/rounds/\(first)/report", "/print/rectifications/\(first)/\(failed)"] {
      let paper = try await Paper(of: path, by: site.client("clerk", language: language), in: site.folder.path)
      #expect(paper.pages == 2, "\(path)")
    }
  }

  @Test("a summary sheet runs over several pages")
  func summary() async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first?.id })
    let paper = try await Paper(of: "/print/rounds/\(round)/summary", by: site.client("clerk"), in: site.folder.path)
    #expect(paper.pages > 1)
  }
}

/// A print as Chromium puts it on paper.
struct Paper {
  let pages: Int

  private static let chromium = "/usr/bin/chromium"
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: chromium) }

  init(of path: String, by client: Client, in folder: String) async throws {
    var html = try await client.get(path).text
    // The file stands alone: its style sheets are put beside it.
    for (place, sheet) in Self.sheets(in: html).enumerated() {
      let name = "sheet-\(place).css"
      try await client.get(sheet).body.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      html = html.replacing("href=\"\(sheet)\"", with: "href=\"\(name)\"")
    }
    let (page, pdf) = ("\(folder)/print.html", "\(folder)/print.pdf")
    try Data(html.utf8).write(to: URL(fileURLWithPath: page))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.chromium)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile",
      "--print-to-pdf=\(pdf)", "file://\(page)",
    ]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: pdf)), as: UTF8.self)
    pages = text.components(separatedBy: "/Type /Page\n").count - 1
  }

  private static func sheets(in html: String) -> [String] {
    html.components(separatedBy: "<link rel=\"stylesheet\" href=\"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
  }
}

extension TestSite {
  fileprivate func account(_ login: String) async throws -> ID<Account> {
    guard let account = try await registrar.read({ $0.account(login: login)?.id }) else { throw Turned.notFound }
    return account
  }

  fileprivate func sealed(_ name: String) -> SealedPerson {
    var random = SystemRandomNumberGenerator()
    return SealedPerson(PersonValues(name: name), using: &random)
  }
}
