import Scoring

/// Asks for a change of a submitted plan, with the reason.
package struct ChangePlan: Command {
  package var name: CommandName { .changePlan }
  package let plan: ID<Plan>
  package let change: PlanChange.Change
  package let reason: String

  package init(_ plan: ID<Plan>, _ change: PlanChange.Change, reason: String) {
    self.plan = plan
    self.change = change
    self.reason = reason
  }

  package var freeTexts: [String] {
    if case .add(let title, _) = change { [title, reason] } else { [reason] }
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.plan(plan, by: asker)
    guard let submission = found.submission else { throw .plan(.notSubmitted(plan)) }
    guard submission.day <= asker.on else { throw .beforeThat(asker.on, submission.day) }
    try require(reason)
    try register.check(change, of: found)
    return [PlanChangeEntered(plan: plan, studio: found.studio, change: change, reason: reason)]
  }
}

/// Approves or refuses a change; whoever entered it cannot.
package struct SettlePlanChange: Command {
  package var name: CommandName { .settlePlanChange }
  package let change: ID<PlanChange>
  /// Why it is refused; nil approves.
  package let refused: String?

  package init(_ change: ID<PlanChange>, refused: String? = nil) {
    self.change = change
    self.refused = refused
  }

  package var freeTexts: [String] { refused.map { [$0] } ?? [] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try register.settling(self, by: asker.persons, on: asker.on)
  }
}

extension Register {
  func settling(_ asked: SettlePlanChange, by persons: Set<ID<Person>>, on day: Day) throws(Refusal) -> [any Event] {
    guard let id = planOfChange[asked.change], let plan = plans[id],
      let found = plan.changes.first(where: { $0.id == asked.change })
    else { throw .plan(.unknown(asked.change.description)) }
    guard found.outcome == nil else { throw .plan(.changeSettled(found.id)) }
    guard persons.isDisjoint(with: found.enteredBy) else { throw .plan(.ownChange(found.id)) }
    guard found.on <= day else { throw .beforeThat(day, found.on) }
    let settled = PlanChangeSettled(change: found.id, plan: id, studio: plan.studio, refused: asked.refused)
    if let refused = asked.refused {
      try require(refused)
      return [settled]
    }
    try check(found.change, of: plan)
    guard case .add(let title, let weight) = found.change else { return [settled] }
    return [settled, PlanItemAdded(plan: id, studio: plan.studio, title: title, weight: weight)]
  }

  /// An item comes into a plan that is still open, with its taking over, or by a change that was approved.
  func allows(_ added: PlanItemAdded, as record: Record) -> Bool {
    guard let plan = plans[added.plan], plan.studio == added.studio,
      !plan.current.contains(where: { $0.title == added.title })
    else { return false }
    if plan.isOpen { return true }
    if let submission = plan.submission, submission.state == .entered, submission.enteredBy == persons(behind: record),
      plan.changes.isEmpty, plan.reviews.isEmpty
    {
      return true
    }
    return plan.changes.contains { change in
      change.change == .add(title: added.title, weight: added.weight) && change.outcome == .approved(record.on)
    }
  }

  fileprivate func check(_ change: PlanChange.Change, of plan: Plan) throws(Refusal) {
    switch change {
    case .add(let title, let weight):
      try require(title)
      guard !plan.current.contains(where: { $0.title == title }) else { throw .plan(.itemTwice(title)) }
      try checkWeight(weight)
    case .drop(let item): _ = try self.item(item, of: plan)
    case .reweigh(let item, let weight):
      guard try self.item(item, of: plan).weight != weight else { throw .nothingToDo }
      try checkWeight(weight)
    }
  }

  private func item(_ id: ID<PlanItem>, of plan: Plan) throws(Refusal) -> PlanItem {
    guard let item = plan.items.first(where: { $0.id == id }) else { throw .plan(.unknown(id.description)) }
    guard !item.isDropped else { throw .plan(.itemDropped(id)) }
    return item
  }
}
