package import Scoring

package struct RoundPublished: Event {
  package static let kind = "round-published"
  package let round: ID<Round>
  package let version: Int
  package let address: String
  /// The last day on which objections are in time.
  package let until: Day

  package func apply(to register: inout Register, as record: Record) {
    register.rounds[round]?.publications.append(
      Publication(version: version, on: record.on, until: until, address: address))
  }
}

/// Puts the result on public notice.
package struct PublishRound: Command {
  package var name: CommandName { .publishRound }
  package let round: ID<Round>
  /// Where the notice stands.
  package let address: String

  package init(round: ID<Round>, address: String) {
    self.round = round
    self.address = address
  }

  package var freeTexts: [String] { [address] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    guard round.stage == .closed, let result = round.result else { throw .notClosed(round.id, round.stage) }
    guard !result.isUndecided else { throw .voteFirst(result.tied.map(register.code)) }
    guard result.on <= asker.on else { throw .beforeThat(asker.on, result.on) }
    try require(address)
    let until = try round.rules.end(of: round.rules.rounds.notice.value, after: asker.on)
    return [RoundPublished(round: round.id, version: result.version, address: address, until: until)]
  }
}

/// Somebody's objection to a published result.
package struct Objection: Identified, Hashable {
  package static var letter: Character { "O" }

  package let id: ID<Objection>
  package let round: ID<Round>
  package let version: Int
  /// The studio concerned; nil where it is about the round.
  package let studio: ID<Studio>?
  /// Who objects, where a name was given.
  package let by: ID<Person>?
  package let text: String
  package let received: Day
  /// Whether it came after the notice's last day: recorded all the same, and flagged.
  package let isLate: Bool
  package let answerBy: Day
  package internal(set) var answer: Answer?

  package struct Answer: Hashable, Sendable {
    package let isUpheld: Bool
    package let text: String
    package let on: Day
    /// The result that stood when it was given: what it upholds, the next version has to correct.
    package let version: Int
  }
}

package struct ObjectionRaised: Event {
  package static let kind = "objection-raised"
  package static var letter: Character? { Objection.letter }
  package let round: ID<Round>
  package let version: Int
  package let studio: ID<Studio>?
  package let by: ID<Person>?
  package let text: String
  package let isLate: Bool
  package let answerBy: Day

  package var studios: [ID<Studio>] { studio.map { [$0] } ?? [] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Objection>(record.sequence)
    register.rounds[round]?.objections[id] = Objection(
      id: id, round: round, version: version, studio: studio, by: by, text: text, received: record.on, isLate: isLate,
      answerBy: answerBy)
  }
}

package struct ObjectionAnswered: Event {
  package static let kind = "objection-answered"
  package let round: ID<Round>
  package let objection: ID<Objection>
  package let isUpheld: Bool
  package let text: String

  package func apply(to register: inout Register, as record: Record) {
    let version = register.rounds[round]?.results.count ?? 0
    register.rounds[round]?.objections[objection]?.answer = Objection.Answer(
      isUpheld: isUpheld, text: text, on: record.on, version: version)
  }
}

/// Records an objection; a fact, so that a late one is taken, too.
package struct RaiseObjection: Command {
  package var name: CommandName { .raiseObjection }
  package let round: ID<Round>
  package let studio: ID<Studio>?
  /// Nil for an anonymous lead.
  package let by: OpenAccount.Holder?
  package let text: String

  package init(round: ID<Round>, studio: ID<Studio>?, by: OpenAccount.Holder?, text: String) {
    self.round = round
    self.studio = studio
    self.by = by
    self.text = text
  }

  package var freeTexts: [String] { [text] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    guard let notice = round.publications.last else { throw .notPublished(round.id) }
    guard notice.on <= asker.on else { throw .beforeThat(asker.on, notice.on) }
    try require(text)
    if let studio {
      guard round.studios.contains(studio) else { throw .notInRound(register.code(of: studio), round.id) }
    }
    if asker.principal.role == .contact, asker.principal.studio != studio {
      throw .otherStudio(studio.map(register.code) ?? "-")
    }
    var events: [any Event] = []
    var person: ID<Person>?
    switch by {
    case .known(let id): person = try register.present(id).id
    case .new(let values, _):
      person = ID(asker.next)
      events.append(PersonAdded(commitment: values.digest, studio: nil))
    case nil: person = nil
    }
    let answerBy = try round.rules.end(of: round.rules.rounds.answer.value, after: asker.on)
    return events + [
      ObjectionRaised(
        round: round.id, version: notice.version, studio: studio, by: person, text: text,
        isLate: asker.on > notice.until, answerBy: answerBy)
    ]
  }
}

/// Answers an objection; an upheld one opens the way to returning sheets and closing the round anew.
package struct AnswerObjection: Command {
  package var name: CommandName { .answerObjection }
  package let objection: ID<Objection>
  package let isUpheld: Bool
  package let text: String

  package init(objection: ID<Objection>, isUpheld: Bool, text: String) {
    self.objection = objection
    self.isUpheld = isUpheld
    self.text = text
  }

  package var freeTexts: [String] { [text] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let found = register.objection(objection) else { throw .unknownObjection(objection) }
    guard found.answer == nil else { throw .objectionAnswered(objection) }
    guard found.received <= asker.on else { throw .beforeThat(asker.on, found.received) }
    try require(text)
    if isUpheld, register.rounds[found.round]?.confirmed != nil { throw .roundConfirmed(found.round) }
    return [ObjectionAnswered(round: found.round, objection: objection, isUpheld: isUpheld, text: text)]
  }
}

extension Register {
  /// An objection of any round.
  package func objection(_ id: ID<Objection>) -> Objection? {
    rounds.values.lazy.compactMap { $0.objections[id] }.first
  }
}
