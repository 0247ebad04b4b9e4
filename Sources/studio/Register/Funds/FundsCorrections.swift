import ArgumentParser
import Scoring
import StudioRegistry
import Wording

extension FundsCommands {
  struct HigherPlaque: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "higher-plaque",
      abstract: "Records a municipal or national plaque; with that level's subsidy the county's is not paid (Art. 19).",
      discussion: """
        EXAMPLE
          studio funds higher-plaque YY030 --level municipal --subsidised --document 渝人社发〔2026〕8号 --as clerk
        """)
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "A level of the rules, such as municipal or national.") var level: String
    @Flag(help: "It received that level's one-off subsidy.") var subsidised = false
    @Option(help: "The document that shows it.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.record(
          RecordHigherPlaque(studio: id, level: level, isSubsidised: subsidised, document: document))
      }
    }
  }

  struct Takeover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the subsidy that a studio had before it was taken over, or that it had none.",
      discussion: "EXAMPLE\n  studio funds takeover YY001 --amount 50000 --document 云财社〔2022〕7号 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "The sum in yuan.", transform: parseYuan) var amount: Int?
    @Flag(help: "It had none.") var none = false
    @Option(help: "The document that shows it.") var document: String
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if (amount != nil) == none { throw ValidationError("either --amount or --none") }
    }

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.record(RecordEarlierSubsidy(studio: id, fen: amount ?? 0, document: document))
      }
    }
  }

  struct Reverse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a wrong entry back by another entry; of a payment another person has to approve it.",
      discussion: "EXAMPLE\n  studio funds reverse M57 --reason 金额录错 --as clerk")
    @Argument(help: "Such as M57.") var entry: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<LedgerEntry> = try desk.id(entry, like: "M57")
        if try await desk.read({ $0.ledgerEntry(id)?.isPayment }) == true {
          try await desk.ask(Propose(.reversePayment(id), reason: reason))
        } else {
          try await desk.ask(ReverseEntry(entry: id, reason: reason))
        }
      }
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Closes the ledger of a studio whose title is cancelled or that has ended, with what went back last.",
      discussion: "EXAMPLE\n  studio funds close YY024 --returned 12000 --fund subsidy --document 缴款书009 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "What was returned, in yuan.", transform: parseYuan) var returned: Int?
    @Option(help: "From which fund: subsidy, award or unit.") var fund: Fund = .subsidy
    @Option(help: "The document that closes it.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        let parts = returned.map { [CloseFunds.Return(fund, $0)] } ?? []
        try await desk.record(CloseFunds(studio: id, returned: parts, document: document))
      }
    }
  }
}
