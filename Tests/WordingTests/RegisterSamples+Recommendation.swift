import Scoring

@testable import StudioRegistry

/// One of everything that there is about recommendation (Art. 7, 13, 22).
extension RegisterSamples {
  var recommendationRefusals: [RecommendationRefusal] { [] }

  var recommendationEvents: [any Event] { [] }

  var recommendationTasks: [Due.Task] { [] }

  var recommendationDecisions: [Decision] { [] }
}
