package import Scoring

/// Why a command about recommendation was refused (Art. 7, 13, 22).
package enum RecommendationRefusal: Error, Hashable, Sendable {
  case unknownCondition(String, known: [Refusal.Choice])
  case unknownTarget(String, known: [Refusal.Choice])
  case notInCare(String, Studio.Standing)
  /// What was found not met, and what nobody has found yet.
  case lacking(String, target: Text, notMet: [Text], notShown: [Text])
  case recommendedAlready(String, target: Text, on: Day)
  case notRecommended(String, target: Text)
}
