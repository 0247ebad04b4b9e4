import Foundation
import FoundationXML
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Pictures are drawn from numbers", .turns)
struct DrawingTests {
  private let hostile = "<script>alert(1)</script>\"'&\u{202E}"

  @Test("a scale puts the ends and the middle where they belong, and what lies outside at its edge")
  func scale() {
    let scale = Scale(0...100, at: 60...360)
    #expect(scale(0) == 60)
    #expect(scale(50) == 210)
    #expect(scale(100) == 360)
    #expect(scale(120) == 360)
    #expect(Scale(5...5, at: 1...2)(5) == 1)
  }

  private func ranking(_ bars: [RankingPicture.Bar]) -> RankingPicture {
    RankingPicture(
      bars: bars, total: 100, passMark: 75, excellenceMark: 90,
      words: .init(title: "t", description: "d", passLine: "pass", excellenceLine: "best"))
  }

  @Test("the pass line stands where a bar of just that score ends, the line of excellence further on")
  func passLine() throws {
    let picture = ranking([.init(name: "S1", points: 75, kind: .qualified)])
    // 0 is at 66 and 100 at 346: 75 is at 66 + 0.75 × 280.
    #expect(picture.scale(75) == 276)
    let text = picture.drawing.text
    #expect(text.contains("<line x1=\"276.00\" y1=\"16.00\" x2=\"276.00\" y2=\"52.00\" stroke=\"#9c1c1c\""))
    #expect(text.contains("<rect x=\"66.00\" y=\"35.00\" width=\"210.00\""))
    #expect(text.contains("<line x1=\"318.00\""))
    #expect(text.contains("stroke-dasharray=\"4 3\""))
  }

  @Test("a failed studio's bar is hollow, an excellent one has a star")
  func kinds() {
    let failed = ranking([.init(name: "S1", points: 60, kind: .unqualified)]).drawing.text
    #expect(failed.contains("fill=\"#ffffff\" stroke=\"#9c1c1c\""))
    #expect(!failed.contains("★"))
    #expect(ranking([.init(name: "S1", points: 95, kind: .excellent)]).drawing.text.contains("95.00 ★"))
  }

  private func judges(_ dots: [JudgesPicture.Dot], mean: Double?) -> String {
    JudgesPicture(
      rows: [.init(name: "S1", dots: dots, mean: mean)], maximum: 20,
      words: .init(title: "t", description: "d")
    ).drawing.text
  }

  @Test("exactly the dropped sheets are hollow, and the mean is where it is")
  func hollow() {
    let points: [(Points, JudgesPicture.Fate)] = [(10, .dropped), (12, .kept), (14, .kept), (20, .dropped)]
    let text = judges(points.enumerated().map { .init(judge: "J\($0)", points: $1.0, fate: $1.1) }, mean: 13)
    let circles = text.split(separator: "\n").filter { $0.hasPrefix("<circle") }
    #expect(circles.map { $0.contains("fill=\"#ffffff\"") } == [true, false, false, true])
    // The drawing goes from 9, which is at 72, to 20, which is at 388.
    #expect(circles[0].contains("cx=\"100.73\""))
    #expect(circles[3].contains("cx=\"388.00\""))
    #expect(text.contains("<line x1=\"186.91\" y1=\"23.00\" x2=\"186.91\" y2=\"43.00\""))
  }

  @Test("equal marks do not hide one another")
  func equalMarks() {
    let text = judges((1...3).map { .init(judge: "J\($0)", points: 10, fate: .kept) }, mean: 10)
    let circles = text.split(separator: "\n").filter { $0.hasPrefix("<circle") }
    #expect(circles.map { $0.contains("cy=\"27.00\"") } == [true, false, false])
    #expect(Set(circles.compactMap { $0.split(separator: "\"").dropFirst(3).first }).count == 3)
  }

  @Test("a score below the median is hollow, and hangs on the median's line")
  func median() {
    let picture = RubricsPicture(
      columns: [.init(title: "攻关", maximum: 20, median: 10)],
      rows: [.init(name: "S1", scores: [5]), .init(name: "S2", scores: [15]), .init(name: "S3", scores: [nil])],
      words: .init(title: "t", description: "d", median: "median"))
    let lines = picture.drawing.text.split(separator: "\n")
    let circles = lines.filter { $0.hasPrefix("<circle") }
    #expect(circles.map { $0.contains("fill=\"#ffffff\"") } == [true, false])
    #expect(circles.count == 2)
    let middle = Drawing.number(picture.scale(0)(10))
    #expect(lines.count { $0.hasPrefix("<line x1=\"\(middle)\"") } == 3)
  }

  private func changes(_ rows: [ChangesPicture.Row]) -> ChangesPicture {
    ChangesPicture(
      rows: rows, total: 100, passMark: 75,
      words: .init(title: "t", description: "d", passLine: "pass", new: "NEW", missing: "GONE"))
  }

  @Test("an arrow points from the earlier score to the later one")
  func arrows() throws {
    let picture = changes([
      .init(name: "S1", before: 80, after: 90), .init(name: "S2", before: 90, after: 80),
      .init(name: "S3", before: 85, after: 85),
    ])
    let heads = picture.drawing.text.split(separator: "\n").filter { $0.hasPrefix("<polygon") }
    #expect(heads.count == 2)
    func points(_ head: Substring) -> [Double] {
      (head.split(separator: "\"").dropFirst().first ?? "").split(separator: " ")
        .compactMap { $0.split(separator: ",").first.flatMap { Double($0) } }
    }
    let (up, down) = (points(heads[0]), points(heads[1]))
    // The point of the head is at the later score, its back six to the left or to the right of it.
    #expect(abs(up[0] - picture.scale(90)) < 0.01 && abs(up[1] - up[0] + 6) < 0.02)
    #expect(abs(down[0] - picture.scale(80)) < 0.01 && abs(down[1] - down[0] - 6) < 0.02)
    #expect(picture.drawing.text.contains("+10.00"))
    #expect(picture.drawing.text.contains("−10.00"))
  }

  @Test("who is new and who is missing is said, without an arrow")
  func newAndMissing() {
    let text = changes([
      .init(name: "S1", before: nil, after: 90), .init(name: "S2", before: 90, after: nil),
    ]).drawing.text
    #expect(text.contains("NEW") && text.contains("GONE"))
    #expect(!text.contains("<polygon"))
  }

  @Test("hostile names are text, never markup", arguments: 0..<4)
  func hostileNames(_ kind: Int) {
    let text =
      switch kind {
      case 0: ranking([.init(name: hostile, points: 80, kind: .qualified)]).drawing.text
      case 1: judges([.init(judge: hostile, points: 3, fate: .partly)], mean: nil)
      case 2: changes([.init(name: hostile, before: 70, after: 80)]).drawing.text
      default:
        RubricsPicture(
          columns: [.init(title: hostile, maximum: 20, median: 3)], rows: [.init(name: hostile, scores: [2])],
          words: .init(title: hostile, description: hostile, median: hostile)
        ).drawing.text
      }
    #expect(!text.contains("<script"))
    #expect(!text.contains("\u{202E}"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test("a combining mark hides no sign from escaping")
  func combining() {
    #expect(Drawing.escaped("<\u{301}b").contains("&lt;"))
    #expect(!Drawing.escaped("<\u{301}b").unicodeScalars.contains("<"))
  }

  @Test("long titles are broken into lines, Chinese ones between characters")
  func lines() {
    #expect("技术攻关与创新成果".lines(of: 8) == ["技术攻关", "与创新成", "果"])
    #expect("Annual plan fulfilment".lines(of: 12) == ["Annual plan", "fulfilment"])
  }
}

@Suite("A round's pictures", .turns)
struct PictureTests {
  @Test("no page leads to pictures that are not there: before a round is closed, and while marks are being changed")
  func led() async throws {
    let site = try await TestSite()
    let office = try await RoundOffice(site)
    let clerk = try await site.client("clerk")
    let pictures = "/rounds/\(office.id)/pictures"
    func leads() async throws -> Bool { try await clerk.get("/rounds/\(office.id)").text.contains("\"\(pictures)\"") }
    try await office.site.sendBackOpen()
    try await office.signAll()
    #expect(try await office.round().isWhollySigned)
    #expect(try await !leads())
    try await office.site.ask("clerk", CloseRound(round: office.id))
    #expect(try await leads())
    #expect(try await clerk.get(pictures).status == 200)
    let round = try await office.round()
    let judge = try await office.site.account("J4").id
    let studio = try #require(round.studios.first { !round.isRecused(judge, from: $0) })
    let sheet = SheetName(studio: studio, rubric: round.rules.rubrics[0].id)
    try await office.site.ask(
      "clerk", Propose(.returnSheet(round: round.id, judge: judge, sheet: sheet), reason: "录入有误"))
    try await office.site.approveLast()
    #expect(try await office.round().isReopened)
    #expect(try await !leads())
    #expect(try await clerk.get("/rounds/\(office.id)/outcome").text.contains("\"\(pictures)\"") == false)
  }

  @Test("only a closed round has pictures, and only the officials see them")
  func access() async throws {
    let site = try await TestSite()
    let first = try #require(try await site.registrar.read { $0.roundsInOrder.first?.id })
    let second = try await site.round().id
    for login in ["clerk", "approver", "org-clerk", "org", "watch"] {
      #expect(try await site.client(login).get("/rounds/\(first)/pictures").status == 200)
    }
    #expect(try await site.client("J4").get("/rounds/\(first)/pictures").status == 403)
    #expect(try await site.client("yy001").get("/rounds/\(first)/pictures/ranking").status == 403)
    #expect(try await site.client().get("/rounds/\(first)/pictures").isSentToLogin)
    #expect(try await site.client("clerk").get("/rounds/\(second)/pictures").status == 404)
    #expect(try await site.client("clerk").get("/rounds/R999/pictures").status == 404)
    #expect(try await site.client("clerk").get("/rounds/\(first)/pictures/nothing").status == 404)
  }

  @Test("every score of the ranking is the register's, as a bar and in the table", arguments: Language.allCases)
  func ranking(_ language: Language) async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let text = try await site.client("clerk", language: language).get("/rounds/\(round.id)/pictures").text
    let codes = try await site.registrar.read { $0.studios.mapValues(\.code) }
    for settled in try #require(round.result).studios {
      let (code, score) = (try #require(codes[settled.studio]), try #require(settled.score))
      #expect(text.contains("<title>\(code) \(score)</title></rect>"))
      #expect(text.contains(">\(score)</td>"))
    }
    #expect(text.contains("<title>"))
    #expect(text.contains("<desc>"))
  }

  @Test("hollow dots are exactly the sheets that the register says were dropped")
  func dropped() async throws {
    let site = try await TestSite()
    let round = try #require(try await site.registrar.read { $0.roundsInOrder.first })
    let result = try #require(round.result)
    for rubric in round.rules.rubrics {
      let reply = try await site.client("watch").get("/rounds/\(round.id)/pictures/\(rubric.id)")
      #expect(reply.headers["content-type"] == "image/svg+xml")
      let hollow = reply.text.split(separator: "\n").count { $0.hasPrefix("<circle") && $0.contains("#ffffff") }
      let steps = result.studios.compactMap { $0.rubrics.first { $0.rubric == rubric.id } }
      #expect(hollow == steps.reduce(0) { $0 + $1.panels[0].lowest.count + $1.panels[0].highest.count })
      #expect(hollow > 0)
    }
  }

  @Test("the second assessment is compared with the round that was failed")
  func secondAssessment() async throws {
    let site = try await TestSite()
    let rounds = try await site.registrar.read { $0.roundsInOrder }
    let (first, second) = (rounds[0], rounds[1])
    let closed = try await site.registrar.read { try ClosedRound(second.id, version: nil, in: $0) }
    #expect(closed.former?.round.id == first.id)
    let text = try await site.client("clerk").get("/rounds/\(second.id)/pictures/changes").text
    let codes = try await site.registrar.read { $0.studios.mapValues(\.code) }
    for settled in try #require(second.result).studios {
      let before = try #require(first.result?[settled.studio]?.score)
      let (code, after) = (try #require(codes[settled.studio]), try #require(settled.score))
      #expect(text.contains("<title>\(code) \(before) → \(after)</title>"))
    }
    #expect(try await site.client("clerk").get("/rounds/\(first.id)/pictures/changes").status == 404)
  }
}
