import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: PlanRefusal) -> String {
    switch refusal {
    case .unknown(let id):
      "There is no plan, item or change \(id); by the register's rule only what was entered can be named. "
        + "Check its id\(hint("studio plan list"))."
    case .exists(let studio, let year, let plan):
      "\(studio) has a plan for \(year), \(plan); there is one a year (Art. 16). Change that one\(hint("studio plan change"))."
    case .twiceInTable(let studio, let year):
      "The table has two plans of \(studio) for \(year); there is one a year (Art. 16). Leave one out."
    case .submitted(let plan, let day):
      "Plan \(plan) was submitted on \(day); from then on items are changed with a reason and a second person's "
        + "approval (Art. 16, working rule). Ask for the change\(hint("studio plan change"))."
    case .notSubmitted(let plan):
      "Plan \(plan) is a draft; only what was submitted is reviewed, changed and verified (Art. 16). "
        + "Submit it\(hint("studio plan submit"))."
    case .withoutItems(let plan):
      "Plan \(plan) has no items; a plan says what is to be done (Art. 16, working rule). "
        + "Add some\(hint("studio plan draft"))."
    case .tooEarly(let year, let day):
      "\(year) lies too far ahead on \(day); each December the next year's plan is due (Art. 16). "
        + "Name the next year, or an earlier one."
    case .beforeStudio(let studio, let year, let confirmed):
      "\(studio) was confirmed on \(confirmed) only, and has no plan or check for \(year) (Art. 16). "
        + "Name \(confirmed.year) or a later year."
    case .badWeight(let weight, let most, let source):
      "\(weight) cannot be an item's weight; it is a whole number from 1 to \(most) (\(self.source(source))). "
        + "Name such a number."
    case .itemTwice(let title):
      "“\(title)” is an item of the plan already; by the working rule an item stands once (Art. 16). "
        + "Give it another title, or leave it out."
    case .itemDropped(let item):
      "Item \(item) was dropped from the plan, and is neither changed nor completed (Art. 16). Name another item."
    case .badCompletion(let percent):
      "\(percent) cannot be an item's completion; by the working rule on Art. 16 it is 0 to 100 percent. "
        + "Name such a number."
    case .yearNotBegun(let year, let day):
      "On \(day) the plan's year \(year) has not begun, so nothing of it is completed (Art. 16). "
        + "Enter it during the year or after."
    case .yearNotOver(let year, let day):
      "On \(day) the year \(year) is not over, and a year is checked once it is (Art. 16, working rule). "
        + "Check it from 1 January \(year + 1)."
    case .badMonths(let months):
      "The expert cannot have worked \(months) months of a year (Art. 6(2)). Name 0 to 12."
    case .badSum: "What the unit gave in a year cannot be less than nothing (Art. 19). Name 0 yuan or more."
    case .changeSettled(let change):
      "Change \(change) was approved or refused already; by the rule of two persons that happens once (Art. 16). "
        + "Ask for another\(hint("studio plan change"))."
    case .ownChange(let change):
      "You entered change \(change) yourself, or for somebody (the rule of two persons). "
        + "Have it settled by another clerk or approver of the bureau."
    case .settled(let id):
      "\(id) was verified or rejected already; by the register's rule that happens once for what was entered. "
        + "Enter it anew where it was wrong\(hint("studio plan complete", "studio plan submit"))."
    case .ownEntry(let id):
      "You entered \(id) of a plan yourself, or for somebody (the rule of two persons). Have it verified by another."
    case .nothingEntered(let item):
      "Nobody entered how far item \(item) was completed, so there is nothing to verify (Art. 16). "
        + "Enter it\(hint("studio plan complete"))."
    case .entersAsPlan(let kind):
      "Rows of “\(kind)” come from the yearly plans (Art. 16), and are not entered as evidence by themselves. "
        + "Enter them as plans\(hint("studio plan import")), or with the whole folder\(hint("studio evidence import"))."
    }
  }

  /// What happened to plans (Art. 16); nil for an event of another part.
  func plansEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as PlanDrafted: "Plan of \(names.studio(e.studio)) for \(e.year) drafted (Art. 16)"
    case let e as PlanItemAdded: "Plan \(e.plan) of \(names.studio(e.studio)): item “\(e.title)”, weight \(e.weight)"
    case let e as PlanSubmitted:
      "Plan \(e.plan) of \(names.studio(e.studio)) for \(e.year) submitted on \(e.day) (Art. 16)"
    case let e as PlanReviewed:
      "Experts reviewed plan \(e.plan) of \(names.studio(e.studio)): \(review(e.isAccepted)); \(e.text)"
    case let e as PlanChangeEntered:
      "Change of plan \(e.plan) of \(names.studio(e.studio)) asked for: \(change(e.change)); reason: \(e.reason)"
    case let e as PlanChangeSettled:
      "Change \(e.change) of plan \(e.plan) of \(names.studio(e.studio)) "
        + (e.refused.map { "refused; reason: \($0)" } ?? "approved")
    case let e as CompletionsEntered:
      "Plan \(e.plan) of \(names.studio(e.studio)), completed: "
        + list(e.completions.map { "\($0.item) \($0.percent) %" })
    case let e as PlansVerified:
      "Plans of \(list(e.studios.map(names.studio))) verified: "
        + list(e.plans.map(\.description) + e.items.map(\.description))
    case let e as PlanRejected:
      "\(e.item.map { "Completion of \($0)" } ?? "Day") of plan \(e.plan) of \(names.studio(e.studio)) rejected; "
        + "reason: \(e.reason)"
    case let e as YearChecked: checked(e, names)
    default: nil
    }
  }

  private func checked(_ event: YearChecked, _ names: Names) -> String {
    let flags = event.flags.isEmpty ? "nothing falls short" : list(event.flags.map(flag), by: "; ")
    return "\(names.studio(event.studio)) checked for \(event.year) (Art. 6(2), 16): "
      + "fulfilment \(event.fulfilment ?? "none"), expert \(event.expertMonths) months, unit's funds "
      + "\(notice(.money(fen: event.unitFunds))); \(flags)" + (event.remarks.isEmpty ? "" : "; \(event.remarks)")
  }

  func flag(_ flag: YearChecked.Flag) -> String {
    switch flag {
    case .noPlan: "no plan was submitted (Art. 16)"
    case .late(let day, let due): "the plan came on \(day), due by \(due) (Art. 16)"
    case .afterItsYear(let day): "the plan came on \(day), after its year, and does not count (Art. 16)"
    case .dayUnverified: "nobody confirmed the plan's day"
    case .unverified(let items): "\(items == 1 ? "1 completion" : "\(items) completions") not verified, counted as 0"
    case .unfulfilled(let share): "the plan was carried out to \(share) (Art. 16)"
    case .expertAway(let months, let needed):
      "the expert worked \(months) months in the studio, \(needed) are needed (Art. 6(2))"
    case .noUnitFunds: "the unit gave no funds (Art. 19)"
    }
  }

  func review(_ isAccepted: Bool) -> String { isAccepted ? "accepted" : "to be revised" }

  func change(_ change: PlanChange.Change) -> String {
    switch change {
    case .add(let title, let weight): "add “\(title)”, weight \(weight)"
    case .drop(let item): "drop \(item)"
    case .reweigh(let item, let weight): "\(item) weighs \(weight)"
    }
  }

  /// What is due about plans (Art. 16).
  func plansTask(_ task: Due.Task, _ names: Names) -> String {
    switch task {
    case .plan(let studio, let year):
      "\(names.studio(studio)) submits its plan for \(year) to both departments (Art. 16)"
    case .completePlan(let plan, let studio, let year):
      "\(names.studio(studio)) enters how far the items of its plan \(plan) for \(year) were completed (Art. 16)"
    case .checkYear(let studio, let year):
      "Check \(names.studio(studio)) for \(year): plan, expert's months, unit's funds (Art. 6(2), 16)"
    case .settlePlanChange(let change, let studio):
      "Approve or refuse change \(change) of the plan of \(names.studio(studio)) (Art. 16, working rule)"
    default: ""
    }
  }
}
