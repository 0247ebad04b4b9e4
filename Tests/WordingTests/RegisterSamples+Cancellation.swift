import Scoring

@testable import StudioRegistry

/// One of everything that there is about cancellation (Art. 14, 15, 20).
extension RegisterSamples {
  private var proceedings: ID<CancellationCase> { ID(80) }

  private var ground: RuleSet.Cancellation.Ground {
    .init(
      id: "fraud", basis: .conduct, title: Text(zh: "弄虚作假，谎报成果的", en: "fraud"),
      wording: Text(zh: "取消工作室资格及待遇", en: "cancelled"), source: article)
  }

  private var remedy: RuleSet.Cancellation.Remedy {
    .init(
      id: "litigation", title: Text(zh: "行政诉讼", en: "litigation"), body: Text(zh: "法院", en: "the court"),
      limit: Text(zh: "六个月内", en: "within six months"), law: Text(zh: "行政诉讼法", en: "the law"))
  }

  private func unavailable(_ cause: Unavailability.Cause, canGoOn: Bool = false) -> Unavailability {
    Unavailability(cause: cause, since: day, canGoOn: canGoOn)
  }

  var cancellationRefusals: [CancellationRefusal] {
    [
      .expertAvailable("YY017"), .expertUnavailable("YY017"),
      .notAllowedFor("YY017", unavailable(.retirement, canGoOn: true), .cancel),
      .notAllowedFor("YY017", unavailable(.illness), .buildJointly),
      .notAllowedFor("YY017", unavailable(.forceMajeure, canGoOn: true), .changeExpert),
      .notAllowedFor("YY017", unavailable(.transfer, canGoOn: true), .suspend),
      .unknownCase(proceedings), .unknownGround("x", among: [known]), .caseOpen("YY017", proceedings),
      .noCase("YY017"), .caseOver(proceedings), .decided(proceedings), .undecided(proceedings),
      .incomplete(proceedings, missing: CancellationCase.Part.allCases), .invitedAlready(proceedings),
      .notInvited(proceedings), .stated(proceedings), .statementRunning(proceedings, until: day),
      .unserved(proceedings), .unknownRemedy("x", among: [known]),
      .appealPending(proceedings, Text(zh: "行政诉讼", en: "litigation")),
      .noAppeal(proceedings, Text(zh: "行政诉讼", en: "litigation")), .notAnnulled("YY017"),
    ]
  }

  var cancellationEvents: [any Event] {
    let experts: [any Event] = [
      ExpertUnavailable(studio: studio, unavailability: unavailable(.retirement)),
      ExpertAvailable(studio: studio, reason: "well again"),
      ExpertChanged(studio: studio, expert: person, occupation: "Welder", partner: nil, application: ID(70)),
      ExpertChanged(studio: studio, expert: person, occupation: "Welder", partner: "Works No. 2", application: ID(70)),
      StudioSuspended(studio: studio), StudioResumed(studio: studio), StudioEnded(studio: studio),
    ]
    return experts + [
      CancellationOpened(studio: studio, ground: ground, facts: "A false report"),
      ExhibitAdded(studio: studio, cancellation: proceedings, exhibit: .init(title: "Report", digest: "abc")),
      StatementInvited(studio: studio, cancellation: proceedings, receipt: "No. 1", until: day),
      StatementRecorded(studio: studio, cancellation: proceedings, text: "It was a slip"),
      StatementRecorded(studio: studio, cancellation: proceedings, text: nil),
      CancellationDropped(studio: studio, cancellation: proceedings, reason: "not proven"),
      CancellationDecided(studio: studio, cancellation: proceedings, ground: ground, remedies: [remedy]),
      CancellationServed(studio: studio, cancellation: proceedings, number: "No. 9", receipt: "No. 2"),
      AppealFiled(studio: studio, cancellation: proceedings, remedy: "litigation", document: "No. 5"),
    ]
      + CancellationCase.Appeal.Outcome.allCases.map {
        AppealDecided(studio: studio, cancellation: proceedings, remedy: "litigation", outcome: $0, document: "No. 6")
      } + [StudioRestored(studio: studio, cancellation: proceedings)]
  }

  var cancellationTasks: [Due.Task] {
    [
      .decideUnavailable(studio), .inviteStatement(proceedings, studio: studio),
      .statementEnds(proceedings, studio: studio), .decideCancellation(proceedings, studio: studio),
      .serveCancellation(proceedings, studio: studio), .restore(studio),
    ]
  }

  var cancellationDecisions: [Decision] { [.suspend(studio), .resume(studio), .end(studio), .restore(studio)] }
}
