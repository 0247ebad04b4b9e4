import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio funds`: each studio's separate ledger (Art. 12(5), 19, 20, 23).
struct FundsCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funds",
    abstract:
      "Keeps each studio's ledger: subsidy, award, the unit's funds, spending, what is unpaid (Art. 12, 19, 20).",
    discussion: """
      EXAMPLES
        studio funds pay YY030 subsidy --document 云财社〔2026〕12号 --as clerk      # then: studio approve D99 --as approver
        studio funds match YY030 50000 --document 进账单031 --as clerk
        studio funds spend YY030 1234.50 --fund subsidy --purpose training --document 发票0417 --as contact
        studio funds ledger YY030
        studio funds unpaid
      """,
    subcommands: [
      Pay.self, Match.self, Yearly.self, Spend.self, Import.self, Return.self, HigherPlaque.self, Takeover.self,
      Reverse.self, Close.self, ShowLedger.self, Unpaid.self,
    ])

  enum Payable: String, CaseIterable, ExpressibleByArgument { case subsidy, award }

  struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes to pay the subsidy, or the award of a round; another person approves it.",
      discussion: "EXAMPLE\n  studio funds pay YY001 award --round R40 --document 云财社〔2026〕12号 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "subsidy or award.") var grant: Payable
    @Option(help: "The round that earned the award. (default: the first that is unpaid)") var round: String?
    @Option(help: "The sum in yuan. (default: what the rules give)", transform: parseYuan) var amount: Int?
    @Option(help: "The document on which the payment rests.") var document: String
    @Option(help: "Why. (default: the document)") var reason: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        let round: ID<Round>? = if let round { try await desk.round(round).id } else { nil }
        let payment = try await desk.read { [grant, amount, document] register in
          let grant: Grant =
            grant == .subsidy ? .subsidy : .award(try round ?? register.roundOfAward(to: id))
          let fen = try amount ?? register.amount(of: grant, to: id).fen
          return Payment(studio: id, grant: grant, fen: fen, document: document)
        }
        try await desk.ask(Propose(.pay(payment), reason: reason ?? document))
      }
    }
  }

  struct Match: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the match that the unit added (Art. 19).",
      discussion: "EXAMPLE\n  studio funds match YY030 50000 --document 进账单031 --as clerk --on 2026-11-20")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The sum in yuan.", transform: parseYuan) var amount: Int
    @Option(help: "The document that shows it.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.record(RecordUnitFunds(studio: id, fen: amount, document: document))
      }
    }
  }

  struct Yearly: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the funds that the unit added for a year (Art. 19).",
      discussion: "EXAMPLE\n  studio funds yearly YY030 2026 8000 --document 进账单077 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The year for which they are.") var year: Int
    @Argument(help: "The sum in yuan.", transform: parseYuan) var amount: Int
    @Option(help: "The document that shows it.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.record(RecordUnitFunds(studio: id, year: year, fen: amount, document: document))
      }
    }
  }

  struct Spend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records what was spent, from which fund and on what; another purpose is flagged, not refused.",
      discussion: """
        EXAMPLE
          studio funds spend YY030 1234.50 --fund subsidy --purpose training --document 发票0417 --as contact
        """)
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The sum in yuan.", transform: parseYuan) var amount: Int
    @Option(help: "subsidy, award or unit.") var fund: Fund
    @Option(help: "A purpose of Art. 19 by its id, or other.") var purpose: String
    @Option(help: "What exactly.") var note: String = ""
    @Option(help: "The receipt.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let row = RecordSpending.Row(
          studio: try await desk.studio(studio).id, fund: fund, fen: amount,
          purpose: purpose == "other" ? nil : purpose,
          note: note, document: document)
        try await desk.record(RecordSpending(rows: [row]))
      }
    }
  }

  struct Return: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that money of a fund went back.",
      discussion: "EXAMPLE\n  studio funds return YY030 12000 --fund subsidy --document 缴款书009 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The sum in yuan.", transform: parseYuan) var amount: Int
    @Option(help: "subsidy, award or unit.") var fund: Fund
    @Option(help: "The document that shows it.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.record(RecordReturn(studio: id, fund: fund, fen: amount, document: document))
      }
    }
  }
}

extension Desk {
  /// Records facts about money, and says at once what of them is flagged.
  func record(_ command: some Command, isSilent: Bool = false) async throws {
    let receipt = try await ask(command, isSilent: isSilent)
    let entries = receipt.entries
    let flagged = try await read { register in
      register.ledgers.values.flatMap(\.lines).filter { entries.contains($0.entry.id.sequence) && !$0.flags.isEmpty }
        .sorted { $0.entry.id < $1.entry.id }
    }
    for line in flagged { terminal.warn(phrases.notice(.flagged(line.entry.id, line.flags))) }
    if isSilent { sayRecorded(receipt) }
  }
}
