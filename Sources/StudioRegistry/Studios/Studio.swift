package import Scoring

/// A skill-master studio of the county (Art. 2, 3). Its name is made of its expert's, which only the vault knows.
package struct Studio: Identified, Hashable {
  package static var letter: Character { "S" }

  package let id: ID<Studio>
  /// The permanent code on sheets and in tables, `YY001`.
  package let code: String
  package internal(set) var unit: String
  package internal(set) var expert: ID<Person>
  /// The occupation (职业、工种) in the studio's name (Art. 9).
  package internal(set) var occupation: String
  /// The day on which both departments confirmed it (Art. 8).
  package let confirmed: Day
  /// The application that it came from; nil where it was taken over from before the register.
  package let application: ID<Application>?
  package internal(set) var standing = Standing.inCare
  /// Where it stood before it was suspended, or before its title was cancelled.
  package internal(set) var former = Standing.inCare
  /// The experts after whom it was named before, the latest last (Art. 15).
  package internal(set) var formerExperts: [ID<Person>] = []
  /// The other unit of a studio that is built jointly (Art. 15).
  package internal(set) var partner: String?
  /// Why its expert cannot lead it; nil while the expert can (Art. 15).
  package internal(set) var unavailable: Unavailability?
}

package struct StudioEntered: Event {
  package static let kind = "studio-entered"
  package static var letter: Character? { Studio.letter }
  package let code: String
  package let unit: String
  package let expert: ID<Person>
  package let occupation: String
  package let confirmed: Day
  /// The application that both departments confirmed; nil where the studio was taken over.
  package let application: ID<Application>?

  package init(
    code: String, unit: String, expert: ID<Person>, occupation: String, confirmed: Day,
    application: ID<Application>? = nil
  ) {
    (self.code, self.unit, self.expert, self.occupation) = (code, unit, expert, occupation)
    (self.confirmed, self.application) = (confirmed, application)
  }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Studio>(record.sequence)
    register.studios[id] = Studio(
      id: id, code: code, unit: unit, expert: expert, occupation: occupation, confirmed: confirmed,
      application: application)
    register.codes[code.lowercased()] = id
    register.studiosOfUnit[unit.withoutSpacing, default: []].append(id)
    register.studiosOfExpert[expert, default: []].append(id)
    register.openLedger(of: id)
  }
}

/// Takes over studios that were confirmed before the register was kept: all of them, or none.
package struct ImportStudios: Command {
  package var name: CommandName { .importStudios }
  package let rows: [Row]

  /// One studio, with its expert, who is known or comes in with it.
  package struct Row: Hashable, Sendable {
    package let code: String
    package let unit: String
    package let expert: OpenAccount.Holder
    package let occupation: String
    package let confirmed: Day

    package init(code: String, unit: String, expert: OpenAccount.Holder, occupation: String, confirmed: Day) {
      self.code = code
      self.unit = unit
      self.expert = expert
      self.occupation = occupation
      self.confirmed = confirmed
    }
  }

  package init(rows: [Row]) {
    self.rows = rows
  }

  package var freeTexts: [String] { rows.flatMap { [$0.code, $0.unit, $0.occupation] } }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    var events: [any Event] = []
    var codes: Set<String> = []
    var experts = Set(register.studios.values.filter { !$0.isOver }.map(\.expert))
    for row in rows {
      guard row.code.isLogin else { throw .badCode(row.code) }
      guard register.codes[row.code.lowercased()] == nil, codes.insert(row.code.lowercased()).inserted else {
        throw .codeTaken(row.code)
      }
      guard row.confirmed <= asker.on else { throw .confirmedLater(row.code, row.confirmed) }
      let expert: ID<Person>
      switch row.expert {
      case .known(let person):
        expert = try register.present(person).id
      case .new(let values, _):
        expert = ID(asker.next + events.count)
        events.append(PersonAdded(commitment: values.digest, studio: nil))
      }
      guard experts.insert(expert).inserted else { throw .expertHasStudio(row.code) }
      events.append(
        StudioEntered(
          code: row.code, unit: row.unit, expert: expert, occupation: row.occupation, confirmed: row.confirmed))
    }
    return events
  }
}

extension Register {
  /// All studios, by their codes.
  package var studiosInOrder: [Studio] {
    studios.values.sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }

  /// The studio with a code, letter case aside, or with an id.
  package func studio(named name: String) -> Studio? {
    (codes[name.lowercased()] ?? ID(name)).flatMap { studios[$0] }
  }

  /// A studio's code, for whoever reads.
  package func code(of studio: ID<Studio>) -> String { studios[studio]?.code ?? studio.description }
}
