import Scoring

@testable import StudioRegistry

/// One of everything that there is about care (Art. 11, 12, 18, 23, 24).
extension RegisterSamples {
  var careRefusals: [CareRefusal] { [] }

  var careEvents: [any Event] { [] }

  var careTasks: [Due.Task] { [] }

  var careDecisions: [Decision] { [] }
}
