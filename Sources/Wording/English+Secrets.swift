import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: SecretRefusal) -> String {
    switch refusal {}
  }

  /// What happened to secrets (Art. 17); nil for an event of another part.
  func secretsEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
