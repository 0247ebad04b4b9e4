package import Scoring

/// One version of a round's outcome, with all that it rests on; a correction makes another.
package struct RoundResult: Sendable {
  /// From 1.
  package let version: Int
  package let on: Day
  /// The entry that closed it.
  package let entry: Int
  /// The panel, the recusals and the sheets that it rests on.
  package let marking: Marking
  package let studios: [StudioSettled]
  package let closing: RoundClosed
  package internal(set) var votes: [ID<Account>: [ID<Studio>]] = [:]
  package internal(set) var counted: VoteCounted?
  /// How many ballots were counted; where the panel still has to vote, each was tied.
  package internal(set) var ballots = 0

  /// What the result says of a studio.
  package subscript(studio: ID<Studio>) -> StudioSettled? { studios.first { $0.studio == studio } }

  package var candidates: [ID<Studio>] { studios.filter { $0.excellence == .candidate }.map(\.studio) }
  package var tied: [ID<Studio>] { studios.filter { $0.excellence == .tied }.map(\.studio) }

  /// How many places the panel's vote has to give.
  package var placesByVote: Int { tied.isEmpty ? 0 : max(0, (closing.quota?.places ?? 0) - candidates.count) }

  /// Whether the panel still has to vote.
  package var isUndecided: Bool { !tied.isEmpty && counted?.chosen.count != placesByVote }

  /// The candidates, and those whom the panel chose among the tied.
  package var excellent: [ID<Studio>] { candidates + (counted?.chosen ?? []) }
}

/// What a round says of one studio: reference marks, derivation, differences, outcome.
package struct StudioSettled: Event {
  package static let kind = "studio-settled"
  package let round: ID<Round>
  package let version: Int
  package let studio: ID<Studio>
  package let score: Points?
  package let grade: Grade
  package let rank: Int?
  package let excellence: Excellence.Standing?
  /// The exact total before rounding, `14999/200`.
  package let total: String?
  package let rubrics: [RubricSettled]
  package let referenceMarks: [StoredReferenceMark]
  package let differences: [StoredDifference]

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.rounds[round]?.settling.append(self)
  }
}

/// A judge's mark that is not the reference mark.
package struct StoredDifference: Codable, Hashable, Sendable {
  package let judge: String
  package let criterion: String
  package let marks: Points
  package let reference: Points
  package let reason: String?
}

package struct RoundClosed: Event {
  package static let kind = "round-closed"
  package let round: ID<Round>
  package let version: Int
  /// Why there is another version, or why it was closed though something is missing.
  package let reason: String?
  package let quota: Quota?
  package let missing: [MissingSheet]

  package struct Quota: Codable, Hashable, Sendable {
    package let places: Int
    package let base: Int
    package let eligible: Int
  }

  package struct MissingSheet: Codable, Hashable, Sendable {
    package let studio: ID<Studio>
    package let rubric: String
    package let judge: ID<Account>
  }

  package func apply(to register: inout Register, as record: Record) {
    guard var round = register.rounds.removeValue(forKey: round) else { return }
    round.results.append(
      RoundResult(
        version: version, on: record.on, entry: record.sequence, marking: round.marking, studios: round.settling,
        closing: self))
    round.settling = []
    round.isReopened = false
    register.rounds[round.id] = round
  }
}
