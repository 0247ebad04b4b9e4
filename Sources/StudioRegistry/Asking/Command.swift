package import Scoring

/// Something that a person asks of the register: accepted as events, or refused with the reason.
package protocol Command: Sendable {
  var name: CommandName { get }
  /// The texts that somebody typed; none may hold an identity or mobile number.
  var freeTexts: [String] { get }
  /// The events that follow, once it is known that the asker's role may ask for this.
  func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event]
  /// The same events, on several cores where there is much to compute.
  func decide(in register: Register, by asker: Asker, workers: Int) async throws(Refusal) -> [any Event]
}

extension Command {
  package var freeTexts: [String] { [] }

  package func decide(in register: Register, by asker: Asker, workers: Int) async throws(Refusal) -> [any Event] {
    try decide(in: register, by: asker)
  }
}

/// Who asks, for whom, through what, and on which day.
package struct Request: Hashable, Sendable {
  /// Nil where the register is only being founded.
  package let account: ID<Account>?
  /// For whom a deputy asks.
  package let behalf: ID<Account>?
  /// The day on which it is to hold.
  package let on: Day
  /// The day of entry; nothing can hold on a later one.
  package let today: Day
  package let channel: Channel

  package init(account: ID<Account>?, behalf: ID<Account>? = nil, on: Day, today: Day, channel: Channel) {
    self.account = account
    self.behalf = behalf
    self.on = on
    self.today = today
    self.channel = channel
  }

  /// Through what a command came.
  package enum Channel: String, Codable, CaseIterable, Sendable {
    case commandLine = "command-line"
    case web
    case demo
    case test
  }
}

/// Somebody whose role allows the command that is being decided.
package struct Asker: Sendable {
  /// Who sits at the keyboard.
  package let account: Account
  /// Whose right is used: the same, or the one for whom a deputy acts.
  package let principal: Account
  package let on: Day
  /// The sequence that the first event will have.
  package let next: Int

  /// The persons on whose behalf this is: nobody approves what one of them proposed.
  package var persons: Set<ID<Person>> { [account.person, principal.person] }
}

extension Register {
  /// Who asks, with the right to.
  func asker(of request: Request, for command: some Command) throws(Refusal) -> Asker {
    let name = command.name
    guard request.on <= request.today else { throw .dayToCome(request.on, today: request.today) }
    let next = sequence + 1
    guard founding != nil else {
      guard name == .found else { throw .notFounded }
      let nobody = Account(id: ID(0), login: "-", person: ID(0), role: .bureauApprover, studio: nil, opened: request.on)
      return Asker(account: nobody, principal: nobody, on: request.on, next: next)
    }
    guard let id = request.account, let account = accounts[id] else { throw .unknownAccount }
    // Who has left cannot ask for a day on which he was still there.
    let days = [request.on, request.today]
    guard days.allSatisfy(account.isOpen) else { throw .accountClosed(account.login) }
    var principal = account
    if let behalf = request.behalf {
      guard let other = accounts[behalf] else { throw .unknownAccount }
      guard
        deputies.contains(where: { $0.principal == behalf && $0.deputy == id && days.allSatisfy($0.days.contains) }),
        days.allSatisfy(other.isOpen)
      else { throw .noDeputy(account.login, of: other.login, on: request.on) }
      principal = other
    }
    let roles = Permissions.roles(for: name)
    guard roles.contains(principal.role) else { throw .notAllowed(name, role: principal.role, allowed: roles) }
    return Asker(account: account, principal: principal, on: request.on, next: next)
  }
}
