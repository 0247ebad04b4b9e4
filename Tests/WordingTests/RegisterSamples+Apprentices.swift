import Scoring

@testable import StudioRegistry

/// One of everything that there is about apprentices (Art. 21).
extension RegisterSamples {
  var apprenticesRefusals: [ApprenticeRefusal] { [] }

  var apprenticesEvents: [any Event] { [] }

  var apprenticesTasks: [Due.Task] { [] }

  var apprenticesDecisions: [Decision] { [] }
}
