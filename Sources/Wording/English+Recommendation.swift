import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: RecommendationRefusal) -> String {
    switch refusal {
    case .unknownCondition(let condition, let known):
      "The rules know no condition “\(condition)” of a recommendation (Art. 7, 22). "
        + "Take one of: \(choices(known))."
    case .unknownTarget(let target, let known):
      "The rules know no plaque or title “\(target)” to recommend for (Art. 7, 22). "
        + "Take one of: \(choices(known))."
    case .notInCare(let code, let standing):
      "Studio \(code) is at “\(self.standing(standing))”; by the working rule only a studio in care is recommended "
        + "(Art. 7, 22). Check the studio\(hint("studio studios show"))."
    case .lacking(let code, let target, let notMet, let notShown):
      "Studio \(code) cannot be recommended for \(target.en), for every condition has to be found met (Art. 7, 22). "
        + [
          notMet.isEmpty ? nil : "Not met: \(notMet.map(\.en).joined(separator: "; ")).",
          notShown.isEmpty ? nil : "Not shown yet: \(notShown.map(\.en).joined(separator: "; ")).",
        ].compactMap(\.self).joined(separator: " ") + " Record what is found\(hint("studio recommend find"))."
    case .recommendedAlready(let code, let target, let day):
      "Studio \(code) was recommended for \(target.en) on \(day), and that waits for its answer or was granted; by the "
        + "working rule it is not done twice (Art. 7, 22). Record the answer\(hint("studio recommend result"))."
    case .notRecommended(let code, let target):
      "No recommendation of studio \(code) for \(target.en) waits for an answer (Art. 7, 22). "
        + "Record the recommendation first\(hint("studio recommend make"))."
    }
  }

  /// What happened to recommendation (Art. 7, 13, 22); nil for an event of another part.
  func recommendationEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as CandidacyFound:
      "\(names.studio(e.studio)): “\(e.condition.label.en)” found \(e.isMet ? "met" : "not met") with expert "
        + "\(names.person(e.expert)): \(e.note)"
    case let e as StudioRecommended:
      "\(names.studio(e.studio)), expert \(names.person(e.expert)), recommended for \(e.target.label.en) "
        + "(\(source(e.target.source))); document: \(e.document)"
    case let e as RecommendationAnswered:
      "Recommendation of \(names.studio(e.studio)) for \(e.target.label.en) \(e.isGranted ? "granted" : "not granted"); "
        + "document: \(e.document)"
    default: nil
    }
  }

  func conditionState(_ state: ConditionState) -> String {
    switch state {
    case .met: "met"
    case .notMet: "not met"
    case .notShown: "not shown"
    }
  }
}
