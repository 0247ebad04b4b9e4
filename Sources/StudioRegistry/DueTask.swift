// What a task is about: a new kind of task has to be put into each list here.
extension Due.Task {
  /// The one studio that it is about.
  package var studio: ID<Studio>? {
    switch self {
    case .answer(_, let studio): studio
    case .serve(let studio, _), .rectificationEnds(let studio, _), .secondAssessment(let studio, _),
      .cancelTitle(let studio, _), .pay(let studio, _, _), .fileAgreement(let studio), .grantPlaque(let studio),
      .returnPlaque(let studio, _), .returnCard(let studio, _), .nameOfficer(let studio, _),
      .reviewOfficer(let studio, _, _), .report(let studio, _, _), .plan(let studio, _),
      .completePlan(_, let studio, _), .checkYear(let studio, _), .settlePlanChange(_, let studio),
      .paySubsidy(let studio, _), .match(let studio, _), .yearlyFunds(let studio, _),
      .decideUnavailable(let studio), .inviteStatement(_, let studio), .statementEnds(_, let studio),
      .decideCancellation(_, let studio), .serveCancellation(_, let studio), .restore(let studio),
      .approvePoints(_, let studio):
      studio
    case .noticeEnds, .confirm, .approve, .nextRound, .application, .answerApplication, .eraseValues: nil
    }
  }

  /// The application that it is about.
  package var application: ID<Application>? {
    switch self {
    case .application(let application, _), .answerApplication(_, let application): application
    case .noticeEnds, .answer, .confirm, .approve, .serve, .rectificationEnds, .secondAssessment, .cancelTitle, .pay,
      .nextRound, .fileAgreement, .grantPlaque, .returnPlaque, .returnCard, .nameOfficer, .reviewOfficer, .report,
      .plan, .completePlan, .checkYear, .settlePlanChange, .paySubsidy, .match, .yearlyFunds, .decideUnavailable,
      .inviteStatement, .statementEnds, .decideCancellation, .serveCancellation, .restore, .approvePoints,
      .eraseValues:
      nil
    }
  }

  /// Whose names its words hold.
  package var persons: [ID<Person>] {
    switch self {
    case .reviewOfficer(_, _, let person): [person]
    case .noticeEnds, .answer, .confirm, .approve, .serve, .rectificationEnds, .secondAssessment, .cancelTitle, .pay,
      .nextRound, .application, .answerApplication, .fileAgreement, .grantPlaque, .returnPlaque, .returnCard,
      .nameOfficer, .report, .plan, .completePlan, .checkYear, .settlePlanChange, .paySubsidy, .match, .yearlyFunds,
      .decideUnavailable, .inviteStatement, .statementEnds, .decideCancellation, .serveCancellation, .restore,
      .approvePoints, .eraseValues:
      []
    }
  }

  /// Whether it belongs to the assessment of studios and what follows from it (Art. 13, 14, 15, 20).
  package var isOfRounds: Bool {
    switch self {
    case .noticeEnds, .answer, .confirm, .approve, .serve, .rectificationEnds, .secondAssessment, .cancelTitle, .pay,
      .nextRound, .inviteStatement, .statementEnds, .decideCancellation, .serveCancellation, .restore:
      true
    case .application, .answerApplication, .fileAgreement, .grantPlaque, .returnPlaque, .returnCard, .nameOfficer,
      .reviewOfficer, .report, .plan, .completePlan, .checkYear, .settlePlanChange, .paySubsidy, .match, .yearlyFunds,
      .decideUnavailable, .approvePoints, .eraseValues:
      false
    }
  }
}
