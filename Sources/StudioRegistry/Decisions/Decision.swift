package import Scoring

/// A decision of consequence: proposed by one person, and approved by another who cannot change it.
package enum Decision: Codable, Hashable, Sendable {
  /// A signed sheet goes back to its judge.
  case returnSheet(round: ID<Round>, judge: ID<Account>, sheet: SheetName)
  /// An alternate takes a judge's seat; the judge's sheets no longer count.
  case replaceJudge(round: ID<Round>, judge: ID<Account>, by: ID<Account>)
  /// The round's outcome is confirmed, and its consequences follow.
  case confirmRound(ID<Round>)
  /// A round that was opened by mistake, and not published yet, is given up; its years can be assessed anew.
  case abandonRound(ID<Round>)
  /// The title is cancelled, on the ground of the proceedings that are open against the studio (Art. 14, 15, 20).
  case cancelTitle(ID<Studio>)
  // Applications (Art. 5–9)
  /// An application is confirmed (Art. 8(2)), or an expert changed or a studio built jointly (Art. 15): then without a code.
  case confirmApplication(ID<Application>, code: String?)
  case rejectApplication(ID<Application>)
  /// A branch of a large enterprise counts as a unit (Art. 9).
  case countBranch(String, enterprise: String)
  // Funds (Art. 12(5), 19, 20)
  /// The county pays the subsidy or an award (Art. 19, 20).
  case pay(Payment)
  /// A payment that was entered wrongly is taken back by another entry.
  case reversePayment(ID<LedgerEntry>)
  // Cancellation (Art. 14, 15, 20)
  /// The studio rests while its expert cannot lead it (Art. 15).
  case suspend(ID<Studio>)
  case resume(ID<Studio>)
  /// The studio ends by its unit's wish, or with its unit.
  case end(ID<Studio>)
  /// A cancellation was annulled, and the studio stands again where it stood.
  case restore(ID<Studio>)

  /// Under which name it is asked for.
  package var command: CommandName {
    switch self {
    case .returnSheet: .proposeReturn
    case .replaceJudge: .proposeReplacement
    case .confirmRound: .proposeConfirmation
    case .abandonRound: .proposeAbandonment
    case .cancelTitle: .proposeTitleCancellation
    // Applications (Art. 5–9)
    case .confirmApplication: .proposeApplicationConfirmation
    case .rejectApplication: .proposeApplicationRejection
    case .countBranch: .proposeBranch
    // Funds (Art. 12(5), 19, 20)
    case .pay: .proposePayment
    case .reversePayment: .proposePaymentReversal
    // Cancellation (Art. 14, 15, 20)
    case .suspend: .proposeSuspension
    case .resume: .proposeResumption
    case .end: .proposeEnd
    case .restore: .proposeRestoration
    }
  }

  /// Whose approval it takes: the bureau's, for what touches the title that both departments gave (Art. 18) both.
  package var approvers: [Role] {
    switch self {
    case .returnSheet, .replaceJudge, .confirmRound, .abandonRound: [.bureauApprover]
    case .cancelTitle: [.bureauApprover, .organisationApprover]
    // Applications (Art. 5–9)
    case .confirmApplication, .rejectApplication, .countBranch: [.bureauApprover, .organisationApprover]
    // Funds (Art. 12(5), 19, 20)
    case .pay, .reversePayment: [.bureauApprover]
    // Cancellation (Art. 14, 15, 20)
    case .suspend, .resume: [.bureauApprover]
    case .end, .restore: [.bureauApprover, .organisationApprover]
    }
  }

  /// The round that it would change.
  package var round: ID<Round>? {
    switch self {
    case .returnSheet(let round, _, _), .replaceJudge(let round, _, _), .confirmRound(let round),
      .abandonRound(let round):
      round
    case .cancelTitle, .confirmApplication, .rejectApplication, .countBranch, .pay, .reversePayment, .suspend, .resume,
      .end, .restore:
      nil
    }
  }

  /// The application that it settles.
  package var application: ID<Application>? {
    switch self {
    case .confirmApplication(let application, _), .rejectApplication(let application): application
    case .returnSheet, .replaceJudge, .confirmRound, .abandonRound, .cancelTitle, .countBranch, .pay, .reversePayment,
      .suspend, .resume, .end, .restore:
      nil
    }
  }

  /// The one studio that it is about; nil where it is about more or none.
  package func studio(in register: Register) -> ID<Studio>? {
    switch self {
    case .returnSheet(_, _, let sheet): sheet.studio
    case .cancelTitle(let studio), .suspend(let studio), .resume(let studio), .end(let studio), .restore(let studio):
      studio
    case .pay(let payment): payment.studio
    case .reversePayment(let entry): register.ledgerEntry(entry)?.studio
    case .confirmApplication(let application, _), .rejectApplication(let application):
      register.applications[application]?.purpose.studio
    case .replaceJudge, .confirmRound, .abandonRound, .countBranch: nil
    }
  }

  /// What follows, as the register stands; asked both when it is proposed and when it is approved.
  package func events(in register: Register, reason: String, on day: Day) throws(Refusal) -> [any Event] {
    switch self {
    case .returnSheet(let round, let judge, let sheet):
      [try register.round(round).returning(sheet, of: judge, reason: reason, in: register)]
    case .replaceJudge(let round, let judge, let other):
      try register.round(round).replacing(judge, by: other, reason: reason, in: register, on: day)
    case .confirmRound(let round): [try register.round(round).confirming(in: register, on: day)]
    case .abandonRound(let round): [try register.round(round).abandoning()]
    case .cancelTitle(let studio): [try register.cancelling(studio)]
    // Applications (Art. 5–9)
    case .confirmApplication(let id, let code): try register.confirming(id, code: code, on: day)
    case .rejectApplication(let id): [try register.rejecting(id, reason: reason, on: day)]
    case .countBranch(let branch, let enterprise): [try register.counting(branch: branch, of: enterprise)]
    // Funds (Art. 12(5), 19, 20)
    case .pay(let payment): [try register.paying(payment, on: day)]
    case .reversePayment(let entry): [try register.reversing(entry, reason: reason, on: day)]
    // Cancellation (Art. 14, 15, 20)
    case .suspend(let studio): [try register.suspending(studio)]
    case .resume(let studio): [try register.resuming(studio)]
    case .end(let studio): [try register.ending(studio)]
    case .restore(let studio): [try register.restoring(studio)]
    }
  }
}

package struct SheetReturned: Event {
  package static let kind = "sheet-returned"
  package let round: ID<Round>
  package let judge: ID<Account>
  package let sheet: SheetName
  package let reason: String
  package let effects: [Effect]

  package var studios: [ID<Studio>] { [sheet.studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard let rubric = register.rounds[round]?.rubric(sheet.rubric) else { return }
    let key = SheetKey(judge: judge, studio: sheet.studio, rubric: rubric)
    register.rounds[round]?.setAside([key], .returned, reason: reason, entry: record.sequence)
  }
}

package struct JudgeReplaced: Event {
  package static let kind = "judge-replaced"
  package let round: ID<Round>
  package let judge: ID<Account>
  package let by: ID<Account>
  package let reason: String
  package let effects: [Effect]

  package func apply(to register: inout Register, as record: Record) {
    guard var changed = register.rounds.removeValue(forKey: round) else { return }
    if let seat = changed.marking.panel.firstIndex(of: judge) { changed.marking.panel[seat] = by }
    changed.alternates.removeAll { $0 == by }
    changed.replacements.append(self)
    let own = changed.marking.sheets.keys.filter { $0.judge == judge }
    changed.setAside(own, .replaced, reason: reason, entry: record.sequence)
    register.rounds[round] = changed
  }
}

package struct RoundAbandoned: Event {
  package static let kind = "round-abandoned"
  package let round: ID<Round>

  package func apply(to register: inout Register, as record: Record) {
    register.rounds[round]?.abandoned = record.on
    for place in register.rectifications.indices where register.rectifications[place].second == round {
      register.rectifications[place].second = nil
    }
  }
}

extension Round {
  fileprivate func abandoning() throws(Refusal) -> RoundAbandoned {
    guard abandoned == nil else { throw .roundAbandoned(id) }
    guard publications.isEmpty else { throw .publishedStands(id) }
    return RoundAbandoned(round: id)
  }

  /// Whether sheets may still be taken back: while marking, and after that only where an objection was upheld.
  func checkReturning(_ studio: ID<Studio>?) throws(Refusal) {
    guard confirmed == nil else { throw .roundConfirmed(id) }
    guard abandoned == nil else { throw .roundAbandoned(id) }
    // Also while it is reopened: what was upheld for one studio opens no other.
    guard !results.isEmpty, publications.last?.version == results.count else { return }
    let upheld = objections.values.contains { objection in
      objection.answer?.isUpheld == true && objection.answer?.version == results.count
        && (studio == nil || objection.studio == nil || objection.studio == studio)
    }
    guard upheld else { throw .publishedStands(id) }
  }

  fileprivate func returning(
    _ sheet: SheetName, of judge: ID<Account>, reason: String, in register: Register
  ) throws(Refusal) -> SheetReturned {
    try checkReturning(sheet.studio)
    guard let place = rubric(sheet.rubric) else { throw .unknownRubric(sheet.rubric) }
    let key = SheetKey(judge: judge, studio: sheet.studio, rubric: place)
    guard marking.sheets[key]?.signed != nil else {
      throw .noSheet(judge: register.login(of: judge), studio: register.code(of: sheet.studio), rubric: sheet.rubric)
    }
    return SheetReturned(
      round: id, judge: judge, sheet: sheet, reason: reason, effects: effects(ofSettingAside: { $0 == key }))
  }

  fileprivate func replacing(
    _ judge: ID<Account>, by other: ID<Account>, reason: String, in register: Register, on day: Day
  ) throws(Refusal) -> [any Event] {
    try checkReturning(nil)
    guard marking.panel.contains(judge) else { throw .notOnPanel(register.login(of: judge), id) }
    guard alternates.contains(other) else { throw .notAnAlternate(register.login(of: other), id) }
    guard register.accounts[other]?.isOpen(on: day) == true else { throw .accountClosed(register.login(of: other)) }
    let replaced = JudgeReplaced(
      round: id, judge: judge, by: other, reason: reason, effects: effects(ofSettingAside: { $0.judge == judge }))
    return [replaced] + register.sameUnit(other, in: self, on: day)
  }

  fileprivate func confirming(in register: Register, on day: Day) throws(Refusal) -> RoundConfirmed {
    guard confirmed == nil else { throw .roundConfirmed(id) }
    guard stage == .published, let result, let notice = publications.last else { throw .notPublished(id) }
    guard notice.until < day else { throw .noticeRunning(id, until: notice.until) }
    if let open = objections.values.filter({ $0.answer == nil }).map(\.id).min() { throw .objectionOpen(open) }
    if hasNewlyUpheld { throw .correctionDue(id) }
    func studios(_ grade: Grade) -> [ID<Studio>] { result.studios.filter { $0.grade == grade }.map(\.studio) }
    return RoundConfirmed(
      round: id, version: result.version, excellent: register.confirmable(result, of: self),
      qualified: studios(.qualified), unqualified: studios(.unqualified))
  }
}
