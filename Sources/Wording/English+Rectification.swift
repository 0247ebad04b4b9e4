import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: RectificationRefusal) -> String {
    switch refusal {
    case .notRectifying(let code):
      "Studio \(code) is not rectifying; that is for a studio that a confirmed round found unqualified (Art. 20). "
        + "Check the studio\(hint("studio rectify list"))."
    case .servedAlready(let code, let day):
      "Studio \(code) was served its notice on \(day), from which its time runs (Art. 20); it is served once. "
        + "Nothing more is needed; check the code."
    case .notServed(let code):
      "Studio \(code) was not served its notice, so its time to rectify has not begun (Art. 20). "
        + "Serve it first\(hint("studio rectify serve"))."
    case .stillRectifying(let code, let until, let source):
      "Studio \(code) has until \(until) to rectify, and is assessed again after that (\(self.source(source))). "
        + "Wait until then."
    case .secondOpened(let code, let round):
      "The second assessment of studio \(code) is open as round \(round); it is not opened twice (Art. 20). "
        + "Continue with that round."
    case .differentRounds:
      "The studios failed in different rounds, and each is assessed again by the rules of its own (Art. 20, "
        + "working rule). Name those of one round at a time."
    case .noSecondFailure(let code):
      "Studio \(code) has not failed a second assessment; the title is cancelled only then (Art. 20). "
        + "Have that assessed and confirmed first."
    }
  }
}
