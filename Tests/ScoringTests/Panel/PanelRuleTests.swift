import Scoring
import TestSupport
import Testing

@Suite("A panel's marks become one score")
struct PanelRuleTests {
  /// Contest judging exercises with published answers.
  @Test(
    "one highest and one lowest are dropped, the rest averaged",
    arguments: [
      ([9, 9, 9.5, 8.9, 9, 9.1, 9.5, 8.8, 9, 9.4], "9.11"),
      ([8.6, 8.7, 8.9, 8.7, 9, 9, 8.9, 8.9, 8, 8.6], "8.79"),
      ([6, 6, 8, 7, 9, 5, 8, 8], "7.17"),
      ([11, 9, 10], "10.00"),
    ] as [([Points], String)])
  func trimmedMean(marks: [Points], published: String) throws {
    let score = try PanelRule.trimmedMean(dropping: 1).combine(marks)
    #expect(try Points(halfUp: score).description == published)
  }

  @Test("two marks are too few to drop two")
  func tooFew() {
    #expect(throws: PanelError.tooFew(marks: 2, needed: 3)) {
      try PanelRule.trimmedMean(dropping: 1).combine([8, 9])
    }
    #expect(throws: PanelError.tooFew(marks: 0, needed: 1)) { try PanelRule.mean.combine([]) }
    #expect(throws: PanelError.tooFew(marks: 0, needed: 1)) { try PanelRule.median.combine([]) }
  }

  @Test("more can be dropped at each end")
  func trimTwo() throws {
    #expect(try PanelRule.trimmedMean(dropping: 2).combine([0, 1, 5, 6, 10, 10]) == Exact(11, over: 2))
  }

  @Test("the median of an even number is the exact mean of the middle two")
  func median() throws {
    #expect(try PanelRule.median.combine([9, 1, 8, 2.25]) == Exact(41, over: 8))
    #expect(try PanelRule.median.combine([9, 1, 8]) == Exact(8))
    #expect(try PanelRule.median.combine([7]) == Exact(7))
  }

  @Test("the mean is exact")
  func mean() throws {
    #expect(try PanelRule.mean.combine([1, 1, 2]) == Exact(4, over: 3))
  }

  @Test("the sum of the largest marks does not overflow")
  func widened() throws {
    let units = [Int](repeating: 999_999_999_999_999, count: 20_000)
    #expect(try PanelRule.mean.combine(units, unitsInOne: 1_000_000).decimal(places: 6) == "999999999.999999")
  }

  static let rules: [PanelRule] = [.mean, .trimmedMean(dropping: 1), .trimmedMean(dropping: 2), .median]

  @Test("the order in which judges answer never matters", arguments: rules, 0..<50 as Range<UInt64>)
  func orderIndependent(rule: PanelRule, seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let marks = Points.panel(of: 5 + Int(seed % 20), using: &random)
    #expect(try rule.combine(marks) == rule.combine(marks.shuffled(using: &random)))
  }

  @Test("raising one mark never lowers the score", arguments: rules, 0..<50 as Range<UInt64>)
  func monotonic(rule: PanelRule, seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let marks = Points.panel(of: 5 + Int(seed % 20), using: &random)
    var raised = marks
    let index = Int.random(in: marks.indices, using: &random)
    raised[index] = marks[index] + Points(hundredths: Int.random(in: 1...300, using: &random))
    #expect(try rule.combine(raised) >= rule.combine(marks))
  }

  @Test("the quick score of hundredths is the exact one", arguments: rules, 0..<50 as Range<UInt64>)
  func quick(rule: PanelRule, seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let marks = Points.panel(of: 5 + Int(seed % 20), using: &random)
    let combination = try Combination(marks.enumerated().map { ("J\($0)", $1) }, by: rule)
    #expect(try combination.score.exact == rule.combine(marks))
    #expect(try combination.score.rounded == Points(halfUp: rule.combine(marks)))
  }

  @Test("of equal marks the one of the first judge by name is dropped as lowest")
  func whichIsDropped() throws {
    let combination = try Combination([("B", 8), ("A", 8), ("D", 9), ("C", 9)], by: .trimmedMean(dropping: 1))
    #expect(combination.entries.map(\.judge) == ["A", "B", "C", "D"])
    #expect(combination.entries.map(\.fate) == [.lowest, .kept, .kept, .highest])
    #expect(combination.score == PanelScore(sum: 17, count: 2))
  }
}
