package import Scoring

/// Something that happened and is never changed: what the journal holds.
///
/// The register is what applying all events in their order gives. No event has a personal value: persons are ids.
package protocol Event: Codable, Hashable, Sendable {
  /// The permanent name in the journal, `round-opened`.
  static var kind: String { get }
  /// Brings the register up to date.
  func apply(to register: inout Register, as record: Record)
  /// The letter of the id that its entry gives to something new; nil where it makes nothing.
  static var letter: Character? { get }
  /// The studios whose history the event belongs to.
  var studios: [ID<Studio>] { get }
  /// The SHA-256 digests of files that were stored with it, and must still be there.
  var files: [String] { get }
}

extension Event {
  package static var letter: Character? { nil }
  package var studios: [ID<Studio>] { [] }
  package var files: [String] { [] }

  /// The id of what the event makes, given its entry's sequence.
  package func made(at sequence: Int) -> String? { Self.letter.map { "\($0)\(sequence)" } }
}

/// What the journal knows of an event beside the event itself.
package struct Record: Hashable, Sendable {
  /// The entry's place in the journal, from 1.
  package let sequence: Int
  /// The calendar day on which it holds, which may lie before the day of entry.
  package let on: Day
  /// Who entered it; nil for what founded the register.
  package let actor: ID<Account>?
  /// For whom a deputy acted.
  package let behalf: ID<Account>?

  package init(sequence: Int, on: Day, actor: ID<Account>?, behalf: ID<Account>? = nil) {
    self.sequence = sequence
    self.on = on
    self.actor = actor
    self.behalf = behalf
  }

  /// The account whose right was used.
  package var principal: ID<Account>? { behalf ?? actor }
}

/// All kinds of events; a kind is never taken out, for old journals are read for ever.
package let eventTypes: [any Event.Type] =
  [
    Founded.self,
    PersonAdded.self, PersonChanged.self, PersonErased.self, EmploymentRecorded.self,
    AccountOpened.self, AccountClosed.self, DeputyAppointed.self,
    StudioEntered.self,
    EvidenceEntered.self, EvidenceVerified.self, EvidenceRejected.self,
    RoundOpened.self, PanelAppointed.self, JudgeRecused.self,
    SheetsEntered.self, SheetsSigned.self, SheetsSignedOnPaper.self, SheetReturned.self, JudgeReplaced.self,
    StudioSettled.self, RoundClosed.self, VoteCast.self, VoteCounted.self,
    RoundPublished.self, ObjectionRaised.self, ObjectionAnswered.self, RoundConfirmed.self, RoundAbandoned.self,
    RectificationServed.self, TitleCancelled.self,
    DecisionProposed.self, DecisionApproved.self, DecisionSentBack.self, PaperEntered.self,
    RulesAdopted.self, RuleInterpreted.self,
  ]
  + applicationsEvents
  + careEvents
  + plansEvents
  + apprenticesEvents
  + fundsEvents
  + cancellationEvents
  + recommendationEvents
  + secretsEvents
  + retentionEvents
  + accessEvents
