import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

/// What importing evidence would do, row by row.
struct EvidencePlan {
  private(set) var rows: [EnterEvidence.Row] = []
  private(set) var sealed: [SealedPerson] = []
  private(set) var listing = Listing([.row, .studio, .kind, .content, .action])
  private var persons: [EnterEvidence.NewPerson] = []
  private var shelf: EvidenceShelf

  var command: EnterEvidence { EnterEvidence(persons: persons, rows: rows) }

  init(_ read: [EvidenceRow], _ desk: Desk) async throws {
    let vault = try await desk.vault()
    shelf = try await desk.read { EvidenceShelf($0, vault) }
    let codes = try await desk.read(\.codes)
    var findings = Findings()
    for row in read {
      if let studio = codes[row.studio.lowercased()] {
        add(row, of: studio, desk)
      } else {
        let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
        findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place))
      }
    }
    try findings.check()
  }

  private mutating func add(_ row: EvidenceRow, of studio: ID<Studio>, _ desk: Desk) {
    let place = shelf.place(row.record, of: studio)
    let action =
      switch place {
      case .new: desk.phrases.notice(.rowNew)
      case .repeated: desk.phrases.notice(DeskNotice.rowRepeated)
      case .known(let item): desk.phrases.notice(.rowKnown(item.description))
      case .erased(let item): desk.phrases.notice(.rowErased(item.description))
      }
    let file = URL(fileURLWithPath: row.place.file).lastPathComponent
    listing.add([
      "\(file):\(row.place.line ?? 0)", row.studio, row.record.kind, desk.terminal.language(row.record.caption), action,
    ])
    guard case .new = place else { return }
    var cells: [String: String] = [:]
    var people: [String: EnterEvidence.Row.Reference] = [:]
    for (column, cell) in row.record.cells {
      if shelf.isPersonal(column, of: row.record.kind) {
        people[column] = reference(to: cell, in: studio, desk)
      } else {
        cells[column] = cell
      }
    }
    rows.append(EnterEvidence.Row(studio: studio, kind: row.record.kind, cells: cells, people: people))
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

/// What evidence there is already, so that a row is entered once.
private struct EvidenceShelf: Sendable {
  /// Persons of studios by name.
  var people: [PersonKey: EnterEvidence.Row.Reference] = [:]
  private let kinds: [EvidenceKind]
  private var known: [Key: ID<EvidenceItem>] = [:]
  // Of a person who was erased nobody can say any more whether it is the same: the rest of the row decides.
  private var erased: [Key: ID<EvidenceItem>] = [:]
  private var seen: Set<Key> = []

  struct PersonKey: Hashable, Sendable {
    let studio: ID<Studio>
    let name: String
  }

  /// What of a studio's row tells it from others: persons by name.
  private struct Key: Hashable, Sendable {
    let studio: ID<Studio>
    let kind: String
    let cells: [String: String]
  }

  enum Place {
    case new, repeated
    case known(ID<EvidenceItem>)
    case erased(ID<EvidenceItem>)
  }

  init(_ register: Register, _ vault: Vault) {
    kinds = register.modules.kinds
    let gone = Set(register.persons.values.filter { $0.erased != nil }.map(\.id))
    for item in register.evidenceInOrder {
      let persons = item.cells.filter { isPersonal($0.key, of: item.kind) }.compactMapValues { ID<Person>($0) }
      let cells = item.cells.merging(persons.compactMapValues { vault[$0]?.name }) { _, name in name }
      known[Key(studio: item.studio, kind: item.kind, cells: cells)] = item.id
      guard persons.values.contains(where: gone.contains) else { continue }
      erased[Key(studio: item.studio, kind: item.kind, cells: impersonal(item.cells, of: item.kind))] = item.id
    }
    // Of several of one name in a studio the first that came in stands for all.
    for person in register.persons.values.sorted(by: { $0.id > $1.id }) {
      guard let studio = person.studio, let name = vault[person.id]?.name else { continue }
      people[PersonKey(studio: studio, name: name)] = .known(person.id)
    }
  }

  func isPersonal(_ column: String, of kind: String) -> Bool {
    kinds.first { $0.id == kind }?.columns.first { $0.id == column }?.isPersonal ?? false
  }

  /// Where a row of a studio belongs.
  mutating func place(_ record: EvidenceRecord, of studio: ID<Studio>) -> Place {
    let key = Key(studio: studio, kind: record.kind, cells: record.cells)
    if let item = known[key] { return .known(item) }
    if let item = erased[Key(studio: studio, kind: record.kind, cells: impersonal(record.cells, of: record.kind))] {
      return .erased(item)
    }
    return seen.insert(key).inserted ? .new : .repeated
  }

  private func impersonal(_ cells: [String: String], of kind: String) -> [String: String] {
    cells.filter { !isPersonal($0.key, of: kind) }
  }
}
