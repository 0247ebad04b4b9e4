import Scoring

@testable import StudioRegistry

/// One of everything that there is about retention (working rule).
extension RegisterSamples {
  var retentionRefusals: [RetentionRefusal] { [] }

  var retentionEvents: [any Event] { [] }

  var retentionTasks: [Due.Task] { [] }

  var retentionDecisions: [Decision] { [] }
}
