import Scoring
import StudioRegistry

/// What there is already of tables that are imported, so that a row is entered once.
struct EvidenceShelf: Sendable {
  /// Persons of studios by name.
  var people: [PersonKey: EnterEvidence.Row.Reference] = [:]
  private(set) var plans: [YearKey: Plan] = [:]
  /// Persons whose values were erased.
  let gone: Set<ID<Person>>
  private let kinds: [EvidenceKind]
  private var apprentices: [ID<Studio>: [Apprentice]] = [:]
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
    gone = Set(register.persons.values.filter { $0.erased != nil }.map(\.id))
    for plan in register.plans.values { plans[YearKey(studio: plan.studio, year: plan.year)] = plan }
    apprentices = Dictionary(grouping: register.apprenticesInOrder, by: \.studio)
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

  /// The trainings of a studio from a day, to a day where both are known.
  func trainings(of studio: ID<Studio>, started: Day, ended: Day?) -> [Apprentice] {
    apprentices[studio, default: []].filter {
      $0.started == started && ($0.ended == nil || ended == nil || $0.ended == ended)
    }
  }

  /// Where a row of a studio belongs among the rows of evidence.
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
