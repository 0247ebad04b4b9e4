package import Scoring
import Tables

/// Outcomes as CSV: one row per studio, in the order of publication.
package enum OutcomeCSV {
  /// Writes the table; rubric columns are rounded singly and need not add up to the score.
  ///
  /// - Parameters:
  ///   - workers: how many parts of the table are put together at once.
  ///   - output: takes the parts in their order.
  package static func write(
    _ settlement: Settlement, workers: Int = 1, to output: ([UInt8]) -> Void
  ) async {
    var header = CSVText()
    header.row(["rank", "studio", "score", "grade", "excellence"] + settlement.rules.rubrics.map(\.id))
    output(header.bytes)
    let count = settlement.outcomes.count
    let size = max(1000, (count + workers - 1) / max(1, workers))
    await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for first in stride(from: 0, to: count, by: size) {
        group.addTask { @concurrent in (first, rows(first..<min(first + size, count), of: settlement)) }
      }
      let parts = await group.reduce(into: [:]) { parts, part in parts[part.0] = part.1 }
      for (_, bytes) in parts.sorted(by: { $0.key < $1.key }) { output(bytes) }
    }
  }

  private static func rows(_ places: Range<Int>, of settlement: Settlement) -> [UInt8] {
    var text = CSVText(capacity: places.count * 64)
    for place in places {
      let outcome = settlement.outcomes[place]
      text.field(outcome.rank)
      text.field(utf8: settlement.book.studios.utf8(outcome.studio))
      text.field(hundredths: outcome.score?.hundredths)
      text.field(outcome.grade.rawValue)
      text.field(outcome.excellence?.rawValue ?? "")
      let scores = settlement.scores(of: outcome)
      for score in scores { text.field(hundredths: score.rounded.hundredths) }
      if scores.isEmpty { for _ in settlement.rules.rubrics { text.field("") } }
      text.endRow()
    }
    return text.bytes
  }
}
