package import Scoring

/// The words of the departments' desks: what is due, studios, applications, evidence, proposals.
package enum RegisterLabel: String, CaseIterable, Sendable {
  // Due
  case dueIntro, dueOverdue, dueNear, dueLater, dueNone, dueElsewhere
  // Lists and sections
  case optional, search, standing, allStandings, filter, noneFound, contents, doneElsewhere, nothingRecorded, older,
    look, derivation, earlierVersion, sectionStanding, sectionHistory, sectionOutcomes, sectionCertified,
    sectionRectifications,
    sectionProceedings, sectionEvidence, sectionPlans, sectionApprentices, sectionFunds, sectionTeam,
    sectionDocuments, sectionArchive, sectionReports, noStatement, toVerify, unreviewed, accepted
  // Forms
  case enter, propose, fieldDay, fieldDocument, fieldAmount, fieldYear, fieldFund, fieldPurpose, fieldNote,
    fieldGrant, fieldReason, fieldRefusal, fieldServed, fieldReceipt, fieldNumber, fieldSigned, fieldScan, fieldPost,
    fieldDecision, fieldPlan, fieldReview, fieldChange, fieldMonths, fieldUnitFunds, fieldRemarks, fieldKind,
    fieldHappened, fieldContent, fieldPaperDate, accept, refuse, otherPurpose, hintNoNames, hintProposal, hintPayment,
    hintRectification, hintSecondPerson, hintPaper, hintCheckPaper, choiceNeeded
  // Applications
  case applicationsOpen, applicationsEnded, applicationsElsewhere, sectionWay, sectionMaterials, sectionConditions,
    sectionReviews, sectionObjections, standsAgainst, recommended, notRecommended, publicNotice, upheld, notUpheld,
    anonymous, toStudio, toApplication, toRound
  // Evidence
  case evidenceIntro, allStudios, nothingWaits, row, ownEntry, scan, verify, reject, rejectReason, nothingTicked
  // Proposals
  case pendingIntro, pendingOwn, pendingOthers, pendingPast, carried, approvedBy, paper, balanceAfter, sectionFollows,
    sheetsBefore, sheetsAfter, scoreBefore, scoreAfter, approve, sendBack, paperAgrees, notYours, hintOneOfTwo,
    hintCarries, scanNeeded, sendBackReason
}

/// Sentences of the departments' desks, with what they are about.
package enum RegisterNotice: Hashable, Sendable {
  case shown(Int, of: Int)
  case stands(String)
  case moves([String])
  /// Money that excellence earned (Art. 20), and when it was paid.
  case award(round: String, fen: Int, paid: Day?)
  case lacks([String])
  case archiveLacks([String])
  case waiting(Int)
  case yearChecked(Int, on: Day, flags: [String], remarks: String)
  case characters(Int)
  case sentBack(String)
  case waitsFor([String])
  case cannotFollow(String)
  case excellent(String)
  case failed(String)
  case entry(Int)
  case badDay(String)
  case badSum(String)
  case badNumber(String)
}
