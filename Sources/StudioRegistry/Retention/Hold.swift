package import Scoring

/// A dispute outside the register, such as a lawsuit, for which persons' values must not be erased.
package struct Hold: Identified, Hashable {
  package static var letter: Character { "H" }

  package let id: ID<Hold>
  package let subject: Subject
  package let reason: String
  package let placed: Day
  package internal(set) var released: Day?

  package enum Subject: Hashable, Sendable {
    case person(ID<Person>)
    /// Everybody who has or had to do with the studio.
    case studio(ID<Studio>)
  }
}

package struct HoldPlaced: Event {
  package static let kind = "hold-placed"
  package static var letter: Character? { Hold.letter }
  /// Either a person or a studio.
  package let person: ID<Person>?
  package let studio: ID<Studio>?
  package let reason: String

  package var studios: [ID<Studio>] { studio.map { [$0] } ?? [] }

  package func apply(to register: inout Register, as record: Record) {
    guard let subject = person.map(Hold.Subject.person) ?? studio.map(Hold.Subject.studio) else { return }
    let id = ID<Hold>(record.sequence)
    register.holds[id] = Hold(id: id, subject: subject, reason: reason, placed: record.on)
  }
}

package struct HoldReleased: Event {
  package static let kind = "hold-released"
  package let hold: ID<Hold>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.holds[hold]?.released = record.on
  }
}

/// Holds the erasure of a person's values, or of everybody's who has to do with a studio.
package struct PlaceHold: Command {
  package var name: CommandName { .placeHold }
  package let subject: Hold.Subject
  package let reason: String

  package init(_ subject: Hold.Subject, reason: String) {
    (self.subject, self.reason) = (subject, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try require(reason)
    switch subject {
    case .person(let person):
      _ = try register.present(person)
      return [HoldPlaced(person: person, studio: nil, reason: reason)]
    case .studio(let studio):
      _ = try register.known(studio)
      return [HoldPlaced(person: nil, studio: studio, reason: reason)]
    }
  }
}

/// Releases a hold, with the reason.
package struct ReleaseHold: Command {
  package var name: CommandName { .releaseHold }
  package let hold: ID<Hold>
  package let reason: String

  package init(_ hold: ID<Hold>, reason: String) {
    (self.hold, self.reason) = (hold, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let found = register.holds[hold] else { throw .retention(.unknownHold(hold)) }
    if let day = found.released { throw .retention(.holdReleased(hold, day)) }
    if asker.on < found.placed { throw .beforeThat(asker.on, found.placed) }
    try require(reason)
    return [HoldReleased(hold: hold, reason: reason)]
  }
}

extension Register {
  /// All holds, in the order in which they were placed.
  package var holdsInOrder: [Hold] { holds.values.sorted { $0.id < $1.id } }
}
