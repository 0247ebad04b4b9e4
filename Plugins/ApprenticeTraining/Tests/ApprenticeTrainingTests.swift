import ApprenticeTrainingRubric
import Scoring
import TestSupport
import Testing

@Suite("ApprenticeTraining")
struct ApprenticeTrainingTests {
  @Test("examples", arguments: ApprenticeTraining.description.examples)
  func example(_ example: Example) throws {
    try expect(example, of: ApprenticeTraining.self)
  }
}
