import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: CareRefusal) -> String {
    switch refusal {}
  }

  /// What happened to care (Art. 11, 12, 18, 23, 24); nil for an event of another part.
  func careEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
