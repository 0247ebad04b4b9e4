package import StudioRegistry

/// The words about applications in one language (Art. 5–9).
package protocol ApplicationPhrases: Sendable {
  func stage(_ stage: Application.Stage) -> String
  func step(_ step: Application.Step) -> String
  func finding(_ state: ConditionFinding.State) -> String
  func purpose(_ purpose: Application.Purpose, _ names: Names) -> String
}
