import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: PlanRefusal) -> String {
    switch refusal {}
  }

  /// What happened to plans (Art. 16); nil for an event of another part.
  func plansEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
