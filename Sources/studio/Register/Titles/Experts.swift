import ArgumentParser
import Scoring
import StudioRegistry
import Wording

extension Unavailability.Cause: ExpressibleByArgument {}

/// `studio expert`: a named expert who cannot lead the studio any more (Art. 15).
struct Experts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expert",
    abstract: "Records that a named expert cannot lead the studio, or can again (Art. 15).",
    discussion: """
      What the article then allows: to cancel (studio cancellation open … --ground expert-unavailable), to change the expert or, after
      a transfer, to build jointly (studio application receive …); until then the studio may rest (studio studios suspend).

      EXAMPLE
        studio expert unavailable YY007 --cause retirement --since 2025-06-30 --as clerk
      """,
    subcommands: [Unavailable.self, Available.self], aliases: ["experts"])

  struct Unavailable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Records that the expert cannot lead the studio.")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "retirement, illness, force-majeure or transfer.") var cause: Unavailability.Cause
    @Option(help: ArgumentHelp("From which day.", valueName: "day"), transform: parseDay) var since: Day
    @Flag(help: "The studio can go on all the same.") var canGoOn = false
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let recorded = Unavailability(cause: cause, since: since, canGoOn: canGoOn)
        try await desk.ask(RecordUnavailable(studio: desk.studio(studio).id, recorded))
      }
    }
  }

  struct Available: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Records that the expert can lead the studio again.")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(RecordAvailable(studio: desk.studio(studio).id, reason: reason))
      }
    }
  }
}

/// What decides a studio's standing beside assessment and cancellation, under `studio studios`.
enum StandingCommands {
  struct Suspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that a studio rests while its expert cannot lead it (Art. 15).")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.suspend(desk.studio(studio).id), reason: reason))
      }
    }
  }

  struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Proposes that a suspended studio goes on.")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.resume(desk.studio(studio).id), reason: reason))
      }
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that a studio ends by its unit's wish, or with its unit; both departments approve.")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.end(desk.studio(studio).id), reason: reason))
      }
    }
  }
}
