import Scoring

extension Register {
  /// Whether an event can stand where it stands: what follows from the entries before it alone must be what follows.
  ///
  /// What somebody was free to choose is not judged here. So a decision written into the journal by hand shows, though the
  /// chain was computed anew.
  package func allows(_ event: any Event, as record: Record) -> Bool {
    if let expected = carriedOut(on: record.on) { return expected.equals(event) }
    if decisionTypes.contains(where: { $0 == type(of: event) }) { return false }
    return allowsOfRounds(event, as: record) ?? allowsOfLife(event, as: record) ?? allowsOfSecond(event, as: record)
      ?? allowsSecret(event, as: record) ?? true
  }

  /// What has to come next, because the entry before carried a decision; nil where none was.
  private func carriedOut(on day: Day) -> (any Event)? {
    guard let proposal = carried.flatMap({ proposals[$0] }) else { return nil }
    return try? proposal.decision.events(in: self, reason: proposal.reason, on: day).first
  }

  private func allowsOfRounds(_ event: any Event, as record: Record) -> Bool? {
    switch event {
    case let counted as VoteCounted:
      rounds[counted.round]?.result?.counting(in: counted.round, because: counted.reason).0 == counted
    case let served as RectificationServed:
      rounds[served.round].map { served.until == record.on.adding(months: $0.rules.rounds.rectification.value) }
        ?? false
    case let cancelled as TitleCancelled:
      rectifications.contains {
        $0.studio == cancelled.studio && $0.outcome == .failed && $0.second == cancelled.round
      }
    case let approved as DecisionApproved: allows(approved, as: record)
    default: nil
    }
  }

  private func allowsOfLife(_ event: any Event, as record: Record) -> Bool? {
    switch event {
    case let adopted as RulesAdopted:
      isApproverOfBureau(record) && (try? adopting(adopted.rules, adopted.adoption, on: record.on)) == adopted
    case let reviewed as ApplicationReviewed: allows(reviewed, on: record.on)
    case let entered as StudioEntered: allows(entered, on: record.on)
    case let changed as ExpertChanged: allows(changed, on: record.on)
    case let checked as YearChecked: allows(checked)
    case let added as PlanItemAdded: allows(added, as: record)
    case let granted as PlaqueGranted:
      (try? granting(granted.number, to: granted.studio, on: record.on)) == granted
    case let reversed as EntryReversed:
      // A payment is taken back by a decision alone.
      (try? reversible(reversed.entry, on: record.on)).map { $0.studio == reversed.studio && !$0.isPayment } ?? false
    case let served as CancellationServed:
      (try? servable(served.cancellation, on: record.on))?.studio == served.studio
    default: nil
    }
  }

  /// What takes a second person: none of those who entered, named or asked for it.
  private func allowsOfSecond(_ event: any Event, as record: Record) -> Bool? {
    let persons = persons(behind: record)
    let role = record.principal.flatMap { accounts[$0]?.role }
    func isOther(_ claim: Claim) -> Bool {
      entry(of: claim).map { $0.state == .entered && $0.enteredBy.isDisjoint(with: persons) } ?? false
    }
    switch event {
    case let verified as EvidenceVerified: return verified.items.allSatisfy { isOther(.row($0)) }
    case let rejected as EvidenceRejected: return isOther(.row(rejected.item))
    case let verified as PlansVerified:
      return verified.plans.allSatisfy { isOther(.plan($0)) } && verified.items.allSatisfy { isOther(.planItem($0)) }
    case let rejected as PlanRejected: return isOther(rejected.item.map(Claim.planItem) ?? .plan(rejected.plan))
    case let verified as ApprenticesVerified:
      return verified.apprentices.allSatisfy { isOther(.apprentice($0)) }
        && verified.promotions.allSatisfy { isOther(.promotion($0)) }
    case let rejected as ApprenticeRejected:
      return isOther(rejected.promotion.map(Claim.promotion) ?? .apprentice(rejected.apprentice))
    case let issued as AccessIssued:
      return role.map { allows(issued.account, as: $0, by: persons, on: record.on) } ?? false
    case let signed as SheetsSignedOnPaper:
      return !persons.isEmpty && Set(signed.persons) == persons
        && (try? checkSecond(signed.sheets, of: signed.judge, in: signed.round, by: persons)) != nil
    case let settled as PlanChangeSettled:
      let command = SettlePlanChange(settled.change, refused: settled.refused)
      return (try? settling(command, by: persons, on: record.on).first as? PlanChangeSettled) == settled
    case let reviewed as OfficerReviewed:
      let nominee = careFile(of: reviewed.studio).nominee(reviewed.post)
      return nominee.map { $0.person == reviewed.person && $0.namedBy.isDisjoint(with: persons) } ?? false
    default: return nil
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

  /// Nobody approves what one of the same persons proposed, approved or entered, nor for another role.
  private func allows(_ approved: DecisionApproved, as record: Record) -> Bool {
    guard let proposal = proposals[approved.proposal], proposal.isOpen else { return false }
    let paper = approved.role == nil ? proposal.paper?.persons ?? [] : []
    let involved = Set(proposal.persons + proposal.approvals.flatMap(\.persons) + paper)
    guard !approved.persons.isEmpty, involved.isDisjoint(with: approved.persons),
      persons(behind: record) == Set(approved.persons)
    else { return false }
    guard let role = approved.role else { return proposal.paper != nil && approved.isCarried }
    return record.principal.flatMap { accounts[$0]?.role } == role && proposal.waitsFor.contains(role)
      && approved.isCarried == (proposal.waitsFor == [role])
  }

  /// Nobody issues a code for himself, nor a clerk for who decides.
  private func allows(_ account: ID<Account>, as role: Role, by persons: Set<ID<Person>>, on day: Day) -> Bool {
    guard Permissions.roles(for: .issueAccess).contains(role),
      let account = try? enterable(account, as: role, on: day)
    else { return false }
    return (try? checkOther(account, than: persons, on: day)) != nil
  }

  private func isApproverOfBureau(_ record: Record) -> Bool {
    record.principal.flatMap { accounts[$0]?.role } == .bureauApprover
  }
}

/// What follows from an approved decision alone.
private let decisionTypes: [any Event.Type] = [
  SheetReturned.self, JudgeReplaced.self, RoundConfirmed.self, RoundAbandoned.self,
  ApplicationConfirmed.self, ApplicationRejected.self, BranchCounted.self, PaymentMade.self,
  StudioSuspended.self, StudioResumed.self, StudioEnded.self, CancellationDecided.self, StudioRestored.self,
]

extension Event {
  fileprivate func equals(_ other: any Event) -> Bool { other as? Self == self }
}
