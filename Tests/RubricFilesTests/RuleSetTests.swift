import Foundation
import InstalledModules
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("The rule set that comes with the project")
struct RuleSetTests {
  private let rules: RuleSet

  init() throws {
    rules = try Repository.host().rules
  }

  /// The rubrics and maxima of the working rules.
  @Test("35 + 30 + 15 + 20 = 100, with every criterion's maximum")
  func maxima() {
    #expect(rules.rubrics.map(\.maximum) == [35, 30, 15, 20])
    #expect(
      rules.rubrics.map { $0.criteria.map(\.maximum) } == [
        [9, 9, 9, 5, 3], [5, 7, 9, 6, 3], [9, 3, 3], [3, 3, 10, 4],
      ])
    #expect(
      rules.rubrics.flatMap(\.criteria).filter(\.isMeasured).map(\.id) == [
        "A1", "A4", "A5", "B1", "B2", "B3", "C1", "C2", "D1", "D3", "D4",
      ])
  }

  @Test("Art. 13 fixes the scale and the pass mark; the rest is a working rule")
  func parameters() throws {
    let day = try #require(Day("2022-05-05"))
    let article = try #require(Source("Art. 13"))
    #expect(rules.total == Cited(100, source: article, from: day))
    #expect(rules.passMark == Cited(75, source: article, from: day))
    #expect(rules.panel.rule == Cited(.trimmedMean(dropping: 1), source: .workingRule, from: day))
    #expect(rules.panel.minimum == Cited(5, source: .workingRule, from: day))
    let excellence = try #require(rules.excellence)
    #expect(excellence.mark.value == 90)
    #expect((excellence.share.value, excellence.base.value, excellence.least.value) == (20, .assessed, 1))
    #expect(excellence.ties.value == [.total, .rubric(0), .rubric(1), .rubric(3)])
  }

  @Test("before the regulation nothing is in force")
  func tooEarly() {
    #expect(throws: Findings.self) { try Repository.host(on: "2022-05-04") }
  }

  @Test("levels are spread evenly, rounded half-up to 0.01")
  func spread() {
    #expect(Level.spread(4, to: 5) == [0, 1.67, 3.33, 5])
    #expect(Level.spread(3, to: 0.05) == [0, 0.03, 0.05])
  }

  @Test("a rubric without a module needs no code, and another rule set differs in everything")
  func smallCounty() throws {
    let small = try Repository.host(Repository.smallCounty).rules
    #expect(small.rubrics.map(\.module) == [nil, "competition-results"])
    #expect(small.total.value == 20)
    #expect(small.panel.rule.value == .median)
    #expect(try RuleSetFolder(Repository.smallCounty).changes().map(\.description) == ["2024-01-01", "2026-01-01"])
  }

  @Test("a rubric's file that is not listed counts for nothing and is named")
  func unlisted() throws {
    let folder = try TemporaryFolder()
    for name in ["regulation.yaml", "workshop-order.yaml", "competition-results.yaml"] {
      let text = try String(contentsOfFile: "\(Repository.smallCounty)/\(name)", encoding: .utf8)
      try folder.write(name, text)
    }
    try folder.write("extra.yaml", "id: extra\n")
    #expect(RuleSetFolder(folder.path).unlisted(in: try Repository.host(folder.path).rules) == ["extra.yaml"])
  }
}
