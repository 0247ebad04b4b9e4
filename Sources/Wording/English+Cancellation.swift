import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: CancellationRefusal) -> String {
    switch refusal {}
  }

  /// What happened to cancellation (Art. 14, 15, 20); nil for an event of another part.
  func cancellationEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
