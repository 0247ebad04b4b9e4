import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: RetentionRefusal) -> String {
    switch refusal {}
  }

  /// What happened to retention (working rule); nil for an event of another part.
  func retentionEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
