import Scoring

@testable import StudioRegistry

/// One of everything that there is about plans (Art. 16).
extension RegisterSamples {
  var plansRefusals: [PlanRefusal] { [] }

  var plansEvents: [any Event] { [] }

  var plansTasks: [Due.Task] { [] }

  var plansDecisions: [Decision] { [] }
}
