import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Prints", .turns)
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
      "/rounds/\(round)/studios/\(found.studio)/print",
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
      #expect(try await site.client().get(path).isSentToLogin)
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
    let account = try #require(try await site.registrar.read { $0.account(login: "J4")?.id.description })
    let slips = try await clerk.post("/access/slips", ["account": account, "until": "2026-02-20"])
    let end = try await site.registrar.end()
    #expect(slips.text.contains("日志条目 \(end.sequence) · SHA-256 \(end.digest)"))
    #expect(slips.text.contains("href=\"/print/foot/\(end.sequence)\""))
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

@Suite("The panel's summary sheet", .turns)
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

@Suite("The report for the leaders", .turns)
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
