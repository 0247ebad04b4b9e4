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

  /// The two departments that direct the work (Art. 4): who runs rounds, or approves what is proposed about them.
  package static let desks: Set<Role> = [.bureauClerk, .bureauApprover, .organisationClerk, .organisationApprover]
  /// The desks, and who watches over them.
  package static let officials: Set<Role> = desks.union([.supervisor])
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
    case .enterPaper, .checkPaper, .checkPaperSheets: clerks
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
    // Ways in (working rule)
    case .issueAccess, .revokeAccess: [.bureauClerk, .bureauApprover]
    }
  }
}
