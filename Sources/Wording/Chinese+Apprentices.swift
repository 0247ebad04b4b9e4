import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: ApprenticeRefusal) -> String {
    switch refusal {}
  }

  /// What happened to apprentices (Art. 21); nil for an event of another part.
  func apprenticesEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
