package import Scoring

/// The document that adopted rules: its number and date.
package struct Adoption: Codable, Hashable, Sendable {
  /// The number as it is cited, 云人社发〔2022〕46号.
  package let document: String
  package let on: Day

  package init(document: String, on: Day) {
    self.document = document
    self.on = on
  }
}

/// The register was founded: whose it is, and the regulation and the working rules by which it goes.
package struct Founded: Event {
  package static let kind = "founded"

  /// The rules in force at the founding, in full, with the departments that keep the register.
  package let rules: RuleSet
  package let adoption: Adoption

  package init(rules: RuleSet, adoption: Adoption) {
    self.rules = rules
    self.adoption = adoption
  }

  package func apply(to register: inout Register, as record: Record) {
    register.founding = self
    register.rules = rules
    register.adoptions = [adoption]
  }
}

/// Founds the register with its first account, an approver of the bureau, who opens the others.
package struct Found: Command {
  package var name: CommandName { .found }

  package let rules: RuleSet
  package let adoption: Adoption
  package let login: String
  package let person: PersonCommitment

  package init(rules: RuleSet, adoption: Adoption, login: String, person: PersonCommitment) {
    self.rules = rules
    self.adoption = adoption
    self.login = login
    self.person = person
  }

  package var freeTexts: [String] { [adoption.document, login] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard register.founding == nil else { throw .alreadyFounded }
    try require(adoption.document)
    guard login.isLogin else { throw .badLogin(login) }
    guard adoption.on <= asker.on else { throw .adoptedLater(adoption.on, than: asker.on) }
    return [
      Founded(rules: rules, adoption: adoption),
      PersonAdded(commitment: person.digest, studio: nil),
      AccountOpened(login: login, person: ID(asker.next + 1), role: .bureauApprover, studio: nil),
    ]
  }
}
