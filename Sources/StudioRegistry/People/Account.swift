package import Scoring

/// A right to ask, held by one person. Its login is a code of the post or seat, not a person's name, for it stays in the journal.
package struct Account: Identified, Hashable {
  package static var letter: Character { "A" }

  package let id: ID<Account>
  package let login: String
  package let person: ID<Person>
  package let role: Role
  /// Whose contact it is; nil for other roles.
  package let studio: ID<Studio>?
  package let opened: Day
  package internal(set) var closed: Day?

  package func isOpen(on day: Day) -> Bool { opened <= day && closed.map { day < $0 } ?? true }
}

/// Somebody may act for another, from one day to another.
package struct Deputy: Codable, Hashable, Sendable {
  package let principal: ID<Account>
  package let deputy: ID<Account>
  package let from: Day
  package let until: Day

  /// The days on which the deputy may act.
  package var days: ClosedRange<Day> { from...max(from, until) }
}

package struct AccountOpened: Event {
  package static let kind = "account-opened"
  package static var letter: Character? { Account.letter }
  package let login: String
  package let person: ID<Person>
  package let role: Role
  package let studio: ID<Studio>?

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Account>(record.sequence)
    register.accounts[id] = Account(
      id: id, login: login, person: person, role: role, studio: studio, opened: record.on)
    register.logins[login.lowercased()] = id
  }
}

package struct AccountClosed: Event {
  package static let kind = "account-closed"
  package let account: ID<Account>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.accounts[account]?.closed = record.on
  }
}

package struct DeputyAppointed: Event {
  package static let kind = "deputy-appointed"
  package let deputy: Deputy

  package func apply(to register: inout Register, as record: Record) {
    register.deputies.append(deputy)
  }
}

/// Opens an account for a person who is in the register, or who comes in with it.
package struct OpenAccount: Command {
  package var name: CommandName { .openAccount }
  package let login: String
  package let role: Role
  package let holder: Holder
  package let studio: ID<Studio>?

  /// Whose account it is to be.
  package enum Holder: Hashable, Sendable {
    case known(ID<Person>)
    case new(PersonCommitment, Employment?)
  }

  package init(login: String, role: Role, holder: Holder, studio: ID<Studio>? = nil) {
    self.login = login
    self.role = role
    self.holder = holder
    self.studio = studio
  }

  package var freeTexts: [String] {
    if case .new(_, let employment?) = holder { [login, employment.unit] } else { [login] }
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard login.isLogin else { throw .badLogin(login) }
    guard register.logins[login.lowercased()] == nil else { throw .loginTaken(login) }
    guard (role == .contact) == (studio != nil) else { throw .contactNeedsStudio }
    if let studio, register.studios[studio] == nil { throw .unknownStudio(studio.description) }
    switch holder {
    case .known(let person):
      _ = try register.present(person)
      return [AccountOpened(login: login, person: person, role: role, studio: studio)]
    case .new(let values, let employment):
      let person = ID<Person>(asker.next)
      var events: [any Event] = [PersonAdded(commitment: values.digest, studio: studio)]
      if let employment { events.append(EmploymentRecorded(person: person, employment: employment)) }
      return events + [AccountOpened(login: login, person: person, role: role, studio: studio)]
    }
  }
}

/// Closes an account; what was done with it stays.
package struct CloseAccount: Command {
  package var name: CommandName { .closeAccount }
  package let account: ID<Account>
  package let reason: String

  package init(account: ID<Account>, reason: String) {
    self.account = account
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let found = register.accounts[account] else { throw .unknownAccount }
    guard found.closed == nil else { throw .accountClosed(found.login) }
    guard account != asker.account.id else { throw .ownAccount }
    try require(reason)
    return [AccountClosed(account: account, reason: reason)]
  }
}

/// Appoints a deputy for some days; the deputy must belong to the same department and be another person.
package struct AppointDeputy: Command {
  package var name: CommandName { .appointDeputy }
  package let deputy: Deputy

  package init(for principal: ID<Account>, deputy: ID<Account>, from: Day, until: Day) {
    self.deputy = Deputy(principal: principal, deputy: deputy, from: from, until: until)
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let principal = register.accounts[deputy.principal], let other = register.accounts[deputy.deputy] else {
      throw .unknownAccount
    }
    guard deputy.from <= deputy.until else { throw .daysReversed(deputy.from, deputy.until) }
    let department = asker.principal.role.department
    guard department != nil, principal.role.department == department, other.role.department == department,
      principal.person != other.person
    else { throw .badDeputy(other.login, of: principal.login) }
    return [DeputyAppointed(deputy: deputy)]
  }
}

extension Role {
  /// The two departments that direct the work (Art. 4).
  enum Department { case bureau, organisation }

  var department: Department? {
    switch self {
    case .bureauClerk, .bureauApprover: .bureau
    case .organisationClerk, .organisationApprover: .organisation
    case .supervisor, .judge, .contact, .department: nil
    }
  }
}

extension Register {
  /// The account with a login, letter case aside.
  package func account(login: String) -> Account? {
    logins[login.lowercased()].flatMap { accounts[$0] }
  }

  /// The open accounts for which an account may act on a day.
  package func principals(of account: ID<Account>, on day: Day) -> [Account] {
    let ids = Set(deputies.filter { $0.deputy == account && $0.days.contains(day) }.map(\.principal))
    return ids.sorted().compactMap { accounts[$0] }.filter { $0.isOpen(on: day) }
  }

  /// An account's login, for whoever reads.
  package func login(of account: ID<Account>) -> String { accounts[account]?.login ?? account.description }
}
