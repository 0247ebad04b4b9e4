package import Scoring

/// A studio's plan for a year (Art. 16), with its items as they stand and all that became of it.
package struct Plan: Identified, Hashable {
  package static var letter: Character { "Y" }
  /// The evidence table whose rows come from here.
  package static let evidenceKind = "plans"

  package let id: ID<Plan>
  package let studio: ID<Studio>
  package let year: Int
  package let drafted: Day
  /// Nil while it is a draft.
  package internal(set) var submission: Submission?
  package internal(set) var items: [PlanItem] = []
  package internal(set) var reviews: [Review] = []
  package internal(set) var changes: [PlanChange] = []

  /// The day on which it was handed in; a second person confirms the day.
  package struct Submission: Hashable, Sendable {
    package let day: Day
    package let enteredBy: Set<ID<Person>>
    package internal(set) var state = EvidenceItem.State.entered
  }

  /// What the experts said of it.
  package struct Review: Hashable, Sendable {
    package let isAccepted: Bool
    package let text: String
    package let on: Day
  }

  /// The items that were not dropped.
  package var current: [PlanItem] { items.filter { !$0.isDropped } }

  /// Whether it was submitted on a day that nobody rejected; what comes after its year does not count.
  package var counts: Bool {
    guard let submission, submission.day.year <= year else { return false }
    return if case .rejected = submission.state { false } else { true }
  }

  /// Whether items can still be entered without a second person: before it is submitted, or before it has any.
  var isOpen: Bool { submission.map { items.isEmpty && $0.state == .entered } ?? true }

  /// Σ(weight × completion) / Σ(weight), exactly; what nobody verified counts 0. Nil where there is nothing to weigh.
  package var fulfilment: Exact? {
    let weight = current.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    let weighted = current.reduce(0) { $0 + $1.weight * ($1.isVerified ? $1.completion?.percent.hundredths ?? 0 : 0) }
    // Completion is in hundredths of a percent.
    return try? Exact(Int128(weighted), over: Int128(weight) * 100 * 100)
  }
}

/// Something that a studio plans to do in a year.
package struct PlanItem: Identified, Hashable {
  package static var letter: Character { Plan.letter }
  package static let evidenceKind = "plan-items"

  package let id: ID<PlanItem>
  package let plan: ID<Plan>
  package let title: String
  /// What it weighed and weighs, the latest last.
  package internal(set) var weights: [Int]
  package internal(set) var isDropped = false
  package internal(set) var completion: Completion?
  /// What was entered before.
  package internal(set) var earlier: [Completion] = []

  package var weight: Int { weights.last ?? 0 }

  /// How far it was completed, in percent, and what a second person found.
  package struct Completion: Hashable, Sendable {
    package let percent: Points
    package let on: Day
    package let enteredBy: Set<ID<Person>>
    package internal(set) var state = EvidenceItem.State.entered
  }

  package var isVerified: Bool {
    if case .verified? = completion?.state { true } else { false }
  }
}

/// A change that is wanted after the plan was submitted; another person approves or refuses it.
package struct PlanChange: Identified, Hashable {
  package static var letter: Character { Plan.letter }

  package let id: ID<PlanChange>
  package let plan: ID<Plan>
  package let change: Change
  package let reason: String
  package let on: Day
  package let enteredBy: Set<ID<Person>>
  package internal(set) var outcome: Outcome?

  package enum Change: Codable, Hashable, Sendable {
    case add(title: String, weight: Int)
    case drop(ID<PlanItem>)
    case reweigh(ID<PlanItem>, weight: Int)
  }

  package enum Outcome: Hashable, Sendable {
    case approved(Day)
    case refused(Day, reason: String)
  }
}

/// What was found of a studio after a year (Art. 6(2), 16, 19); it decides nothing.
package struct YearCheck: Hashable, Sendable {
  package let on: Day
  package let finding: YearChecked
}

/// A studio and a year.
package struct YearKey: Hashable, Sendable {
  package let studio: ID<Studio>
  package let year: Int

  package init(studio: ID<Studio>, year: Int) {
    self.studio = studio
    self.year = year
  }
}

extension Register {
  /// A studio's plan for a year.
  package func plan(of studio: ID<Studio>, for year: Int) -> Plan? {
    plansOfStudio[studio, default: []].lazy.compactMap { plans[$0] }.first { $0.year == year }
  }

  func plan(_ id: ID<Plan>, by asker: Asker) throws(Refusal) -> Plan {
    guard let plan = plans[id] else { throw .plan(.unknown(id.description)) }
    try checkOwn(plan.studio, asker)
    return plan
  }

  /// An item of any plan.
  package func planItem(_ id: ID<PlanItem>) -> PlanItem? {
    planOfItem[id].flatMap { plans[$0] }?.items.first { $0.id == id }
  }

  /// Refuses a contact who acts for another studio (Art. 12(3)).
  func checkOwn(_ studio: ID<Studio>, _ asker: Asker) throws(Refusal) {
    if asker.principal.role == .contact, asker.principal.studio != studio { throw .otherStudio(code(of: studio)) }
  }

  /// All plans, by year and by the studios' codes.
  package var plansInOrder: [Plan] {
    plans.values.sorted { ($0.year, code(of: $0.studio), $0.id) < ($1.year, code(of: $1.studio), $1.id) }
  }

  /// Whether a plan was submitted after the day on which it was due; nil where it was not, or the rules do not say.
  package func isLate(_ plan: Plan) -> Bool? {
    guard let day = plan.submission?.day, let due = rules?.life?.plans.due(for: plan.year) else { return nil }
    return day > due
  }
}
