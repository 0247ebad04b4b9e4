import ArgumentParser
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

extension FundsCommands {
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports spending from CSV: studio,day,fund,purpose,amount,document. All rows, or none.",
      discussion: """
        Funds are subsidy, award or unit, purposes those of the rules by id or name, or other; sums are in yuan. Rows that
        are in the ledger already stay as they are; - is standard input.

        EXAMPLE
          studio funds import 支出.csv --dry-run --as clerk
        """)
    @Argument(help: "The table.") var file: String
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let read = try SpendingRow.read(TableSource(path: file))
        let plan = try await SpendingPlan(read, desk, list.format)
        let command = RecordSpending(rows: plan.rows)
        if !plan.rows.isEmpty, !dryRun { try await desk.record(command, isSilent: true) }
        try plan.listing.show(as: list.format, on: desk.terminal)
        if !plan.rows.isEmpty, dryRun { try await desk.rehearse(command) }
      }
    }
  }
}

/// What importing spending would do, row by row.
private struct SpendingPlan {
  private(set) var rows: [RecordSpending.Row] = []
  private(set) var listing = Listing([.row, .studio, .day, .fund, .content, .amount, .document, .action])
  private let desk: Desk
  private let format: Format
  private let codes: [String: ID<Studio>]
  private let purposes: [RuleSet.Funds.Choice]
  private let known: [SpendingKey: ID<LedgerEntry>]
  private var seen: Set<SpendingKey> = []

  init(_ read: [SpendingRow], _ desk: Desk, _ format: Format) async throws {
    (self.desk, self.format) = (desk, format)
    let entries: [LedgerEntry]
    (codes, purposes, entries) = try await desk.read { register in
      (register.codes, try register.life().funds.purposes, register.ledgers.values.flatMap(\.standing))
    }
    let pairs = entries.sorted { $0.id < $1.id }.compactMap { entry in SpendingKey(entry).map { ($0, entry.id) } }
    known = Dictionary(pairs) { first, _ in first }
    var findings = Findings()
    for row in read { add(row, &findings) }
    try findings.check()
  }

  private mutating func add(_ row: SpendingRow, _ findings: inout Findings) {
    let studio = codes[row.studio.lowercased()]
    if studio == nil {
      let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
      findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place(of: .studio)))
    }
    let fund = Fund.allCases.first { fund in
      row.fund.lowercased() == fund.rawValue
        || Language.allCases.contains { row.fund == $0.phrases.notice(.fund(fund)) }
    }
    if fund == nil { findings.add(row.unexpected(row.fund, in: .fund, Fund.allCases.map(\.rawValue))) }
    let purpose = purposes.first { [$0.id, $0.label.zh, $0.label.en].contains(row.purpose) }
    let isOther = ["other", "其他"].contains(row.purpose)
    if purpose == nil, !isOther {
      findings.add(row.unexpected(row.purpose, in: .purpose, purposes.map(\.id) + ["other"]))
    }
    guard let studio, let fund, purpose != nil || isOther else { return }
    add(
      RecordSpending.Row(
        studio: studio, fund: fund, fen: row.fen, purpose: purpose?.id, document: row.document, day: row.day),
      .spent(purpose, note: ""), row)
  }

  private mutating func add(_ asked: RecordSpending.Row, _ content: LedgerEntry.Kind, _ row: SpendingRow) {
    let key = SpendingKey(asked, on: row.day)
    let action: DeskNotice
    if let entry = known[key] {
      action = .rowKnown(entry.description)
    } else if seen.insert(key).inserted {
      action = .rowNew
      rows.append(asked)
    } else {
      action = .rowRepeated
    }
    listing.add([
      "\(row.place(of: .studio).line ?? 0)", row.studio, row.day.description, desk.phrases.notice(.fund(asked.fund)),
      desk.phrases.notice(.ledgerEntry(content)), Yuan.written(row.fen, as: format), row.document,
      desk.phrases.notice(action),
    ])
  }
}

/// What tells one spending from another.
private struct SpendingKey: Hashable {
  let studio: ID<Studio>
  let day: Day
  let fund: Fund
  let fen: Int
  let purpose: String?
  let document: String

  init(_ row: RecordSpending.Row, on day: Day) {
    (studio, self.day, fund, fen) = (row.studio, day, row.fund, row.fen)
    (purpose, document) = (row.purpose, row.document)
  }

  init?(_ entry: LedgerEntry) {
    guard case .spent(let purpose, _) = entry.kind, let fund = entry.fund else { return nil }
    (studio, day, self.fund, fen) = (entry.studio, entry.on, fund, -entry.fen)
    (self.purpose, document) = (purpose?.id, entry.document)
  }
}

extension SpendingRow {
  fileprivate func place(of column: ColumnName) -> Place { places[column] ?? Place(file: "-") }

  fileprivate func unexpected(_ found: String, in column: ColumnName, _ expected: [String]) -> Finding {
    Finding(.unexpected(found: found, expected: .oneOf(expected)), at: place(of: column))
  }
}
