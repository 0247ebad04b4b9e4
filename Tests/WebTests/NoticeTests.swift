import Foundation
import Journal
import RubricFiles
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web
@testable import studio

@Suite(
  "Public notices stand from their first day to their last, and say no more than the rule set has them say", .turns)
struct NoticeTests {
  private func move(_ site: TestSite, to day: Day) { site.clock.move(to: day) }

  /// A register in a file of its own, told as a test wants, under rules in which texts are replaced.
  private func told(
    replacing texts: [(String, String)] = [], _ tell: (Story) async throws -> Void
  ) async throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: "\(folder.path)/rules")
    let path = "\(folder.path)/rules/regulation.yaml"
    var rules = try String(contentsOfFile: path, encoding: .utf8)
    for (old, new) in texts {
      try #require(rules.contains(old))
      rules = rules.replacing(old, with: new)
    }
    try rules.write(toFile: path, atomically: true, encoding: .utf8)
    let file = "\(folder.path)/story.sqlite"
    let story = try await Story(
      file: file, rules: RuleSetFolder("\(folder.path)/rules"), Terminal(.zh, isSilent: true))
    try await tell(story)
    try story.desk.store.close()
    return (folder, file)
  }

  @Test("an application's notice runs five working days from the day after publication, both ends included")
  func application() async throws {
    let site = try await TestSite()
    let id = try #require(try await site.registrar.read { $0.applicationsInOrder.last?.id })
    let browser = try await site.client()
    // Published on Wednesday 21 January 2026: Thursday, Friday, Monday, Tuesday, Wednesday.
    for (day, isThere) in [
      ("2026-01-20", false), ("2026-01-21", true), ("2026-01-28", true), ("2026-01-29", false),
    ] {
      move(site, to: try #require(Day(day)))
      let (list, one) = (try await browser.get("/"), try await browser.get("/notices/applications/\(id)"))
      #expect(list.status == 200)
      #expect(list.text.contains("渝东模具有限公司") == isThere, "\(day)")
      #expect(one.status == (isThere ? 200 : 404), "\(day)")
      guard isThere else { continue }
      for part in ["冉光荣模具工技能大师工作室", "渝东模具有限公司", "2026年1月28日", "中共云阳县委组织部", "云阳县人力资源和社会保障局"] {
        #expect(one.text.contains(part), "\(part)")
      }
    }
  }

  @Test("a round's notice says who passed and who is excellent; scores, ranks and failed studios are not there")
  func round() async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let (notice, result) = (try #require(round.publications.last), try #require(round.result))
    let codes = try await site.registrar.read { $0.studios.mapValues(\.code) }
    let browser = try await site.client()
    for (day, isThere) in [
      (notice.on.adding(days: -1), false), (notice.on, true), (notice.until, true),
      (notice.until.adding(days: 1), false),
    ] {
      move(site, to: day)
      #expect(try await browser.get("/notices/\(round.id)").status == (isThere ? 200 : 404), "\(day)")
      #expect(try await browser.get("/").text.contains("/notices/\(round.id)") == isThere, "\(day)")
    }
    move(site, to: notice.on)
    let text = try await browser.get("/notices/\(round.id)").text
    let failed = result.studios.filter { $0.grade != .qualified }
    #expect(!failed.isEmpty)
    for settled in result.studios {
      let code = try #require(codes[settled.studio])
      #expect(text.contains(code) == (settled.grade == .qualified), "\(code)")
      if let score = settled.score { #expect(!text.contains(score.description), "\(code)") }
    }
    #expect(text.components(separatedBy: "class=\"good\"").count - 1 == result.excellent.count)
  }

  @Test("scores and failed studios are there under a rule set that has them shown, names are not where it does not")
  func patched() async throws {
    let yes = "{from: 2022-05-05, value: yes, source: working rule}"
    let no = "{from: 2022-05-05, value: no, source: working rule}"
    let channels = "  objectTo:\n    - {from: 2022-05-05, value: {zh: 电话受理, en: by telephone}, source: working rule}\n"
    let (folder, file) = try await told(replacing: [
      ("showScores:\n    - \(no)", "showScores:\n    - \(yes)"),
      ("showUnqualified:\n    - \(no)", "showUnqualified:\n    - \(yes)"),
      ("    - \(yes)\n  # Where", "    - \(no)\n\(channels)  # Where"),
    ]) { story in
      try await story.openAccounts()
      try await story.takeOverStudios()
      _ = try await story.firstRound()
    }
    defer { withExtendedLifetime(folder) {} }
    let site = try await TestSite(story: file)
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let (notice, result) = (try #require(round.publications.last), try #require(round.result))
    let studios = try await site.registrar.read(\.studios)
    let vault = Vault(try await site.store.vault())
    move(site, to: notice.on)
    let text = try await site.client().get("/notices/\(round.id)").text
    let print = try await site.client("clerk").get("/print/rounds/\(round.id)/notice").text
    for settled in result.studios {
      let studio = try #require(studios[settled.studio])
      for page in [text, print] {
        #expect(page.contains(studio.code))
        if let score = settled.score { #expect(page.contains(">\(score)<"), "\(studio.code)") }
        #expect(!page.contains(try #require(vault[studio.expert]).name))
      }
    }
    #expect(text.contains("电话受理") && !text.contains("受理单位"))
    // Whoever is on the list is counted above it.
    let failed = result.studios.count { $0.grade == .unqualified }
    let counts = "评定为合格的工作室\(result.studios.count - failed)个，其中优秀\(result.excellent.count)个；不合格\(failed)个。名单如下："
    #expect(failed > 0 && print.contains(counts))
    #expect(print.contains("电话受理") && !print.contains("通信地址"))
  }

  @Test("a correction stands in the place of what it corrects")
  func correction() async throws {
    let (folder, file) = try await told { try await $0.tell() }
    defer { withExtendedLifetime(folder) {} }
    let site = try await TestSite(story: file)
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.last { $0.kind == .regular } })
    #expect(round.publications.map(\.version) == [1, 2])
    let (first, second) = (round.publications[0], round.publications[1])
    let browser = try await site.client()
    // Once the correction is out the first notice stands no more, though its own days ran on.
    #expect(first.until < second.until)
    move(site, to: second.on.adding(days: -1))
    #expect(try await browser.get("/notices/\(round.id)").status == 404)
    for day in [second.on, second.until] {
      move(site, to: day)
      let reply = try await browser.get("/notices/\(round.id)")
      #expect(reply.status == 200)
      #expect(reply.text.contains(second.address) && !reply.text.contains(first.address))
      #expect(reply.text.contains(Language.zh.phrases.page(NoticeLabel.correctionText)))
    }
    move(site, to: second.until.adding(days: 1))
    #expect(try await browser.get("/notices/\(round.id)").status == 404)
    // So does the printed one, which names what it replaces; the first version's print does not know of it.
    let clerk = try await site.client("clerk")
    let print = try await clerk.get("/print/rounds/\(round.id)/notice").text
    let day = Language.zh.phrases.page(PrintNotice.day(first.on))
    #expect(print.contains("结果的更正公示") && print.contains("对\(day)发布的公示（\(first.address)）予以更正"))
    #expect(try await !clerk.get("/print/rounds/\(round.id)/notice?version=1").text.contains("更正"))
  }

  @Test("hostile units, occupations and names stand there inert, and break nothing")
  func hostile() async throws {
    let unit = "<img src=x onerror=alert(1)>\"'\u{202E}" + String(repeating: "长", count: 500)
    let (folder, file) = try await told { story in
      try await story.openAccounts()
      try await story.publishApplication(unit: unit, occupation: "=HYPERLINK(\"x\")<script>", expert: "</h1><b>某")
    }
    defer { withExtendedLifetime(folder) {} }
    let site = try await TestSite(story: file)
    let id = try #require(try await site.registrar.read { $0.applicationsInOrder.last?.id })
    for path in ["/", "/notices/applications/\(id)"] {
      let reply = try await site.client().get(path)
      #expect(reply.status == 200)
      for hostile in ["<img", "<b>某", "\u{202E}", "HYPERLINK(\"x\")<script>"] {
        #expect(!reply.text.contains(hostile), "\(path) \(hostile)")
      }
      #expect(reply.text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    }
  }

  @Test(
    "nobody keeps the pages, no search engine lists them, and they lead those with an account in",
    arguments: Language.allCases)
  func frame(_ language: Language) async throws {
    let site = try await TestSite()
    let reply = try await site.client(language: language).get("/")
    #expect(reply.headers["cache-control"] == "no-store")
    #expect(reply.headers["x-robots-tag"]?.contains("noindex") == true)
    #expect(reply.text.contains("href=\"/login\""))
    #expect(try await site.client("J4").get("/").status == 200)
    #expect(try await site.client().get("/notices/applications/F999999").status == 404)
    #expect(try await site.client().get("/notices/S1").status == 404)
    // Nothing that is being marked or applied for is known here.
    let round = try await site.round()
    #expect(try await site.client().get("/notices/\(round.id)").status == 404)
  }
}
