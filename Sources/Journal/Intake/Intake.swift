package import Scoring
package import StudioRegistry

/// What rows of tables or forms come to, each into its own register and once: evidence, plans and apprentices.
package struct Intake {
  /// Persons who come in with the rows, for the vault.
  package private(set) var sealed: [SealedPerson] = []
  private var rows: [EnterEvidence.Row] = []
  private var persons: [EnterEvidence.NewPerson] = []
  private var plans: [ImportTables.PlanRow] = []
  private var planItems: [ImportTables.PlanItemRow] = []
  private var apprentices: [ImportTables.ApprenticeRow] = []
  private var shelf: EvidenceShelf
  private let seal: (PersonValues) -> SealedPerson

  /// - Parameter seal: gives a person's values their salt.
  package init(_ register: Register, _ vault: Vault, seal: @escaping (PersonValues) -> SealedPerson) {
    shelf = EvidenceShelf(register, vault)
    self.seal = seal
  }

  /// The command that enters them; nothing where they all are there already.
  package var command: ImportTables {
    ImportTables(
      evidence: EnterEvidence(persons: persons, rows: rows), plans: plans, planItems: planItems,
      apprentices: apprentices)
  }

  /// Takes a row where it belongs, and says what becomes of it.
  ///
  /// - Parameter scan: the SHA-256 of its proof; plans and apprentices have none here.
  package mutating func add(
    _ record: EvidenceRecord, of studio: ID<Studio>, scan: String? = nil
  ) -> ImportTables.Fate {
    switch shelf.place(record, of: studio) {
    case .repeated: return .repeated
    case .known(let item): return .known(item.description)
    case .erased(let item): return .erased(item.description)
    case .new: break
    }
    switch record.kind {
    case Plan.evidenceKind: return addPlan(record.cells, of: studio)
    case PlanItem.evidenceKind: return addPlanItem(record.cells, of: studio)
    case Apprentice.evidenceKind: return addApprentice(record.cells, of: studio)
    default:
      addEvidence(record, of: studio, scan: scan)
      return .new
    }
  }

  private mutating func addEvidence(_ record: EvidenceRecord, of studio: ID<Studio>, scan: String?) {
    var cells: [String: String] = [:]
    var people: [String: EnterEvidence.Row.Reference] = [:]
    for (column, cell) in record.cells {
      if shelf.isPersonal(column, of: record.kind) {
        people[column] = reference(to: cell, in: studio)
      } else {
        cells[column] = cell
      }
    }
    rows.append(EnterEvidence.Row(studio: studio, kind: record.kind, cells: cells, people: people, scan: scan))
  }

  /// A person of a studio by name: known, or new and sealed for the vault.
  private mutating func reference(to name: String, in studio: ID<Studio>) -> EnterEvidence.Row.Reference {
    let key = EvidenceShelf.PersonKey(studio: studio, name: name)
    if let known = shelf.people[key] { return known }
    sealed.append(seal(PersonValues(name: name)))
    persons.append(EnterEvidence.NewPerson(studio: studio, values: sealed[sealed.count - 1].commitment))
    shelf.people[key] = .new(persons.count - 1)
    return .new(persons.count - 1)
  }
}

// MARK: - Plans and apprentices

extension Intake {
  private mutating func addPlan(_ cells: [String: String], of studio: ID<Studio>) -> ImportTables.Fate {
    guard let year = cells["year"].flatMap({ Int($0) }), let day = cells["submitted_on"].flatMap({ Day($0) }) else {
      return .repeated
    }
    let key = YearKey(studio: studio, year: year)
    if let plan = shelf.plans[key], let former = plan.submission {
      if case .rejected = former.state, former.day != day {
      } else {
        return .known(plan.id.description)
      }
    }
    plans.append(ImportTables.PlanRow(key, submitted: day))
    return .new
  }

  private mutating func addPlanItem(_ cells: [String: String], of studio: ID<Studio>) -> ImportTables.Fate {
    guard let year = cells["year"].flatMap({ Int($0) }), let title = cells["title"],
      let weight = cells["weight"].flatMap({ Int($0) }), let completion = cells["completion"].flatMap({ Points($0) })
    else { return .repeated }
    let key = YearKey(studio: studio, year: year)
    let row = ImportTables.PlanItemRow(key, PlannedItem(title: title, weight: weight), completion: completion)
    guard let known = shelf.plans[key]?.current.first(where: { $0.title == title }) else {
      planItems.append(row)
      return .new
    }
    if known.weight != weight { return .otherWeight(known.id.description) }
    if known.completion?.percent ?? .zero == completion { return .known(known.id.description) }
    planItems.append(row)
    return .completion(known.id.description)
  }

  private mutating func addApprentice(_ cells: [String: String], of studio: ID<Studio>) -> ImportTables.Fate {
    guard let name = cells["name"], let started = cells["started_on"].flatMap({ Day($0) }) else { return .repeated }
    let ended = cells["ended_on"].flatMap { Day($0) }
    let promotion = cells["promoted_on"].flatMap { Day($0) }.map {
      ImportTables.ApprenticeRow.Step(grade: cells["promoted_to"] ?? "", day: $0)
    }
    let own = shelf.trainings(of: studio, started: started, ended: ended)
    if let gone = own.first(where: { shelf.gone.contains($0.person) && $0.has(promotion) }) {
      return .erased(gone.id.description)
    }
    let person = reference(to: name, in: studio)
    let known = own.first { person == .known($0.person) }
    if let known, known.has(promotion), ended == nil || known.ended == ended {
      return .known(known.id.description)
    }
    apprentices.append(
      ImportTables.ApprenticeRow(
        studio: studio, person: person, started: started, ended: ended, promotion: promotion))
    return known.map { .training($0.id.description) } ?? .new
  }
}

extension Apprentice {
  /// Whether a promotion is recorded, or none is asked for.
  fileprivate func has(_ step: ImportTables.ApprenticeRow.Step?) -> Bool {
    guard let step else { return true }
    return promotions.contains { $0.grade == step.grade && $0.day == step.day }
  }
}
