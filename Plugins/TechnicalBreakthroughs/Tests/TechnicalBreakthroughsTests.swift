import Scoring
import TechnicalBreakthroughsRubric
import TestSupport
import Testing

@Suite("TechnicalBreakthroughs")
struct TechnicalBreakthroughsTests {
  @Test("examples", arguments: TechnicalBreakthroughs.description.examples)
  func example(_ example: Example) throws {
    try expect(example, of: TechnicalBreakthroughs.self)
  }
}
