import Scoring

@testable import StudioRegistry

/// One of everything that there is about funds (Art. 12(5), 19, 20).
extension RegisterSamples {
  var fundsRefusals: [FundsRefusal] { [] }

  var fundsEvents: [any Event] { [] }

  var fundsTasks: [Due.Task] { [] }

  var fundsDecisions: [Decision] { [] }
}
