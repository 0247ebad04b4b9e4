import Scoring

extension Register {
  /// Whether an event can stand where it stands: what follows from the entries before it alone must be what follows.
  ///
  /// What somebody was free to choose is not judged here. So a decision written into the journal by hand shows, though the
  /// chain was computed anew.
  package func allows(_ event: any Event, as record: Record) -> Bool {
    switch event {
    case let counted as VoteCounted:
      rounds[counted.round]?.result?.counting(in: counted.round, because: counted.reason).0 == counted
    case let confirmed as RoundConfirmed:
      follows(from: .confirmRound(confirmed.round), on: record.on).first as? RoundConfirmed == confirmed
    case let cancelled as TitleCancelled:
      follows(from: .cancelTitle(cancelled.studio), on: record.on).first as? TitleCancelled == cancelled
    case let served as RectificationServed:
      rounds[served.round].map { served.until == record.on.adding(months: $0.rules.rounds.rectification.value) }
        ?? false
    case let approved as DecisionApproved: allows(approved)
    case let checked as YearChecked: allows(checked)
    default: true
    }
  }

  /// What falls short in a year follows from the plan and from what was found.
  private func allows(_ checked: YearChecked) -> Bool {
    guard let rules = rules?.life?.plans else { return false }
    return checked
      == yearChecked(
        checked.studio, checked.year, rules, expertMonths: checked.expertMonths, unitFunds: checked.unitFunds,
        remarks: checked.remarks)
  }

  private func follows(from decision: Decision, on day: Day) -> [any Event] {
    (try? decision.events(in: self, reason: "", on: day)) ?? []
  }

  /// Nobody approves what one of the same persons proposed, approved or entered.
  private func allows(_ approved: DecisionApproved) -> Bool {
    guard let proposal = proposals[approved.proposal], proposal.isOpen else { return false }
    let paper = approved.role == nil ? proposal.paper?.persons ?? [] : []
    let involved = Set(proposal.persons + proposal.approvals.flatMap(\.persons) + paper)
    return !approved.persons.isEmpty && involved.isDisjoint(with: approved.persons)
  }
}
