package import Scoring

/// The events about yearly plans (Art. 16).
let plansEvents: [any Event.Type] = [
  PlanDrafted.self, PlanItemAdded.self, PlanSubmitted.self, PlanReviewed.self, PlanChangeEntered.self,
  PlanChangeSettled.self, CompletionsEntered.self, PlansVerified.self, PlanRejected.self, YearChecked.self,
]

package struct PlanDrafted: Event {
  package static let kind = "plan-drafted"
  package static var letter: Character? { Plan.letter }
  package let studio: ID<Studio>
  package let year: Int

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Plan>(record.sequence)
    register.plans[id] = Plan(id: id, studio: studio, year: year, drafted: record.on)
    register.plansOfStudio[studio, default: []].append(id)
  }
}

package struct PlanItemAdded: Event {
  package static let kind = "plan-item-added"
  package static var letter: Character? { PlanItem.letter }
  package let plan: ID<Plan>
  package let studio: ID<Studio>
  package let title: String
  package let weight: Int

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<PlanItem>(record.sequence)
    register.plans[plan]?.items.append(PlanItem(id: id, plan: plan, title: title, weights: [weight]))
    register.planOfItem[id] = plan
  }
}

/// The plan was handed in, on a day that may lie before the day of entry.
package struct PlanSubmitted: Event {
  package static let kind = "plan-submitted"
  package let plan: ID<Plan>
  package let studio: ID<Studio>
  package let year: Int
  package let day: Day

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let persons = register.persons(behind: record)
    register.plans[plan]?.submission = Plan.Submission(day: day, enteredBy: persons)
  }
}

package struct PlanReviewed: Event {
  package static let kind = "plan-reviewed"
  package let plan: ID<Plan>
  package let studio: ID<Studio>
  package let isAccepted: Bool
  package let text: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.plans[plan]?.reviews.append(Plan.Review(isAccepted: isAccepted, text: text, on: record.on))
  }
}

package struct PlanChangeEntered: Event {
  package static let kind = "plan-change-entered"
  package static var letter: Character? { PlanChange.letter }
  package let plan: ID<Plan>
  package let studio: ID<Studio>
  package let change: PlanChange.Change
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<PlanChange>(record.sequence)
    let persons = register.persons(behind: record)
    register.plans[plan]?.changes.append(
      PlanChange(id: id, plan: plan, change: change, reason: reason, on: record.on, enteredBy: persons))
    register.planOfChange[id] = plan
  }
}

/// A second person approved or refused a change; an approved new item follows as an event of its own.
package struct PlanChangeSettled: Event {
  package static let kind = "plan-change-settled"
  package let change: ID<PlanChange>
  package let plan: ID<Plan>
  package let studio: ID<Studio>
  /// Why it was refused; nil where it was approved.
  package let refused: String?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard var found = register.plans[plan], let place = found.changes.firstIndex(where: { $0.id == change }) else {
      return
    }
    found.changes[place].outcome = refused.map { .refused(record.on, reason: $0) } ?? .approved(record.on)
    if refused == nil { found.carry(found.changes[place].change) }
    register.plans[plan] = found
  }
}

extension Plan {
  fileprivate mutating func carry(_ change: PlanChange.Change) {
    switch change {
    case .add: break
    case .drop(let item):
      if let place = items.firstIndex(where: { $0.id == item }) { items[place].isDropped = true }
    case .reweigh(let item, let weight):
      if let place = items.firstIndex(where: { $0.id == item }) { items[place].weights.append(weight) }
    }
  }
}

package struct CompletionsEntered: Event {
  package static let kind = "plan-completions-entered"
  package let plan: ID<Plan>
  package let studio: ID<Studio>
  package let completions: [Entry]

  /// How far an item was completed, in percent.
  package struct Entry: Codable, Hashable, Sendable {
    package let item: ID<PlanItem>
    package let percent: Points

    package init(item: ID<PlanItem>, percent: Points) {
      self.item = item
      self.percent = percent
    }
  }

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard var found = register.plans[plan] else { return }
    let persons = register.persons(behind: record)
    for entry in completions {
      guard let place = found.items.firstIndex(where: { $0.id == entry.item }) else { continue }
      if let former = found.items[place].completion { found.items[place].earlier.append(former) }
      found.items[place].completion = PlanItem.Completion(percent: entry.percent, on: record.on, enteredBy: persons)
    }
    register.plans[plan] = found
  }
}

/// A second person verified days of submission and completions.
package struct PlansVerified: Event {
  package static let kind = "plans-verified"
  package let plans: [ID<Plan>]
  package let items: [ID<PlanItem>]
  package let studios: [ID<Studio>]

  package func apply(to register: inout Register, as record: Record) {
    let state = EvidenceItem.State.verified(by: record.actor, on: record.on)
    for plan in plans { register.plans[plan]?.submission?.state = state }
    for item in items { register.settle(item, state) }
  }
}

/// A second person rejected a plan's day, or an item's completion.
package struct PlanRejected: Event {
  package static let kind = "plan-rejected"
  package let plan: ID<Plan>
  /// Nil where the plan's day is rejected.
  package let item: ID<PlanItem>?
  package let studio: ID<Studio>
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    if let item {
      register.settle(item, .rejected(reason: reason))
    } else {
      register.plans[plan]?.submission?.state = .rejected(reason: reason)
    }
  }
}

/// The yearly check of a studio: what was found, and what falls short. Nothing follows from it.
package struct YearChecked: Event {
  package static let kind = "year-checked"
  package let studio: ID<Studio>
  package let year: Int
  /// Σ(weight × completion) / Σ(weight) as an exact fraction; nil without a plan that counts.
  package let fulfilment: String?
  /// How many months of the year the expert worked in the studio.
  package let expertMonths: Int
  /// What the unit gave the studio in the year, in fen.
  package let unitFunds: Int
  package let remarks: String
  package let flags: [Flag]

  /// What falls short.
  package enum Flag: Codable, Hashable, Sendable {
    case noPlan
    case late(Day, due: Day)
    case afterItsYear(Day)
    case dayUnverified
    /// Items whose completion nobody verified, which count 0.
    case unverified(items: Int)
    /// The plan was not carried out in full.
    case unfulfilled(String)
    case expertAway(months: Int, needed: Int)
    case noUnitFunds
  }

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.yearChecks[YearKey(studio: studio, year: year), default: []].append(
      YearCheck(on: record.on, finding: self))
  }
}

extension Register {
  /// Who entered something, and for whom.
  func persons(behind record: Record) -> Set<ID<Person>> {
    Set([record.actor, record.behalf].compactMap { $0.flatMap { accounts[$0]?.person } })
  }

  fileprivate mutating func settle(_ item: ID<PlanItem>, _ state: EvidenceItem.State) {
    guard let plan = planOfItem[item], let place = plans[plan]?.items.firstIndex(where: { $0.id == item }) else {
      return
    }
    plans[plan]?.items[place].completion?.state = state
  }
}
