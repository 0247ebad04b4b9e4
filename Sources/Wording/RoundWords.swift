import Scoring
package import StudioRegistry

extension Phrases {
  /// A studio's outcome in a few words: `92.40 合格 #1 优秀候选`.
  package func outcome(_ settled: StudioSettled, in result: RoundResult) -> String {
    let words = [settled.score?.description, grade(settled.grade), settled.rank.map { "#\($0)" }]
    let isChosen = result.counted?.chosen.contains(settled.studio) == true
    return (words + [settled.excellence.map { standing(isChosen ? .candidate : $0) }]).compactMap(\.self)
      .joined(separator: " ")
  }
}
