import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

/// One of everything that the register can say, with data in ASCII alone.
struct RegisterSamples {
  let day: Day
  let period: Period
  let article: Source
  let rules: RuleSet

  init() throws {
    day = try #require(Day("2026-03-02"))
    period = try #require(Period(years: 2024...2025))
    article = try #require(Source("Art. 13"))
    rules = try Repository.host().rules
  }

  let round = ID<Round>(40)
  let studio = ID<Studio>(17)
  let judge = ID<Account>(5)
  let alternate = ID<Account>(6)
  let person = ID<Person>(9)
  let proposal = ID<Proposal>(71)
  let objection = ID<Objection>(66)
  let item = ID<EvidenceItem>(33)

  var refusals: [Refusal] { asking + people + opening + marking + settling + consequences + rulesAndStanding + parts }

  /// The refusals of the parts of the law that have files of their own.
  private var parts: [Refusal] {
    let parts: [[Refusal]] = [
      applicationsRefusals.map { .application($0) },
      careRefusals.map { .care($0) },
      plansRefusals.map { .plan($0) },
      apprenticesRefusals.map { .apprentice($0) },
      fundsRefusals.map { .funds($0) },
      cancellationRefusals.map { .cancellation($0) },
      recommendationRefusals.map { .recommendation($0) },
      secretsRefusals.map { .secret($0) },
      retentionRefusals.map { .retention($0) },
      accessRefusals.map { .access($0) },
    ]
    return parts.flatMap(\.self)
  }

  var rectificationRefusals: [RectificationRefusal] {
    [
      .notRectifying("YY017"), .servedAlready("YY017", on: day), .notServed("YY017"),
      .stillRectifying("YY017", until: day, article), .secondOpened("YY017", round), .differentRounds,
      .noSecondFailure("YY017"),
    ]
  }

  var rulesRefusals: [RulesRefusal] { [.noLife, .noCalendar(year: 2031), .unknownArticle(0)] }

  private var rulesAndStanding: [Refusal] {
    rulesRefusals.map(Refusal.rules) + rectificationRefusals.map(Refusal.rectification) + [
      .notDrawn("YY017", .cancelled, .suspend)
    ]
  }

  private var asking: [Refusal] {
    [
      .notFounded, .alreadyFounded, .unknownAccount, .accountClosed("clerk-1"),
      .noDeputy("clerk-2", of: "clerk-1", on: day),
      .notAllowed(.openRound, role: .judge, allowed: Permissions.roles(for: .openRound)),
      .dayToCome(day.adding(days: 1), today: day), .beforeThat(day, day.adding(days: 1)), .identityNumber,
      .mobileNumber, .reasonNeeded, .nothingToDo, .badDigest, .numberTooLarge,
    ]
  }

  private var people: [Refusal] {
    [
      .badLogin("1st clerk"), .loginTaken("clerk-1"), .contactNeedsStudio, .ownAccount,
      .daysReversed(day.adding(days: 1), day), .badDeputy("clerk-2", of: "clerk-1"), .unknownPerson(person),
      .personErased(person, on: day), .personHoldsAccount(person, login: "clerk-1"),
      .personIsExpert(person, studio: "YY017"), .unknownStudio("YY099"), .badCode("17 YY"), .codeTaken("YY017"),
      .confirmedLater("YY017", day), .expertHasStudio("YY017"), .studioCancelled("YY017"), .otherStudio("YY017"),
      .otherStudio("-"), .unknownKind("things"), .unknownEvidence(item), .evidenceSettled(item), .ownEvidence(item),
    ]
  }

  private var opening: [Refusal] {
    [
      .adoptedLater(day.adding(days: 1), than: day), .periodLength(period, years: 3, article),
      .periodNotOver(period, on: day), .periodTaken(round, period), .rulesNotServed, .noStudioInCare,
      .unknownRound("R99"), .panelInUse(round), .notAJudge("clerk-1"), .judgeTwice("J1"),
      .judgeAtDesk("J1", desk: "clerk"), .panelEven(6),
      .panelTooSmall(3, needed: 5, .workingRule), .panelSize(5, usual: 7, .workingRule), .noPanel(round),
      .notOnPanel("J1", round), .notAnAlternate("J9", round), .notInRound("YY017", round),
      .recusedAlready(judge: "J1", studio: "YY017"),
    ]
  }

  private var marking: [Refusal] {
    [
      .notMarking(round, .closed), .othersSheet, .unknownRubric("rubric"), .unknownCriterion("A9", rubric: "rubric"),
      .wholeRefused("rubric", .workingRule), .wholeAndParts("rubric"),
      .markOutOfRange("A1", 10, maximum: 9, article), .sheetSigned(judge: "J1", studio: "YY017", rubric: "rubric"),
      .noSheet(judge: "J1", studio: "YY017", rubric: "rubric"),
      .sheetUnfinished(studio: "YY017", rubric: "rubric", missing: ["A1", "A2"]),
      .paperSheet(.notEntered(judge: "J1", studio: "YY017", rubric: "rubric")),
      .paperSheet(.own(judge: "J1", studio: "YY017", rubric: "rubric")),
      .paperSheet(
        .differ(
          judge: "J1",
          [
            PaperDifference(
              studio: "YY017", rubric: "rubric", criterion: "A1", first: .init(marks: 9, reason: nil),
              second: .init(marks: nil, reason: "a slip"))
          ])),
    ]
  }

  private var settling: [Refusal] {
    [
      .unsigned(count: 9, first: ["J1 YY017 rubric"]), .module(.missingTable("projects"), studio: "YY017"),
      .nothingChanged(round), .notClosed(round, .marking), .nothingTied(round), .badVote(places: 1, among: ["YY004"]),
      .tooFewVotes(2, needed: 4), .voteFirst(["YY004", "YY009"]), .notPublished(round), .publishedStands(round),
      .noticeRunning(round, until: day), .unknownObjection(objection), .objectionAnswered(objection),
      .objectionOpen(objection), .correctionDue(round), .roundConfirmed(round), .roundAbandoned(round),
      .badCell(column: "person", kind: "awards", studio: "YY001"),
      .sheetTwice(judge: "J1", studio: "YY001", rubric: "workshop-order"),
    ]
  }

  private var consequences: [Refusal] {
    [
      .unknownProposal(proposal), .proposalOpen(proposal), .proposalSettled(proposal),
      .notYourApproval(proposal, waitsFor: [.organisationApprover]), .ownProposal(proposal),
      .paperDate(day, proposed: day.adding(days: 1)), .noPaper(proposal),
    ]
  }

  var tasks: [Due.Task] {
    [
      .noticeEnds(round), .answer(objection, studio: studio), .answer(objection, studio: nil), .confirm(round),
      .approve(proposal, waitsFor: [.bureauApprover]), .serve(studio, round: round),
      .rectificationEnds(studio, round: round), .secondAssessment(studio, round: round),
      .cancelTitle(studio, round: round), .pay(studio, fen: 2_000_000, round: round), .nextRound(period),
    ]
      + applicationsTasks
      + careTasks
      + plansTasks
      + apprenticesTasks
      + fundsTasks
      + cancellationTasks
      + recommendationTasks
      + secretsTasks
      + retentionTasks
  }

  var decisions: [Decision] {
    [
      .returnSheet(round: round, judge: judge, sheet: SheetName(studio: studio, rubric: "rubric")),
      .replaceJudge(round: round, judge: judge, by: alternate), .confirmRound(round), .abandonRound(round),
      .cancelTitle(studio),
    ]
      + applicationsDecisions
      + careDecisions
      + plansDecisions
      + apprenticesDecisions
      + fundsDecisions
      + cancellationDecisions
      + recommendationDecisions
      + secretsDecisions
      + retentionDecisions
  }

  var effects: [Effect] {
    [
      Effect(studio: studio, rubric: "rubric", sheetsBefore: 7, sheetsAfter: 6, scoreBefore: 24, scoreAfter: 25),
      Effect(studio: studio, rubric: "rubric", sheetsBefore: 5, sheetsAfter: 4, scoreBefore: 24, scoreAfter: nil),
    ]
  }

  let problems: [JournalFault.Problem] = [
    .altered, .missing, .reordered(after: 12), .detached, .cut(end: 20), .differsFromCheckpoint,
    .unknownKind("thing", version: 2), .undecodable, .unreadableLine, .recomputed, .commitment("P9"),
    .lostValues("P9"), .lostFile, .alteredFile("abc"), .schema("entries"), .file("page 3"),
  ]

  var states: [EvidenceItem.State] { [.entered, .verified(by: nil, on: day), .rejected(reason: "no proof")] }
}
