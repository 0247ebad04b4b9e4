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
      rectifications.contains {
        $0.studio == cancelled.studio && $0.outcome == .failed && $0.second == cancelled.round
      }
    case let decided as CancellationDecided:
      follows(from: .cancelTitle(decided.studio), on: record.on).first as? CancellationDecided == decided
    case let served as CancellationServed: cancellations[served.cancellation]?.decided != nil
    case let restored as StudioRestored:
      follows(from: .restore(restored.studio), on: record.on).first as? StudioRestored == restored
    case let served as RectificationServed:
      rounds[served.round].map { served.until == record.on.adding(months: $0.rules.rounds.rectification.value) }
        ?? false
    case let paid as PaymentMade:
      follows(from: .pay(paid.payment), on: record.on).first as? PaymentMade == paid
    case let approved as DecisionApproved: allows(approved)
    case let confirmed as ApplicationConfirmed:
      follows(from: .confirmApplication(confirmed.application, code: confirmed.code), on: record.on).first
        as? ApplicationConfirmed == confirmed
    case let entered as StudioEntered: allows(entered, on: record.on)
    case let checked as YearChecked: allows(checked)
    default: allowsSecret(event, as: record) ?? true
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
