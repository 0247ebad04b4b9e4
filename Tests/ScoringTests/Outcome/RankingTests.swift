import Scoring
import Testing

@Suite("Places and excellence")
struct RankingTests {
  @Test("10, 4, 4, 3 are places 1, 2, 2, 4")
  func places() {
    #expect(Ranking.places(of: [10, 4, 4, 3]) == [1, 2, 2, 4])
    #expect(Ranking.places(of: [Int]()) == [])
    #expect(Ranking.places(of: [5, 5, 5]) == [1, 1, 1])
  }

  private static let day = Day(year: 2022, month: 5, day: 5)

  private func rule(
    share: Int = 20, base: RuleSet.Excellence.Base = .assessed, least: Int = 1,
    ties: [RuleSet.Excellence.TieKey] = [.total, .rubric(0), .rubric(1)]
  ) throws -> RuleSet.Excellence {
    let day = try #require(Self.day)
    return RuleSet.Excellence(
      mark: Cited(90, source: .workingRule, from: day), share: Cited(share, source: .workingRule, from: day),
      base: Cited(base, source: .workingRule, from: day), least: Cited(least, source: .workingRule, from: day),
      award: Cited(20_000, source: .workingRule, from: day), ties: Cited(ties, source: .workingRule, from: day))
  }

  /// Chooses among studios with these scores, all of two rubrics, the first worth what is said.
  private func choose(
    _ scores: [Int], first: [Int] = [], by rule: RuleSet.Excellence
  ) throws -> ([Excellence.Standing?], Excellence) {
    var outcomes = scores.enumerated().map { place, score in
      let points = Points(hundredths: score * 100)
      return Outcome(studio: place, score: points, grade: Grade(points, passMark: 75))
    }
    let excellence = try Excellence.choose(among: &outcomes, by: rule) { outcome in
      let one = first.isEmpty ? 50 : first[outcome.studio]
      return [
        PanelScore(sum: Points(hundredths: one * 100), count: 1),
        PanelScore(sum: Points(hundredths: (scores[outcome.studio] - one) * 100), count: 1),
      ]
    }
    return (outcomes.map(\.excellence), excellence)
  }

  @Test("a fifth of the assessed, rounded down, but at least one")
  func quota() throws {
    let scores = [99, 98, 97] + [Int](repeating: 80, count: 11)
    let (standing, excellence) = try choose(scores, by: rule())
    #expect(standing.prefix(4) == [.candidate, .candidate, nil, nil])
    #expect(excellence == Excellence(base: 14, places: 2, eligible: 3))
    #expect(try choose([95, 94], by: rule()).0 == [.candidate, nil])
    #expect(try choose([95, 94], by: rule(least: 0)).0 == [nil, nil])
    #expect(try choose([95, 94], by: rule(share: 100)).0 == [.candidate, .candidate])
  }

  @Test("the base may be the qualified alone")
  func base() throws {
    let scores = [99, 98, 80, 80, 80, 60, 60, 60, 60, 60]
    #expect(try choose(scores, by: rule()).1.places == 2)
    #expect(try choose(scores, by: rule(base: .qualified)).1.places == 1)
  }

  @Test("90.00 is enough and 89 is not, however many places there are")
  func mark() throws {
    #expect(try choose([90, 89], by: rule(share: 100)).0 == [.candidate, nil])
    #expect(try choose([89], by: rule()).0 == [nil])
  }

  @Test("equal final scores are told apart by the rubrics' exact scores")
  func tieKeys() throws {
    #expect(try choose([95, 95, 80, 80, 80], first: [40, 45, 0, 0, 0], by: rule()).0.prefix(2) == [nil, .candidate])
  }

  @Test("studios equal in everything across the last place are tied, and none of them is chosen")
  func unresolved() throws {
    let (standing, _) = try choose([97, 95, 95, 95, 80, 80, 80, 80, 80, 80], by: rule())
    #expect(standing == [.candidate, .tied, .tied, .tied, nil, nil, nil, nil, nil, nil])
    #expect(try choose([95, 95, 80, 80, 80], by: rule(ties: [])).0.prefix(2) == [.tied, .tied])
  }

  @Test("equals that all find a place are candidates")
  func roomForAll() throws {
    #expect(
      try choose([95, 95, 80, 80, 80, 80, 80, 80, 80, 80], by: rule()).0.prefix(3) == [.candidate, .candidate, nil])
  }

  @Test("a tie is resolved part by part: the better of the equals goes first, the rest are tied")
  func partlyResolved() throws {
    let scores = [95, 95, 95, 80, 80, 80, 80, 80, 80, 80]
    #expect(
      try choose(scores, first: [40, 45, 40, 0, 0, 0, 0, 0, 0, 0], by: rule()).0.prefix(3) == [
        .tied, .candidate, .tied,
      ])
  }
}
