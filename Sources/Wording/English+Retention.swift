import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: RetentionRefusal) -> String {
    switch refusal {
    case .unknownHold(let hold):
      "There is no hold \(hold); by the working rule only a hold that was placed is released. Check its id\(hint("studio retention holds"))."
    case .holdReleased(let hold, let day):
      "Hold \(hold) was released on \(day); by the working rule that stays. If it is needed again, place "
        + "another\(hint("studio retention hold"))."
    case .applying(let person, let application):
      "Person \(person) is the expert of the open application \(application); by the working rule the values are kept until "
        + "it is decided (Art. 8). Confirm or reject it first, or record its withdrawal\(hint("studio application withdraw"))."
    case .held(let person, let hold):
      "Hold \(hold) needs the values of person \(person); by the working rule a dispute holds erasure. "
        + "When the dispute is over, release it\(hint("studio retention release"))."
    case .disputed(let person, let dispute):
      "\(dispute) is open and names person \(person) or concerns the person's studio; by the working rule a dispute holds "
        + "erasure. It is possible once that is answered or decided."
    case .kept(let person, let title, nil, let source):
      "The values of person \(person) are kept permanently for “\(title.en)” (\(self.source(source))). "
        + "What must be kept is kept, and nothing else is done with it\(hint("studio person show"))."
    case .kept(let person, let title, let day?, let source):
      "The values of person \(person) are kept until \(day) for “\(title.en)” (\(self.source(source))). "
        + "Wait for that day\(hint("studio person show"))."
    }
  }

  /// What happened to retention (working rule); nil for an event of another part.
  func retentionEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as HoldPlaced:
      "Erasure held for " + (e.person.map(names.person) ?? e.studio.map { "everybody of \(names.studio($0))" } ?? "—")
        + ": \(e.reason)"
    case let e as HoldReleased: "Hold \(e.hold) released: \(e.reason)"
    default: nil
    }
  }
}
