import CompetitionResultsRubric
import Scoring
import TestSupport
import Testing

@Suite("CompetitionResults")
struct CompetitionResultsTests {
  @Test("examples", arguments: CompetitionResults.description.examples)
  func example(_ example: Example) throws {
    try expect(example, of: CompetitionResults.self)
  }
}
