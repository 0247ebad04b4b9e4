package import Scoring

/// Takes tables over, all rows or none: evidence, plans with their items, and apprentices, each into its own register.
///
/// What tables say of being verified is not taken over. The rows are those that are not there already.
package struct ImportTables: Command {
  package var name: CommandName { .importTables }
  package let evidence: EnterEvidence
  package let plans: [PlanRow]
  package let planItems: [PlanItemRow]
  package let apprentices: [ApprenticeRow]

  /// What becomes of a row that somebody wants to enter.
  package enum Fate: Hashable, Sendable {
    case new
    /// It is there already, under this id.
    case known(String)
    /// It stands twice in what is being entered.
    case repeated
    /// It may be that of a person whose values were erased.
    case erased(String)
    /// The plan has the item with another weight, which only a change of the plan changes.
    case otherWeight(String)
    /// A completion for an item that is there.
    case completion(String)
    /// More of a training that is there.
    case training(String)

    /// Whether something would be entered.
    package var isEntered: Bool {
      switch self {
      case .new, .completion, .training: true
      case .known, .repeated, .erased, .otherWeight: false
      }
    }
  }

  package struct PlanRow: Hashable, Sendable {
    package let key: YearKey
    package let submitted: Day

    package init(_ key: YearKey, submitted: Day) {
      self.key = key
      self.submitted = submitted
    }
  }

  package struct PlanItemRow: Hashable, Sendable {
    package let key: YearKey
    package let item: PlannedItem
    /// In percent. 0 says nothing before the year is over.
    package let completion: Points

    package init(_ key: YearKey, _ item: PlannedItem, completion: Points) {
      self.key = key
      self.item = item
      self.completion = completion
    }
  }

  package struct ApprenticeRow: Hashable, Sendable {
    package let studio: ID<Studio>
    package let person: EnterEvidence.Row.Reference
    package let started: Day
    package let ended: Day?
    package let promotion: Step?

    /// A grade, and the day of its certificate.
    package struct Step: Hashable, Sendable {
      package let grade: String
      package let day: Day

      package init(grade: String, day: Day) {
        self.grade = grade
        self.day = day
      }
    }

    package init(
      studio: ID<Studio>, person: EnterEvidence.Row.Reference, started: Day, ended: Day?, promotion: Step?
    ) {
      (self.studio, self.person, self.started) = (studio, person, started)
      (self.ended, self.promotion) = (ended, promotion)
    }
  }

  /// - Parameter evidence: its persons are those of apprentices, too.
  package init(
    evidence: EnterEvidence, plans: [PlanRow] = [], planItems: [PlanItemRow] = [], apprentices: [ApprenticeRow] = []
  ) {
    self.evidence = evidence
    self.plans = plans
    self.planItems = planItems
    self.apprentices = apprentices
  }

  package var isEmpty: Bool { evidence.rows.isEmpty && plans.isEmpty && planItems.isEmpty && apprentices.isEmpty }

  package var freeTexts: [String] { evidence.freeTexts + planItems.map(\.item.title) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let keys = plans.map(\.key) + planItems.map(\.key)
    var studios: Set<ID<Studio>> = []
    for studio in keys.map(\.studio) + apprentices.map(\.studio) where studios.insert(studio).inserted {
      try register.checkEntry(for: studio, by: asker)
    }
    var events = try evidence.decide(in: register, by: asker)
    events += try planEvents(in: register, asker, next: asker.next + events.count)
    return events + (try apprenticeEvents(in: register, asker, next: asker.next + events.count))
  }
}

// MARK: - Plans

extension ImportTables {
  private func planEvents(in register: Register, _ asker: Asker, next: Int) throws(Refusal) -> [any Event] {
    var events: [any Event] = []
    var seen: Set<YearKey> = []
    let submitted = Dictionary(plans.map { ($0.key, $0.submitted) }) { first, _ in first }
    let items = Dictionary(grouping: planItems, by: \.key)
    for row in plans where !seen.insert(row.key).inserted {
      throw .plan(.twiceInTable(studio: register.code(of: row.key.studio), year: row.key.year))
    }
    seen = []
    for key in plans.map(\.key) + planItems.map(\.key) where seen.insert(key).inserted {
      let studio = try register.known(key.studio)
      try register.checkYear(key.year, of: studio, on: asker.on)
      let plan = register.plan(of: key.studio, for: key.year)
      let id = plan?.id ?? ID(next + events.count)
      if plan == nil { events.append(PlanDrafted(studio: key.studio, year: key.year)) }
      if let day = submitted[key] {
        guard day <= asker.on else { throw .dayToCome(day, today: asker.on) }
        if let former = plan?.submission, !former.isRejected { throw .plan(.submitted(id, on: former.day)) }
        events.append(PlanSubmitted(plan: id, studio: key.studio, year: key.year, day: day))
      }
      events += try itemEvents(items[key] ?? [], of: plan, id, key, in: register, asker, next: next + events.count)
    }
    return events
  }

  /// New items of a plan, and completions of new and known ones.
  private func itemEvents(
    _ rows: [PlanItemRow], of plan: Plan?, _ id: ID<Plan>, _ key: YearKey, in register: Register, _ asker: Asker,
    next: Int
  ) throws(Refusal) -> [any Event] {
    var events: [any Event] = []
    var completions: [CompletionsEntered.Entry] = []
    var titles: Set<String> = []
    for row in rows {
      guard titles.insert(row.item.title).inserted else { throw .plan(.itemTwice(row.item.title)) }
      let known = plan?.current.first { $0.title == row.item.title }
      if known == nil {
        if let plan, !plan.isOpen { throw .plan(.submitted(id, on: plan.submission?.day ?? plan.drafted)) }
        try check(row, in: register)
        events.append(
          PlanItemAdded(plan: id, studio: key.studio, title: row.item.title, weight: row.item.weight))
      }
      let item = known?.id ?? ID(next + events.count - 1)
      if row.completion > .zero, asker.on.year < key.year { throw .plan(.yearNotBegun(key.year, on: asker.on)) }
      guard row.completion > .zero || asker.on.year > key.year else { continue }
      completions.append(CompletionsEntered.Entry(item: item, percent: row.completion))
    }
    guard !completions.isEmpty else { return events }
    return events + [CompletionsEntered(plan: id, studio: key.studio, completions: completions)]
  }

  private func check(_ row: PlanItemRow, in register: Register) throws(Refusal) {
    if let most = register.rules?.life?.plans.mostWeight, !(1...max(1, most.value)).contains(row.item.weight) {
      throw .plan(.badWeight(row.item.weight, most: most.value, most.source))
    }
    let cells = [
      "year": "\(row.key.year)", "title": row.item.title, "weight": "\(row.item.weight)",
      "completion": "\(row.completion)",
    ]
    try register.checkCells(PlanItem.evidenceKind, cells, of: row.key.studio)
  }
}

// MARK: - Apprentices

extension ImportTables {
  /// A training, known or new, to which rows of one person belong.
  fileprivate struct Training {
    let id: ID<Apprentice>
    let studio: ID<Studio>
    let person: ID<Person>
    let started: Day
    var ended: Day?
    var promotions: [ApprenticeRow.Step]

    func takes(_ row: ApprenticeRow, of person: ID<Person>) -> Bool {
      studio == row.studio && self.person == person && started == row.started
        && (ended == nil || row.ended == nil || ended == row.ended)
    }
  }

  private func apprenticeEvents(in register: Register, _ asker: Asker, next: Int) throws(Refusal) -> [any Event] {
    var events: [any Event] = []
    var trainings: [ID<Studio>: [Training]] = [:]
    for studio in Set(apprentices.map(\.studio)) {
      trainings[studio] = register.apprenticesOfStudio[studio, default: []].compactMap { register.apprentices[$0] }
        .map(Training.init)
    }
    for row in apprentices {
      let person = try person(of: row, in: register, asker)
      try check(row, person, in: register, asker)
      var own = trainings[row.studio, default: []]
      let place: Int
      if let known = own.firstIndex(where: { $0.takes(row, of: person) }) {
        place = known
        if own[place].ended == nil, let ended = row.ended {
          events.append(TrainingEnded(apprentice: own[place].id, studio: row.studio, ended: ended))
          own[place].ended = ended
        }
      } else {
        place = own.count
        own.append(Training(row, person, ID(next + events.count)))
        events.append(
          ApprenticeEnrolled(
            studio: row.studio, person: person, started: row.started, ended: row.ended, agreement: nil))
      }
      if let step = row.promotion, !own[place].promotions.contains(step) {
        own[place].promotions.append(step)
        events.append(
          ApprenticePromoted(
            apprentice: own[place].id, studio: row.studio, grade: step.grade, day: step.day, certificate: nil))
      }
      trainings[row.studio] = own
    }
    return events
  }

  private func person(of row: ApprenticeRow, in register: Register, _ asker: Asker) throws(Refusal) -> ID<Person> {
    switch row.person {
    case .known(let id): return try register.present(id).id
    case .new(let place):
      guard evidence.persons.indices.contains(place) else { throw .unknownPerson(ID(asker.next + place)) }
      return ID(asker.next + place)
    }
  }

  private func check(
    _ row: ApprenticeRow, _ person: ID<Person>, in register: Register, _ asker: Asker
  ) throws(Refusal) {
    let last = max(row.started, row.ended ?? row.started, row.promotion?.day ?? row.started)
    guard last <= asker.on else { throw .dayToCome(last, today: asker.on) }
    let cells = [
      "name": person.description, "started_on": row.started.description, "ended_on": row.ended?.description ?? "",
      "promoted_to": row.promotion?.grade ?? "", "promoted_on": row.promotion?.day.description ?? "",
    ]
    try register.checkCells(Apprentice.evidenceKind, cells, of: row.studio)
  }
}

extension ImportTables.Training {
  fileprivate init(_ apprentice: Apprentice) {
    self.init(
      id: apprentice.id, studio: apprentice.studio, person: apprentice.person, started: apprentice.started,
      ended: apprentice.ended,
      promotions: apprentice.promotions.map { ImportTables.ApprenticeRow.Step(grade: $0.grade, day: $0.day) })
  }

  fileprivate init(_ row: ImportTables.ApprenticeRow, _ person: ID<Person>, _ id: ID<Apprentice>) {
    self.init(id: id, studio: row.studio, person: person, started: row.started, ended: row.ended, promotions: [])
  }
}
