package import Scoring

/// A natural person, of whom the journal knows no more than an id: the values stand in the vault.
package struct Person: Identified {
  package static var letter: Character { "P" }

  package let id: ID<Person>
  /// The digest of the salted values, by which the vault can be checked.
  package internal(set) var commitment: String
  /// The studio as whose member or apprentice the person came in; nil for others.
  package let studio: ID<Studio>?
  /// The day of entry, from which the time runs for somebody whom no record names.
  package let added: Day
  /// Where the person works or worked.
  package internal(set) var employments: [Employment] = []
  /// The day on which the values were erased.
  package internal(set) var erased: Day?
}

/// A unit where somebody works, or worked until a day.
package struct Employment: Codable, Hashable, Sendable {
  package let unit: String
  /// Nil while it goes on.
  package let until: Day?

  package init(unit: String, until: Day?) {
    self.unit = unit
    self.until = until
  }
}

/// What a command carries of a person: the digest alone. Salt and values go into the vault with the same append.
package struct PersonCommitment: Hashable, Sendable {
  /// SHA-256 in hexadecimal of the salt and the values, 64 characters.
  package let digest: String

  package init(digest: String) {
    self.digest = digest
  }
}

package struct PersonAdded: Event {
  package static let kind = "person-added"
  package static var letter: Character? { Person.letter }
  package let commitment: String
  package let studio: ID<Studio>?

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Person>(record.sequence)
    register.persons[id] = Person(id: id, commitment: commitment, studio: studio, added: record.on)
  }
}

/// The values were replaced; the former ones are gone from the vault.
package struct PersonChanged: Event {
  package static let kind = "person-changed"
  package let person: ID<Person>
  package let commitment: String

  package func apply(to register: inout Register, as record: Record) {
    register.persons[person]?.commitment = commitment
  }
}

/// The values were erased from the vault; what the journal says of the id stays.
package struct PersonErased: Event {
  package static let kind = "person-erased"
  package let person: ID<Person>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.persons[person]?.erased = record.on
  }
}

package struct EmploymentRecorded: Event {
  package static let kind = "employment-recorded"
  package let person: ID<Person>
  package let employment: Employment

  package func apply(to register: inout Register, as record: Record) {
    register.persons[person]?.employments.removeAll { $0.unit == employment.unit }
    register.persons[person]?.employments.append(employment)
  }
}

/// Adds a person whose values the vault takes.
package struct AddPerson: Command {
  package var name: CommandName { .addPerson }
  package let person: PersonCommitment
  package let employment: Employment?

  package init(person: PersonCommitment, employment: Employment? = nil) {
    self.person = person
    self.employment = employment
  }

  package var freeTexts: [String] { employment.map { [$0.unit] } ?? [] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let added = PersonAdded(commitment: person.digest, studio: nil)
    guard let employment else { return [added] }
    return [added, EmploymentRecorded(person: ID(asker.next), employment: employment)]
  }
}

/// Replaces a person's values by corrected ones.
package struct ChangePerson: Command {
  package var name: CommandName { .changePerson }
  package let person: ID<Person>
  package let values: PersonCommitment

  package init(person: ID<Person>, values: PersonCommitment) {
    self.person = person
    self.values = values
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    _ = try register.present(person)
    return [PersonChanged(person: person, commitment: values.digest)]
  }
}

/// Records where a person works, or until when.
package struct RecordEmployment: Command {
  package var name: CommandName { .recordEmployment }
  package let person: ID<Person>
  package let employment: Employment

  package init(person: ID<Person>, employment: Employment) {
    self.person = person
    self.employment = employment
  }

  package var freeTexts: [String] { [employment.unit] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    _ = try register.present(person)
    // Who sits on a panel is recused from the studios of a unit that becomes known only now.
    let seats = register.roundsInOrder.filter { $0.stage == .marking }.flatMap { round in
      (round.marking.panel + round.alternates).filter { register.accounts[$0]?.person == person }.map { (round, $0) }
    }
    return [EmploymentRecorded(person: person, employment: employment)]
      + seats.flatMap { register.sameUnit($0.1, in: $0.0, on: asker.on, more: employment) }
  }
}

/// Erases a person's values, as the law gives everybody the right to ask.
///
/// Refused while an office or a title rests on them, a hold or a dispute needs them, or a binding time of retention runs.
package struct ErasePerson: Command {
  package var name: CommandName { .erasePerson }
  package let person: ID<Person>
  package let reason: String

  package init(person: ID<Person>, reason: String) {
    self.person = person
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    _ = try register.present(person)
    try require(reason)
    if let account = register.accounts.values.filter({ $0.person == person && $0.isOpen(on: asker.on) })
      .min(by: { $0.id < $1.id })
    {
      throw .personHoldsAccount(person, login: account.login)
    }
    if let studio = register.studiosInOrder.first(where: { $0.expert == person && !$0.isOver }) {
      throw .personIsExpert(person, studio: studio.code)
    }
    if let application = register.applicationsInOrder.first(where: { $0.expert == person && $0.isOpen }) {
      throw .retention(.applying(person, application.id))
    }
    try register.checkErasure(of: person, on: asker.on)
    return [PersonErased(person: person, reason: reason)]
  }
}

extension Register {
  /// A person whose values have not been erased.
  func present(_ person: ID<Person>) throws(Refusal) -> Person {
    guard let found = persons[person] else { throw .unknownPerson(person) }
    if let day = found.erased { throw .personErased(person, on: day) }
    return found
  }
}

/// Refuses a blank reason.
func require(_ reason: String) throws(Refusal) {
  if reason.allSatisfy(\.isWhitespace) { throw .reasonNeeded }
}
