import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Art. 13: closing settles every studio from the signed sheets, 75 and above passing")
struct ClosingTests {
  @Test("missing sheets are refused and listed; with a reason the round is closed without them")
  func missing() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    #expect(try desk.round(round).unsigned.count == 3 * 4 * 7)
    for code in ["YY001", "YY002"] { try desk.markAll(code, in: round, 80) }
    for judge in ["J1", "J2", "J3", "J4", "J5"] { try desk.mark("YY003", in: round, by: judge, 30, 25, 10, 10) }
    let refusal = desk.refusal(of: CloseRound(round: round), as: "clerk")
    #expect(
      refusal
        == .unsigned(
          count: 8,
          first: [
            "J6 YY003 technical-breakthroughs", "J7 YY003 technical-breakthroughs", "J6 YY003 apprentice-training",
            "J7 YY003 apprentice-training", "J6 YY003 competition-results",
          ]))
    #expect(desk.refusal(of: CloseRound(round: round, incomplete: " "), as: "clerk") == .reasonNeeded)
    try desk.ask(CloseRound(round: round, incomplete: "两名评委因病缺席"), as: "clerk")
    let result = try #require(try desk.round(round).result)
    #expect(result.closing.missing.count == 8)
    #expect(result.closing.reason == "两名评委因病缺席")
    #expect(result[desk.studio("YY003")]?.score == 75)
    #expect(result[desk.studio("YY003")]?.grade == .qualified)
  }

  @Test("without a panel nothing is closed, and an open proposal is decided first")
  func notReady() throws {
    var desk = try Desk(studios: ["2022-06-01"])
    let round = try desk.openRound()
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == .noPanel(round))
    try desk.ask(desk.panel(round, (1...7).map { "J\($0)" }), as: "clerk")
    try desk.markAll("YY001", in: round, 80)
    let name = SheetName(studio: desk.studio("YY001"), rubric: "competition-results")
    try desk.ask(
      Propose(.returnSheet(round: round, judge: desk.account("J1"), sheet: name), reason: "笔误"), as: "clerk")
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == .proposalOpen(desk.proposal))
    try desk.ask(SendBack(desk.proposal, reason: "无误"), as: "approver")
    try desk.ask(CloseRound(round: round), as: "clerk")
    #expect(try desk.round(round).stage == .closed)
    #expect(desk.refusal(of: CloseRound(round: round), as: "clerk") == .nothingChanged(round))
    let sheets = EnterSheets(round: round, judge: desk.account("J1"), sheets: desk.sheets("YY001", 80))
    #expect(desk.refusal(of: sheets, as: "J1") == .notMarking(round, .closed))
  }

  @Test("a small county's round by hand: the median of three judges for each criterion")
  func smallCounty() throws {
    var desk = try Desk(
      Repository.smallCounty, studios: ["2024-02-01", "2024-02-01", "2024-02-01", "2024-02-01"], on: "2024-02-01")
    try awards(&desk)
    let round = try desk.openWithPanel(2025...2025)
    // W1, W2, C1, C2 by J1, J2, J3. Medians: 4 2 8 1.5 = 15.5; 5 3 9 1 = 18; 2 1 8 1 = 12; 2 0.99 8 1 = 11.99.
    let marks: [(String, [[Points]])] = [
      ("YY001", [[5, 3, 10, 2], [4, 1, 8, 1.5], [2, 2, 6, 0.5]]),
      ("YY002", [[5, 3, 9, 1], [5, 2.5, 9, 2], [4, 3, 10, 0]]),
      ("YY003", [[2, 1, 8, 1], [1, 1, 9, 0.5], [3, 1, 8, 1]]),
      ("YY004", [[2, 0.99, 8, 1], [1, 0.5, 9, 0.5], [3, 1, 8, 1]]),
    ]
    for (code, sheets) in marks {
      for (number, points) in sheets.enumerated() {
        try mark(&desk, code, round, "J\(number + 1)", points)
      }
    }
    try desk.ask(CloseRound(round: round), as: "clerk")
    let result = try #require(try desk.round(round).result)
    let settled = try ["YY001", "YY002", "YY003", "YY004"].map { try #require(result[desk.studio($0)]) }
    #expect(settled.map(\.score) == [15.5, 18, 12, 11.99])
    #expect(settled.map(\.total) == ["31/2", "18", "12", "1199/100"])
    #expect(settled.map(\.grade) == [.qualified, .qualified, .qualified, .unqualified])
    #expect(settled.map(\.rank) == [2, 1, 3, 4])
    // Half of the three qualified, rounded down, is one; one reaches 16.
    #expect(settled.map(\.excellence) == [nil, .candidate, nil, nil])
    let quota = try #require(result.closing.quota)
    #expect([quota.places, quota.base, quota.eligible] == [1, 3, 1])
    #expect(settled[0].rubrics.map(\.rubric) == ["workshop-order", "competition-results"])
    #expect(settled[0].rubrics[0].panels.map(\.criterion) == ["W1", "W2"])
    #expect(settled[0].rubrics[0].panels.map(\.exact) == ["4", "2"])
    #expect(settled[0].rubrics[0].judges == ["J1": 8, "J2": 5, "J3": 4])
    // A provincial first place in the period is 7, one event 0.5; YY001's judges gave 10 8 6 and 2 1.5 0.5.
    #expect(settled[0].referenceMarks.map(\.criterion) == ["C1", "C2"])
    #expect(settled[0].referenceMarks.map(\.marks) == [7, 0.5])
    #expect(settled[1].referenceMarks.map(\.marks) == [0, 0])
    let differing = settled[0].differences.map { "\($0.judge) \($0.criterion) \($0.marks) \($0.reference)" }
    #expect(
      Set(differing) == [
        "J1 C1 10.00 7.00", "J2 C1 8.00 7.00", "J3 C1 6.00 7.00", "J1 C2 2.00 0.50", "J2 C2 1.50 0.50",
      ])
  }

  /// Verified evidence of `YY001`: a provincial first place and a contest; and a place that nobody verified.
  private func awards(_ desk: inout Desk) throws {
    func row(_ number: String, _ level: String) -> EnterEvidence.Row {
      .init(
        studio: desk.studio("YY001"), kind: "awards",
        cells: ["number": number, "event": number, "level": level, "place": "1", "awarded_on": "2025-06-01"],
        people: ["person": .new(0)])
    }
    let contest = EnterEvidence.Row(
      studio: desk.studio("YY001"), kind: "contests", cells: ["title": "练兵", "held_on": "2025-05-01"], people: [:])
    let person = EnterEvidence.NewPerson(studio: desk.studio("YY001"), values: desk.commitment())
    try desk.ask(
      EnterEvidence(persons: [person], rows: [row("1号", "provincial"), contest, row("2号", "national")]), as: "contact")
    let items = desk.register.evidenceInOrder.map(\.id)
    try desk.ask(VerifyEvidence(items: Array(items.prefix(2))), as: "clerk")
  }

  private func mark(_ desk: inout Desk, _ code: String, _ round: ID<Round>, _ judge: String, _ points: [Points]) throws
  {
    let sheets = [
      desk.sheet(code, "workshop-order", ["W1": points[0], "W2": points[1]]),
      desk.sheet(code, "competition-results", ["C1": points[2], "C2": points[3]]),
    ]
    try desk.ask(EnterSheets(round: round, judge: desk.account(judge), sheets: sheets), as: judge)
    try desk.ask(SignSheets(round: round, sheets: []), as: judge)
  }

  @Test("seven judges by hand: one highest and one lowest are dropped, and the sum is rounded once")
  func trimmedMean() throws {
    var desk = try Desk(studios: ["2022-06-01", "2022-06-01"])
    let round = try desk.openWithPanel()
    let first: [Points] = [20, 22, 24, 26, 28, 30, 35]
    let last: [Points] = [13, 13, 20, 13, 13, 14, 13]
    for number in 0..<7 {
      try desk.mark("YY001", in: round, by: "J\(number + 1)", first[number], 24, 12, last[number])
    }
    for judge in ["J6", "J7"] {
      try desk.ask(
        Recuse(round: round, judge: desk.account(judge), studio: desk.studio("YY002"), relation: .kin, reason: ""),
        as: judge)
    }
    for (number, points) in ([20, 25, 26, 26, 30] as [Points]).enumerated() {
      try desk.mark("YY002", in: round, by: "J\(number + 1)", points, 24, 12, 13)
    }
    try desk.ask(CloseRound(round: round), as: "clerk")
    let result = try #require(try desk.round(round).result)
    let (one, two) = (try #require(result[desk.studio("YY001")]), try #require(result[desk.studio("YY002")]))
    // 130 / 5 + 24 + 12 + 66 / 5 = 75.2.
    #expect(one.score == 75.2)
    #expect(one.grade == .qualified)
    let panel = try #require(one.rubrics.first?.panels.first)
    #expect([panel.lowest, panel.highest] == [["J1"], ["J7"]])
    #expect([panel.sum, Points(hundredths: panel.count * 100)] == [130, 5])
    #expect(one.rubrics.map { $0.panels.map(\.exact) } == [["26"], ["24"], ["12"], ["66/5"]])
    // 77 / 3 + 49 = 224 / 3 = 74.666…, rounded to 74.67.
    #expect(two.total == "224/3")
    #expect(two.score == 74.67)
    #expect(two.grade == .unqualified)
    #expect(two.rubrics.map(\.recused) == Array(repeating: ["J6", "J7"], count: 4))
    #expect([one.rank, two.rank] == [1, 2])
  }

  @Test("recusals never lower the minimum panel: with four sheets a studio is incomplete, not failed")
  func belowMinimum() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for judge in ["J5", "J6", "J7"] {
      try desk.ask(
        Recuse(round: round, judge: desk.account(judge), studio: desk.studio("YY001"), relation: .kin, reason: ""),
        as: judge)
    }
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
    try desk.ask(CloseRound(round: round), as: "clerk")
    let settled = try #require(try desk.round(round).result?[desk.studio("YY001")])
    #expect(settled.grade == .incomplete)
    #expect(settled.score == nil)
    #expect(settled.rank == nil)
    try desk.publishAndConfirm(round)
    #expect(desk.standing("YY001") == .inCare)
    #expect(desk.register.rectifications.isEmpty)
  }

  // MARK: - The panel's vote

  /// A closed round in which `YY001` and `YY002` are equal in everything, with one place.
  private func tied(recused: [String] = []) throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for judge in recused {
      try desk.ask(
        Recuse(round: round, judge: desk.account(judge), studio: desk.studio("YY001"), relation: .kin, reason: ""),
        as: judge)
    }
    for (code, total) in [("YY001", 95), ("YY002", 95), ("YY003", 80)] as [(String, Points)] {
      try desk.markAll(code, in: round, total)
    }
    try desk.ask(CloseRound(round: round), as: "clerk")
    return (desk, round)
  }

  private func vote(_ desk: inout Desk, _ round: ID<Round>, _ votes: [String: String]) throws {
    for (judge, code) in votes { try desk.ask(CastVote(round: round, choice: [desk.studio(code)]), as: judge) }
  }

  @Test("studios tied across the last place are chosen by the panel's vote, before which nothing is published")
  func votes() throws {
    var (desk, round) = try tied()
    let result = try #require(try desk.round(round).result)
    #expect(result.tied == [desk.studio("YY001"), desk.studio("YY002")])
    #expect(result.placesByVote == 1)
    #expect(result.excellent.isEmpty)
    let publish = PublishRound(round: round, address: "云阳县人民政府网")
    #expect(desk.refusal(of: publish, as: "clerk") == .voteFirst(["YY001", "YY002"]))
    func refusal(_ choice: [String], _ judge: String = "J1") -> Refusal? {
      desk.refusal(of: CastVote(round: round, choice: choice.map(desk.studio)), as: judge)
    }
    #expect(refusal(["YY003"]) == .badVote(places: 1, among: ["YY001", "YY002"]))
    #expect(refusal(["YY001", "YY002"]) == .badVote(places: 1, among: ["YY001", "YY002"]))
    #expect(refusal([]) == .badVote(places: 1, among: ["YY001", "YY002"]))
    #expect(refusal(["YY001"], "J8") == .notOnPanel("J8", round))
    try vote(&desk, round, ["J1": "YY002", "J2": "YY002", "J3": "YY001"])
    #expect(desk.refusal(of: CountVote(round: round), as: "clerk") == .tooFewVotes(3, needed: 4))
    try vote(&desk, round, ["J4": "YY002"])
    try desk.ask(CountVote(round: round, absent: "出差"), as: "clerk")
    let counted = try #require(try desk.round(round).result)
    #expect(counted.counted?.chosen == [desk.studio("YY002")])
    #expect(counted.counted?.tally == [desk.studio("YY001").description: 1, desk.studio("YY002").description: 3])
    #expect(counted.excellent == [desk.studio("YY002")])
    #expect(desk.refusal(of: CountVote(round: round), as: "clerk") == .nothingTied(round))
    #expect(desk.refusal(of: publish, as: "clerk") == nil)
  }

  @Test("a vote that is tied itself chooses nobody, and the panel votes again from the start")
  func secondBallot() throws {
    var (desk, round) = try tied()
    try vote(&desk, round, ["J1": "YY001", "J2": "YY001", "J3": "YY002", "J4": "YY002"])
    try desk.ask(CountVote(round: round, absent: "出差"), as: "clerk")
    #expect(try desk.round(round).result?.counted?.chosen == [])
    #expect(try desk.round(round).result?.isUndecided == true)
    #expect(desk.refusal(of: CountVote(round: round), as: "clerk") == .tooFewVotes(0, needed: 4))
    try vote(&desk, round, ["J1": "YY001", "J2": "YY001", "J3": "YY001", "J4": "YY002"])
    try desk.ask(CountVote(round: round, absent: "出差"), as: "clerk")
    #expect(try desk.round(round).result?.excellent == [desk.studio("YY001")])
  }

  @Test("a judge recused from one of the tied does not vote, and does not count towards the quorum")
  func recusedVoters() throws {
    var (desk, round) = try tied(recused: ["J7"])
    #expect(
      desk.refusal(of: CastVote(round: round, choice: [desk.studio("YY002")]), as: "J7")
        == .recusedAlready(judge: "J7", studio: "YY001"))
    try vote(&desk, round, ["J1": "YY001", "J2": "YY001", "J3": "YY001"])
    // Half of six is not more than half.
    #expect(desk.refusal(of: CountVote(round: round), as: "clerk") == .tooFewVotes(3, needed: 4))
    try vote(&desk, round, ["J4": "YY002"])
    #expect(desk.refusal(of: CountVote(round: round, absent: "出差"), as: "clerk") == nil)
    let (two, other) = try tied(recused: ["J6", "J7"])
    var fewer = two
    try vote(&fewer, other, ["J1": "YY001", "J2": "YY001", "J3": "YY001"])
    #expect(fewer.refusal(of: CountVote(round: other, absent: "出差"), as: "clerk") == nil)
  }

  @Test("where nothing is tied there is no vote")
  func nothingTied() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for (code, total) in [("YY001", 95), ("YY002", 94.99), ("YY003", 80)] as [(String, Points)] {
      try desk.markAll(code, in: round, total)
    }
    #expect(
      desk.refusal(of: CastVote(round: round, choice: [desk.studio("YY001")]), as: "J1") == .notClosed(round, .marking))
    try desk.ask(CloseRound(round: round), as: "clerk")
    #expect(desk.refusal(of: CastVote(round: round, choice: [desk.studio("YY001")]), as: "J1") == .nothingTied(round))
    #expect(try desk.round(round).result?.excellent == [desk.studio("YY001")])
  }
}
