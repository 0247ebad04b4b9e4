import StudioRegistry

/// Which entries of a journal concern one studio, and which of these name others, too.
///
/// An event concerns it that holds its id, or that of anything that came of it: evidence, proposals, objections, its application,
/// its expert, whatever else gets an id; and what is said of a whole round in which it is assessed. No part of the law is asked
/// for by name, so that a new one is in at once.
struct Concerns: Sendable {
  /// How an entry concerns the studio.
  enum Concern: Sendable {
    case whole
    /// It names others' matters beside it.
    case partly
  }

  private let studio: Reference
  private var own: Set<Reference>
  private var rounds: Set<Reference> = []
  private var found: [Int: Concern] = [:]
  /// The ids of other studios and of what is theirs.
  private(set) var foreign: Set<Reference> = []

  /// Reads a journal's events, in their order from the first.
  init(_ studio: ID<Studio>, in events: [any Event]) {
    self.studio = studio.reference
    own = [studio.reference]
    for (place, event) in events.enumerated() { seed(event, at: place + 1) }
    foreign.subtract(own)
    for (place, event) in events.enumerated() { take(event, at: place + 1) }
  }

  /// How an entry concerns the studio; nil where it does not.
  subscript(sequence: Int) -> Concern? { found[sequence] }

  /// Whether a thing is the studio's, or of a whole round of its.
  func owns<Entity>(_ id: ID<Entity>) -> Bool { own.contains(id.reference) }

  /// What is known only afterwards: whose expert, application or objection an id stands for.
  private mutating func seed(_ event: any Event, at sequence: Int) {
    switch event {
    case let entered as StudioEntered:
      let references = [entered.expert.reference, entered.application?.reference].compactMap(\.self)
      place(references + [Reference(Studio.letter, sequence)], in: Reference(Studio.letter, sequence) == studio)
    case let changed as ExpertChanged:
      place([changed.expert.reference, changed.application.reference], in: changed.studio.reference == studio)
    case let raised as ObjectionRaised:
      if let by = raised.by, let about = raised.studio { place([by.reference], in: about.reference == studio) }
    case let added as PersonAdded:
      if let other = added.studio {
        place([Reference(Person.letter, sequence)], in: other.reference == studio)
      }
    default: break
    }
  }

  private mutating func place(_ references: [Reference], in isOwn: Bool) {
    if isOwn { own.formUnion(references) } else { foreign.formUnion(references) }
  }

  private mutating func take(_ event: any Event, at sequence: Int) {
    switch event {
    case _ where event.isRule: return found[sequence] = .whole
    case let opened as RoundOpened: return take(opened, at: sequence)
    default: break
    }
    let references = event.references
    let made = type(of: event).letter.map { Reference($0, sequence) }
    let others = references.intersection(foreign)
    let isOwn = !references.isDisjoint(with: own) || made.map(own.contains) ?? false
    let isOfRound = !references.isDisjoint(with: rounds) && (others.isEmpty || event.isOfWholeRound)
    if isOwn || isOfRound {
      found[sequence] = others.isEmpty ? .whole : .partly
      if let made { own.insert(made) }
    } else if let made, !Self.everybodys.contains(made.letter) {
      foreign.insert(made)
      // Who applies or learns elsewhere is nobody here.
      if Self.bringsPersons.contains(made.letter) {
        foreign.formUnion(references.filter { $0.letter == Person.letter }.subtracting(own))
      }
    }
  }

  /// The rules of a round are wanted whole; of the other studios it has the ids alone.
  private mutating func take(_ opened: RoundOpened, at sequence: Int) {
    guard opened.studios.contains(where: { $0.reference == studio }) else { return }
    rounds.insert(Reference(Round.letter, sequence))
    found[sequence] = .whole
  }

  /// Accounts, rounds and persons are no studio's, unless something says so.
  private static let everybodys: Set<Character> = [Account.letter, Round.letter, Person.letter]
  /// Applications, objections and apprentices.
  private static let bringsPersons: Set<Character> = [Application.letter, Objection.letter, "T"]
}

extension Event {
  /// Whether it is about the rules that hold for every studio.
  var isRule: Bool { self is Founded || self is RulesAdopted || self is RuleInterpreted }

  /// Whether it is about a round as a whole, though it may name studios.
  var isOfWholeRound: Bool {
    switch self {
    case is PanelAppointed, is JudgeReplaced, is RoundClosed, is VoteCast, is VoteCounted, is RoundPublished,
      is RoundConfirmed, is RoundAbandoned:
      true
    default: false
    }
  }
}
