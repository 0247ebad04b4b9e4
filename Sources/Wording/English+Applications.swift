import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: ApplicationRefusal) -> String {
    switch refusal {}
  }

  /// What happened to applications (Art. 5–9); nil for an event of another part.
  func applicationsEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
