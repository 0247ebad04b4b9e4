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
  // Apprentices (Art. 21)
  // Funds (Art. 12(5), 19, 20)
  // Cancellation (Art. 14, 15, 20)
  // Recommendation (Art. 7, 13, 22)
  // Secrets (Art. 17)
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
    // Care (Art. 11, 12, 18, 23, 24)
    case .fileAgreement, .losePlaque, .nameOfficer, .endOffice, .archiveRecords: [.bureauClerk, .contact]
    case .grantPlaque, .returnPlaque: clerks
    case .issueCard, .returnCard, .strikeCare: [.bureauClerk]
    case .recordMembers, .endMembership, .makeReport: [.bureauClerk, .contact, .department]
    case .reviewOfficer, .recordVisit: [.bureauClerk, .bureauApprover]
    // Plans (Art. 16)
    // Apprentices (Art. 21)
    // Funds (Art. 12(5), 19, 20)
    // Cancellation (Art. 14, 15, 20)
    // Recommendation (Art. 7, 13, 22)
    // Secrets (Art. 17)
    // Retention (working rule)
    case .placeHold, .releaseHold: [.bureauApprover]
    }
  }
}
