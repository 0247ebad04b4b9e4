import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: CancellationRefusal) -> String {
    switch refusal {
    case .expertAvailable(let code):
      "Nothing says that the expert of studio \(code) cannot lead it (Art. 15). Record the fact first: studio expert unavailable."
    case .notAllowedFor(let code, _, _):
      "Art. 15 does not allow that for studio \(code)'s recorded cause."
    }
  }

  /// What happened to cancellation (Art. 14, 15, 20); nil for an event of another part.
  func cancellationEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
