import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// What waits for approval, and what was decided lately.
  func pendingPage() async throws -> Answer {
    let role = try me.role
    let (pending, settled) = try await read { register in
      (
        register.pending,
        register.proposals.values.filter { !$0.isOpen }.sorted { $0.id > $1.id }.prefix(50).map(\.self)
      )
    }
    let names = try await names()
    func cells(_ proposal: Proposal) -> [Cell] {
      [
        Cell(proposal.id.description, path: "/pending/\(proposal.id)"), Cell(proposal.on.description),
        Cell(phrases.decision(proposal.decision, names), path: "/pending/\(proposal.id)"),
        Cell(proposal.reason), Cell(names.account(proposal.proposer)), Cell(proposal.state(phrases)),
      ]
    }
    let header = ([.proposal, .day, .decision, .reason, .proposer, .state] as [Heading]).map { phrases.heading($0) }
    var own = Section("own", phrases.page(RegisterLabel.pendingOwn))
    var others = Section("others", phrases.page(RegisterLabel.pendingOthers))
    var past = Section("past", phrases.page(RegisterLabel.pendingPast))
    (own.header, others.header, past.header) = (header, header, header)
    (own.isOpen, others.isOpen) = (true, true)
    own.rows = pending.filter { $0.waitsFor.contains(role) }.map(cells)
    others.rows = pending.filter { !$0.waitsFor.contains(role) }.map(cells)
    past.rows = settled.map(cells)
    (own.empty, others.empty) = (phrases.notice(DeskNotice.nothingPending), phrases.notice(DeskNotice.nothingPending))
    let isApprover = Access.asking(.approve).admits(role)
    return try page(
      RegisterPage.pending, phrases.page(SiteLabel.pending),
      ["sections": ((isApprover ? [own] : []) + [others, past]).map(\.model)])
  }

  func approve() async throws -> Answer {
    let id: ID<Proposal> = try id("proposal")
    return try await deciding(id) { try await ask(Approve(id)) }
  }

  func sendBack() async throws -> Answer {
    let id: ID<Proposal> = try id("proposal")
    return try await deciding(id) {
      guard let reason = form.text("reason") else { throw Turned.said(phrases.page(RegisterLabel.sendBackReason)) }
      return try await ask(SendBack(id, reason: reason))
    }
  }

  /// Enters the signed paper that stands for the approvals, with its scan.
  func enterPaper() async throws -> Answer {
    let id: ID<Proposal> = try id("proposal")
    return try await deciding(id) {
      guard let scan = try upload() else { throw Turned.said(phrases.page(RegisterLabel.scanNeeded)) }
      let paper = EnterPaper(id, number: typed("number"), date: try neededDay("date"), scan: scan.digest)
      return try await ask(paper, files: [scan])
    }
  }

  func checkPaper() async throws -> Answer {
    let id: ID<Proposal> = try id("proposal")
    return try await deciding(id) { try await ask(CheckPaper(id)) }
  }

  /// Does something about a proposal; what is refused is said on the proposal's own page.
  private func deciding(_ id: ID<Proposal>, _ work: () async throws -> Receipt) async throws -> Answer {
    guard try await read({ $0.proposals[id] != nil }) else { throw Turned.notFound }
    return try await trying {
      .redirect("/pending/\(id)", try await work())
    } else: {
      try await proposalPage(refusal: $0)
    }
  }
}

extension Proposal {
  /// How far it has come.
  func state(_ phrases: any Phrases) -> String {
    if isCarried { return phrases.page(RegisterLabel.carried) }
    if let sentBack { return phrases.notice(RegisterNotice.sentBack(sentBack)) }
    return phrases.notice(RegisterNotice.waitsFor(waitsFor.map(phrases.role)))
  }
}
