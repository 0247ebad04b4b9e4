import ArgumentParser
import Scoring
import StudioRegistry
import Wording

/// What a report says, and of whom.
struct ReportOptions: ParsableArguments {
  @Argument(help: "The studios' codes.") var studios: [String]
  @Option(help: "The kind, as life/care.yaml lists them.") var kind: String
  @Option(help: ArgumentHelp("The day on which it happened.", valueName: "day"), transform: parseDay) var happened: Day
  @Option(help: "What happened, in a sentence or two; no names of persons, no secrets.") var content: String
  @OptionGroup var desk: DeskOptions

  func ask(by author: RuleSet.Care.Author) async throws {
    try await desk.run { desk in
      var chosen: [ID<Studio>] = []
      for studio in studios { chosen.append(try await desk.studio(studio).id) }
      try await desk.ask(
        MakeReport(by: author, studios: chosen, kind: kind, content: content, happened: happened))
    }
  }
}

extension Desk {
  /// Whether a report is struck, or was late.
  func flag(of report: CareReport) -> String {
    if let reason = report.struck { return phrases.notice(.care(.struck(reason))) }
    return report.isLate ? phrases.notice(.care(.late)) : ""
  }
}

extension CareCommands {
  struct Strike: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Strikes a record of an archive or a report that was entered wrongly; it stays readable.",
      discussion: "EXAMPLE\n  studio care strike K212 --reason 重复录入 --as clerk")
    @Argument(help: "Such as K212 or N230.") var line: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let subject: StrikeCare.Subject =
          if let report = ID<CareReport>(line) { .report(report) } else { .record(try desk.id(line, like: "K212")) }
        try await desk.ask(StrikeCare(subject, reason: reason))
      }
    }
  }

  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enters a studio's report: major event or result, county event, exchange, publicity, summary.",
      discussion: """
        The day of the report is --on; what came later than the rules' days is recorded, and flagged (Art. 12(7), 12(8), 24).
        EXAMPLE
          studio care report YY001 --kind major-event --happened 2026-03-02 --content 承办全县焊工比武 --as contact
        """)
    @OptionGroup var report: ReportOptions

    func run() async throws { try await report.ask(by: .studio) }
  }

  struct Visit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Enters what the bureau did at studios: inspection, guidance, circular, check of support (Art. 11, 12(8), 23).",
      discussion: """
        EXAMPLE
          studio care visit YY001 YY002 --kind inspection --happened 2026-03-02 --content 台账齐全 --as clerk
        """)
    @OptionGroup var report: ReportOptions

    func run() async throws { try await report.ask(by: .bureau) }
  }

  struct Reports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the reports, the late ones flagged.")
    @Option(help: "One studio.") var studio: String?
    @Option(help: "Reports of one kind.") var kind: String?
    @Flag(help: "Only late ones.") var late = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let one: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        let (reports, kinds) = try await desk.read { [kind, late] register in
          (
            register.studiosInOrder.filter { one == nil || $0.id == one }.flatMap { studio in
              register.careFile(of: studio.id).reports.filter {
                (kind == nil || $0.kind == kind) && (!late || $0.isLate)
              }.map { (studio.code, $0) }
            }, register.rules?.life?.care.reports ?? []
          )
        }
        var listing = Listing([.number, .studio, .kind, .party, .happened, .reported, .content, .flags])
        for (code, report) in reports {
          let kind = kinds.first { $0.id == report.kind }.map { desk.terminal.language($0.title) }
          listing.add([
            report.id.description, code, kind ?? report.kind, desk.phrases.notice(.care(.author(report.by))),
            report.happened.description, report.reported.description, report.content,
            desk.flag(of: report),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}
