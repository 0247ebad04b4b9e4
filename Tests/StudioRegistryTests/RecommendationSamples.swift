import Scoring
import StudioRegistry

/// What can be asked about recommendation (Art. 7, 13, 22): who may, and a sample of each command.
enum RecommendationSamples {
  /// The competent department coordinates (Art. 11); upward the bureau recommends (Art. 7).
  static let permissions: [(CommandName, String)] = [
    (.findCandidacy, "cd"), (.makeRecommendation, "a"), (.answerRecommendation, "c"),
  ]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let studio = desk.studio("YY001")
    return [
      FindCandidacy(studio: studio, condition: "key-field", isMet: true, note: "重点产业目录"),
      MakeRecommendation(studio: studio, target: "municipal-studio", document: "云人社函〔2026〕21号"),
      AnswerRecommendation(studio: studio, target: "municipal-studio", isGranted: true, document: "渝人社发〔2026〕8号"),
    ]
  }
}
