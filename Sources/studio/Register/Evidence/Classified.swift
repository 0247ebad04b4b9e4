import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio classified`: what may stand here of classified achievements: a token, points, a neutral reason (Art. 17).
struct Classified: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classified",
    abstract: "Points that cleared staff certified off the system for classified achievements (Art. 17).",
    discussion: """
      State secrets are never entered: a token stands for the achievement, and the reason is one of a closed list.

      EXAMPLES
        studio classified clear clerk-2 --as approver
        studio classified enter R40 YY001 technical-breakthroughs --points 1.25 --reason certified-off-system --as clerk-2
        studio classified approve Z99 --as org-clerk
      """,
    subcommands: [
      Clear.self, Unclear.self, Staff.self, Reasons.self, Enter.self, ApproveEntry.self, Withdraw.self, List.self,
    ],
    aliases: ["secrets"])

  struct Clear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that an account's holder is cleared for state secrets.",
      discussion: "EXAMPLE\n  studio classified clear clerk-2 --as approver")
    @Argument(help: "The account's login.") var login: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(GrantClearance(account: desk.account(login).id)) }
    }
  }

  struct Unclear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraws a clearance; what was done with it stays.",
      discussion: "EXAMPLE\n  studio classified unclear clerk-2 --as approver")
    @Argument(help: "The account's login.") var login: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(WithdrawClearance(account: desk.account(login).id)) }
    }
  }

  struct Staff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists who is cleared, and since when.", discussion: "EXAMPLE\n  studio classified staff")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let cleared = try await desk.read { register in
          register.clearances.sorted { $0.key < $1.key }.compactMap { id, since in
            register.accounts[id].map { ($0.login, $0.role, since) }
          }
        }
        var listing = Listing([.account, .role, .day])
        for (login, role, since) in cleared { listing.add([login, desk.phrases.role(role), since.description]) }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Reasons: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the neutral reasons of the rules in force.", discussion: "EXAMPLE\n  studio classified reasons")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let reasons = try await desk.read { try $0.neutralReasons() }
        var listing = Listing([.reason, .content, .article])
        for reason in reasons {
          listing.add([reason.id, desk.terminal.language(reason.title), desk.phrases.source(reason.source)])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Enter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enters points certified off the system; another cleared person approves them.",
      discussion: """
        EXAMPLE
          studio classified enter R40 YY001 technical-breakthroughs --points 1.25 --reason certified-off-system --as clerk-2
        """)
    @Argument(help: "Such as R40.") var round: String
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The rubric's id.") var rubric: String
    @Option(help: "How many, at most the rubric's maximum.", transform: Classified.parsePoints) var points: Points
    @Option(help: "One of the neutral reasons; `studio classified reasons` lists them.") var reason: String
    @Option(help: "What stands for the achievement. (default: the next number)") var token: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        desk.terminal.say(desk.phrases.notice(DeskNotice.noSecrets))
        try await desk.ask(
          CertifyPoints(
            round: desk.id(round, like: "R40"), studio: desk.studio(studio).id, rubric: rubric, points: points,
            reason: reason, token: token))
      }
    }
  }

  struct ApproveEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: "Approves, as a second cleared person, certified points or their withdrawal.",
      discussion: "EXAMPLE\n  studio classified approve Z99 --as org-clerk")
    @Argument(help: "Such as Z99.") var points: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(ApprovePoints(desk.id(points, like: "Z99"))) }
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraws certified points; once they were approved, a second cleared person approves that, too.",
      discussion: "EXAMPLE\n  studio classified withdraw Z99 --as clerk-2")
    @Argument(help: "Such as Z99.") var points: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(WithdrawPoints(desk.id(points, like: "Z99"))) }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists certified points.", discussion: "EXAMPLE\n  studio classified list --studio YY001")
    @Option(help: "A studio's alone.") var studio: String?
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        let found = try await desk.read { register in
          register.certifiedInOrder.filter { studio == nil || $0.studio == studio }
        }
        var listing = Listing([.certified, .round, .studio, .rubric, .token, .points, .reason, .state])
        for points in found {
          listing.add([
            points.id.description, points.round.description, names.studio(points.studio), points.rubric,
            points.adjustment.token, points.adjustment.points.description, desk.terminal.language(points.words),
            desk.phrases.state(points.state),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  /// Reads points as people type them.
  static func parsePoints(_ text: String) throws -> Points {
    guard let points = Points(text) else { throw ValidationError("“\(text)” is no number of points, such as 1.25") }
    return points
  }
}
