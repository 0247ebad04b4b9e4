package import Scoring

/// How somebody comes in at the site, as far as the journal knows: that a code was issued or taken back, never the code.
package struct AccessGrant: Hashable, Sendable {
  package let issued: Day
  /// The last day on which the code can be used.
  package let until: Day
  package internal(set) var revoked: Day?
}

/// A one-time code was issued for an account. What it is stands on its slip alone.
package struct AccessIssued: Event {
  package static let kind = "access-issued"
  package let account: ID<Account>
  package let until: Day

  package func apply(to register: inout Register, as record: Record) {
    register.access[account] = AccessGrant(issued: record.on, until: until)
  }
}

/// An account's code, password and sessions were taken back.
package struct AccessRevoked: Event {
  package static let kind = "access-revoked"
  package let account: ID<Account>

  package func apply(to register: inout Register, as record: Record) {
    register.access[account]?.revoked = record.on
  }
}

/// What can happen to the ways in (working rule).
let accessEvents: [any Event.Type] = [AccessIssued.self, AccessRevoked.self]

/// Issues one-time codes, on slips for judges and contacts, or so that an official can set a password.
package struct IssueAccess: Command {
  package var name: CommandName { .issueAccess }
  package let accounts: [ID<Account>]
  /// The last day on which the codes can be used.
  package let until: Day

  /// How many days a code can wait for its use at most.
  package static let longest = 60

  package init(_ accounts: [ID<Account>], until: Day) {
    (self.accounts, self.until) = (accounts, until)
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard asker.on <= until else { throw .daysReversed(asker.on, until) }
    let latest = asker.on.adding(days: Self.longest)
    guard until <= latest else { throw .access(.tooLong(until, latest: latest)) }
    var events: [any Event] = []
    var seen: Set<ID<Account>> = []
    for id in accounts where seen.insert(id).inserted {
      let account = try register.enterable(id, as: asker.principal.role, on: asker.on)
      try register.checkOther(account, than: asker.persons, on: asker.on)
      events.append(AccessIssued(account: id, until: until))
    }
    return events
  }
}

/// Takes an account's code and password back, and ends its sessions.
package struct RevokeAccess: Command {
  package var name: CommandName { .revokeAccess }
  package let account: ID<Account>

  package init(_ account: ID<Account>) {
    self.account = account
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let found = register.accounts[account] else { throw .unknownAccount }
    try AccessRefusal.check(found, isFor: asker.principal.role)
    guard !asker.persons.contains(found.person) else { throw .access(.ownAccess(found.login)) }
    return [AccessRevoked(account: account)]
  }
}

/// Why a command about ways in was refused (working rule).
package enum AccessRefusal: Error, Hashable, Sendable {
  /// Clerks see to judges and contacts; who decides gets in by the approver alone.
  case approverOnly(String, role: Role)
  case ownAccess(String)
  case tooLong(Day, latest: Day)

  /// Refuses a role that has no say in an account's way in.
  static func check(_ account: Account, isFor role: Role) throws(Refusal) {
    guard role == .bureauApprover || Role.bySlip.contains(account.role) else {
      throw .access(.approverOnly(account.login, role: account.role))
    }
  }
}

extension Role {
  /// Who comes in with a slip's code each time, and has no password.
  package static let bySlip: Set<Role> = [.judge, .contact]
}

extension Register {
  /// An open account for which somebody of a role may issue a code.
  func enterable(_ id: ID<Account>, as role: Role, on day: Day) throws(Refusal) -> Account {
    guard let account = accounts[id] else { throw .unknownAccount }
    guard account.isOpen(on: day) else { throw .accountClosed(account.login) }
    try AccessRefusal.check(account, isFor: role)
    return account
  }

  /// Refuses a code for oneself, but to the first official, and to an approver beside whom there is no other.
  func checkOther(_ account: Account, than persons: Set<ID<Person>>, on day: Day) throws(Refusal) {
    guard persons.contains(account.person) else { return }
    let isAlone = !accounts.values.contains {
      $0.role == .bureauApprover && $0.isOpen(on: day) && !persons.contains($0.person)
    }
    guard account.role == .bureauApprover, isAlone || access[account.id] == nil else {
      throw .access(.ownAccess(account.login))
    }
  }
}
