package import Scoring

/// Money that excellence earns (Art. 20).
package struct Award: Hashable, Sendable {
  package let studio: ID<Studio>
  package let round: ID<Round>
  package let due: Day
  /// In fen.
  package let amount: Int
}

extension Register {
  /// The awards that confirming a result would make on a day; those that were made where the round is confirmed (Art. 20).
  package func awards(of round: Round, _ result: RoundResult, on day: Day) -> [Award] {
    guard round.confirmed == nil else { return awards.filter { $0.round == round.id } }
    guard round.abandoned == nil else { return [] }
    return awards(of: round, to: confirmable(result, of: round), on: day)
  }

  /// The excellent studios of a result as they are confirmed: none that still has to rectify what another round found.
  func confirmable(_ result: RoundResult, of round: Round) -> [ID<Studio>] {
    round.kind == .regular ? result.excellent.filter { !hasToRectify($0) } : []
  }

  /// What excellence that is confirmed on a day earns: a title that was cancelled while the round went on stays cancelled.
  func awards(of round: Round, to excellent: [ID<Studio>], on day: Day) -> [Award] {
    guard round.kind == .regular else { return [] }
    let yuan = round.rules.excellence?.award.value ?? 0
    return excellent.filter { studios[$0]?.isOver != true }.map {
      Award(studio: $0, round: round.id, due: day, amount: yuan * 100)
    }
  }
}
