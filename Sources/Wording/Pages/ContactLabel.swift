package import Scoring

/// The words of the contact's pages.
package enum ContactLabel: String, CaseIterable, Sendable {
  case addItem, addNeedsAll, addRow, agreement, allEvidence, allPlans, amount, apprentices, askToAdd, askToDrop,
    askToReweigh
  case back, balance, changeText, changes, choose, chooseChange, chooseItem, completion, conclusions, confirmed, content
  case criterion, day, dayNeeded, differences, documentHint, documentTitle, download, draftKeeps, dropped, due
  case emptyTable, endTraining, ended, enrol, enrolNow, enterNow, enterRow, entered, evidence, evidenceText
  case excellent, failing, fate, fulfilment, fund, fundNeeded, grade, happened, howItFollows, id, importNow
  case importTable, importText, invoiceHint, item, itemTitle, itemToChange, items, itemsOfPlan, joined, judge
  case kind, lateObjection, leaves, left, lettersText, line, listSeparator, marks, members, more, moreItems
  case nameNeeded, newItemTitle, newMember, newPlan, newReport, newRow, newSpending, noOutcomes, noReason, noTable
  case notToDrop, nothingDue, nothingNew, object, objectNow, objection, objectionHint, objectionText
  case officialNotice, onlyToAdd, openEvidence, openOutcome, openOutcomes, openPlans, optional, otherPurpose
  case outcomes, overdue, passing, personName, personText, personalText, plans, points, promotion, promotions
  case published, purposeNeeded, qualification, rank, reason, reasonOnFile, reasons, record, reference
  case referenceText, rejected, rejectedBecause, remark, removeRow, reopened, reportHint, reportNow, reported
  case reports, review, running, saveCompletion, saveDraft, scan, scanHint, scanNotTaken, scanTooLarge, score
  case secondAssessment, servedField, spending, spentFor, standing, started, startedHint, state, submitPlan, submitText
  case submitted, sum, sumHint, tableFile, trainingReport, unit, verdict, verdictNeeded, verified, waiting, weight
  case year, years
}

/// The sentences of the contact's pages.
package enum ContactNotice: Hashable, Sendable {
  case period(Period)
  case sum(fen: Int)
  // Plans (Art. 16)
  case planOf(Int)
  case planDue(year: String, Day)
  case weights(most: Int)
  case removeRow(Int)
  case noYear(String)
  case noWeight(title: String, found: String)
  case noPercent(title: String, found: String)
  case changeApproved(Day)
  case changeRefused(Day, reason: String)
  // Evidence
  case wrongCells(Int)
  case notEntered(String)
  case tableNotEntered(Int)
  case apprentice(String)
  case endMembership(String)
  case reportWithin(kind: String, days: Int)
  // Outcomes
  case outcomeOf(Period)
  case recused(Int)
  case absent(Int)
  case corrected(version: Int)
  case answerBy(Day)
  case answered(Day, isUpheld: Bool, text: String)
}
