import Scoring
import StudioRegistry
import Testing

@Suite("How far judges lie from the panel, by hand")
struct JudgeFiguresTests {
  private let a = "technical-breakthroughs"

  /// YY001 gets 20, 22, … 32 points in the first rubric, with 26 in the middle; the others 25 from all but J1's 10 for YY002.
  /// For the measured C1, of which nothing is proven, each judge gives every studio the same.
  private func marked(_ contest: (String) -> Points = { _ in 9 }) throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for (place, judge) in (1...7).map({ "J\($0)" }).enumerated() {
      try desk.mark("YY001", in: round, by: judge, Points(hundredths: 2000 + 200 * place), 20)
      try desk.mark("YY002", in: round, by: judge, judge == "J1" ? 10 : 25, 20)
      try desk.mark("YY003", in: round, by: judge, 25, 20)
      for code in ["YY001", "YY002", "YY003"] {
        let plan = desk.sheet(code, "annual-plan-fulfilment", ["annual-plan-fulfilment": 15])
        let contest = SheetMarks(
          studio: desk.studio(code), rubric: "competition-results", marks: ["C1": contest(judge), "C2": 0, "C3": 3],
          reasons: judge == "J1" ? ["C1": "省赛"] : nil)
        try desk.ask(EnterSheets(round: round, judge: desk.account(judge), sheets: [plan, contest]), as: judge)
      }
      try desk.ask(SignSheets(round: round, sheets: []), as: judge)
    }
    return (desk, round)
  }

  private func figures(_ contest: (String) -> Points = { _ in 9 }) throws -> [JudgeFigures] {
    let (desk, round) = try marked(contest)
    let found = try desk.round(round)
    let studios = try desk.register.recomputed(round, reason: nil).compactMap { $0 as? StudioSettled }
    return desk.register.figures(of: found, found.marking, studios)
  }

  @Test("the mean deviation and the mean distance from the panel's median, and who is far off")
  func deviations() throws {
    let first = try figures().map { $0.rubrics[0] }
    let distances = try first.map { try #require($0.median) }
    #expect(distances.map(\.count) == [3, 3, 3, 3, 3, 3, 3])
    // J1: (-6 - 15 + 0) / 3; J7: (6 + 0 + 0) / 3.
    let expected = [-7, -4.0 / 3, -2.0 / 3, 0, 2.0 / 3, 4.0 / 3, 2]
    #expect(zip(distances, expected).allSatisfy { abs($0.mean - $1) < 1e-9 })
    #expect(zip(distances, expected).allSatisfy { abs($0.absolute - abs($1)) < 1e-9 })
    // The middle judge lies 4/3 off: more than 8/3 is J1 alone.
    #expect(first.map(\.isFar) == [true, false, false, false, false, false, false])
  }

  @Test("how often they were dropped: of equal points, the first name as the lowest and the last as the highest")
  func dropped() throws {
    let first = try figures().map { $0.rubrics[0] }
    #expect(first.map(\.lowest) == [3, 0, 0, 0, 0, 0, 0])
    #expect(first.map(\.highest) == [0, 0, 0, 0, 0, 0, 3])
  }

  @Test("own marks beside a reference mark: C1 and C2 are measured and nothing is proven, so that C1 differs")
  func reference() throws {
    let figures = try figures()
    #expect(figures.map(\.compared) == Array(repeating: 6, count: 7))
    #expect(figures.map(\.differing) == Array(repeating: 3, count: 7))
    #expect(figures.map(\.withoutReason) == [0, 3, 3, 3, 3, 3, 3])
  }

  /// J1 gives 9 for C1 where 0 is proven, J2 3, the others 2; for C2 everybody gives the 0 that is proven.
  @Test("the mean difference from the reference marks, and who is far off")
  func fromReference() throws {
    let figures = try figures { $0 == "J1" ? 9 : $0 == "J2" ? 3 : 2 }
    let place = try #require(figures[0].rubrics.firstIndex { $0.rubric == "competition-results" })
    let distances = try figures.map { try #require($0.rubrics[place].reference) }
    // Six marks each: three of C1 and three zeros.
    #expect(distances.map(\.count) == [6, 6, 6, 6, 6, 6, 6])
    #expect(distances.map(\.mean) == [4.5, 1.5, 1, 1, 1, 1, 1])
    #expect(distances.map(\.absolute) == [4.5, 1.5, 1, 1, 1, 1, 1])
    // The middle judge lies 1 off: more than 2 is J1 alone.
    #expect(distances.map(\.isFar) == [true, false, false, false, false, false, false])
    // What is only judged, or marked whole, has nothing to be compared with.
    #expect(figures[0].rubrics[0].reference == nil)
  }

  @Test("differences either way cancel in the mean and add up in the distance; twice the middle one's is not far yet")
  func means() throws {
    let one = try #require(JudgeFigures.Distance([0.5, -1.5, 4, -1]))
    // (0.5 - 1.5 + 4 - 1) / 4 and (0.5 + 1.5 + 4 + 1) / 4.
    #expect(one.count == 4 && one.mean == 0.5 && one.absolute == 1.75 && !one.isFar)
    #expect(JudgeFigures.Distance([]) == nil)
    // The middle one of 1, 2, 2, 4 and 4.5 is 2.
    let panel = [[1], [], [-2], [2], [4], [-4.5]].map { JudgeFigures.Distance($0) }
    #expect(JudgeFigures.Distance.flagged(panel).map { $0?.isFar } == [false, nil, false, false, false, true])
    #expect(JudgeFigures.farFactor == 2)
  }
}
