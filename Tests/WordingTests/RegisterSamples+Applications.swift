import Scoring

@testable import StudioRegistry

/// One of everything that there is about applications (Art. 5–9).
extension RegisterSamples {
  private var application: ID<Application> { ID(31) }
  private var title: Text { Text(zh: "身体健康", en: "Healthy") }

  var applicationsRefusals: [ApplicationRefusal] {
    [
      .unknown(application), .ended(application, .rejected),
      .unknownApplicant("club", known: [title], article), .unknownField("games", known: [title], article),
      .expertLeads("YY017"), .expertApplied(application), .expertTwice(unit: "Works No. 1"), .otherExpert("YY017"),
      .notItsUnit("YY017", unit: "Works No. 1"), .samePartner("Works No. 1"), .studioApplied("YY017", application),
      .unitHasStudio(unit: "Works No. 1", occupation: "Welder", studio: "YY017", waivable: true, article),
      .unitHasStudio(unit: "Works No. 1", occupation: "Welder", studio: "YY017", waivable: false, article),
      .notWaivable(article), .waivedAlready(application), .unknownMaterial("thing"),
      .length(title, count: 999, least: 1000, most: 1500, article), .lengthNeeded(title, article),
      .unknownCondition("thing"), .notUndertakable(title, article), .onlyUndertaken(title, article),
      .conditionNotWaivable(title, article), .nothingToWaive(title),
      .numberNeeded(title, least: 3, most: 15, article), .numberOutside(title, 2, least: 3, most: 15, article),
      .numberRefused(title), .incomplete(application, lacking: [title]), .reviewedAlready(application),
      .noReviewRubric, .scoresNeeded(.workingRule), .judgeOfUnit("J1", unit: "Works No. 1"),
      .notReviewed(application), .notRecommended(application), .conditionsOpen(application, [title]),
      .noNotice(application), .publishedAlready(application), .notPublished(application),
      .noticeRunning(application, until: day), .unknownObjection(objection), .objectionAnswered(objection),
      .objectionOpen(objection, application), .codeNeeded(application), .codeRefused(application),
      .branchCounted("Works No. 2"), .branchesNever(article), .sameAsEnterprise("Works No. 1"),
    ]
  }

  var applicationsEvents: [any Event] {
    let scored = ScoredReview(
      sheets: [ScoredReview.Sheet(judge: judge, marks: ["F1": 40])], score: 82, exact: "82", grade: .qualified)
    let findings: [any Event] = ConditionFinding.State.allCases.map {
      ConditionFound(application: application, finding: ConditionFinding(condition: "health", state: $0))
    }
    return findings + [
      received(.newStudio, nil), received(.changeExpert(studio), nil),
      received(.jointBuilding(studio, partner: "Works No. 2"), "Works"),
      UnitRuleWaived(application: application, reason: "two lines"),
      MaterialReceived(application: application, material: "form", scan: nil, characters: nil),
      MaterialReceived(application: application, material: "account", scan: "abc", characters: 1200),
      ConditionFound(
        application: application,
        finding: ConditionFinding(condition: "team", state: .met, number: 5, note: "list", waiver: nil)),
      ApplicationReviewed(application: application, isRecommended: false, minutes: "No. 1", scored: nil),
      ApplicationReviewed(application: application, isRecommended: true, minutes: "No. 1", scored: scored),
      ApplicationsPublished(
        applications: [application], address: "https://example.org", screenshot: "abc", until: day),
      objected(by: nil, isLate: false), objected(by: person, isLate: true),
      ApplicationObjectionAnswered(application: application, objection: objection, isUpheld: true, text: "so it is"),
      ApplicationObjectionAnswered(application: application, objection: objection, isUpheld: false, text: "it is not"),
      ApplicationConfirmed(application: application, code: "YY031"),
      ApplicationConfirmed(application: application, code: nil),
      ApplicationRejected(application: application, reason: "not met"),
      ApplicationWithdrawn(application: application, reason: "unit closed"),
      BranchCounted(branch: "Works No. 2", enterprise: "Works"),
    ]
  }

  private func received(_ purpose: Application.Purpose, _ enterprise: String?) -> ApplicationReceived {
    ApplicationReceived(
      purpose: purpose, unit: "Works No. 1", enterprise: enterprise, applicant: "enterprise", field: "urgent",
      expert: person, occupation: "Welder", unitWaiver: enterprise.map { _ in "two lines" })
  }

  private func objected(by person: ID<Person>?, isLate: Bool) -> ApplicationObjectionRaised {
    ApplicationObjectionRaised(
      application: application, by: person, channel: "letter", text: "a wrong certificate", isLate: isLate,
      answerBy: day)
  }

  var applicationsTasks: [Due.Task] {
    Application.Step.allCases.map { .application(application, $0) } + [.answerApplication(objection, application)]
  }

  var applicationsDecisions: [Decision] {
    [
      .confirmApplication(application, code: "YY031"), .confirmApplication(application, code: nil),
      .rejectApplication(application), .countBranch("Works No. 2", enterprise: "Works"),
    ]
  }
}
