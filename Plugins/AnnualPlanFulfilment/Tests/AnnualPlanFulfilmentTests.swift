import AnnualPlanFulfilmentRubric
import Scoring
import TestSupport
import Testing

@Suite("AnnualPlanFulfilment")
struct AnnualPlanFulfilmentTests {
  @Test("examples", arguments: AnnualPlanFulfilment.description.examples)
  func example(_ example: Example) throws {
    try expect(example, of: AnnualPlanFulfilment.self)
  }
}
