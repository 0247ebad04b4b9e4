import Scoring

package struct VoteCast: Event {
  package static let kind = "vote-cast"
  package let round: ID<Round>
  package let version: Int
  package let judge: ID<Account>
  package let choice: [ID<Studio>]

  package func apply(to register: inout Register, as record: Record) {
    guard let last = register.rounds[round]?.results.indices.last else { return }
    register.rounds[round]?.results[last].votes[judge] = choice
  }
}

package struct VoteCounted: Event {
  package static let kind = "vote-counted"
  package let round: ID<Round>
  package let version: Int
  /// How many votes each tied studio got, by id.
  package let tally: [String: Int]
  /// Whom the panel chose; none where the vote itself is tied, and the panel votes again.
  package let chosen: [ID<Studio>]
  /// Why it was counted though some had not voted.
  package let reason: String?

  package func apply(to register: inout Register, as record: Record) {
    guard let last = register.rounds[round]?.results.indices.last else { return }
    register.rounds[round]?.results[last].counted = self
    register.rounds[round]?.results[last].ballots += 1
    if chosen.isEmpty { register.rounds[round]?.results[last].votes = [:] }
  }
}

/// A judge's vote among studios that are tied for the last places of excellence.
package struct CastVote: Command {
  package var name: CommandName { .castVote }
  package let round: ID<Round>
  package let choice: [ID<Studio>]

  package init(round: ID<Round>, choice: [ID<Studio>]) {
    self.round = round
    self.choice = choice
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    let result = try round.undecided()
    let judge = asker.account.id
    guard asker.principal.id == judge, result.marking.panel.contains(judge) else {
      throw .notOnPanel(asker.account.login, round.id)
    }
    if let studio = result.tied.first(where: { round.isRecused(judge, from: $0) }) {
      throw .recusedAlready(judge: asker.account.login, studio: register.code(of: studio))
    }
    guard choice.count == result.placesByVote, Set(choice).count == choice.count,
      choice.allSatisfy(result.tied.contains)
    else { throw .badVote(places: result.placesByVote, among: result.tied.map(register.code)) }
    return [VoteCast(round: round.id, version: result.version, judge: judge, choice: choice.sorted())]
  }
}

/// Counts the panel's vote: once all who may vote have voted, or nothing that is missing can change the outcome.
///
/// Where judges stay away, more than half are enough, with the reason why the others are missing.
package struct CountVote: Command {
  package var name: CommandName { .countVote }
  package let round: ID<Round>
  /// Why some who may vote did not.
  package let absent: String?

  package init(round: ID<Round>, absent: String? = nil) {
    self.round = round
    self.absent = absent
  }

  package var freeTexts: [String] { absent.map { [$0] } ?? [] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    let result = try round.undecided()
    let voters = result.marking.panel.filter { judge in !result.tied.contains { round.isRecused(judge, from: $0) } }
    guard 2 * result.votes.count > voters.count else {
      throw .tooFewVotes(result.votes.count, needed: voters.count / 2 + 1)
    }
    let missing = voters.count - result.votes.count
    let (counted, lead) = result.counting(in: round.id, because: missing > 0 ? absent : nil)
    if missing >= lead, missing > 0 {
      guard let absent else { throw .tooFewVotes(result.votes.count, needed: voters.count) }
      try require(absent)
    }
    return [counted]
  }
}

extension RoundResult {
  /// The count of the votes as they are, and by how many votes the last who is chosen leads.
  func counting(in round: ID<Round>, because reason: String?) -> (VoteCounted, lead: Int) {
    var tally = Dictionary(uniqueKeysWithValues: tied.map { ($0, 0) })
    for studio in votes.values.joined() { tally[studio, default: 0] += 1 }
    let order = tied.sorted { left, right in
      tally[left, default: 0] != tally[right, default: 0]
        ? tally[left, default: 0] > tally[right, default: 0] : left < right
    }
    let places = placesByVote
    let lead =
      order.count > places ? tally[order[places - 1], default: 0] - tally[order[places], default: 0] : votes.count + 1
    let counted = VoteCounted(
      round: round, version: version,
      tally: Dictionary(uniqueKeysWithValues: tally.map { ($0.key.description, $0.value) }),
      chosen: lead == 0 ? [] : order.prefix(places).sorted(), reason: reason)
    return (counted, lead)
  }
}

extension Round {
  /// The result whose tie the panel has to decide.
  fileprivate func undecided() throws(Refusal) -> RoundResult {
    guard stage == .closed, let result else { throw .notClosed(id, stage) }
    guard result.isUndecided else { throw .nothingTied(id) }
    return result
  }
}
