package import Scoring

/// A decision on its way: who proposed it and why, and who has approved.
package struct Proposal: Identified {
  package static var letter: Character { "D" }

  package let id: ID<Proposal>
  package let decision: Decision
  package let reason: String
  package let proposer: ID<Account>
  /// The persons behind the proposal, who cannot approve it.
  package let persons: [ID<Person>]
  package let on: Day
  /// The rules that were in force, which every decision names (Art. 25).
  package let rules: Adoption?
  package internal(set) var approvals: [Approval] = []
  package internal(set) var paper: Paper?
  package internal(set) var sentBack: String?
  package internal(set) var isCarried = false

  package var isOpen: Bool { !isCarried && sentBack == nil }

  /// Whose approval is still needed.
  package var waitsFor: [Role] { decision.approvers.filter { role in !approvals.contains { $0.role == role } } }

  package struct Approval: Hashable, Sendable {
    package let account: ID<Account>
    package let role: Role
    package let persons: [ID<Person>]
    package let on: Day
  }
}

/// A signed paper that stands for the approvals: its number, date, and the SHA-256 of its scan.
package struct Paper: Codable, Hashable, Sendable {
  package let number: String
  package let date: Day
  package let scan: String
  /// Who entered it; another must check it.
  package let persons: [ID<Person>]
}

package struct DecisionProposed: Event {
  package static let kind = "decision-proposed"
  package static var letter: Character? { Proposal.letter }
  package let decision: Decision
  package let reason: String
  package let persons: [ID<Person>]

  package func apply(to register: inout Register, as record: Record) {
    guard let proposer = record.actor else { return }
    let id = ID<Proposal>(record.sequence)
    register.proposals[id] = Proposal(
      id: id, decision: decision, reason: reason, proposer: proposer, persons: persons, on: record.on,
      rules: register.adoptions.last)
  }
}

package struct DecisionApproved: Event {
  package static let kind = "decision-approved"
  package let proposal: ID<Proposal>
  /// As what it was approved; nil where a paper stands for all approvals.
  package let role: Role?
  package let persons: [ID<Person>]
  /// Whether no approval is missing any more, so that the decision's events follow.
  package let isCarried: Bool

  package func apply(to register: inout Register, as record: Record) {
    if let role, let account = record.actor {
      register.proposals[proposal]?.approvals.append(
        Proposal.Approval(account: account, role: role, persons: persons, on: record.on))
    }
    if isCarried {
      register.proposals[proposal]?.isCarried = true
      register.carried = proposal
    }
  }
}

package struct DecisionSentBack: Event {
  package static let kind = "decision-sent-back"
  package let proposal: ID<Proposal>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.proposals[proposal]?.sentBack = reason
  }
}

package struct PaperEntered: Event {
  package static let kind = "paper-entered"
  package let proposal: ID<Proposal>
  package let paper: Paper

  package var files: [String] { [paper.scan] }

  package func apply(to register: inout Register, as record: Record) {
    register.proposals[proposal]?.paper = paper
  }
}

/// Proposes a decision; it is checked at once, so that nobody is asked to approve what cannot be done.
package struct Propose: Command {
  package var name: CommandName { decision.command }
  package let decision: Decision
  package let reason: String

  package init(_ decision: Decision, reason: String) {
    self.decision = decision
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try require(reason)
    if let open = register.proposals.values.first(where: { $0.isOpen && $0.decision == decision }) {
      throw .proposalOpen(open.id)
    }
    _ = try decision.events(in: register, reason: reason, on: asker.on)
    return [DecisionProposed(decision: decision, reason: reason, persons: asker.persons.sorted())]
  }
}

/// Approves a decision in the right role; the last approval needed carries it out.
package struct Approve: Command {
  package var name: CommandName { .approve }
  package let proposal: ID<Proposal>

  package init(_ proposal: ID<Proposal>) {
    self.proposal = proposal
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(proposal, on: asker.on)
    let role = asker.principal.role
    guard found.waitsFor.contains(role) else { throw .notYourApproval(proposal, waitsFor: found.waitsFor) }
    let involved = Set(found.persons + found.approvals.flatMap(\.persons))
    guard asker.persons.isDisjoint(with: involved) else { throw .ownProposal(proposal) }
    let isCarried = found.waitsFor == [role]
    let approved = DecisionApproved(
      proposal: proposal, role: role, persons: asker.persons.sorted(), isCarried: isCarried)
    let follows = try found.decision.events(in: register, reason: found.reason, on: asker.on)
    return [approved] + (isCarried ? follows : [])
  }
}

/// Sends a proposal back with a reason.
package struct SendBack: Command {
  package var name: CommandName { .sendBack }
  package let proposal: ID<Proposal>
  package let reason: String

  package init(_ proposal: ID<Proposal>, reason: String) {
    self.proposal = proposal
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(proposal, on: asker.on)
    guard found.waitsFor.contains(asker.principal.role) else {
      throw .notYourApproval(proposal, waitsFor: found.waitsFor)
    }
    try require(reason)
    return [DecisionSentBack(proposal: proposal, reason: reason)]
  }
}

/// Enters the signed paper that stands for the approvals.
package struct EnterPaper: Command {
  package var name: CommandName { .enterPaper }
  package let proposal: ID<Proposal>
  package let number: String
  package let date: Day
  /// SHA-256 of the scan in hexadecimal.
  package let scan: String

  package init(_ proposal: ID<Proposal>, number: String, date: Day, scan: String) {
    self.proposal = proposal
    self.number = number
    self.date = date
    self.scan = scan
  }

  package var freeTexts: [String] { [number] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(proposal, on: asker.on)
    try require(number)
    guard date >= found.on, date <= asker.on else { throw .paperDate(date, proposed: found.on) }
    guard scan.isDigest else { throw .badDigest }
    return [
      PaperEntered(
        proposal: proposal, paper: Paper(number: number, date: date, scan: scan, persons: asker.persons.sorted()))
    ]
  }
}

/// Checks the paper against the proposal, which carries it out; by another than who entered either.
package struct CheckPaper: Command {
  package var name: CommandName { .checkPaper }
  package let proposal: ID<Proposal>

  package init(_ proposal: ID<Proposal>) {
    self.proposal = proposal
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(proposal, on: asker.on)
    guard let paper = found.paper else { throw .noPaper(proposal) }
    let involved = found.persons + paper.persons + found.approvals.flatMap(\.persons)
    guard asker.persons.isDisjoint(with: involved) else { throw .ownProposal(proposal) }
    let approved = DecisionApproved(
      proposal: proposal, role: nil, persons: asker.persons.sorted(), isCarried: true)
    return [approved] + (try found.decision.events(in: register, reason: found.reason, on: asker.on))
  }
}

extension Register {
  fileprivate func open(_ id: ID<Proposal>, on day: Day) throws(Refusal) -> Proposal {
    guard let found = proposals[id] else { throw .unknownProposal(id) }
    guard found.isOpen else { throw .proposalSettled(id) }
    guard found.on <= day else { throw .beforeThat(day, found.on) }
    return found
  }

  /// The proposals that wait for somebody, in the order in which they were made.
  package var pending: [Proposal] { proposals.values.filter(\.isOpen).sorted { $0.id < $1.id } }
}
