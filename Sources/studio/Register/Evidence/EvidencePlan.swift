import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

/// What importing tables would do, row by row: evidence, plans and apprentices, each into its own register.
struct EvidencePlan {
  private(set) var sealed: [SealedPerson] = []
  private(set) var listing = Listing([.row, .studio, .kind, .content, .action])
  private var rows: [EnterEvidence.Row] = []
  private var persons: [EnterEvidence.NewPerson] = []
  private var plans: [ImportTables.PlanRow] = []
  private var planItems: [ImportTables.PlanItemRow] = []
  private var apprentices: [ImportTables.ApprenticeRow] = []
  private var shelf: EvidenceShelf
  private let phrases: any Phrases

  var command: ImportTables {
    ImportTables(
      evidence: EnterEvidence(persons: persons, rows: rows), plans: plans, planItems: planItems,
      apprentices: apprentices)
  }

  init(_ read: [EvidenceRow], _ desk: Desk) async throws {
    let vault = try await desk.vault()
    phrases = desk.phrases
    shelf = try await desk.read { EvidenceShelf($0, vault) }
    let codes = try await desk.read(\.codes)
    var findings = Findings()
    for row in read {
      if let studio = codes[row.studio.lowercased()] {
        let action = add(row, of: studio, desk)
        let file = URL(fileURLWithPath: row.place.file).lastPathComponent
        listing.add([
          "\(file):\(row.place.line ?? 0)", row.studio, row.record.kind, desk.terminal.language(row.record.caption),
          action,
        ])
      } else {
        let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
        findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place))
      }
    }
    try findings.check()
  }

  /// Says what the rows come to, and asks for it unless it is a trial or there is nothing new.
  func carryOut(dryRun: Bool, as format: Format, _ desk: Desk) async throws {
    desk.terminal.say(phrases.notice(DeskNotice.noSecrets))
    if dryRun {
      try listing.show(as: format, on: desk.terminal)
      if !command.isEmpty { try await desk.rehearse(command, persons: sealed) }
    } else if command.isEmpty {
      try listing.show(as: format, on: desk.terminal)
    } else {
      let receipt = try await desk.ask(command, persons: sealed, isSilent: true)
      try listing.show(as: format, on: desk.terminal)
      desk.sayRecorded(receipt)
    }
  }

  /// Takes a row where it belongs, and says what becomes of it.
  private mutating func add(_ row: EvidenceRow, of studio: ID<Studio>, _ desk: Desk) -> String {
    switch shelf.place(row.record, of: studio) {
    case .repeated: return phrases.notice(DeskNotice.rowRepeated)
    case .known(let item): return phrases.notice(.rowKnown(item.description))
    case .erased(let item): return phrases.notice(.rowErased(item.description))
    case .new: break
    }
    let cells = row.record.cells
    switch row.record.kind {
    case Plan.evidenceKind: return addPlan(cells, of: studio)
    case PlanItem.evidenceKind: return addPlanItem(cells, of: studio)
    case Apprentice.evidenceKind: return addApprentice(cells, of: studio, desk)
    default: addEvidence(row.record, of: studio, desk)
    }
    return phrases.notice(.rowNew)
  }

  private mutating func addEvidence(_ record: EvidenceRecord, of studio: ID<Studio>, _ desk: Desk) {
    var cells: [String: String] = [:]
    var people: [String: EnterEvidence.Row.Reference] = [:]
    for (column, cell) in record.cells {
      if shelf.isPersonal(column, of: record.kind) {
        people[column] = reference(to: cell, in: studio, desk)
      } else {
        cells[column] = cell
      }
    }
    rows.append(EnterEvidence.Row(studio: studio, kind: record.kind, cells: cells, people: people))
  }

  /// A person of a studio by name: known, or new and sealed for the vault.
  private mutating func reference(
    to name: String, in studio: ID<Studio>, _ desk: Desk
  ) -> EnterEvidence.Row.Reference {
    let key = EvidenceShelf.PersonKey(studio: studio, name: name)
    if let known = shelf.people[key] { return known }
    sealed.append(desk.seal(PersonValues(name: name)))
    persons.append(EnterEvidence.NewPerson(studio: studio, values: sealed[sealed.count - 1].commitment))
    shelf.people[key] = .new(persons.count - 1)
    return .new(persons.count - 1)
  }
}

// MARK: - Plans and apprentices

extension EvidencePlan {
  private mutating func addPlan(_ cells: [String: String], of studio: ID<Studio>) -> String {
    guard let year = cells["year"].flatMap({ Int($0) }), let day = cells["submitted_on"].flatMap({ Day($0) }) else {
      return ""
    }
    let key = YearKey(studio: studio, year: year)
    if let plan = shelf.plans[key], let former = plan.submission {
      if case .rejected = former.state, former.day != day {
      } else {
        return phrases.notice(.rowKnown(plan.id.description))
      }
    }
    plans.append(ImportTables.PlanRow(key, submitted: day))
    return phrases.notice(.rowNew)
  }

  private mutating func addPlanItem(_ cells: [String: String], of studio: ID<Studio>) -> String {
    guard let year = cells["year"].flatMap({ Int($0) }), let title = cells["title"],
      let weight = cells["weight"].flatMap({ Int($0) }), let completion = cells["completion"].flatMap({ Points($0) })
    else { return "" }
    let key = YearKey(studio: studio, year: year)
    let row = ImportTables.PlanItemRow(key, PlannedItem(title: title, weight: weight), completion: completion)
    guard let known = shelf.plans[key]?.current.first(where: { $0.title == title }) else {
      planItems.append(row)
      return phrases.notice(.rowNew)
    }
    if known.weight != weight { return phrases.notice(.rowOtherWeight(known.id.description)) }
    if known.completion?.percent ?? .zero == completion { return phrases.notice(.rowKnown(known.id.description)) }
    planItems.append(row)
    return phrases.notice(.rowCompletion(known.id.description))
  }

  private mutating func addApprentice(_ cells: [String: String], of studio: ID<Studio>, _ desk: Desk) -> String {
    guard let name = cells["name"], let started = cells["started_on"].flatMap({ Day($0) }) else { return "" }
    let ended = cells["ended_on"].flatMap { Day($0) }
    let promotion = cells["promoted_on"].flatMap { Day($0) }.map {
      ImportTables.ApprenticeRow.Step(grade: cells["promoted_to"] ?? "", day: $0)
    }
    let own = shelf.trainings(of: studio, started: started, ended: ended)
    if let gone = own.first(where: { shelf.gone.contains($0.person) && $0.has(promotion) }) {
      return phrases.notice(.rowErased(gone.id.description))
    }
    let person = reference(to: name, in: studio, desk)
    let known = own.first { person == .known($0.person) }
    if let known, known.has(promotion), ended == nil || known.ended == ended {
      return phrases.notice(.rowKnown(known.id.description))
    }
    apprentices.append(
      ImportTables.ApprenticeRow(
        studio: studio, person: person, started: started, ended: ended, promotion: promotion))
    return known.map { phrases.notice(.rowTraining($0.id.description)) } ?? phrases.notice(.rowNew)
  }
}

extension Apprentice {
  /// Whether a promotion is recorded, or none is asked for.
  fileprivate func has(_ step: ImportTables.ApprenticeRow.Step?) -> Bool {
    guard let step else { return true }
    return promotions.contains { $0.grade == step.grade && $0.day == step.day }
  }
}
