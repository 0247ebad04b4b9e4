import StudioRegistry

/// What a department in charge of a unit (Art. 11) reads of a studio's history: what became of the studio.
///
/// Never how a panel came to it, nor proposals, objections and who has access. A kind that is not named here, as every new
/// one, is not shown.
enum DepartmentHistory {
  static let kinds = Set((titles + care + work + funds + rounds).map { $0.kind })

  private static let titles: [any Event.Type] = [
    ApplicationReceived.self, ApplicationsPublished.self, ApplicationConfirmed.self, ApplicationRejected.self,
    ApplicationWithdrawn.self, BranchCounted.self, StudioEntered.self, StudioSuspended.self, StudioResumed.self,
    StudioEnded.self, StudioRestored.self, StudioRecommended.self, RecommendationAnswered.self,
    CancellationOpened.self, CancellationDecided.self, CancellationServed.self, CancellationDropped.self,
    TitleCancelled.self,
  ]

  private static let care: [any Event.Type] = [
    ExpertUnavailable.self, ExpertAvailable.self, ExpertChanged.self, AgreementFiled.self, PlaqueGranted.self,
    PlaqueReturned.self, PlaqueLost.self, CardIssued.self, CardReturned.self, OfficerNamed.self, OfficerReviewed.self,
    OfficeEnded.self, MemberJoined.self, MemberLeft.self, ReportMade.self, RecordArchived.self, CareStruck.self,
  ]

  private static let work: [any Event.Type] = [
    EvidenceEntered.self, EvidenceVerified.self, EvidenceRejected.self, PlanDrafted.self, PlanItemAdded.self,
    PlanSubmitted.self, PlanReviewed.self, PlanChangeEntered.self, PlanChangeSettled.self, CompletionsEntered.self,
    PlansVerified.self, PlanRejected.self, YearChecked.self, ApprenticeEnrolled.self, TrainingEnded.self,
    ApprenticePromoted.self, ApprenticeReported.self, GradeConditionsFound.self, TheoryExamRecorded.self,
    ApprenticesVerified.self, ApprenticeRejected.self,
  ]

  private static let funds: [any Event.Type] = [
    PaymentMade.self, EarlierSubsidyRecorded.self, MatchReceived.self, YearlyFundsReceived.self, FundsSpent.self,
    FundsReturned.self, HigherPlaqueRecorded.self, EntryReversed.self, FundsClosed.self,
  ]

  private static let rounds: [any Event.Type] = [
    RoundOpened.self, RoundPublished.self, RoundConfirmed.self, RoundAbandoned.self, RectificationServed.self,
  ]
}
