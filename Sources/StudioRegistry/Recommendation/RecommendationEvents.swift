package import Scoring

/// What can happen to recommendation (Art. 7, 13, 22).
let recommendationEvents: [any Event.Type] = [CandidacyFound.self, StudioRecommended.self, RecommendationAnswered.self]

/// Whether a condition is met, as somebody found it for one studio and its expert.
package struct CandidacyFound: Event {
  package static let kind = "candidacy-found"
  package let studio: ID<Studio>
  package let condition: RuleSet.Recommendations.Condition
  package let isMet: Bool
  package let note: String
  /// Who led the studio then.
  package let expert: ID<Person>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.candidacyFindings[studio, default: []].append(
      CandidacyFinding(condition: condition, isMet: isMet, note: note, expert: expert, on: record.on))
  }
}

/// The bureau recommended a studio or its expert (Art. 7, 22).
package struct StudioRecommended: Event {
  package static let kind = "studio-recommended"
  package let studio: ID<Studio>
  package let target: RuleSet.Recommendations.Target
  package let expert: ID<Person>
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.recommendations.append(
      Recommendation(studio: studio, target: target, expert: expert, document: document, on: record.on))
  }
}

/// What became of a recommendation.
package struct RecommendationAnswered: Event {
  package static let kind = "recommendation-answered"
  package let studio: ID<Studio>
  /// As it was named when the studio was recommended for it.
  package let target: RuleSet.Recommendations.Target
  package let isGranted: Bool
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard
      let place = register.recommendations.lastIndex(where: {
        $0.studio == studio && $0.target.id == target.id && $0.outcome == nil
      })
    else { return }
    register.recommendations[place].outcome = Recommendation.Outcome(
      isGranted: isGranted, document: document, on: record.on)
  }
}
