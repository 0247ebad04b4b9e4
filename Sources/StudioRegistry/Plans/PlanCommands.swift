import Scoring

/// An item as it is planned.
package struct PlannedItem: Hashable, Sendable {
  package let title: String
  package let weight: Int

  package init(title: String, weight: Int) {
    self.title = title
    self.weight = weight
  }
}

/// Drafts a studio's plan for a year, or adds items to a draft.
package struct DraftPlan: Command {
  package var name: CommandName { .draftPlan }
  package let studio: ID<Studio>
  package let year: Int
  package let items: [PlannedItem]

  package init(studio: ID<Studio>, year: Int, items: [PlannedItem]) {
    self.studio = studio
    self.year = year
    self.items = items
  }

  package var freeTexts: [String] { items.map(\.title) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.current(studio)
    try register.checkOwn(studio, asker)
    try register.checkYear(year, of: found, on: asker.on)
    let plan = register.plan(of: studio, for: year)
    if let plan, !plan.isOpen || items.isEmpty {
      throw .plan(.exists(studio: found.code, year: year, plan.id))
    }
    var titles = Set(plan?.items.map(\.title) ?? [])
    let id = plan?.id ?? ID(asker.next)
    var events: [any Event] = plan == nil ? [PlanDrafted(studio: studio, year: year)] : []
    for item in items {
      try require(item.title)
      guard titles.insert(item.title).inserted else { throw .plan(.itemTwice(item.title)) }
      try register.checkWeight(item.weight)
      events.append(PlanItemAdded(plan: id, studio: studio, title: item.title, weight: item.weight))
    }
    return events
  }
}

/// Submits a plan: its day is the day on which this holds; a late one is taken and flagged.
package struct SubmitPlan: Command {
  package var name: CommandName { .submitPlan }
  package let plan: ID<Plan>

  package init(_ plan: ID<Plan>) {
    self.plan = plan
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.plan(plan, by: asker)
    _ = try register.current(found.studio)
    if let submission = found.submission, !submission.isRejected {
      throw .plan(.submitted(plan, on: submission.day))
    }
    guard !found.current.isEmpty else { throw .plan(.withoutItems(plan)) }
    guard found.drafted <= asker.on else { throw .beforeThat(asker.on, found.drafted) }
    return [PlanSubmitted(plan: plan, studio: found.studio, year: found.year, day: asker.on)]
  }
}

/// Records what the experts said of a submitted plan; by another than who entered its day, it confirms the day as well.
package struct ReviewPlan: Command {
  package var name: CommandName { .reviewPlan }
  package let plan: ID<Plan>
  package let isAccepted: Bool
  package let text: String

  package init(_ plan: ID<Plan>, isAccepted: Bool, text: String) {
    self.plan = plan
    self.isAccepted = isAccepted
    self.text = text
  }

  package var freeTexts: [String] { [text] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.plan(plan, by: asker)
    guard let submission = found.submission else { throw .plan(.notSubmitted(plan)) }
    guard submission.day <= asker.on else { throw .beforeThat(asker.on, submission.day) }
    try require(text)
    var events: [any Event] = [
      PlanReviewed(plan: plan, studio: found.studio, isAccepted: isAccepted, text: text)
    ]
    if submission.state == .entered, asker.persons.isDisjoint(with: submission.enteredBy) {
      events.append(PlansVerified(plans: [plan], items: [], studios: [found.studio]))
    }
    return events
  }
}

/// Enters how far items were completed; a second person verifies it.
package struct EnterCompletions: Command {
  package var name: CommandName { .enterCompletions }
  package let plan: ID<Plan>
  package let completions: [CompletionsEntered.Entry]

  package init(_ plan: ID<Plan>, _ completions: [CompletionsEntered.Entry]) {
    self.plan = plan
    self.completions = completions
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.plan(plan, by: asker)
    guard found.submission != nil else { throw .plan(.notSubmitted(plan)) }
    guard asker.on.year >= found.year else { throw .plan(.yearNotBegun(found.year, on: asker.on)) }
    guard !completions.isEmpty, Set(completions.map(\.item)).count == completions.count else { throw .nothingToDo }
    for entry in completions {
      guard let item = found.items.first(where: { $0.id == entry.item }) else {
        throw .plan(.unknown(entry.item.description))
      }
      guard !item.isDropped else { throw .plan(.itemDropped(entry.item)) }
      guard (Points.zero...100).contains(entry.percent) else { throw .plan(.badCompletion(entry.percent)) }
    }
    return [CompletionsEntered(plan: plan, studio: found.studio, completions: completions)]
  }
}

/// Records the yearly check of a studio, once the year is over; the latest of several counts, and all are kept.
package struct CheckYear: Command {
  package var name: CommandName { .checkYear }
  package let studio: ID<Studio>
  package let year: Int
  package let expertMonths: Int
  package let unitFunds: Int
  package let remarks: String

  /// - Parameter unitFunds: in fen.
  package init(studio: ID<Studio>, year: Int, expertMonths: Int, unitFunds: Int, remarks: String) {
    self.studio = studio
    self.year = year
    self.expertMonths = expertMonths
    self.unitFunds = unitFunds
    self.remarks = remarks
  }

  package var freeTexts: [String] { [remarks] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    let rules = try register.life().plans
    guard year >= found.confirmed.year else {
      throw .plan(.beforeStudio(found.code, year: year, confirmed: found.confirmed))
    }
    guard asker.on.year > year else { throw .plan(.yearNotOver(year, on: asker.on)) }
    guard (0...12).contains(expertMonths) else { throw .plan(.badMonths(expertMonths)) }
    guard unitFunds >= 0 else { throw .plan(.badSum) }
    return [
      register.yearChecked(
        found.id, year, rules, expertMonths: expertMonths, unitFunds: unitFunds, remarks: remarks)
    ]
  }
}

extension Plan.Submission {
  var isRejected: Bool {
    if case .rejected = state { true } else { false }
  }
}

extension Register {
  /// Refuses a plan for a year before the studio was there, or beyond the next.
  func checkYear(_ year: Int, of studio: Studio, on day: Day) throws(Refusal) {
    guard year >= studio.confirmed.year else {
      throw .plan(.beforeStudio(studio.code, year: year, confirmed: studio.confirmed))
    }
    guard year <= day.year + 1 else { throw .plan(.tooEarly(year: year, on: day)) }
  }

  func checkWeight(_ weight: Int) throws(Refusal) {
    let most = try life().plans.mostWeight
    guard weight >= 1, weight <= most.value else { throw .plan(.badWeight(weight, most: most.value, most.source)) }
  }

  /// The yearly check as it follows from the plan and from what was found.
  func yearChecked(
    _ studio: ID<Studio>, _ year: Int, _ rules: RuleSet.Plans, expertMonths: Int, unitFunds: Int, remarks: String
  ) -> YearChecked {
    let plan = plan(of: studio, for: year)
    var flags = flags(of: plan, year: year, rules)
    if expertMonths < rules.expertMonths.value {
      flags.append(.expertAway(months: expertMonths, needed: rules.expertMonths.value))
    }
    if unitFunds == 0 { flags.append(.noUnitFunds) }
    return YearChecked(
      studio: studio, year: year, fulfilment: plan.flatMap { $0.counts ? $0.fulfilment : nil }?.description,
      expertMonths: expertMonths, unitFunds: unitFunds, remarks: remarks, flags: flags)
  }

  /// What of a plan falls short.
  private func flags(of plan: Plan?, year: Int, _ rules: RuleSet.Plans) -> [YearChecked.Flag] {
    guard let plan, let submission = plan.submission, !submission.isRejected else { return [.noPlan] }
    guard plan.counts else { return [.afterItsYear(submission.day)] }
    var flags: [YearChecked.Flag] = []
    if let due = rules.due(for: year), submission.day > due { flags.append(.late(submission.day, due: due)) }
    if submission.state == .entered { flags.append(.dayUnverified) }
    let unverified = plan.current.count { !$0.isVerified }
    if unverified > 0 { flags.append(.unverified(items: unverified)) }
    if let fulfilment = plan.fulfilment, fulfilment < Exact(1) {
      flags.append(.unfulfilled(fulfilment.description))
    }
    return flags
  }
}
