import ArgumentParser
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

extension CareCommands {
  /// `studio care archive`: the archive index of each studio (Art. 12(6)).
  struct Archive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "archive", abstract: "The archive index of each studio: what there is, and where (Art. 12(6)).",
      discussion: """
        EXAMPLES
          studio care archive add YY001 --kind approval --title 批文 --date 2022-07-18 --place 档案柜3-12 --as clerk
          studio care archive import archive.csv --dry-run --as clerk
        State secrets are never entered (Art. 17).
        """,
      subcommands: [Add.self, Import.self, List.self])

    struct Add: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Enters a record of an archive.")
      @Argument(help: "The studio's code.") var studio: String
      @Option(help: "The kind, as life/care.yaml lists them, such as summary.") var kind: String
      @Option(help: "The title.") var title: String
      @Option(help: ArgumentHelp("The day of what it documents.", valueName: "day"), transform: parseDay) var date: Day
      @Option(help: "Where it is kept.") var place: String?
      @Option(help: ArgumentHelp("The file, whose SHA-256 is noted; the file itself stays where it is.")) var file:
        String?
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          let digest = try file.map { try desk.storedFile($0).digest }
          let row = ArchiveRecords.Row(
            studio: try await desk.studio(studio).id, kind: kind, title: title, dated: date, place: place,
            digest: digest)
          try await desk.ask(ArchiveRecords(rows: [row]))
        }
      }
    }

    struct Import: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Enters records from CSV: studio,kind,title,date,place,sha256. All rows, or none.",
        discussion: "Records that are there already stay as they are. - is standard input.")
      @Argument(help: "The table.") var file: String
      @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
      @OptionGroup var list: ListOptions
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          let plan = try await ArchivePlan(ArchiveRow.read(TableSource(path: file)), desk)
          let command = ArchiveRecords(rows: plan.rows)
          guard !plan.rows.isEmpty, !dryRun else {
            try plan.listing.show(as: list.format, on: desk.terminal)
            if !plan.rows.isEmpty { try await desk.rehearse(command) }
            return
          }
          let receipt = try await desk.ask(command, isSilent: true)
          try plan.listing.show(as: list.format, on: desk.terminal)
          desk.sayRecorded(receipt)
        }
      }
    }

    struct List: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Lists the records of archives.")
      @Option(help: "One studio.") var studio: String?
      @Option(help: "Records of one kind.") var kind: String?
      @OptionGroup var list: ListOptions
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          let one: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
          let (records, kinds) = try await desk.read { [kind] register in
            (
              register.studiosInOrder.filter { one == nil || $0.id == one }.flatMap { studio in
                register.careFile(of: studio.id).archive.filter { kind == nil || $0.kind == kind }.map {
                  (studio.code, $0)
                }
              }, register.rules?.life?.care.archive ?? []
            )
          }
          var listing = Listing([.number, .studio, .kind, .day, .content, .document, .digest, .flags])
          for (code, record) in records {
            let kind = kinds.first { $0.id == record.kind }.map { desk.terminal.language($0.title) }
            listing.add([
              record.id.description, code, kind ?? record.kind, record.dated.description, record.title,
              record.place ?? "", record.digest ?? "",
              record.struck.map { desk.phrases.notice(.care(.struck($0))) } ?? "",
            ])
          }
          try listing.show(as: list.format, on: desk.terminal)
        }
      }
    }
  }
}

/// What importing records would do, row by row.
private struct ArchivePlan {
  private(set) var rows: [ArchiveRecords.Row] = []
  private(set) var listing = Listing([.row, .studio, .kind, .day, .content, .action])

  /// What tells a record from others.
  private struct Key: Hashable, Sendable {
    let studio: ID<Studio>
    let kind: String
    let title: String
    let dated: Day
  }

  init(_ read: [ArchiveRow], _ desk: Desk) async throws {
    let (codes, files, rules) = try await desk.read { ($0.codes, $0.care, $0.rules?.life?.care) }
    let known = rules?.archive.map { (id: $0.id, title: $0.title) } ?? []
    var there: [Key: ID<ArchiveRecord>] = [:]
    for (studio, file) in files {
      for record in file.archive where record.struck == nil {
        there[Key(studio: studio, kind: record.kind, title: record.title, dated: record.dated)] = record.id
      }
    }
    var seen: Set<Key> = []
    var findings = Findings()
    for row in read {
      guard let studio = codes[row.studio.lowercased()] else {
        let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
        findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place))
        continue
      }
      guard let kind = desk.ruleID(row.kind, among: known) else {
        findings.add(Finding(.unexpected(found: row.kind, expected: .oneOf(known.map(\.id))), at: row.place))
        continue
      }
      let key = Key(studio: studio, kind: kind, title: row.title, dated: row.dated)
      let action: DeskNotice =
        if let id = there[key] { .rowKnown(id.description) } else { seen.insert(key).inserted ? .rowNew : .rowRepeated }
      listing.add([
        "\(row.place.line ?? 0)", row.studio, kind, row.dated.description, row.title, desk.phrases.notice(action),
      ])
      guard action == .rowNew else { continue }
      rows.append(
        ArchiveRecords.Row(
          studio: studio, kind: kind, title: row.title, dated: row.dated, place: row.kept, digest: row.digest))
    }
    try findings.check()
  }
}
