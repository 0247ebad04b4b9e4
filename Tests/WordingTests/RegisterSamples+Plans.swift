import Scoring

@testable import StudioRegistry

/// One of everything that there is about plans (Art. 16).
extension RegisterSamples {
  var plan: ID<Plan> { ID(120) }
  var planItem: ID<PlanItem> { ID(121) }
  private var change: ID<PlanChange> { ID(130) }

  var plansRefusals: [PlanRefusal] {
    [
      .unknown("Y99"), .exists(studio: "YY017", year: 2026, plan), .twiceInTable(studio: "YY017", year: 2026),
      .submitted(plan, on: day), .notSubmitted(plan), .withoutItems(plan), .tooEarly(year: 2030, on: day),
      .beforeStudio("YY017", year: 2020, confirmed: day), .badWeight(0, most: 1000, .workingRule), .itemTwice("A jig"),
      .itemDropped(planItem), .badCompletion(101), .yearNotBegun(2027, on: day), .yearNotOver(2026, on: day),
      .badMonths(13), .badSum, .changeSettled(change), .ownChange(change), .settled("Y121"), .ownEntry("Y121"),
      .nothingEntered(planItem), .entersAsPlan(kind: "plans"),
    ]
  }

  var plansEvents: [any Event] {
    let changes: [PlanChange.Change] = [
      .add(title: "A jig", weight: 30), .drop(planItem), .reweigh(planItem, weight: 50),
    ]
    let flags: [[YearChecked.Flag]] = [
      [],
      [
        .noPlan, .late(day, due: day), .afterItsYear(day), .dayUnverified, .unverified(items: 2),
        .unfulfilled("17/20"), .expertAway(months: 5, needed: 6),
      ], [.noUnitFunds], [.unverified(items: 1)],
    ]
    let events: [any Event] = [
      PlanDrafted(studio: studio, year: 2026),
      PlanItemAdded(plan: plan, studio: studio, title: "A jig", weight: 40),
      PlanSubmitted(plan: plan, studio: studio, year: 2026, day: day),
      PlanReviewed(plan: plan, studio: studio, isAccepted: true, text: "clear"),
      PlanReviewed(plan: plan, studio: studio, isAccepted: false, text: "vague"),
      PlanChangeSettled(change: change, plan: plan, studio: studio, refused: nil),
      PlanChangeSettled(change: change, plan: plan, studio: studio, refused: "no ground"),
      CompletionsEntered(plan: plan, studio: studio, completions: [.init(item: planItem, percent: 85)]),
      PlansVerified(plans: [plan], items: [planItem], studios: [studio]),
      PlanRejected(plan: plan, item: nil, studio: studio, reason: "no receipt"),
      PlanRejected(plan: plan, item: planItem, studio: studio, reason: "no proof"),
    ]
    return events
      + changes.map { PlanChangeEntered(plan: plan, studio: studio, change: $0, reason: "late delivery") }
      + flags.map {
        YearChecked(
          studio: studio, year: 2025, fulfilment: $0.isEmpty ? nil : "17/20", expertMonths: 5, unitFunds: 3_000_000,
          remarks: $0.isEmpty ? "" : "moved", flags: $0)
      }
  }

  var plansTasks: [Due.Task] {
    [
      .plan(studio, year: 2027), .completePlan(plan, studio: studio, year: 2026), .checkYear(studio, year: 2026),
      .settlePlanChange(ID(62), studio: studio),
    ]
  }

  var plansDecisions: [Decision] { [] }
}
