import Scoring

@testable import StudioRegistry

/// One of everything that there is about cancellation (Art. 14, 15, 20).
extension RegisterSamples {
  var cancellationRefusals: [CancellationRefusal] { [] }

  var cancellationEvents: [any Event] { [] }

  var cancellationTasks: [Due.Task] { [] }

  var cancellationDecisions: [Decision] { [] }
}
