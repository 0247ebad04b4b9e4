import Scoring

@testable import StudioRegistry

/// One of everything that there is about secrets (Art. 17).
extension RegisterSamples {
  var secretsRefusals: [SecretRefusal] { [] }

  var secretsEvents: [any Event] { [] }

  var secretsTasks: [Due.Task] { [] }

  var secretsDecisions: [Decision] { [] }
}
