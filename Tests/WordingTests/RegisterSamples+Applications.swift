import Scoring

@testable import StudioRegistry

/// One of everything that there is about applications (Art. 5–9).
extension RegisterSamples {
  var applicationsRefusals: [ApplicationRefusal] { [] }

  var applicationsEvents: [any Event] { [] }

  var applicationsTasks: [Due.Task] { [] }

  var applicationsDecisions: [Decision] { [] }
}
