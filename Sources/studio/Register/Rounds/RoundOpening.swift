import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

extension JudgeRecused.Relation: ExpressibleByArgument {}

extension Rounds {
  struct OpenRounds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "Opens a round for a period of whole years; its rules go into the journal in full."
    )
    @Option(help: "The years assessed, such as 2024-01-01..2025-12-31.", transform: parsePeriod) var period: Period
    @Option(help: "The number of the document that adopted the rules.") var document: String
    @Option(help: ArgumentHelp("The day of that document.", valueName: "day"), transform: parseDay) var adopted: Day
    @OptionGroup var rules: RulesFolderOption
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rules = try rules.rules(on: period.lastDay, desk.terminal)
        let adoption = Adoption(document: document, on: adopted)
        let receipt = try await desk.ask(OpenRound(period: period, rules: rules, adoption: adoption))
        try await desk.warn(of: ID(receipt.entries.lowerBound))
      }
    }
  }

  struct Panels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "panel",
      abstract: "Appoints the judges and alternates; who works or lately worked in a studio's unit is recused.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "The judges' logins, parted by commas; an odd number.") var judges: String
    @Option(help: "The alternates' logins.") var alternates: String = ""
    @Option(help: "Why the panel is not of the usual size.") var reason: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          AppointPanel(
            round: desk.id(round, like: "R40"), judges: desk.accounts(judges), alternates: desk.accounts(alternates),
            reason: reason))
      }
    }
  }

  struct Recusals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recuse", abstract: "Recuses a judge from a studio: declared by the judge, or entered by the bureau."
    )
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "The judge's login. (default: who asks)") var judge: String?
    @Option(help: "The studio's code.") var studio: String
    @Option(help: "\(JudgeRecused.Relation.allCases.map(\.rawValue).joined(separator: ", ")).")
    var relation: JudgeRecused.Relation
    @Option(help: "What else there is to say.") var reason: String = ""
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        guard let judge = judge ?? desk.options.login else {
          throw Failure(desk.phrases.notice(DeskNotice.accountNeeded))
        }
        try await desk.ask(
          Recuse(
            round: desk.id(round, like: "R40"), judge: desk.account(judge).id, studio: desk.studio(studio).id,
            relation: relation, reason: reason))
      }
    }
  }
}

extension Desk {
  /// Says wherever a round is shown what is odd about it.
  func warn(of round: ID<Round>) async throws {
    let found = try await read { try $0.round(round) }
    if found.isAdoptedLate, found.kind == .regular {
      terminal.warn(
        phrases.notice(
          .adoptedLate(document: found.adoption.document, on: found.adoption.on, period: found.period)))
    }
  }
}
