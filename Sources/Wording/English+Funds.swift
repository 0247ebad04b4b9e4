import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: FundsRefusal) -> String {
    switch refusal {}
  }

  /// What happened to funds (Art. 12(5), 19, 20); nil for an event of another part.
  func fundsEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
