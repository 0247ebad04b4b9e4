import Scoring
import TestSupport
import Testing

@Suite("Art. 17: certified points are added to the panel's, exactly, before the one rounding")
struct AdjustmentTests {
  private let host: ScoringHost
  private let first: Rubric

  init() throws {
    host = try Repository.host()
    first = try #require(host.rules.rubrics.first)
  }

  /// Whole marks for each rubric, one list of judges' sums for each studio.
  private func book(_ studios: [String: [[Int32]]]) throws -> Scorebook {
    try host.book(
      studios.flatMap { studio, judges in
        judges.enumerated().flatMap { judge, sums in
          zip(host.rules.rubrics, sums).map { TestMark(studio, "J\(judge)", $0.id, $1) }
        }
      })
  }

  private func adjustment(_ points: Points, _ token: String = "T-1") -> Adjustment {
    Adjustment(token: token, points: points, reason: "certified-off-system")
  }

  @Test("23.50 and 1.25 are 24.75, in the rubric, the total, and the derivation")
  func added() async throws {
    var book = try book(["S": Array(repeating: [2350, 2000, 1000, 1500], count: 7)])
    book.adjust("S", rubric: 0, by: adjustment(1.25))
    let settlement = try await host.settle(book)
    let outcome = settlement.outcomes[0]
    #expect(settlement.scores(of: outcome).map(\.exact.description) == ["99/4", "20", "10", "15"])
    // 24.75 + 20 + 10 + 15 = 69.75
    #expect(outcome.score == 69.75)
    let step = settlement.derivation(of: outcome).rubrics[0]
    #expect(step.panelScore?.exact.description == "47/2")
    #expect(step.added == 1.25)
    #expect(!step.isCapped)
    #expect(step.score?.rounded == 24.75)
    #expect(settlement.derivation(of: outcome).rubrics[1].adjustments.isEmpty)
  }

  @Test("several are added up, and the sum is cut at the rubric's maximum, which the derivation says")
  func capped() async throws {
    let maximum = Int32(first.maximum.hundredths)
    var book = try book(["S": Array(repeating: [maximum - 200, 2000, 1000, 1500], count: 5)])
    book.adjust("S", rubric: 0, by: adjustment(1.25, "T-2"))
    var settlement = try await host.settle(book)
    #expect(settlement.scores(of: settlement.outcomes[0]).first?.rounded == first.maximum - 0.75)
    #expect(!settlement.derivation(of: settlement.outcomes[0]).rubrics[0].isCapped)
    book.adjust("S", rubric: 0, by: adjustment(1.25, "T-1"))
    settlement = try await host.settle(book)
    let step = settlement.derivation(of: settlement.outcomes[0]).rubrics[0]
    #expect(step.score?.exact == Exact(first.maximum))
    #expect(step.isCapped)
    #expect(step.adjustments.map(\.token) == ["T-1", "T-2"])
    #expect(settlement.outcomes[0].score == first.maximum + 45)
  }

  @Test("thirds stay thirds: 22 + 1/3 and 0.33 are rounded once")
  func exact() async throws {
    // Seven judges of whom two are dropped leave five; eight leave six: (5 × 22.00 + 24.00) / 6 = 67/3 = 22.333…
    let sums: [Int32] = [2000, 2200, 2200, 2200, 2200, 2200, 2400, 2500]
    var book = try book(["S": sums.map { [$0, 2000, 1000, 1500] }])
    book.adjust("S", rubric: 0, by: adjustment(0.33))
    let settlement = try await host.settle(book)
    let outcome = settlement.outcomes[0]
    // 67/3 + 33/100 = 6799/300 = 22.66333…
    #expect(settlement.scores(of: outcome).first?.exact == (try Exact(6799, over: 300)))
    #expect(outcome.score == 67.66)
  }

  @Test("equal final scores: the exact totals, adjusted, tell who is first; the rank is one number")
  func tie() async throws {
    let even: [[Int32]] = Array(repeating: [3500, 3000, 1400, 1300], count: 7)
    let others = ["X", "Y", "Z"].map { ($0, [[Int32]](repeating: [3000, 2000, 1000, 1000], count: 7)) }
    let studios = Dictionary(uniqueKeysWithValues: [("A", even), ("B", even)] + others)
    var book = try book(studios)
    #expect(try await host.settle(book).outcomes.prefix(2).map(\.excellence) == [.tied, .tied])
    book.adjust("B", rubric: 3, by: adjustment(0.01))
    let settlement = try await host.settle(book)
    #expect(settlement.outcomes.prefix(2).map(settlement.name) == ["B", "A"])
    #expect(settlement.outcomes.prefix(2).map(\.score) == [92.01, 92])
    #expect(settlement.outcomes.prefix(2).map(\.excellence) == [.candidate, nil])
  }

  @Test("a studio below the minimum panel stays incomplete, whatever was certified")
  func incomplete() async throws {
    var book = try book(["S": Array(repeating: [2350, 2000, 1000, 1500], count: 4)])
    book.adjust("S", rubric: 0, by: adjustment(5))
    let settlement = try await host.settle(book)
    let outcome = settlement.outcomes[0]
    #expect(outcome.grade == .incomplete)
    #expect(outcome.score == nil)
    let step = settlement.derivation(of: outcome).rubrics[0]
    #expect(step.adjustments.count == 1)
    #expect(step.score == nil)
    #expect(!step.isCapped)
  }

  @Test("points for a studio or a rubric that is not there change nothing; the number of workers never matters")
  func elsewhere() async throws {
    var random = SeededGenerator(7)
    let marks = host.randomMarks(studios: 600, judges: 6, using: &random)
    var book = try host.book(marks)
    let before = try await host.settle(book)
    book.adjust("nobody", rubric: 0, by: adjustment(5))
    book.adjust("S1", rubric: 9, by: adjustment(5))
    #expect(try await host.settle(book).outcomes == before.outcomes)
    for studio in 0..<50 { book.adjust("S\(studio)", rubric: studio % 4, by: adjustment(0.77)) }
    let one = try await host.settle(book)
    #expect(try await host.settle(book, workers: 3).outcomes == one.outcomes)
    #expect(one.outcomes != before.outcomes)
    for studio in 0..<50 {
      let (was, now) = (before.outcome(of: "S\(studio)")?.score, one.outcome(of: "S\(studio)")?.score)
      #expect(try #require(now) <= #require(was) + 0.77)
      #expect(try #require(now) >= #require(was))
    }
  }
}
