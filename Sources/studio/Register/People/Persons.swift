import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

/// A person's values, which the vault takes.
struct PersonOptions: ParsableArguments {
  @Option(help: "The name.") var name: String?
  @Option(help: ArgumentHelp("Year and month of birth, 1975-03.", valueName: "month")) var birthMonth: String?
  @Option(help: "The phone number.") var phone: String?
  @Option(help: "The unit where the person works.") var unit: String?
  @Option(help: ArgumentHelp("The last day there.", valueName: "day"), transform: parseDay) var unitUntil: Day?

  func values(_ name: String) -> PersonValues { PersonValues(name: name, birthMonth: birthMonth, phone: phone) }

  var employment: Employment? { unit.map { Employment(unit: $0, until: unitUntil) } }
}

/// `studio person`: people, whose values stand in the vault alone.
struct Persons: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Adds, changes, lists, shows and erases persons.",
    subcommands: [Add.self, Change.self, Unit.self, List.self, Show.self, Erase.self], aliases: ["persons", "people"])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Adds a person.")
    @OptionGroup var values: PersonOptions
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if values.name == nil { throw ValidationError("give --name") }
    }

    func run() async throws {
      guard let name = values.name else { return }
      try await desk.run { desk in
        try desk.check(values.values(name))
        let sealed = desk.seal(values.values(name))
        try await desk.ask(AddPerson(person: sealed.commitment, employment: values.employment), persons: [sealed])
      }
    }
  }

  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Corrects a person's values; those that are not given stay.")
    @Argument(help: "Such as P9.") var person: String
    @OptionGroup var values: PersonOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.person(person)
        let former = try await desk.vault()[id]
        let name = values.name ?? former?.name ?? ""
        let changed = PersonValues(
          name: name, birthMonth: values.birthMonth ?? former?.birthMonth, phone: values.phone ?? former?.phone)
        try desk.check(changed)
        let sealed = desk.seal(changed)
        try await desk.ask(ChangePerson(person: id, values: sealed.commitment), persons: [sealed])
      }
    }
  }

  struct Unit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records where a person works, or until when; judges are recused from their own units.")
    @Argument(help: "Such as P9.") var person: String
    @Argument(help: "The unit.") var unit: String
    @Option(help: ArgumentHelp("The last day there.", valueName: "day"), transform: parseDay) var until: Day?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let employment = Employment(unit: unit, until: until)
        try await desk.ask(RecordEmployment(person: desk.person(person), employment: employment))
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the persons, with what the vault knows.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let vault = try await desk.vault()
        let persons = try await desk.read { $0.persons.values.sorted { $0.id < $1.id } }
        var listing = Listing([.person, .name, .birthMonth, .phone, .employment, .erased])
        for person in persons {
          let values = vault[person.id]
          let units = person.employments.map { "\($0.unit)\($0.until.map { "…\($0)" } ?? "")" }
          listing.add([
            person.id.description, values?.name ?? "", values?.birthMonth ?? "", values?.phone ?? "",
            units.joined(separator: "; "), person.erased?.description ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erases a person's values from the register's file; what the journal says of the id stays.")
    @Argument(help: "Such as P9.") var person: String
    @Option(help: "Why, such as the person's request of a day.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(ErasePerson(person: desk.person(person), reason: reason))
        desk.terminal.warn(desk.phrases.notice(DeskNotice.erasedElsewhere))
      }
    }
  }
}
