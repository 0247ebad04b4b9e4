import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: RecommendationRefusal) -> String {
    switch refusal {}
  }

  /// What happened to recommendation (Art. 7, 13, 22); nil for an event of another part.
  func recommendationEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
