/// What an account may do, by the part that its holder has.
package enum Role: String, Codable, CaseIterable, Sendable {
  case bureauClerk = "bureau-clerk"
  case bureauApprover = "bureau-approver"
  case organisationClerk = "organisation-clerk"
  case organisationApprover = "organisation-approver"
  /// Reads everything, changes nothing.
  case supervisor
  case judge
  /// Art. 12(3): the studio's contact.
  case contact
  /// Art. 11: the department in charge of the unit.
  case department
}

/// The name of everything that can be asked for.
package enum CommandName: String, CaseIterable, Sendable {
  case found
  case addPerson = "add-person"
  case changePerson = "change-person"
  case erasePerson = "erase-person"
  case recordEmployment = "record-employment"
  case openAccount = "open-account"
  case closeAccount = "close-account"
  case appointDeputy = "appoint-deputy"
  case importStudios = "import-studios"
  case enterEvidence = "enter-evidence"
  case verifyEvidence = "verify-evidence"
  case rejectEvidence = "reject-evidence"
  case openRound = "open-round"
  case appointPanel = "appoint-panel"
  case recuse
  case enterSheets = "enter-sheets"
  case signSheets = "sign-sheets"
  case closeRound = "close-round"
  case castVote = "cast-vote"
  case countVote = "count-vote"
  case publishRound = "publish-round"
  case raiseObjection = "raise-objection"
  case answerObjection = "answer-objection"
  case serveRectification = "serve-rectification"
  case openSecondAssessment = "open-second-assessment"
  case proposeReturn = "propose-return"
  case proposeReplacement = "propose-replacement"
  case proposeConfirmation = "propose-confirmation"
  case proposeAbandonment = "propose-abandonment"
  case proposeTitleCancellation = "propose-title-cancellation"
  case approve
  case sendBack = "send-back"
  case enterPaper = "enter-paper"
  case checkPaper = "check-paper"
  // Rules (Art. 25)
  case adoptRules = "adopt-rules"
  case interpretRules = "interpret-rules"
  // Applications (Art. 5–9)
  case receiveApplications = "receive-applications"
  case recordMaterial = "record-material"
  case findCondition = "find-condition"
  case waiveUnitRule = "waive-unit-rule"
  case reviewApplication = "review-application"
  case publishApplications = "publish-applications"
  case objectToApplication = "object-to-application"
  case answerApplicationObjection = "answer-application-objection"
  case withdrawApplication = "withdraw-application"
  case proposeApplicationConfirmation = "propose-application-confirmation"
  case proposeApplicationRejection = "propose-application-rejection"
  case proposeBranch = "propose-branch"
  // Care (Art. 11, 12, 18, 23, 24)
  case fileAgreement = "file-agreement"
  case grantPlaque = "grant-plaque"
  case returnPlaque = "return-plaque"
  case losePlaque = "lose-plaque"
  case issueCard = "issue-card"
  case returnCard = "return-card"
  case nameOfficer = "name-officer"
  case reviewOfficer = "review-officer"
  case endOffice = "end-office"
  case recordMembers = "record-members"
  case endMembership = "end-membership"
  case archiveRecords = "archive-records"
  case makeReport = "make-report"
  case recordVisit = "record-visit"
  case strikeCare = "strike-care"
  // Plans (Art. 16)
  case draftPlan = "draft-plan"
  case submitPlan = "submit-plan"
  case reviewPlan = "review-plan"
  case changePlan = "change-plan"
  case settlePlanChange = "settle-plan-change"
  case enterCompletions = "enter-completions"
  case checkYear = "check-year"
  case importTables = "import-tables"
  // Apprentices (Art. 21)
  case enrolApprentice = "enrol-apprentice"
  case endTraining = "end-training"
  case promoteApprentice = "promote-apprentice"
  case reportApprentice = "report-apprentice"
  case findGradeConditions = "find-grade-conditions"
  case recordTheoryExam = "record-theory-exam"
  // Funds (Art. 12(5), 19, 20)
  case proposePayment = "propose-payment"
  case proposePaymentReversal = "propose-payment-reversal"
  case recordMatch = "record-match"
  case recordYearlyFunds = "record-yearly-funds"
  case recordSpending = "record-spending"
  case recordReturn = "record-return"
  case recordHigherPlaque = "record-higher-plaque"
  case recordEarlierSubsidy = "record-earlier-subsidy"
  case reverseEntry = "reverse-entry"
  case closeFunds = "close-funds"
  // Cancellation (Art. 14, 15, 20)
  case recordUnavailable = "record-unavailable"
  case recordAvailable = "record-available"
  case openCancellation = "open-cancellation"
  case addExhibit = "add-exhibit"
  case inviteStatement = "invite-statement"
  case recordStatement = "record-statement"
  case dropCancellation = "drop-cancellation"
  case serveCancellation = "serve-cancellation"
  case fileAppeal = "file-appeal"
  case decideAppeal = "decide-appeal"
  case proposeSuspension = "propose-suspension"
  case proposeResumption = "propose-resumption"
  case proposeEnd = "propose-end"
  case proposeRestoration = "propose-restoration"
  // Recommendation (Art. 7, 13, 22)
  case findCandidacy = "find-candidacy"
  case makeRecommendation = "make-recommendation"
  case answerRecommendation = "answer-recommendation"
  // Secrets (Art. 17)
  case grantClearance = "grant-clearance"
  case withdrawClearance = "withdraw-clearance"
  case certifyPoints = "certify-points"
  case approvePoints = "approve-points"
  case withdrawPoints = "withdraw-points"
  // Retention (working rule)
  case placeHold = "place-hold"
  case releaseHold = "release-hold"
}

/// Which role may ask for which command (Art. 4, 8(2), 11; the division between clerk and approver is a working rule).
package enum Permissions {
  private static let clerks: Set<Role> = [.bureauClerk, .organisationClerk]
  private static let approvers: Set<Role> = [.bureauApprover, .organisationApprover]

  /// The roles that may ask for a command; a supervisor may ask for none.
  package static func roles(for command: CommandName) -> Set<Role> {
    switch command {
    case .found: [.bureauApprover]
    case .addPerson, .changePerson, .recordEmployment: clerks.union(approvers)
    case .openAccount, .closeAccount, .erasePerson: [.bureauApprover]
    case .appointDeputy: approvers
    case .importStudios: [.bureauClerk]
    case .enterEvidence: [.bureauClerk, .contact]
    case .verifyEvidence, .rejectEvidence: [.bureauClerk, .bureauApprover, .department]
    case .openRound, .appointPanel, .closeRound, .countVote, .publishRound: [.bureauClerk]
    case .recuse, .enterSheets: [.bureauClerk, .judge]
    case .signSheets, .castVote: [.judge]
    case .raiseObjection: [.bureauClerk, .organisationClerk, .contact]
    case .answerObjection: [.bureauApprover]
    case .serveRectification, .openSecondAssessment: [.bureauClerk]
    case .proposeReturn, .proposeReplacement, .proposeConfirmation, .proposeAbandonment,
      .proposeTitleCancellation:
      [.bureauClerk]
    case .approve, .sendBack: approvers
    case .enterPaper, .checkPaper: clerks
    // Rules (Art. 25)
    case .adoptRules, .interpretRules: [.bureauApprover]
    // Applications (Art. 5–9)
    case .receiveApplications, .recordMaterial, .findCondition, .waiveUnitRule, .publishApplications,
      .withdrawApplication, .proposeApplicationConfirmation, .proposeApplicationRejection, .proposeBranch:
      [.bureauClerk]
    case .reviewApplication, .objectToApplication: clerks
    case .answerApplicationObjection: [.bureauApprover]
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement, .losePlaque, .nameOfficer, .endOffice, .archiveRecords: [.bureauClerk, .contact]
    case .grantPlaque, .returnPlaque: clerks
    case .issueCard, .returnCard, .strikeCare: [.bureauClerk]
    case .recordMembers, .endMembership, .makeReport: [.bureauClerk, .contact, .department]
    case .reviewOfficer, .recordVisit: [.bureauClerk, .bureauApprover]
    // Plans (Art. 16)
    case .draftPlan, .submitPlan, .changePlan, .enterCompletions, .importTables: [.bureauClerk, .contact]
    case .reviewPlan: clerks
    case .settlePlanChange: [.bureauClerk, .bureauApprover]
    case .checkYear: [.bureauClerk]
    // Apprentices (Art. 21)
    case .enrolApprentice, .endTraining, .promoteApprentice, .reportApprentice, .recordTheoryExam:
      [.bureauClerk, .contact]
    case .findGradeConditions: [.bureauClerk, .department]
    // Funds (Art. 12(5), 19, 20)
    case .proposePayment, .proposePaymentReversal, .recordMatch, .recordYearlyFunds, .recordReturn,
      .recordHigherPlaque, .recordEarlierSubsidy, .reverseEntry, .closeFunds:
      [.bureauClerk]
    // Art. 11, 12(5): the unit keeps the studio's ledger.
    case .recordSpending: [.bureauClerk, .contact]
    // Cancellation (Art. 14, 15, 20)
    case .recordUnavailable, .recordAvailable: [.bureauClerk, .contact, .department]
    case .openCancellation, .addExhibit, .inviteStatement, .dropCancellation, .serveCancellation, .fileAppeal,
      .decideAppeal:
      [.bureauClerk]
    case .recordStatement: [.bureauClerk, .contact]
    case .proposeSuspension, .proposeResumption, .proposeEnd, .proposeRestoration: [.bureauClerk]
    // Recommendation (Art. 7, 13, 22)
    // Art. 11: the competent department coordinates and recommends; Art. 7: upward the bureau recommends.
    case .findCandidacy: [.bureauClerk, .department]
    case .makeRecommendation: [.bureauApprover]
    case .answerRecommendation: [.bureauClerk]
    // Secrets (Art. 17)
    case .grantClearance, .withdrawClearance: [.bureauApprover]
    case .certifyPoints, .approvePoints, .withdrawPoints: clerks.union(approvers)
    // Retention (working rule)
    case .placeHold, .releaseHold: [.bureauApprover]
    }
  }
}
