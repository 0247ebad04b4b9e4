package import Scoring

/// A work card (工作证) of somebody who belongs to a studio (Art. 12(2)).
package struct WorkCard: Hashable, Sendable {
  /// Given once for ever.
  package let number: String
  package let person: ID<Person>
  package let issued: Day
  package internal(set) var returned: Day?
}

package struct CardIssued: Event {
  package static let kind = "card-issued"
  package let studio: ID<Studio>
  package let number: String
  package let person: ID<Person>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.care[studio, default: CareFile()].cards.append(
      WorkCard(number: number, person: person, issued: record.on))
  }
}

package struct CardReturned: Event {
  package static let kind = "card-returned"
  package let studio: ID<Studio>
  package let number: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard let place = register.care[studio]?.cards.firstIndex(where: { $0.number == number }) else { return }
    register.care[studio]?.cards[place].returned = record.on
  }
}

/// Issues a work card to the expert, a member or an officer of a studio that has its title.
package struct IssueCard: Command {
  package var name: CommandName { .issueCard }
  package let studio: ID<Studio>
  package let number: String
  package let person: ID<Person>

  package init(studio: ID<Studio>, number: String, person: ID<Person>) {
    (self.studio, self.number, self.person) = (studio, number, person)
  }

  package var freeTexts: [String] { [number] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.current(studio)
    try require(number)
    try checkCareDay(asker.on, notBefore: found.confirmed)
    _ = try register.present(person)
    if register.card(number) != nil { throw .care(.cardTaken(number)) }
    guard found.expert == person || register.careFile(of: studio).has(person) else {
      throw .care(.notOfStudio(person, found.code))
    }
    return [CardIssued(studio: studio, number: number, person: person)]
  }
}

/// Records that a work card came back.
package struct ReturnCard: Command {
  package var name: CommandName { .returnCard }
  package let number: String

  package init(number: String) {
    self.number = number
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let (studio, card) = register.card(number) else { throw .care(.unknownCard(number)) }
    if let day = card.returned { throw .care(.cardReturned(number, day)) }
    try checkCareDay(asker.on, notBefore: card.issued)
    return [CardReturned(studio: studio, number: card.number)]
  }
}

extension Register {
  /// The work card with a number, of whatever studio.
  package func card(_ number: String) -> (studio: ID<Studio>, card: WorkCard)? {
    for (studio, file) in care {
      if let card = file.cards.first(where: { $0.number == number }) { return (studio, card) }
    }
    return nil
  }
}
