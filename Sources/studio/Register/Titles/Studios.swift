import ArgumentParser
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

/// `studio studios`: the studios of the register.
struct Studios: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studios", abstract: "Takes over existing studios, lists them, and tells their histories.",
    subcommands: [
      Import.self, List.self, Show.self, History.self, StandingCommands.Suspend.self, StandingCommands.Resume.self,
      StandingCommands.End.self,
    ], aliases: ["studio"])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes over existing studios from CSV: code,unit,expert,occupation,confirmed. All rows, or none.",
      discussion: "The expert is a name, or the id of a person of the register; - is standard input.")
    @Argument(help: "The table.") var file: String
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rows = try StudioRow.read(TableSource(path: file))
        let taken = try await desk.read { Set($0.codes.keys) }
        var findings = Findings()
        for row in rows where taken.contains(row.code.lowercased()) {
          findings.add(Finding(.codeTaken(row.code), at: row.place))
        }
        try findings.check()
        try await desk.checkExperts(of: rows)
        var persons: [SealedPerson] = []
        let asked = rows.map { row in
          let holder: OpenAccount.Holder
          if let known = ID<Person>(row.expert) {
            holder = .known(known)
          } else {
            persons.append(desk.seal(PersonValues(name: row.expert)))
            holder = .new(persons[persons.count - 1].commitment, nil)
          }
          return ImportStudios.Row(
            code: row.code, unit: row.unit, expert: holder, occupation: row.occupation, confirmed: row.confirmed)
        }
        var listing = Listing([.row, .studio, .unit, .expert, .occupation, .confirmed, .action])
        for row in rows {
          listing.add([
            "\(row.place.line ?? 0)", row.code, row.unit, row.expert, row.occupation, row.confirmed.description,
            desk.phrases.notice(.rowNew),
          ])
        }
        if dryRun {
          try listing.show(as: list.format, on: desk.terminal)
          try await desk.rehearse(ImportStudios(rows: asked), persons: persons)
        } else {
          let receipt = try await desk.ask(ImportStudios(rows: asked), persons: persons, isSilent: true)
          try listing.show(as: list.format, on: desk.terminal)
          desk.sayRecorded(receipt)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the studios.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let studios = try await desk.read { $0.studiosInOrder }
        var listing = Listing([.studio, .unit, .expert, .occupation, .confirmed, .standing])
        for studio in studios {
          listing.add([
            studio.code, studio.unit, names.person(studio.expert), studio.occupation, studio.confirmed.description,
            desk.phrases.standing(studio.standing),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows a studio with its outcomes.")
    @Argument(help: "The studio's code.") var studio: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio)
        let vault = try await desk.vault()
        let phrases = desk.phrases
        if list.format == .table {
          let name = vault[studio.expert]?.name ?? phrases.notice(.erasedPerson(studio.expert.description))
          let title = phrases.notice(DeskNotice.studioTitle(name: name, occupation: studio.occupation))
          desk.terminal.show(desk.terminal.coloured("\(studio.code)  \(title)", .bold))
          let units = [studio.unit, studio.partner].compactMap(\.self).joined(separator: " + ")
          desk.terminal.show(
            "\(units); \(phrases.heading(.confirmed)) \(studio.confirmed); \(phrases.standing(studio.standing))")
          if let unavailable = studio.unavailable { desk.terminal.show(phrases.cause(unavailable)) }
        }
        let rounds = try await desk.read { register in
          register.roundsInOrder.flatMap { round in
            round.results.compactMap { result in result[studio.id].map { (round, result, $0) } }
          }
        }
        var listing = Listing([.round, .period, .version, .stage, .outcome])
        for (round, result, settled) in rounds {
          listing.add([
            round.id.description, round.period.description, "\(result.version)", phrases.stage(round.stage),
            desk.outcome(settled, in: result),
          ])
        }
        // A studio that was not assessed yet is found all the same.
        if list.format != .table || !rounds.isEmpty { try listing.show(as: list.format, on: desk.terminal) }
      }
    }
  }

  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tells everything that the journal has of a studio.")
    @Argument(help: "The studio's code.") var studio: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio)
        let names = try await desk.names()
        let entries = try await desk.store.entries(after: 0)
        let decoded = try entries.map { try EventCodec.decode($0) }
        let concerns = Concerns(studio.id, in: decoded.map(\.event))
        var listing = Listing([.entry, .day, .actor, .event])
        for (entry, (event, day)) in zip(entries, decoded) where concerns[entry.sequence] != nil {
          // The rules concern every studio, and belong to no history.
          guard !event.isRule else { continue }
          listing.add([
            "\(entry.sequence)", day.description, desk.actor(of: entry, names),
            desk.words(of: event, at: entry.sequence, names),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

extension Desk {
  /// Refuses names that are none, and an expert who by name has a studio already (Art. 9).
  fileprivate func checkExperts(of rows: [StudioRow]) async throws {
    let vault = try await vault()
    let studios = try await read { $0.studiosInOrder.filter { !$0.isOver } }
    var experts: [String: String] = [:]
    for studio in studios { vault[studio.expert].map { experts[$0.name.withoutSpacing] = studio.code } }
    for row in rows where ID<Person>(row.expert) == nil {
      try check(PersonValues(name: row.expert))
      if let other = experts.updateValue(row.code, forKey: row.expert.withoutSpacing) {
        throw Failure("\(phrases.place(row.place)): \(phrases.notice(.namesake(name: row.expert, studio: other)))")
      }
    }
  }

  func sayRecorded(_ receipt: Receipt) {
    terminal.say(phrases.notice(.recorded(first: receipt.entries.lowerBound, last: receipt.entries.upperBound)))
  }

  /// Who asked, and for whom.
  func actor(of entry: Entry, _ names: Names) -> String {
    guard let actor = ID<Account>(entry.actor) else { return "—" }
    return ID<Account>(entry.behalf).map { "\(names.account(actor)) → \(names.account($0))" } ?? names.account(actor)
  }

  /// A studio's outcome in a few words: score, grade, rank, excellence.
  func outcome(_ settled: StudioSettled, in result: RoundResult) -> String { phrases.outcome(settled, in: result) }
}
