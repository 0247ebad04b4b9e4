import Scoring
import StudioRegistry

/// What the register has of a proposal and of what it is about, taken out at one moment.
struct ProposalMatter: Sendable {
  let proposal: Proposal
  /// What would follow; nil once it is settled.
  let foreseen: Result<[any Event], Refusal>?
  /// On what the decision rests.
  let source: Source
  let round: Round?
  let studio: StudioMatter?
  let application: Application?
  let entry: LedgerEntry?
  /// What else there is of an enterprise whose branch would count as a unit (Art. 9).
  let related: (studios: [Studio], applications: [Application])
  let proposerRole: Role?

  init(_ proposal: Proposal, in register: Register, on today: Day) {
    self.proposal = proposal
    foreseen = proposal.isOpen ? Result { () throws(Refusal) in try register.foreseen(proposal, on: today) } : nil
    source = proposal.decision.source(in: register)
    round = proposal.decision.round.flatMap { register.rounds[$0] }
    studio = proposal.decision.studio(in: register).flatMap {
      StudioMatter($0, in: register, on: today, isOfficial: true)
    }
    application = proposal.decision.application.flatMap { register.applications[$0] }
    entry = if case .reversePayment(let id) = proposal.decision { register.ledgerEntry(id) } else { nil }
    related = register.related(to: proposal.decision)
    proposerRole = register.accounts[proposal.proposer]?.role
  }

  /// Whose names the page shows.
  var persons: [ID<Person>] {
    var persons: [ID<Person>] = []
    if let application { persons += [application.expert] + application.objections.values.compactMap(\.by) }
    if let studio { persons.append(studio.studio.expert) }
    if case .success(let events)? = foreseen {
      for event in events { persons += event.namedPersons }
    }
    return persons
  }
}

extension Register {
  /// The studios and applications of an enterprise and of its branch.
  fileprivate func related(to decision: Decision) -> (studios: [Studio], applications: [Application]) {
    guard case .countBranch(let branch, let enterprise) = decision else { return ([], []) }
    let meant = Set([branch, enterprise].map(\.withoutSpacing))
    func isMeant(_ names: String?...) -> Bool {
      names.contains { name in name.map { meant.contains($0.withoutSpacing) } ?? false }
    }
    let applications = applicationsInOrder.filter { isMeant($0.unit, $0.enterprise) }
    let theirs = Set(applications.map(\.id))
    let studios = studiosInOrder.filter { studio in
      isMeant(studio.unit, studio.partner) || studio.application.map(theirs.contains) ?? false
    }
    return (studios, applications.filter { $0.isOpen })
  }
}
