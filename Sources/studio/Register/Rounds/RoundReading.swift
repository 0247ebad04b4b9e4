import ArgumentParser
import Foundation
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

extension Rounds {
  struct ListRounds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the rounds.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rounds = try await desk.read { $0.roundsInOrder }
        var listing = Listing([.round, .period, .opened, .stage, .studios, .deferred, .version])
        for round in rounds {
          listing.add([
            round.id.description, round.period.description, round.opened.description, desk.phrases.stage(round.stage),
            "\(round.studios.count)", "\(round.deferred.count)", "\(round.results.count)",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct ShowRound: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Shows a round: while it is marked the board, afterwards the result.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "An earlier version of the result.") var version: Int?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await RoundReport(desk.id(round, like: "R40"), version: version, desk).show()
      }
    }
  }

  struct ExplainRound: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "Explains one studio's outcome step by step, and computes it again.")
    @Argument(help: "Such as R40.") var round: String
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "An earlier version of the result.") var version: Int?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio)
        let report = try await RoundReport(desk.id(round, like: "R40"), version: version, desk)
        try await report.explain(studio)
      }
    }
  }

  struct ExportRound: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Writes a round's result: CSV as `studio score` writes it, or JSON with derivations.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "An earlier version of the result.") var version: Int?
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await RoundReport(desk.id(round, like: "R40"), version: version, desk).export(as: list.format)
      }
    }
  }
}

/// A round as it is read: from what was stored when it was closed, computed again from the sheets.
struct RoundReport {
  private let round: Round
  private let version: Int?
  private let desk: Desk
  private let names: Names

  init(_ round: ID<Round>, version: Int?, _ desk: Desk) async throws {
    self.round = try await desk.read { try $0.round(round) }
    self.version = version
    self.desk = desk
    names = try await desk.names()
  }

  private var phrases: any Phrases { desk.phrases }
  private var terminal: Terminal { desk.terminal }

  /// The version that was asked for, else the last.
  private func result() throws -> RoundResult {
    guard let version else {
      guard let last = round.result else { throw Refusal.notClosed(round.id, round.stage) }
      return last
    }
    guard let found = round.results.first(where: { $0.version == version }) else {
      throw Refusal.notClosed(round.id, round.stage)
    }
    return found
  }

  func show() async throws {
    terminal.show(
      terminal.coloured("\(round.id)  \(round.period)  \(phrases.stage(round.stage))", .bold))
    terminal.show("\(round.adoption.document), \(round.adoption.on)")
    try await desk.warn(of: round.id)
    let out = phrases.notice(
      .leftOut(
        deferred: round.deferred.map(names.studio), rectifying: round.rectifying.map(names.studio),
        suspended: round.suspended.map(names.studio)))
    if !out.isEmpty { terminal.show(out) }
    for recusal in round.marking.recusals.values.sorted(by: { ($0.judge, $0.studio) < ($1.judge, $1.studio) }) {
      terminal.show(phrases.event(recusal, names))
    }
    showEarlierSheets()
    for replacement in round.replacements { terminal.show(phrases.event(replacement, names)) }
    if version == nil, round.stage == .marking { showBoard() }
    guard !round.results.isEmpty else { return }
    let result = try result()
    try await showResult(result)
  }

  /// The sheets that no longer count, each with the reason; a replaced judge's are many, and told by the replacement.
  private func showEarlierSheets() {
    let order = round.earlier.sorted { left, right in
      (left.key.studio, left.key.rubric, left.key.judge) < (right.key.studio, right.key.rubric, right.key.judge)
    }
    for (key, sheets) in order {
      for sheet in sheets where sheet.why != .replaced {
        let place = [names.studio(key.studio), round.rules.rubrics[key.rubric].id, names.account(key.judge)]
        terminal.show("\(place.joined(separator: " ")): \(phrases.detailed(phrases.why(sheet.why), [sheet.reason]))")
      }
    }
  }

  /// Which judge has signed how many sheets.
  private func showBoard() {
    let unsigned = round.unsigned
    let entered = unsigned.count { round.marking.sheets[$0] != nil }
    let signed = round.marking.sheets.values.count { $0.signed != nil }
    var table = TextTable([Heading.judge, .signed, .missing].map(phrases.heading))
    for judge in round.marking.panel {
      let own = round.marking.sheets.filter { $0.key.judge == judge && $0.value.signed != nil }.count
      table.add([names.account(judge), "\(own)", "\(unsigned.count { $0.judge == judge })"])
    }
    table.show(on: terminal)
    terminal.show(phrases.notice(.board(signed: signed, entered: entered, missing: unsigned.count - entered)))
  }

  private func showResult(_ result: RoundResult) async throws {
    terminal.show()
    let (settlement, reference) = try await settled(result)
    try ScoreReport(settlement, reference: reference, terminal).show()
    if let counted = result.counted { terminal.show(phrases.event(counted, names)) }
    if round.results.count > 1 {
      if version == nil { terminal.show(phrases.notice(DeskNotice.versions(round.results.count))) }
      if let former = round.results.first(where: { $0.version == result.version - 1 }) {
        showChanges(from: former, to: result)
      }
    }
    for publication in round.publications where publication.version == result.version {
      terminal.show("\(publication.address), \(publication.on). \(phrases.notice(.noticeUntil(publication.until)))")
    }
  }

  /// What the last version changed of the one before.
  func showChanges() {
    guard let result = round.result, let former = round.results.dropLast().last else { return }
    showChanges(from: former, to: result)
  }

  private func showChanges(from former: RoundResult, to result: RoundResult) {
    for settled in result.studios {
      let before = former[settled.studio].map { desk.outcome($0, in: former) } ?? "—"
      let after = desk.outcome(settled, in: result)
      guard before != after else { continue }
      terminal.show(phrases.notice(.changed(studio: names.studio(settled.studio), from: before, to: after)))
    }
  }

  func explain(_ studio: Studio) async throws {
    let (settlement, reference) = try await settled(result())
    guard let outcome = settlement.outcome(of: studio.code) else { throw Refusal.notInRound(studio.code, round.id) }
    try ScoreReport(settlement, reference: reference, terminal).explain(outcome)
    var table = TextTable([Label.criterion, .marks, .reasons].map(phrases.label))
    for mark in reference[studio.code] ?? [] {
      table.add([mark.criterion, mark.marks.description, mark.reasons.map(phrases.reason).joined(separator: "; ")])
    }
    terminal.show()
    terminal.show(terminal.coloured(phrases.label(.reference), .bold))
    table.show(on: terminal)
    terminal.show()
    terminal.show(phrases.notice(DeskNotice.asStored))
  }

  func export(as format: Format) async throws {
    let (settlement, reference) = try await settled(result())
    switch format {
    case .json:
      try OutcomeJSON(settlement, reference: reference, words: phrases.reason).write(to: terminal.write)
    case .csv, .table: await OutcomeCSV.write(settlement) { terminal.write(Data($0)) }
    }
  }

  /// The result, computed again from the sheets that it rests on; and the reference marks that were stored.
  ///
  /// - Throws: ``Failure`` where what comes is not what was stored.
  private func settled(_ result: RoundResult) async throws -> (Settlement, [String: [ReferenceMark]]) {
    let (round, names) = (round, names)
    do {
      let read = try await desk.read { try $0.settled(round, result, people: names.person) }
      return (read.settlement, read.reference)
    } catch let error as NotAsStored {
      throw Failure(phrases.notice(.notAsStored(error.studio)))
    }
  }
}
