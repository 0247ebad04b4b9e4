/// A published outcome of a studio, as it reads it.
package struct PublishedOutcome: Sendable {
  package let round: Round
  package let notice: Publication
  package let settled: StudioSettled
  package let isExcellent: Bool
}

extension Register {
  /// What was published about a studio, the last round first; of each round the version that was published last.
  package func published(for studio: ID<Studio>) -> [PublishedOutcome] {
    roundsInOrder.reversed().compactMap { round in
      guard let notice = round.notice, let result = round.results.first(where: { $0.version == notice.version }),
        let settled = result[studio]
      else { return nil }
      return PublishedOutcome(
        round: round, notice: notice, settled: settled, isExcellent: result.excellent.contains(studio))
    }
  }
}

extension Round {
  /// The public notice that stands, or stood last; an abandoned round has none.
  package var notice: Publication? { abandoned == nil ? publications.last : nil }
}
