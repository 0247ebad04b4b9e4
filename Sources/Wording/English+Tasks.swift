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
    // Secrets (Art. 17)
    case .approvePoints(let points, let studio):
      "Approve \(points), points certified off the system for \(names.studio(studio)), or have it withdrawn (Art. 17)"
    // Retention (working rule)
    case .eraseValues(let persons):
      "Erase values that are past their time, persons: \(persons) (working rule); "
        + (namesCommands ? "studio retention due lists them" : "the system administrator exports the list")
    }
  }

  func decision(_ decision: Decision, _ names: Names) -> String {
    switch decision {
    case .returnSheet(let round, let judge, let sheet):
      "Return judge \(names.account(judge))'s sheet “\(label(.rubric, sheet.rubric, names))” for \(names.studio(sheet.studio)) in round \(round)"
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
    // Funds (Art. 12(5), 19, 20)
    case .pay(let payment):
      "Pay \(names.studio(payment.studio)) \(yuan(payment.fen)), \(grant(payment.grant)); document: \(payment.document)"
    case .reversePayment(let entry): "Reverse the payment \(entry)"
    // Cancellation (Art. 14, 15, 20)
    case .suspend(let studio): "Suspend \(names.studio(studio)) (Art. 15)"
    case .resume(let studio): "Let \(names.studio(studio)) go on"
    case .end(let studio): "End \(names.studio(studio))"
    case .restore(let studio): "Restore \(names.studio(studio)), whose cancellation was annulled"
    }
  }

  func effect(_ effect: Effect, _ names: Names, withScores: Bool) -> String {
    let scores = [effect.scoreBefore, effect.scoreAfter].map { $0?.description ?? "none" }
    return
      "\(names.studio(effect.studio)) “\(label(.rubric, effect.rubric, names))”: signed sheets \(effect.sheetsBefore) → "
      + "\(effect.sheetsAfter)" + (withScores ? ", score \(scores[0]) → \(scores[1])" : "")
  }
}
