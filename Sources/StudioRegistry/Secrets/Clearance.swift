package import Scoring

package struct ClearanceGranted: Event {
  package static let kind = "clearance-granted"
  package let account: ID<Account>

  package func apply(to register: inout Register, as record: Record) {
    register.clearances[account] = record.on
  }
}

package struct ClearanceWithdrawn: Event {
  package static let kind = "clearance-withdrawn"
  package let account: ID<Account>

  package func apply(to register: inout Register, as record: Record) {
    register.clearances[account] = nil
  }
}

/// Records that an account's holder is cleared for state secrets; the clearance itself is given elsewhere (Art. 17).
package struct GrantClearance: Command {
  package var name: CommandName { .grantClearance }
  package let account: ID<Account>

  package init(account: ID<Account>) {
    self.account = account
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let found = register.accounts[account] else { throw .unknownAccount }
    guard found.isOpen(on: asker.on) else { throw .accountClosed(found.login) }
    guard found.role.department != nil else { throw .secret(.notStaff(found.login)) }
    guard !asker.persons.contains(found.person) else { throw .secret(.ownClearance) }
    guard register.clearances[account] == nil else { throw .secret(.clearedAlready(found.login)) }
    return [ClearanceGranted(account: account)]
  }
}

/// Withdraws a clearance; what was done with it stays.
package struct WithdrawClearance: Command {
  package var name: CommandName { .withdrawClearance }
  package let account: ID<Account>

  package init(account: ID<Account>) {
    self.account = account
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard let found = register.accounts[account] else { throw .unknownAccount }
    guard let since = register.clearances[account] else { throw .secret(.notCleared(found.login, on: asker.on)) }
    guard since <= asker.on else { throw .beforeThat(asker.on, since) }
    return [ClearanceWithdrawn(account: account)]
  }
}

extension Register {
  /// The neutral reasons of the rules in force.
  package func neutralReasons() throws(Refusal) -> [RuleSet.NeutralReason] { try life().secrets.reasons }

  /// Whether an account's holder is cleared on a day.
  package func isCleared(_ account: ID<Account>, on day: Day) -> Bool {
    clearances[account].map { $0 <= day } ?? false
  }

  /// Refuses who is not cleared. A clearance is the holder's own: a deputy needs one, whoever the principal is.
  func checkClearance(of asker: Asker) throws(Refusal) {
    guard isCleared(asker.account.id, on: asker.on) else {
      throw .secret(.notCleared(asker.account.login, on: asker.on))
    }
  }
}
