/// Which entries of a journal concern one studio, and which of these name others, too.
///
/// An event concerns it that holds its id, or that of anything that came of it: evidence, proposals, objections, its application,
/// its expert, whatever else gets an id; and what is said of a whole round in which it is assessed. No part of the law is asked
/// for by name, so that a new one is in at once.
package struct Concerns: Sendable {
  /// How an entry concerns the studio.
  package enum Concern: Sendable {
    case whole
    /// It names others' matters beside it.
    case partly
  }

  private let studio: Reference
  private var own: Set<Reference>
  private var rounds: Set<Reference> = []
  private var found: [Int: Concern] = [:]
  /// The ids of other studios and of what is theirs.
  package private(set) var foreign: Set<Reference> = []

  /// Reads a journal's events, in their order from the first.
  package init(_ studio: ID<Studio>, in events: [any Event]) {
    self.init(studio, in: events.enumerated().map { Trace($1, at: $0 + 1) })
  }

  /// Reads what is kept of a journal's events, in their order from the first.
  package init(_ studio: ID<Studio>, in traces: [Trace]) {
    self.studio = studio.reference
    own = [studio.reference]
    for trace in traces { seed(trace) }
    foreign.subtract(own)
    for trace in traces { take(trace) }
  }

  /// How an entry concerns the studio; nil where it does not.
  package subscript(sequence: Int) -> Concern? { found[sequence] }

  /// Whether a thing is the studio's, or of a whole round of its.
  package func owns<Entity>(_ id: ID<Entity>) -> Bool { own.contains(id.reference) }

  /// What is known only afterwards: whose expert, application or objection an id stands for.
  private mutating func seed(_ trace: Trace) {
    guard let owner = trace.owner else { return }
    if owner == studio { own.formUnion(trace.owned) } else { foreign.formUnion(trace.owned) }
  }

  private mutating func take(_ trace: Trace) {
    let sequence = trace.sequence
    if trace.isRule { return found[sequence] = .whole }
    if let assessed = trace.assessed { return take(trace, assessing: assessed) }
    let others = trace.references.intersection(foreign)
    let isOwn = !trace.references.isDisjoint(with: own) || trace.made.map(own.contains) ?? false
    let isOfRound = !trace.references.isDisjoint(with: rounds) && (others.isEmpty || trace.isOfWholeRound)
    if isOwn || isOfRound {
      found[sequence] = others.isEmpty ? .whole : .partly
      if let made = trace.made { own.insert(made) }
    } else if let made = trace.made, !Self.everybodys.contains(made.letter) {
      foreign.insert(made)
      // Who applies or learns elsewhere is nobody here.
      if Self.bringsPersons.contains(made.letter) {
        foreign.formUnion(trace.references.filter { $0.letter == Person.letter }.subtracting(own))
      }
    }
  }

  /// The rules of a round are wanted whole; of the other studios it has the ids alone.
  private mutating func take(_ trace: Trace, assessing studios: Set<Reference>) {
    guard studios.contains(studio) else { return }
    rounds.insert(Reference(Round.letter, trace.sequence))
    found[trace.sequence] = .whole
  }

  /// Accounts, rounds and persons are no studio's, unless something says so.
  private static let everybodys: Set<Character> = [Account.letter, Round.letter, Person.letter]
  /// Applications, objections and apprentices.
  private static let bringsPersons: Set<Character> = [Application.letter, Objection.letter, "T"]
}

/// What has to be kept of an entry to know whom it concerns: far less than its event.
package struct Trace: Sendable {
  package let sequence: Int
  /// The event's kind.
  package let kind: String
  /// Whether it is about the rules that hold for every studio.
  package let isRule: Bool
  /// The digests of the files that were stored with it.
  package let files: [String]
  let isOfWholeRound: Bool
  let references: Set<Reference>
  /// What it made.
  let made: Reference?
  /// The studios of the round that it opened.
  let assessed: Set<Reference>?
  /// The studio that it says something is of, and what.
  private(set) var owner: Reference?
  private(set) var owned: [Reference] = []

  /// Of an entry that cannot be read any more; it concerns nobody who could be named.
  package init(unreadable kind: String, at sequence: Int) {
    (self.kind, self.sequence, isRule, isOfWholeRound) = (kind, sequence, false, false)
    (files, references, made, assessed) = ([], [], nil, nil)
  }

  package init(_ event: any Event, at sequence: Int) {
    self.sequence = sequence
    kind = type(of: event).kind
    (isRule, isOfWholeRound) = (event.isRule, event.isOfWholeRound)
    files = event.files
    references = event.references
    made = type(of: event).letter.map { Reference($0, sequence) }
    assessed = (event as? RoundOpened).map { Set($0.studios.map(\.reference)) }
    switch event {
    case let entered as StudioEntered:
      owner = Reference(Studio.letter, sequence)
      owned =
        [entered.expert.reference, entered.application?.reference].compactMap(\.self)
        + [Reference(Studio.letter, sequence)]
    case let changed as ExpertChanged:
      owner = changed.studio.reference
      owned = [changed.expert.reference, changed.application.reference]
    case let raised as ObjectionRaised:
      guard let by = raised.by, let about = raised.studio else { break }
      (owner, owned) = (about.reference, [by.reference])
    case let added as PersonAdded:
      guard let studio = added.studio else { break }
      (owner, owned) = (studio.reference, [Reference(Person.letter, sequence)])
    default: break
    }
  }
}

extension Event {
  /// Whether it is about the rules that hold for every studio.
  package var isRule: Bool { self is Founded || self is RulesAdopted || self is RuleInterpreted }

  /// Whether it is about a round as a whole, though it may name studios.
  package var isOfWholeRound: Bool {
    switch self {
    case is PanelAppointed, is JudgeReplaced, is RoundClosed, is VoteCast, is VoteCounted, is RoundPublished,
      is RoundConfirmed, is RoundAbandoned:
      true
    default: false
    }
  }
}
