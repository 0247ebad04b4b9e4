import Scoring
import StudioRegistry

extension English {
  func task(_ task: Due.Task, _ names: Names) -> String {
    switch task {
    case .noticeEnds(let round): "Last day of the notice of round \(round); objections until then are in time"
    case .answer(let objection, let studio?): "Answer objection \(objection) about \(names.studio(studio))"
    case .answer(let objection, nil): "Answer objection \(objection) about the round"
    case .confirm(let round): "Propose that round \(round) be confirmed; its notice is over"
    case .approve(let proposal, let waitsFor):
      "Approve proposal \(proposal) or send it back; it waits for: \(waitsFor.map(role).joined(separator: ", "))"
    case .serve(let studio, let round):
      "Serve \(names.studio(studio)) the notice to rectify after round \(round); its time runs from then (Art. 20)"
    case .rectificationEnds(let studio, let round):
      "Last day for \(names.studio(studio)) to rectify what round \(round) found (Art. 20)"
    case .secondAssessment(let studio, let round):
      "Open the second assessment of \(names.studio(studio)) after round \(round) (Art. 20)"
    case .cancelTitle(let studio, let round):
      "Open proceedings to cancel the title of \(names.studio(studio)), which failed again in round \(round) (Art. 20)"
    case .pay(let studio, let fen, let round):
      "Pay \(names.studio(studio)) \(yuan(fen)) for its excellence in round \(round) (Art. 20)"
    case .nextRound(let period): "Open the round for \(years(period)) (Art. 13)"
    // Applications (Art. 5–9)
    case .application(let id, let step): "Application \(id): \(self.step(step)) (Art. 8)"
    case .answerApplication(let objection, let id): "Answer objection \(objection) to application \(id)"
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement(let studio):
      "File the responsibility agreement of \(names.studio(studio)) with the bureau (Art. 12(1))"
    case .grantPlaque(let studio): "Grant \(names.studio(studio)) its plaque (Art. 12(2), 18)"
    case .returnPlaque(let studio, let number): "Give plaque \(number) of \(names.studio(studio)) back (Art. 18)"
    case .returnCard(let studio, let number):
      "Give work card \(number) of \(names.studio(studio)) back; its holder left (Art. 12(2))"
    case .nameOfficer(let studio, let post):
      "Name the \(self.post(post)) of \(names.studio(studio)) (Art. 12(3))"
    case .reviewOfficer(let studio, let post, let person):
      "Review \(names.person(person)), named as the \(self.post(post)) of \(names.studio(studio)) (Art. 12(3))"
    case .report(let studio, let kind, .studio): "\(kind.en) of \(names.studio(studio)) (Art. 12)"
    case .report(let studio, let kind, .bureau): "\(kind.en) at \(names.studio(studio)), by the bureau (Art. 11)"
    // Plans (Art. 16)
    case .plan, .completePlan, .checkYear, .settlePlanChange: plansTask(task, names)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    case .paySubsidy(let studio, let fen):
      "Pay \(names.studio(studio)) the one-off subsidy of \(yuan(fen)) (Art. 19)"
    case .match(let studio, let fen):
      "The unit of \(names.studio(studio)) still owes \(yuan(fen)) of its match (Art. 19, 23)"
    case .yearlyFunds(let studio, let year):
      "The unit of \(names.studio(studio)) still owes its funds for \(year) (Art. 19, 23)"
    // Cancellation (Art. 14, 15, 20)
    case .decideUnavailable(let studio):
      "Decide what becomes of \(names.studio(studio)), whose expert cannot lead it (Art. 15)"
    case .inviteStatement(let id, let studio):
      "Gather proof in proceedings \(id), and tell \(names.studio(studio)) that it may state its case"
    case .statementEnds(let id, let studio):
      "Last day for \(names.studio(studio)) to state its case in proceedings \(id)"
    case .decideCancellation(let id, let studio):
      "Record the statement of \(names.studio(studio)), and propose the decision in proceedings \(id)"
    case .serveCancellation(let id, let studio): "Serve \(names.studio(studio)) the decision in proceedings \(id)"
    case .restore(let studio): "Propose to restore \(names.studio(studio)), whose cancellation was annulled"
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    case .approvePoints(let points, let studio):
      "Approve \(points), points certified off the system for \(names.studio(studio)), or have it withdrawn (Art. 17)"
    // Retention (working rule)
    case .eraseValues(let persons):
      "Erase values that are past their time, persons: \(persons); studio retention due lists them (working rule)"
    }
  }

  func decision(_ decision: Decision, _ names: Names) -> String {
    switch decision {
    case .returnSheet(let round, let judge, let sheet):
      "Return judge \(names.account(judge))'s sheet “\(sheet.rubric)” for \(names.studio(sheet.studio)) in round \(round)"
    case .replaceJudge(let round, let judge, let other):
      "Replace judge \(names.account(judge)) by the alternate \(names.account(other)) in round \(round)"
    case .confirmRound(let round): "Confirm the result of round \(round)"
    case .abandonRound(let round): "Abandon round \(round)"
    case .cancelTitle(let studio): "Decide to cancel \(names.studio(studio)) (Art. 14, 15, 20)"
    // Applications (Art. 5–9)
    case .confirmApplication(let id, let code):
      "Confirm application \(id)" + (code.map { " as studio \($0)" } ?? "") + " (Art. 8, 15)"
    case .rejectApplication(let id): "Reject application \(id) (Art. 8)"
    case .countBranch(let branch, let enterprise): "Count \(branch), a branch of \(enterprise), as a unit (Art. 9)"
    // Care (Art. 11, 12, 18, 23, 24)
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    case .pay(let payment):
      "Pay \(names.studio(payment.studio)) \(yuan(payment.fen)), \(grant(payment.grant)); document: \(payment.document)"
    case .reversePayment(let entry): "Reverse the payment \(entry)"
    // Cancellation (Art. 14, 15, 20)
    case .suspend(let studio): "Suspend \(names.studio(studio)) (Art. 15)"
    case .resume(let studio): "Let \(names.studio(studio)) go on"
    case .end(let studio): "End \(names.studio(studio))"
    case .restore(let studio): "Restore \(names.studio(studio)), whose cancellation was annulled"
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    // Retention (working rule)
    }
  }

  func effect(_ effect: Effect, _ names: Names) -> String {
    let scores = [effect.scoreBefore, effect.scoreAfter].map { $0?.description ?? "none" }
    return "\(names.studio(effect.studio)) “\(effect.rubric)”: signed sheets \(effect.sheetsBefore) → "
      + "\(effect.sheetsAfter), score \(scores[0]) → \(scores[1])"
  }

  func fault(_ fault: JournalFault) -> String {
    let entry = fault.sequence.map { "Entry \($0)" } ?? "The register's file"
    return switch fault.problem {
    case .altered: "\(entry) does not agree with the digest beside it: it was altered"
    case .missing: "\(entry) is missing: it was taken out"
    case .reordered(let other): "\(entry) is whole but belongs behind entry \(other): the order was changed"
    case .detached: "\(entry) is whole but does not follow from the entry before it: that one was replaced"
    case .cut(let end): "\(entry) is missing, and the checkpoint names entry \(end): the journal's end was cut off"
    case .differsFromCheckpoint: "\(entry) is not the one that the checkpoint names: the journal was written anew"
    case .unknownKind(let kind, let version):
      "\(entry) is of the kind “\(kind)”, version \(version), unknown to this program: a newer one may read it"
    case .undecodable:
      "\(entry) cannot be read as what it says it is: it was not written by this program, or is damaged"
    case .unreadableLine: "\(entry): the line of the exported file is no entry; the file was changed or is damaged"
    case .recomputed: "\(entry): computing the outcome again gives another one than was stored"
    case .commitment(let person):
      "\(entry): what is stored of person \(person) is not what the journal vouches for: it was changed from outside"
    case .lostValues(let person): "\(entry): what was stored of person \(person) is gone, though nobody had it erased"
    case .lostFile: "\(entry) names a scan that is not in the file any more: it was taken out"
    case .alteredFile(let digest): "\(entry): the stored file \(digest) has other bytes than when it was stored"
    case .schema(let name):
      "\(entry): “\(name)” in the file is not as this program made it: it was changed from outside"
    case .file(let report): "\(entry): the file is damaged; SQLite's own check says: \(report)"
    }
  }

  func store(_ fault: StoreFault, file: String) -> String {
    switch fault {
    case .conflict: "Somebody else wrote to “\(file)” in between; look at it as it is now and try again"
    case .missing: "There is no file “\(file)”; check the name, or found a register with studio init"
    case .exists: "There is a file “\(file)” already, and it was left as it is; name another"
    case .notARegister: "“\(file)” is no register; check the name behind --database"
    case .newerVersion: "“\(file)” was made by a newer version of this program; use that version"
    case .truncated: "“\(file)” ends too early, as after a copy that broke off; take the copy anew, or restore a backup"
    case .damaged: "“\(file)” is damaged; keep it, and restore a backup: studio restore"
    case .readOnly: "“\(file)” is read-only; ask for permission to write to it and its folder"
    case .locked: "Another program holds “\(file)”; close that and try again"
    case .full: "No room is left where “\(file)” stands; make room and try again"
    case .unwritable: "“\(file)” cannot be written; check its folder and your permission to write there"
    }
  }

  func party(_ party: Due.Party) -> String {
    switch party {
    case .bureau: "the bureau"
    case .departments: "both departments"
    case .unit: "the unit"
    case .studio: "the studio"
    }
  }

  func role(_ role: Role) -> String {
    switch role {
    case .bureauClerk: "bureau clerk"
    case .bureauApprover: "bureau approver"
    case .organisationClerk: "organisation-department clerk"
    case .organisationApprover: "organisation-department approver"
    case .supervisor: "supervisor"
    case .judge: "judge"
    case .contact: "studio contact"
    case .department: "competent department"
    }
  }

  func command(_ name: CommandName) -> String {
    switch name {
    case .found: "found the register"
    case .addPerson: "add a person"
    case .changePerson: "change a person's particulars"
    case .erasePerson: "erase a person's particulars"
    case .recordEmployment: "record where a person works"
    case .openAccount: "open an account"
    case .closeAccount: "close an account"
    case .appointDeputy: "appoint a deputy"
    case .importStudios: "import studios"
    case .enterEvidence: "enter evidence"
    case .verifyEvidence: "verify evidence"
    case .rejectEvidence: "reject evidence"
    case .openRound: "open a round"
    case .appointPanel: "appoint a panel"
    case .recuse: "recuse a judge"
    case .enterSheets: "enter score sheets"
    case .signSheets: "sign score sheets"
    case .closeRound: "close a round"
    case .castVote: "cast a vote"
    case .countVote: "count a vote"
    case .publishRound: "publish a result"
    case .raiseObjection: "enter an objection"
    case .answerObjection: "answer an objection"
    case .serveRectification: "serve a notice to rectify"
    case .openSecondAssessment: "open a second assessment"
    case .proposeReturn: "propose the return of a sheet"
    case .proposeReplacement: "propose the replacement of a judge"
    case .proposeConfirmation: "propose the confirmation of a round"
    case .proposeAbandonment: "propose that a round is abandoned"
    case .proposeTitleCancellation: "propose the cancellation of a title"
    case .approve: "approve a proposal"
    case .sendBack: "send a proposal back"
    case .enterPaper: "enter a signed paper"
    case .checkPaper: "check a signed paper"
    case .adoptRules: "adopt rules"
    case .interpretRules: "record an interpretation"
    // Applications (Art. 5–9)
    case .receiveApplications: "receive applications"
    case .recordMaterial: "record a material of an application"
    case .findCondition: "record a finding of an application"
    case .waiveUnitRule: "waive one studio for each unit and occupation"
    case .reviewApplication: "record the review of an application"
    case .publishApplications: "put applications on public notice"
    case .objectToApplication: "record an objection to an application"
    case .answerApplicationObjection: "answer an objection to an application"
    case .withdrawApplication: "record that an application is withdrawn"
    case .proposeApplicationConfirmation: "propose the confirmation of an application"
    case .proposeApplicationRejection: "propose the rejection of an application"
    case .proposeBranch: "propose that a branch counts as a unit"
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement: "file an agreement"
    case .grantPlaque: "grant a plaque"
    case .returnPlaque: "record that a plaque came back"
    case .losePlaque: "record that a plaque was lost"
    case .issueCard: "issue a work card"
    case .returnCard: "record that a work card came back"
    case .nameOfficer: "name a head or contact"
    case .reviewOfficer: "review a head or contact"
    case .endOffice: "record that a head or contact left"
    case .recordMembers: "record members"
    case .endMembership: "record that a member left"
    case .archiveRecords: "enter records of an archive"
    case .makeReport: "enter a studio's report"
    case .recordVisit: "enter a report of the bureau"
    case .strikeCare: "strike a record or report"
    // Plans (Art. 16)
    case .draftPlan: "draft a yearly plan"
    case .submitPlan: "submit a yearly plan"
    case .reviewPlan: "record the experts' review of a plan"
    case .changePlan: "ask for a change of a plan"
    case .settlePlanChange: "approve or refuse a change of a plan"
    case .enterCompletions: "enter how far a plan was completed"
    case .checkYear: "check a studio's year"
    case .importTables: "import tables of evidence, plans and apprentices"
    // Apprentices (Art. 21)
    case .enrolApprentice: "enrol an apprentice"
    case .endTraining: "record the end of a training"
    case .promoteApprentice: "record an apprentice's grade"
    case .reportApprentice: "record the named expert's report"
    case .findGradeConditions: "record whether a grade's conditions are met"
    case .recordTheoryExam: "record a theory exam"
    // Funds (Art. 12(5), 19, 20)
    case .proposePayment: "propose a payment"
    case .proposePaymentReversal: "propose the reversal of a payment"
    case .recordMatch: "record a unit's match"
    case .recordYearlyFunds: "record a unit's yearly funds"
    case .recordSpending: "record what was spent"
    case .recordReturn: "record money returned"
    case .recordHigherPlaque: "record a plaque of a higher level"
    case .recordEarlierSubsidy: "record an earlier subsidy"
    case .reverseEntry: "reverse an entry of a ledger"
    case .closeFunds: "close a ledger"
    // Cancellation (Art. 14, 15, 20)
    case .recordUnavailable: "record that an expert cannot lead the studio"
    case .recordAvailable: "record that an expert can lead the studio again"
    case .openCancellation: "open proceedings to cancel a title"
    case .addExhibit: "add proof in proceedings"
    case .inviteStatement: "tell a studio that it may state its case"
    case .recordStatement: "record a studio's statement"
    case .dropCancellation: "drop proceedings"
    case .serveCancellation: "serve a cancellation"
    case .fileAppeal: "record an appeal"
    case .decideAppeal: "record how an appeal ended"
    case .proposeSuspension: "propose a suspension"
    case .proposeResumption: "propose that a studio goes on"
    case .proposeEnd: "propose that a studio ends"
    case .proposeRestoration: "propose a restoration"
    // Recommendation (Art. 7, 13, 22)
    case .findCandidacy: "record whether a condition is met"
    case .makeRecommendation: "recommend a studio"
    case .answerRecommendation: "record what became of a recommendation"
    // Secrets (Art. 17)
    case .grantClearance: "enter that somebody is cleared for state secrets"
    case .withdrawClearance: "withdraw a clearance"
    case .certifyPoints: "enter points certified off the system"
    case .approvePoints: "approve points certified off the system"
    case .withdrawPoints: "withdraw points certified off the system"
    // Retention (working rule)
    case .placeHold: "hold an erasure"
    case .releaseHold: "release a hold"
    }
  }

  func standing(_ standing: Studio.Standing) -> String {
    switch standing {
    case .inCare: "in care"
    case .rectifying: "rectifying"
    case .cancelled: "cancelled"
    case .suspended: "suspended"
    case .ended: "ended"
    }
  }

  func move(_ move: Studio.Move) -> String {
    switch move {
    case .fail: "rectify after a failure"
    case .pass: "pass the second assessment"
    case .suspend: "suspend"
    case .resume: "go on after a suspension"
    case .cancel: "cancel the title"
    case .end: "end"
    case .restore: "restore after a cancellation"
    }
  }

  func stage(_ stage: Round.Stage) -> String {
    switch stage {
    case .marking: "marking"
    case .closed: "closed"
    case .published: "published"
    case .confirmed: "confirmed"
    case .abandoned: "abandoned"
    }
  }

  func relation(_ relation: JudgeRecused.Relation) -> String {
    switch relation {
    case .sameUnit: "same unit"
    case .kin: "kin"
    case .masterAndApprentice: "master and apprentice"
    case .jointProject: "joint project"
    case .other: "other relation"
    }
  }

  func origin(_ origin: JudgeRecused.Origin) -> String {
    switch origin {
    case .declared: "declared by the judge"
    case .entered: "entered by the bureau"
    case .found: "found by the register"
    }
  }

  func why(_ why: EarlierSheet.Why) -> String {
    switch why {
    case .returned: "returned to the judge"
    case .replaced: "judge replaced"
    case .recused: "judge recused"
    }
  }

  func state(_ state: EvidenceItem.State) -> String {
    switch state {
    case .entered: "to be verified"
    case .verified(_, let day): "verified on \(day)"
    case .rejected(let reason): "rejected: \(reason)"
    }
  }

  /// The years of a period as one says them: `2024–2025`.
  func years(_ period: Period) -> String {
    let (first, last) = (period.years.lowerBound, period.years.upperBound)
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// Money that is kept in fen: `¥20,000`, with the fen only where there are some.
  func yuan(_ fen: Int) -> String {
    if fen < 0 { return "−" + yuan(-fen) }
    let (whole, rest) = (fen / 100, fen % 100)
    var digits = "\(whole)"
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return "¥" + digits + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  /// At most seven things by name, a whole panel; the rest by their number.
  func list(_ items: [String], by separator: String = ", ") -> String {
    let shown = items.prefix(7).joined(separator: separator)
    return items.count > 7 ? "\(shown) and \(items.count - 7) more" : shown
  }
}
