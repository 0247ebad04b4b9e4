package import Scoring

/// Points that cleared persons certified off the system, for one studio, rubric and round (Art. 17).
package struct CertifiedPoints: Identified, Hashable {
  package static var letter: Character { "Z" }

  package let id: ID<CertifiedPoints>
  package let round: ID<Round>
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String
  package let adjustment: Adjustment
  package let words: Text
  package let entered: Day
  /// Who entered it, or asked last for its withdrawal: another cleared person approves.
  package internal(set) var persons: [ID<Person>]
  package internal(set) var state = State.entered

  package enum State: String, Codable, CaseIterable, Sendable {
    case entered
    /// Two cleared persons stand for it: it counts when the round is closed.
    case approved
    /// It counts until a second person approves that it be taken out.
    case withdrawing
    case withdrawn
  }

  /// Whether it waits for a second person.
  package var isOpen: Bool { state == .entered || state == .withdrawing }
}

/// Where certified points count.
package struct AdjustmentKey: Hashable, Sendable {
  package let studio: ID<Studio>
  /// The rubric's place in the rule set.
  package let rubric: Int
}

package struct AdjustmentEntered: Event {
  package static let kind = "adjustment-entered"
  package static var letter: Character? { CertifiedPoints.letter }
  package let round: ID<Round>
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String
  package let token: String
  package let points: Points
  /// The id of a neutral reason.
  package let reason: String
  /// The reason as the round's rules word it.
  package let words: Text
  package let persons: [ID<Person>]

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<CertifiedPoints>(record.sequence)
    register.certified[id] = CertifiedPoints(
      id: id, round: round, studio: studio, rubric: rubric,
      adjustment: Adjustment(token: token, points: points, reason: reason), words: words, entered: record.on,
      persons: persons)
  }
}

/// A second cleared person approved: from now on it counts.
package struct AdjustmentApproved: Event {
  package static let kind = "adjustment-approved"
  package let adjustment: ID<CertifiedPoints>
  package let round: ID<Round>
  package let studio: ID<Studio>
  package let persons: [ID<Person>]

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.certified[adjustment]?.state = .approved
    guard let found = register.certified[adjustment] else { return }
    register.rounds[round]?.adjust(found) { $0.append(found.adjustment) }
  }
}

/// Somebody asked that approved points be taken out; they count until another cleared person approves.
package struct AdjustmentWithdrawalAsked: Event {
  package static let kind = "adjustment-withdrawal-asked"
  package let adjustment: ID<CertifiedPoints>
  package let round: ID<Round>
  package let studio: ID<Studio>
  package let persons: [ID<Person>]

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.certified[adjustment]?.state = .withdrawing
    register.certified[adjustment]?.persons = persons
  }
}

/// It does not count, or not any more.
package struct AdjustmentWithdrawn: Event {
  package static let kind = "adjustment-withdrawn"
  package let adjustment: ID<CertifiedPoints>
  package let round: ID<Round>
  package let studio: ID<Studio>
  package let persons: [ID<Person>]

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard let found = register.certified[adjustment] else { return }
    register.certified[adjustment]?.state = .withdrawn
    guard found.state != .entered else { return }
    register.rounds[round]?.adjust(found) { $0.removeAll { $0.token == found.adjustment.token } }
  }
}

extension Round {
  /// Changes what is added to a rubric; a round that was closed has then to be closed anew.
  fileprivate mutating func adjust(_ points: CertifiedPoints, _ change: (inout [Adjustment]) -> Void) {
    guard let place = rubric(points.rubric) else { return }
    let key = AdjustmentKey(studio: points.studio, rubric: place)
    change(&marking.adjustments[key, default: []])
    if marking.adjustments[key]?.isEmpty == true { marking.adjustments[key] = nil }
    if !results.isEmpty { isReopened = true }
  }

  /// Refuses certified points outside the time of marking, or, once published, for a studio that no upheld objection is about.
  func checkAdjusting(_ studio: ID<Studio>, in register: Register) throws(Refusal) {
    try checkReturning(studio)
    guard stage != .closed else { throw .notMarking(id, stage) }
    guard frame.assessed.contains(studio) else { throw .notInRound(register.code(of: studio), id) }
  }

  /// The sum of what is added to a studio's score for a rubric, given by its place.
  func added(to studio: ID<Studio>, rubric: Int) -> Points {
    (marking.adjustments[AdjustmentKey(studio: studio, rubric: rubric)] ?? []).reduce(.zero) { $0 + $1.points }
  }
}
