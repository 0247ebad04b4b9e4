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
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    // Cancellation (Art. 14, 15, 20)
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    /// Certified points, or their withdrawal, wait for a second cleared person.
    case approvePoints(ID<CertifiedPoints>, studio: ID<Studio>)
    // Retention (working rule)
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
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    // Cancellation (Art. 14, 15, 20)
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    case .approvePoints: .bureau
    // Retention (working rule)
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
    due += awards.map { Due(day: $0.due, task: .pay($0.studio, fen: $0.amount, round: $0.round)) }
    if let next = nextPeriod { due.append(Due(day: next.lastDay.adding(days: 1), task: .nextRound(next))) }
    // Each part of the law adds its own.
    // Applications (Art. 5–9)
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    // Cancellation (Art. 14, 15, 20)
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    due += secretsDue(on: today)
    // Retention (working rule)
    return due.filter { $0.day <= last }.enumerated()
      .sorted { $0.element.day != $1.element.day ? $0.element.day < $1.element.day : $0.offset < $1.offset }
      .map(\.element)
  }

  private func dueOf(_ rectification: Rectification, on today: Day) -> [Due] {
    let (studio, round) = (rectification.studio, rectification.round)
    if rectification.outcome == .failed {
      guard studios[studio]?.isOver == false, let second = rectification.second else { return [] }
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
