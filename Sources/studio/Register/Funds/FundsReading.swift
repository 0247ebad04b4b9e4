import ArgumentParser
import Scoring
import StudioRegistry
import Wording

extension FundsCommands {
  struct ShowLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ledger",
      abstract: "Shows a studio's ledger: each entry, what is left in its fund, what is flagged.",
      discussion: "EXAMPLE\n  studio funds ledger YY030 --format csv")
    @Argument(help: "The studio's code.") var studio: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio)
        let (ledger, origin) = try await desk.read { ($0.ledgers[studio.id], $0.rules?.life?.funds.origin.value) }
        guard let ledger else { return }
        let phrases = desk.phrases
        func sum(_ fen: Int) -> String { fen == 0 ? "" : Yuan.written(fen, as: list.format) }
        var listing = Listing([.entry, .day, .fund, .content, .income, .expense, .balance, .document, .flags])
        for line in ledger.lines {
          let entry = line.entry
          listing.add([
            entry.id.description, entry.on.description, entry.fund.map { phrases.notice(.fund($0)) } ?? "",
            phrases.notice(.ledgerEntry(entry.kind)), sum(max(0, entry.fen)), sum(max(0, -entry.fen)),
            entry.fund == nil ? "" : Yuan.written(line.balance, as: list.format), entry.document,
            line.flags.map { phrases.notice(.flag($0)) }.joined(separator: "; "),
          ])
        }
        if list.format == .table {
          desk.terminal.show(
            desk.terminal.coloured(phrases.notice(.ledgerOf(studio.code, origin: origin)), .bold))
        }
        try listing.show(as: list.format, on: desk.terminal)
        guard list.format == .table, !ledger.entries.isEmpty else { return }
        for fund in Fund.allCases {
          desk.terminal.show(phrases.notice(.left(fund, fen: ledger.balance(of: fund))))
        }
      }
    }
  }

  struct Unpaid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists what the county and the units still owe, overdue first (Art. 19, 20, 23).",
      discussion: "EXAMPLE\n  studio funds unpaid --on 2026-11-20")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let today = try desk.options.today(desk.terminal)
        let names = try await desk.names()
        // In the order of days, so that what is overdue comes first.
        let owed = try await desk.read { register in
          register.due(until: .latest, on: today).compactMap { due in due.owed.map { (due, $0.studio, $0.fen) } }
        }
        guard !owed.isEmpty || list.format != .table else {
          return desk.terminal.say(desk.phrases.notice(DeskNotice.nothingUnpaid))
        }
        var listing = Listing([.day, .state, .party, .studio, .amount, .task])
        for (due, studio, fen) in owed {
          listing.add([
            due.day.description, due.day < today ? desk.phrases.notice(DeskNotice.overdue) : "",
            desk.phrases.party(due.party), names.studio(studio),
            fen.map { Yuan.written($0, as: list.format) } ?? "", desk.phrases.task(due.task, names),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

extension Due {
  /// Whose money it is, and how much where that is fixed; nil where it is not about money.
  fileprivate var owed: (studio: ID<Studio>, fen: Int?)? {
    switch task {
    case .pay(let studio, let fen, _), .paySubsidy(let studio, let fen), .match(let studio, let fen): (studio, fen)
    case .yearlyFunds(let studio, _): (studio, nil)
    default: nil
    }
  }
}
