package import Scoring
import Tables

/// Outcomes as CSV: one row per studio, in the order of publication.
package enum OutcomeCSV {
  /// Bytes are handed over in pieces of about this size.
  private static let piece = 1 << 18

  /// Writes the table; rubric columns are rounded singly and need not add up to the score.
  package static func write(_ settlement: Settlement, to output: ([UInt8]) -> Void) {
    var text = CSVText(capacity: piece + piece / 4)
    text.row(["rank", "studio", "score", "grade", "excellence"] + settlement.rules.rubrics.map(\.id))
    for outcome in settlement.outcomes {
      text.field(outcome.rank)
      text.field(utf8: settlement.book.studios.utf8(outcome.studio))
      text.field(hundredths: outcome.score?.hundredths)
      text.field(outcome.grade.rawValue)
      text.field(outcome.excellence?.rawValue ?? "")
      let scores = settlement.scores(of: outcome)
      for score in scores { text.field(hundredths: score.rounded.hundredths) }
      if scores.isEmpty { for _ in settlement.rules.rubrics { text.field("") } }
      text.endRow()
      if text.bytes.count >= piece {
        output(text.bytes)
        text.removeAll()
      }
    }
    output(text.bytes)
  }
}
