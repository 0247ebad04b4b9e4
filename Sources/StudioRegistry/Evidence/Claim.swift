package import Scoring

/// Something that one person entered and another verifies, whichever part of the register keeps it.
package enum Claim: Hashable, Sendable {
  case row(ID<EvidenceItem>)
  /// The day on which a plan was submitted.
  case plan(ID<Plan>)
  /// How far an item was completed.
  case planItem(ID<PlanItem>)
  /// An apprentice's training.
  case apprentice(ID<Apprentice>)
  case promotion(ID<Promotion>)

  /// The id under which a clerk names it.
  package var name: String {
    switch self {
    case .row(let id): id.description
    case .plan(let id): id.description
    case .planItem(let id): id.description
    case .apprentice(let id): id.description
    case .promotion(let id): id.description
    }
  }

  /// The entry that made what it is about.
  package var sequence: Int {
    switch self {
    case .row(let id): id.sequence
    case .plan(let id): id.sequence
    case .planItem(let id): id.sequence
    case .apprentice(let id): id.sequence
    case .promotion(let id): id.sequence
    }
  }

  var isOfPlan: Bool {
    switch self {
    case .plan, .planItem: true
    case .row, .apprentice, .promotion: false
    }
  }
}

/// A claim as it stands.
package struct ClaimEntry: Hashable, Sendable {
  package let claim: Claim
  package let studio: ID<Studio>
  /// The id of the kind of evidence whose table it belongs to.
  package let kind: String
  package let enteredBy: Set<ID<Person>>
  package let state: EvidenceItem.State
  /// The cells by column, persons as ids.
  package let cells: [String: String]
}

extension Register {
  /// Everything that was entered for somebody else to verify, in the order in which it came to be.
  package var claims: [ClaimEntry] {
    let rows = evidence.values.map(ClaimEntry.init)
    let plans = plans.values.flatMap(ClaimEntry.all)
    return (rows + plans + apprentices.values.flatMap(ClaimEntry.all)).sorted { $0.claim.sequence < $1.claim.sequence }
  }

  /// What a clerk's id stands for: `E12`, `Y13`, `T14`.
  package func claim(named name: String) -> Claim? {
    if let id = ID<EvidenceItem>(name) { return .row(id) }
    if let id = ID<Plan>(name), plans[id] != nil { return .plan(id) }
    if let id = ID<PlanItem>(name), planOfItem[id] != nil { return .planItem(id) }
    if let id = ID<Apprentice>(name), apprentices[id] != nil { return .apprentice(id) }
    if let id = ID<Promotion>(name), apprenticeOfPromotion[id] != nil { return .promotion(id) }
    return nil
  }

  /// How something that waits, or was settled, stands; nil where there is nothing entered.
  package func entry(of claim: Claim) -> ClaimEntry? {
    switch claim {
    case .row(let id): evidence[id].map(ClaimEntry.init)
    case .plan(let id): plans[id].flatMap { ClaimEntry.all(of: $0).first { $0.claim == claim } }
    case .planItem(let id):
      planOfItem[id].flatMap { plans[$0] }.flatMap { ClaimEntry.all(of: $0).first { $0.claim == claim } }
    case .apprentice(let id): apprentices[id].flatMap { ClaimEntry.all(of: $0).first { $0.claim == claim } }
    case .promotion(let id):
      apprenticeOfPromotion[id].flatMap { apprentices[$0] }
        .flatMap { ClaimEntry.all(of: $0).first { $0.claim == claim } }
    }
  }

  /// The record of a claim as a table has it; persons by name where they are known.
  package func record(of entry: ClaimEntry, people: (ID<Person>) -> String? = { _ in nil }) -> EvidenceRecord? {
    record(
      of: entry.kind, entry.cells, isVerified: entry.state.isVerified, source: entry.claim.name, people: people)
  }

  /// A stored record with its persons by name where they are known.
  package func renamed(_ stored: EvidenceRecord, people: (ID<Person>) -> String?) -> EvidenceRecord {
    record(of: stored.kind, stored.cells, isVerified: stored.isVerified, source: stored.source, people: people)
      ?? stored
  }

  func record(
    of kind: String, _ cells: [String: String], isVerified: Bool, source: String?,
    people: (ID<Person>) -> String? = { _ in nil }
  ) -> EvidenceRecord? {
    guard let kind = modules.kinds.first(where: { $0.id == kind }) else { return nil }
    let values = kind.columns.map { column in
      let cell = cells[column.id] ?? ""
      guard column.isPersonal, let person = ID<Person>(cell) else { return cell }
      return people(person) ?? cell
    }
    return try? kind.record(cells: values, isVerified: isVerified, source: source)
  }

  func checkSecondPerson(_ claim: Claim, _ asker: Asker) throws(Refusal) -> ClaimEntry {
    guard let entry = entry(of: claim) else {
      switch claim {
      case .row(let id): throw .unknownEvidence(id)
      case .plan(let id): throw .plan(plans[id] == nil ? .unknown(id.description) : .notSubmitted(id))
      case .planItem(let id):
        throw .plan(planOfItem[id] == nil ? .unknown(id.description) : .nothingEntered(id))
      case .apprentice, .promotion: throw .apprentice(.unknown(claim.name))
      }
    }
    let isOpen = entry.state == .entered
    guard isOpen, asker.persons.isDisjoint(with: entry.enteredBy) else {
      if claim.isOfPlan { throw .plan(isOpen ? .ownEntry(claim.name) : .settled(claim.name)) }
      throw .apprentice(isOpen ? .ownEntry(claim.name) : .settled(claim.name))
    }
    return entry
  }

  /// Refuses cells that the kind's table could not have, for they would never count.
  func checkCells(_ kind: String, _ cells: [String: String], of studio: ID<Studio>) throws(Refusal) {
    guard let found = modules.kinds.first(where: { $0.id == kind }) else { return }
    do throws(CellFaults) {
      _ = try found.record(cells: found.columns.map { cells[$0.id] ?? "" }, isVerified: false)
    } catch {
      throw .badCell(column: error.all.first?.column ?? kind, kind: kind, studio: code(of: studio))
    }
  }
}

extension EvidenceItem.State {
  package var isVerified: Bool {
    if case .verified = self { true } else { false }
  }
}

extension ClaimEntry {
  init(_ item: EvidenceItem) {
    self.init(
      claim: .row(item.id), studio: item.studio, kind: item.kind, enteredBy: item.enteredBy, state: item.state,
      cells: item.cells)
  }

  /// A plan's day and the completions of its items.
  static func all(of plan: Plan) -> [ClaimEntry] {
    let day = plan.submission.map { submission in
      ClaimEntry(
        claim: .plan(plan.id), studio: plan.studio, kind: Plan.evidenceKind, enteredBy: submission.enteredBy,
        state: submission.state, cells: plan.cells)
    }
    let items = plan.current.compactMap { item in
      item.completion.map { completion in
        ClaimEntry(
          claim: .planItem(item.id), studio: plan.studio, kind: PlanItem.evidenceKind,
          enteredBy: completion.enteredBy, state: completion.state, cells: item.cells(in: plan.year))
      }
    }
    return (day.map { [$0] } ?? []) + items
  }

  /// An apprentice's training, and each promotion.
  static func all(of apprentice: Apprentice) -> [ClaimEntry] {
    let training = ClaimEntry(
      claim: .apprentice(apprentice.id), studio: apprentice.studio, kind: Apprentice.evidenceKind,
      enteredBy: apprentice.enteredBy, state: apprentice.state, cells: apprentice.cells)
    return [training]
      + apprentice.promotions.map { promotion in
        ClaimEntry(
          claim: .promotion(promotion.id), studio: apprentice.studio, kind: Apprentice.evidenceKind,
          enteredBy: promotion.enteredBy, state: promotion.state, cells: apprentice.cells(with: promotion))
      }
  }
}

extension ClaimEntry {
  /// The persons in its cells, by the personal columns of its kind.
  package func persons(_ kinds: [EvidenceKind]) -> [ID<Person>] {
    let columns = kinds.first { $0.id == kind }?.columns.filter(\.isPersonal) ?? []
    return columns.compactMap { cells[$0.id].flatMap { ID<Person>($0) } }
  }
}
