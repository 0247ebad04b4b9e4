import ArgumentParser
import Foundation
import InstalledModules
import ScoreFiles
import Scoring
import Tables
import Wording

/// `studio score`: settles a round from score sheets.
struct Score: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Settles a round: score sheets in, outcomes out.",
    discussion: """
      Sheets are CSV in long form (studio,judge,criterion,marks and optionally reason) or in wide form (studio,judge and a
      column for each criterion or rubric), in any order, several files in any order and mixed; - is standard input.

      EXAMPLES
        studio score sheets/*.csv
        studio score sheets/*.csv --recusals recusals.csv --format csv > outcomes.csv
        studio score sheets/*.csv --evidence evidence --period 2024-01-01..2025-12-31
        studio score sheets/*.csv --explain YY007
      """)

  @Argument(help: "Score sheets; - is standard input.")
  var sheets: [String]

  @OptionGroup var rules: RulesOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: ArgumentHelp("Who may not mark whom: studio,judge,reason.", valueName: "file"))
  var recusals: String?

  @Option(help: ArgumentHelp("Evidence tables, for reference marks and what differs from them.", valueName: "dir"))
  var evidence: String?

  @Option(help: "The years assessed, such as 2024-01-01..2025-12-31.", transform: parsePeriod)
  var period: Period?

  @Option(help: "table, csv or json.")
  var format: Format = .table

  @Flag(help: "Score the studios that have the minimum panel though something is missing.")
  var allowIncomplete = false

  @Option(help: ArgumentHelp("Print the derivation of one studio alone, as a table or JSON.", valueName: "studio"))
  var explain: String?

  func validate() throws {
    if explain != nil, format == .csv { throw ValidationError("--explain prints a table or JSON, not CSV") }
    if evidence != nil, period == nil {
      throw ValidationError("--evidence needs --period, such as 2024-01-01..2025-12-31")
    }
  }

  func run() async throws {
    let terminal = language.terminal
    try await terminal.reporting {
      let host = try rules.host(terminal, period: period)
      let input = try await read(host, terminal)
      let settlement = try await host.settle(input.book, workers: workers)
      try reportGaps(settlement, terminal)
      warn(of: input, in: settlement.book, terminal)
      try await write(settlement, reference: input.reference, terminal)
    }
  }

  /// How many tasks share the work.
  private var workers: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// What the files hold.
  private struct Input {
    let book: Scorebook
    let recusals: [Recusal]
    /// The reference marks of each studio.
    var reference: [String: [ReferenceMark]] = [:]
    var unknownStudios: [String] = []
  }

  private func read(_ host: ScoringHost, _ terminal: Terminal) async throws -> Input {
    let paths = sheets + (recusals.map { [$0] } ?? [])
    guard paths.count(where: { $0 == "-" }) < 2 else {
      throw Findings(Finding(.standardInputTwice, at: Place(file: "-")))
    }
    let recused = Self.result { () throws(Findings) in
      try recusals.map { path throws(Findings) in try Recusal.read(TableSource(path: path)) } ?? []
    }
    let tables = Self.result { () throws(Findings) in try readEvidence(host) }
    let book = await readSheets(host, recusals: (try? recused.get()) ?? [], terminal)
    // What is wrong with all files is said together, in their order.
    var findings = Findings()
    if case .failure(let found) = book { findings.add(found) }
    if case .failure(let found) = recused { findings.add(found) }
    if case .failure(let found) = tables { findings.add(found) }
    try findings.check()

    return try measure(Input(book: book.get(), recusals: recused.get()), tables.get(), host)
  }

  private static func result<Value>(_ work: () throws(Findings) -> Value) -> Result<Value, Findings> {
    do throws(Findings) { return .success(try work()) } catch { return .failure(error) }
  }

  private func readSheets(
    _ host: ScoringHost, recusals: [Recusal], _ terminal: Terminal
  ) async -> Result<Scorebook, Findings> {
    let sources = sheets.map(TableSource.init(path:))
    let progress = Progress(terminal, total: sources.reduce(0) { $0 + $1.size })
    defer { progress.finish() }
    let reader = ScoreSheets(
      for: host, recusals: recusals, workers: workers,
      progress: { progress.add($0) })
    do throws(Findings) { return .success(try await reader.read(sources)) } catch { return .failure(error) }
  }

  /// Adds the reference marks of every studio that has a sheet.
  private func measure(_ read: Input, _ tables: [String: StudioEvidence], _ host: ScoringHost) throws -> Input {
    var input = read
    let book = read.book
    guard let period, evidence != nil else { return input }
    for number in book.studios.sortedNumbers() {
      let studio = book.studios[number]
      let evidence = tables[studio] ?? EvidenceFolder.nothing(of: host.kinds)
      input.reference[studio] = try host.referenceMarks(from: evidence, in: period)
    }
    input.unknownStudios = tables.keys.filter { book.studios.find($0) == nil }.sorted()
    return input
  }

  private func readEvidence(_ host: ScoringHost) throws(Findings) -> [String: StudioEvidence] {
    guard let evidence else { return [:] }
    return try EvidenceFolder(evidence, host.registry).read(needing: host.kinds)
  }

  private func reportGaps(_ settlement: Settlement, _ terminal: Terminal) throws {
    for gap in settlement.gaps {
      let line = "\(gap.studio), \(gap.rubric): \(terminal.phrases.lack(gap.lack))"
      if allowIncomplete { terminal.warn(line) } else { terminal.say(line) }
    }
    guard !settlement.gaps.isEmpty, !allowIncomplete else { return }
    terminal.say(terminal.phrases.notice(.allowIncompleteHint))
    throw Failure(terminal.phrases.notice(.incomplete(count: settlement.gaps.count)))
  }

  private func warn(of input: Input, in book: Scorebook, _ terminal: Terminal) {
    for recusal in input.recusals {
      let place = terminal.phrases.place(recusal.place)
      func warn(_ notice: Notice) { terminal.warn("\(place): \(terminal.phrases.notice(notice))") }
      if book.studios.find(recusal.studio) == nil { warn(.recusalOfUnknownStudio(recusal.studio)) }
      if book.judges.find(recusal.judge) == nil { warn(.recusalOfUnknownJudge(recusal.judge)) }
      if recusal.reason.isEmpty { warn(.recusalWithoutReason(studio: recusal.studio, judge: recusal.judge)) }
    }
    for studio in input.unknownStudios { terminal.warn(terminal.phrases.notice(.evidenceOfUnknownStudio(studio))) }
  }

  private func write(_ settlement: Settlement, reference: [String: [ReferenceMark]], _ terminal: Terminal) async throws
  {
    let json = OutcomeJSON(settlement, reference: reference, words: terminal.phrases.reason)
    let report = ScoreReport(settlement, reference: reference, terminal)
    if let explain {
      let outcome = try find(explain.folded, in: settlement, terminal)
      if format == .json { try json.write(outcome, to: terminal.write) } else { try report.explain(outcome) }
      return
    }
    switch format {
    case .table: try report.show()
    case .csv: await OutcomeCSV.write(settlement, workers: workers) { terminal.write(Data($0)) }
    case .json: try json.write(to: terminal.write)
    }
    if settlement.isProvisional { terminal.warn(terminal.phrases.notice(.provisional)) }
  }

  private func find(_ name: String, in settlement: Settlement, _ terminal: Terminal) throws -> Outcome {
    if let outcome = settlement.outcome(of: name) { return outcome }
    let names = settlement.book.studios
    let near = nearest(to: name, among: names.sortedNumbers().lazy.map { names[$0] })
    throw Failure(terminal.phrases.notice(.unknownStudio(name, nearest: near)))
  }
}
