package import Scoring

/// Something that has a date and waits to be done.
package struct Due: Hashable, Sendable {
  /// The day by which, or from which, it is to be done.
  package let day: Day
  package let task: Task

  package enum Task: Hashable, Sendable {
    /// Objections to a published round end.
    case noticeEnds(ID<Round>)
    case answer(ID<Objection>, studio: ID<Studio>?)
    case confirm(ID<Round>)
    case approve(ID<Proposal>, waitsFor: [Role])
    /// Art. 20: the notice has to be served before the time runs.
    case serve(ID<Studio>, round: ID<Round>)
    case rectificationEnds(ID<Studio>, round: ID<Round>)
    case secondAssessment(ID<Studio>, round: ID<Round>)
    case cancelTitle(ID<Studio>, round: ID<Round>)
    case pay(ID<Studio>, fen: Int, round: ID<Round>)
    /// Art. 13: the next period is over.
    case nextRound(Period)
    // Applications (Art. 5–9)
    /// What an open application waits for.
    case application(ID<Application>, Application.Step)
    case answerApplication(ID<Objection>, ID<Application>)
    // Care (Art. 11, 12, 18, 23, 24)
    case fileAgreement(ID<Studio>)
    case grantPlaque(ID<Studio>)
    case returnPlaque(ID<Studio>, number: String)
    case returnCard(ID<Studio>, number: String)
    case nameOfficer(ID<Studio>, Officer.Post)
    case reviewOfficer(ID<Studio>, Officer.Post, ID<Person>)
    case report(ID<Studio>, kind: Text, by: RuleSet.Care.Author)
    // Plans (Art. 16)
    /// Art. 16: a year's plan has not been submitted.
    case plan(ID<Studio>, year: Int)
    /// The year is over, and nobody entered how far items were completed.
    case completePlan(ID<Plan>, studio: ID<Studio>, year: Int)
    case checkYear(ID<Studio>, year: Int)
    /// A change of a submitted plan waits for a second person.
    case settlePlanChange(ID<PlanChange>, studio: ID<Studio>)
    // Funds (Art. 12(5), 19, 20)
    /// Art. 19: in the year of approval.
    case paySubsidy(ID<Studio>, fen: Int)
    /// Art. 19, 23: what is still missing of the unit's match.
    case match(ID<Studio>, fen: Int)
    case yearlyFunds(ID<Studio>, year: Int)
    // Cancellation (Art. 14, 15, 20)
    /// Art. 15: what becomes of a studio whose expert cannot lead it.
    case decideUnavailable(ID<Studio>)
    case inviteStatement(ID<CancellationCase>, studio: ID<Studio>)
    case statementEnds(ID<CancellationCase>, studio: ID<Studio>)
    case decideCancellation(ID<CancellationCase>, studio: ID<Studio>)
    case serveCancellation(ID<CancellationCase>, studio: ID<Studio>)
    /// Art. 14, 15, 20: the cancellation was annulled.
    case restore(ID<Studio>)
    // Secrets (Art. 17)
    /// Certified points, or their withdrawal, wait for a second cleared person.
    case approvePoints(ID<CertifiedPoints>, studio: ID<Studio>)
    // Retention (working rule)
    /// The values of so many persons are past their time.
    case eraseValues(persons: Int)
  }
}

extension Due {
  /// Who has to act.
  package enum Party: String, CaseIterable, Sendable {
    case bureau
    /// Both departments.
    case departments
    /// The unit where the studio is.
    case unit
    /// The studio, through its contact.
    case studio
  }

  package var party: Party {
    switch task {
    case .noticeEnds, .answer, .confirm, .serve, .secondAssessment, .cancelTitle, .pay, .nextRound: .bureau
    case .approve(_, let waitsFor): waitsFor == [.bureauApprover] ? .bureau : .departments
    case .rectificationEnds: .studio
    // Applications (Art. 5–9)
    case .application, .answerApplication: .bureau
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement, .returnPlaque, .returnCard, .nameOfficer: .unit
    case .grantPlaque: .departments
    case .reviewOfficer: .bureau
    case .report(_, _, let by): by == .bureau ? .bureau : .studio
    // Plans (Art. 16)
    case .plan, .completePlan: .studio
    case .checkYear, .settlePlanChange: .bureau
    // Funds (Art. 12(5), 19, 20)
    case .paySubsidy: .bureau
    case .match, .yearlyFunds: .unit
    // Cancellation (Art. 14, 15, 20)
    case .statementEnds: .studio
    case .decideUnavailable, .inviteStatement, .decideCancellation, .serveCancellation, .restore: .bureau
    // Secrets (Art. 17)
    case .approvePoints: .bureau
    // Retention (working rule)
    case .eraseValues: .bureau
    }
  }
}

extension Register {
  /// Everything that has a date up to a day, the earliest first.
  package func due(until last: Day, on today: Day) -> [Due] {
    var due: [Due] = []
    for round in roundsInOrder { due += round.due(on: today) }
    for proposal in pending {
      due.append(Due(day: proposal.on, task: .approve(proposal.id, waitsFor: proposal.waitsFor)))
    }
    for rectification in rectifications { due += dueOf(rectification, on: today) }
    due += awards.filter(isOwed).map { Due(day: $0.due, task: .pay($0.studio, fen: $0.amount, round: $0.round)) }
    if let next = nextPeriod { due.append(Due(day: next.lastDay.adding(days: 1), task: .nextRound(next))) }
    // Each part of the law adds its own.
    due += applicationsDue(on: today)
    due += careDue(on: today)
    due += plansDue(on: today)
    due += fundsDue(on: today)
    due += cancellationDue(on: today)
    due += secretsDue(on: today)
    due += retentionDue(on: today)
    return due.filter { $0.day <= last }.enumerated()
      .sorted { $0.element.day != $1.element.day ? $0.element.day < $1.element.day : $0.offset < $1.offset }
      .map(\.element)
  }

  private func dueOf(_ rectification: Rectification, on today: Day) -> [Due] {
    let (studio, round) = (rectification.studio, rectification.round)
    if rectification.outcome == .failed {
      guard studios[studio]?.isOver == false, openCase(against: studio) == nil, let second = rectification.second else {
        return []
      }
      return [Due(day: rounds[second]?.confirmed ?? today, task: .cancelTitle(studio, round: second))]
    }
    guard rectification.outcome == nil, rectification.second == nil else { return [] }
    guard let until = rectification.until else {
      return [Due(day: rectification.decided, task: .serve(studio, round: round))]
    }
    return today > until
      ? [Due(day: until.adding(days: 1), task: .secondAssessment(studio, round: round))]
      : [Due(day: until, task: .rectificationEnds(studio, round: round))]
  }

  /// The years that the next round has to look at.
  private var nextPeriod: Period? {
    guard let years = founding?.rules.rounds.years.value,
      let last = roundsInOrder.filter({ $0.kind == .regular && $0.abandoned == nil }).map(\.period.years.upperBound)
        .max()
    else { return nil }
    return Period(years: (last + 1)...(last + years))
  }
}

extension Round {
  fileprivate func due(on today: Day) -> [Due] {
    var due = objections.values.filter { $0.answer == nil }.sorted { $0.id < $1.id }
      .map { Due(day: $0.answerBy, task: .answer($0.id, studio: $0.studio)) }
    guard stage == .published, let notice = publications.last else { return due }
    due.append(
      today > notice.until
        ? Due(day: notice.until.adding(days: 1), task: .confirm(id)) : Due(day: notice.until, task: .noticeEnds(id)))
    return due
  }
}
