package import Scoring

/// A row of evidence as it was entered, and what a second person found.
package struct EvidenceItem: Identified {
  package static var letter: Character { "E" }

  package let id: ID<EvidenceItem>
  package let studio: ID<Studio>
  /// The kind's id.
  package let kind: String
  /// The cells by column, in the form in which tables have them; persons are ids.
  package let cells: [String: String]
  /// Who entered it, and for whom: none of them can verify it.
  package let enteredBy: Set<ID<Person>>
  package let entered: Day
  package let scan: EvidenceScan?
  package internal(set) var state = State.entered

  package enum State: Hashable, Sendable {
    case entered
    case verified(by: ID<Account>?, on: Day)
    case rejected(reason: String)
  }

  package var isVerified: Bool {
    if case .verified = state { true } else { false }
  }
}

/// The scan of the proof that came with a row.
package struct EvidenceScan: Codable, Hashable, Sendable {
  /// Its SHA-256 in hexadecimal.
  package let digest: String
  /// Whether the register keeps the scan; of one that names persons it has the digest alone, for files are never erased.
  package let isKept: Bool

  package init(digest: String, isKept: Bool) {
    self.digest = digest
    self.isKept = isKept
  }
}

package struct EvidenceEntered: Event {
  package static let kind = "evidence-entered"
  package static var letter: Character? { EvidenceItem.letter }
  package let studio: ID<Studio>
  /// The kind's id.
  package let type: String
  package let cells: [String: String]
  /// Nil where none came with it.
  package let scan: EvidenceScan?

  package init(studio: ID<Studio>, type: String, cells: [String: String], scan: EvidenceScan? = nil) {
    (self.studio, self.type, self.cells, self.scan) = (studio, type, cells, scan)
  }

  package var studios: [ID<Studio>] { [studio] }
  package var files: [String] { scan.flatMap { $0.isKept ? [$0.digest] : nil } ?? [] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<EvidenceItem>(record.sequence)
    register.evidence[id] = EvidenceItem(
      id: id, studio: studio, kind: type, cells: cells,
      enteredBy: Set([record.actor, record.behalf].compactMap { $0.flatMap { register.accounts[$0]?.person } }),
      entered: record.on, scan: scan)
    register.evidenceOfStudio[studio, default: []].append(id)
  }
}

package struct EvidenceVerified: Event {
  package static let kind = "evidence-verified"
  package let items: [ID<EvidenceItem>]

  package func apply(to register: inout Register, as record: Record) {
    for item in items { register.evidence[item]?.state = .verified(by: record.actor, on: record.on) }
  }
}

package struct EvidenceRejected: Event {
  package static let kind = "evidence-rejected"
  package let item: ID<EvidenceItem>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.evidence[item]?.state = .rejected(reason: reason)
  }
}

/// Enters rows of evidence: all of them, or none. What is there already stays as it is.
package struct EnterEvidence: Command {
  package var name: CommandName { .enterEvidence }
  /// Persons who come in with the evidence; rows name them by their place here.
  package let persons: [NewPerson]
  package let rows: [Row]

  /// A member or an apprentice of a studio whom the register does not know yet.
  package struct NewPerson: Hashable, Sendable {
    package let studio: ID<Studio>
    package let values: PersonCommitment

    package init(studio: ID<Studio>, values: PersonCommitment) {
      self.studio = studio
      self.values = values
    }
  }

  /// One row; its personal cells are in `people`.
  package struct Row: Hashable, Sendable {
    package let studio: ID<Studio>
    package let kind: String
    package let cells: [String: String]
    package let people: [String: Reference]
    /// The SHA-256 of the proof's scan; nil where none came with it.
    package let scan: String?

    /// A person who is in the register, or one of the new ones by place.
    package enum Reference: Hashable, Sendable {
      case known(ID<Person>)
      case new(Int)
    }

    package init(
      studio: ID<Studio>, kind: String, cells: [String: String], people: [String: Reference], scan: String? = nil
    ) {
      self.studio = studio
      self.kind = kind
      self.cells = cells
      self.people = people
      self.scan = scan
    }
  }

  package init(persons: [NewPerson], rows: [Row]) {
    self.persons = persons
    self.rows = rows
  }

  package var freeTexts: [String] { rows.flatMap(\.cells.values) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    for studio in persons.map(\.studio) + rows.map(\.studio) { try register.checkEntry(for: studio, by: asker) }
    var events: [any Event] = persons.map { PersonAdded(commitment: $0.values.digest, studio: $0.studio) }
    for row in rows {
      try checkSource(of: row.kind)
      let cells = try cells(of: row, in: register, next: asker.next)
      let scan = try scan(of: row, in: register)
      events.append(EvidenceEntered(studio: row.studio, type: row.kind, cells: cells, scan: scan))
    }
    return events
  }

  /// The scan of a row, kept where the kind's rows name no person.
  private func scan(of row: Row, in register: Register) throws(Refusal) -> EvidenceScan? {
    guard let digest = row.scan else { return nil }
    guard digest.isDigest else { throw .badDigest }
    return EvidenceScan(digest: digest, isKept: register.modules.kinds.first { $0.id == row.kind }?.isPersonal != true)
  }

  /// Refuses kinds whose rows come from the plans and from the register of apprentices (Art. 16, 21).
  private func checkSource(of kind: String) throws(Refusal) {
    switch kind {
    case Plan.evidenceKind, PlanItem.evidenceKind: throw .plan(.entersAsPlan(kind: kind))
    case Apprentice.evidenceKind: throw .apprentice(.entersAsApprentice)
    default: break
    }
  }

  /// The row's cells with its persons as ids; refused where they are not the kind's, or name a person otherwise.
  private func cells(of row: Row, in register: Register, next: Int) throws(Refusal) -> [String: String] {
    guard let kind = register.modules.kinds.first(where: { $0.id == row.kind }) else { throw .unknownKind(row.kind) }
    let personal = Set(kind.columns.filter(\.isPersonal).map(\.id))
    let plain = Set(kind.columns.map(\.id)).subtracting(personal)
    func bad(_ column: String) -> Refusal {
      .badCell(column: column, kind: kind.id, studio: register.code(of: row.studio))
    }
    if let column = row.cells.keys.sorted().first(where: { !plain.contains($0) }) { throw bad(column) }
    if let column = row.people.keys.sorted().first(where: { !personal.contains($0) }) { throw bad(column) }
    var cells = row.cells
    for (column, reference) in row.people {
      switch reference {
      case .known(let id): cells[column] = try register.present(id).id.description
      case .new(let place):
        guard persons.indices.contains(place) else { throw .unknownPerson(ID(next + place)) }
        cells[column] = ID<Person>(next + place).description
      }
    }
    do throws(CellFaults) {
      _ = try kind.record(cells: kind.columns.map { cells[$0.id] ?? "" }, isVerified: false)
    } catch {
      throw bad(error.all.first?.column ?? kind.id)
    }
    return cells
  }
}

extension Register {
  /// Refuses evidence for a studio that is not there, whose title is cancelled, or that is another contact's.
  func checkEntry(for id: ID<Studio>, by asker: Asker) throws(Refusal) {
    guard let studio = studios[id] else { throw .unknownStudio(id.description) }
    if asker.principal.role == .contact, asker.principal.studio != id { throw .otherStudio(studio.code) }
    if studio.isOver { throw .studioCancelled(studio.code) }
  }

  func checkSecondPerson(_ id: ID<EvidenceItem>, _ asker: Asker) throws(Refusal) {
    guard let item = evidence[id] else { throw .unknownEvidence(id) }
    guard case .entered = item.state else { throw .evidenceSettled(id) }
    guard asker.persons.isDisjoint(with: item.enteredBy) else { throw .ownEvidence(id) }
  }

  /// All evidence, in the order of entry.
  package var evidenceInOrder: [EvidenceItem] { evidence.values.sorted { $0.id < $1.id } }

  /// A studio's records for the modules, each with its id, as they stand now; rejected ones count as unverified.
  ///
  /// Plans, their items and apprentices come from their own registers. Of a year that has a plan there, rows that were entered
  /// as evidence before are not used twice. A row that no kind of this program fits any more is not among them.
  func studioEvidence(of studio: ID<Studio>, kinds: [EvidenceKind]) -> StudioEvidence {
    var records = StudioEvidence()
    for kind in kinds { records.open(kind) }
    let planned = Set(plansOfStudio[studio, default: []].compactMap { plans[$0].map { "\($0.year)" } })
    for id in evidenceOfStudio[studio, default: []] {
      guard let item = evidence[id], !isReplaced(item, planned), let record = record(of: item) else { continue }
      records.add(record)
    }
    for record in planRecords(of: studio, kinds) + apprenticeRecords(of: studio, kinds) { records.add(record) }
    return records
  }

  private func isReplaced(_ item: EvidenceItem, _ planned: Set<String>) -> Bool {
    guard !planned.isEmpty, item.kind == Plan.evidenceKind || item.kind == PlanItem.evidenceKind else { return false }
    return item.cells["year"].map(planned.contains) ?? false
  }

  /// The record that a row of evidence makes.
  package func record(of item: EvidenceItem, people: (ID<Person>) -> String? = { _ in nil }) -> EvidenceRecord? {
    guard let place = modules.kinds.indices.first(where: { modules.kinds[$0].id == item.kind }) else { return nil }
    let kind = modules.kinds[place]
    let cells = kind.columns.map { column in
      let cell = item.cells[column.id] ?? ""
      guard column.isPersonal, let person = ID<Person>(cell) else { return cell }
      return people(person) ?? cell
    }
    return try? kind.record(cells: cells, isVerified: item.isVerified, source: item.id.description)
  }
}
