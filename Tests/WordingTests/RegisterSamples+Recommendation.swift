import Scoring

@testable import StudioRegistry

/// One of everything that there is about recommendation (Art. 7, 13, 22).
extension RegisterSamples {
  private var condition: RuleSet.Recommendations.Condition {
    RuleSet.Recommendations.Condition(
      id: "key-field", label: Text(zh: "重点产业", en: "key industry"), about: .unit, source: article)
  }
  private var target: RuleSet.Recommendations.Target {
    RuleSet.Recommendations.Target(
      id: "municipal-studio", label: Text(zh: "市级工作室", en: "municipal studio"), conditions: ["key-field"],
      source: article)
  }

  var recommendationRefusals: [RecommendationRefusal] {
    let label = target.label
    return [
      .unknownCondition("wit", known: [known]), .unknownTarget("fame", known: [known]),
      .notInCare("YY017", .rectifying),
      .lacking("YY017", target: label, notMet: [condition.label], notShown: []),
      .lacking("YY017", target: label, notMet: [], notShown: [condition.label]),
      .recommendedAlready("YY017", target: label, on: day), .notRecommended("YY017", target: label),
    ]
  }

  var recommendationEvents: [any Event] {
    [
      CandidacyFound(studio: studio, condition: condition, isMet: true, note: "on the list", expert: person),
      CandidacyFound(studio: studio, condition: condition, isMet: false, note: "on no list", expert: person),
      StudioRecommended(studio: studio, target: target, expert: person, document: "No. 21"),
      RecommendationAnswered(studio: studio, target: target, isGranted: true, document: "No. 22"),
      RecommendationAnswered(studio: studio, target: target, isGranted: false, document: "No. 22"),
    ]
  }

  var recommendationTasks: [Due.Task] { [] }

  var recommendationDecisions: [Decision] { [] }
}
