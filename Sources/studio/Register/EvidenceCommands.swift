import ArgumentParser
import Foundation
import InstalledModules
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

/// `studio evidence`: what studios prove, and what a second person found of it.
struct EvidenceCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Imports evidence of the modules' kinds, verifies and rejects it.",
    subcommands: [Import.self, Verify.self, Reject.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports a folder of evidence tables. All rows, or none; rows that are there already stay as they are.",
      discussion: """
        A row's own “verified” is not taken over: a second person verifies it here. Names of persons go into the vault.
        """)
    @Argument(help: "The folder, with a table for each kind.") var folder: String
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rows = try EvidenceFolder(folder, ModuleRegistry(installedModules)).rows()
        let plan = try await EvidencePlan(rows, desk)
        if dryRun {
          try plan.listing.show(as: list.format, on: desk.terminal)
          if !plan.rows.isEmpty { try await desk.rehearse(plan.command, persons: plan.sealed) }
        } else if plan.rows.isEmpty {
          try plan.listing.show(as: list.format, on: desk.terminal)
        } else {
          let receipt = try await desk.ask(plan.command, persons: plan.sealed, isSilent: true)
          try plan.listing.show(as: list.format, on: desk.terminal)
          desk.sayRecorded(receipt)
        }
      }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verifies evidence that somebody else entered: one row, a studio's, a kind's, or all, with exceptions.",
      discussion: "EXAMPLE\n  studio evidence verify --studio YY001 --except E112,E118 --as approver")
    @Argument(help: "Rows such as E112; none where the options choose.") var items: [String] = []
    @Option(help: "A studio's rows.") var studio: String?
    @Option(help: "Rows of one kind.") var kind: String?
    @Option(help: "Rows to be left as they are, parted by commas.") var except: String?
    @Flag(help: "All rows that wait.") var all = false
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      let chooses = studio != nil || kind != nil || all
      if items.isEmpty != chooses {
        throw ValidationError("either name rows, or choose them by --studio, --kind or --all")
      }
    }

    func run() async throws {
      try await desk.run { desk in
        var chosen: [ID<EvidenceItem>] = []
        for item in items { chosen.append(try desk.id(item, like: "E112")) }
        if items.isEmpty {
          let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
          chosen = try await desk.read { [kind] register in
            register.evidenceInOrder.filter {
              $0.state == .entered && (studio == nil || $0.studio == studio) && (kind == nil || $0.kind == kind)
            }.map(\.id)
          }
        }
        var left: Set<ID<EvidenceItem>> = []
        for item in (except ?? "").split(separator: ",") {
          let id: ID<EvidenceItem> = try desk.id(String(item), like: "E112")
          guard chosen.contains(id) else { throw Failure(desk.phrases.notice(.notChosen(id.description))) }
          left.insert(id)
        }
        try await desk.ask(VerifyEvidence(items: chosen.filter { !left.contains($0) }))
      }
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Rejects a row of evidence, with the reason.")
    @Argument(help: "Such as E112.") var item: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(RejectEvidence(item: desk.id(item, like: "E112"), reason: reason))
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists evidence.")
    @Option(help: "A studio's rows.") var studio: String?
    @Option(help: "Rows of one kind.") var kind: String?
    @Flag(help: "Only rows that nobody has verified or rejected yet.") var waiting = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        let items = try await desk.read { [kind, waiting] register in
          register.evidenceInOrder.filter {
            (studio == nil || $0.studio == studio) && (kind == nil || $0.kind == kind)
              && (!waiting || $0.state == .entered)
          }.map { (item: $0, record: register.record(of: $0, people: names.person)) }
        }
        var listing = Listing([.evidence, .studio, .kind, .content, .state])
        for (item, record) in items {
          let content = record.map { desk.terminal.language($0.caption) } ?? ""
          listing.add([
            item.id.description, names.studio(item.studio), item.kind, content, desk.phrases.state(item.state),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

/// What importing evidence would do, row by row.
struct EvidencePlan {
  private(set) var rows: [EnterEvidence.Row] = []
  private(set) var sealed: [SealedPerson] = []
  private(set) var listing = Listing([.row, .studio, .kind, .content, .action])
  private var persons: [EnterEvidence.NewPerson] = []

  var command: EnterEvidence { EnterEvidence(persons: persons, rows: rows) }

  /// What of a studio's row tells it from others: persons by name.
  private struct Key: Hashable {
    let studio: ID<Studio>
    let kind: String
    let cells: [String: String]
  }

  private struct PersonKey: Hashable {
    let studio: ID<Studio>
    let name: String
  }

  init(_ read: [EvidenceRow], _ desk: Desk) async throws {
    let vault = try await desk.vault()
    let (codes, kinds, known, people) = try await desk.read { register in
      (register.codes, register.modules.kinds, register.evidenceInOrder, register.persons.values.map(\.self))
    }
    func isPersonal(_ column: String, of kind: String) -> Bool {
      kinds.first { $0.id == kind }?.columns.first { $0.id == column }?.isPersonal ?? false
    }
    var there: [Key: ID<EvidenceItem>] = [:]
    // Of a person who was erased nobody can say any more whether it is the same: the rest of the row decides.
    var erased: [Key: ID<EvidenceItem>] = [:]
    let gone = Set(people.filter { $0.erased != nil }.map(\.id))
    func impersonal(_ cells: [String: String], of kind: String) -> [String: String] {
      cells.filter { !isPersonal($0.key, of: kind) }
    }
    for item in known {
      let cells = Dictionary(
        uniqueKeysWithValues: item.cells.map { column, cell in
          (column, isPersonal(column, of: item.kind) ? ID(cell).flatMap { vault[$0]?.name } ?? cell : cell)
        })
      there[Key(studio: item.studio, kind: item.kind, cells: cells)] = item.id
      if item.cells.contains(where: { isPersonal($0.key, of: item.kind) && ID($0.value).map(gone.contains) == true }) {
        let key = Key(studio: item.studio, kind: item.kind, cells: impersonal(item.cells, of: item.kind))
        erased[key] = item.id
      }
    }
    var references: [PersonKey: EnterEvidence.Row.Reference] = [:]
    for person in people.sorted(by: { $0.id > $1.id }) {
      guard let studio = person.studio, let name = vault[person.id]?.name else { continue }
      references[PersonKey(studio: studio, name: name)] = .known(person.id)
    }
    var findings = Findings()
    var seen: Set<Key> = []
    for row in read {
      guard let studio = codes[row.studio.lowercased()] else {
        let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
        findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place))
        continue
      }
      let cells = row.record.cells
      let key = Key(studio: studio, kind: row.record.kind, cells: cells)
      let known = there[key].map { desk.phrases.notice(.rowKnown($0.description)) }
      let lost = erased[Key(studio: studio, kind: row.record.kind, cells: impersonal(cells, of: row.record.kind))]
        .map { desk.phrases.notice(.rowErased($0.description)) }
      let existing = known ?? lost ?? (seen.insert(key).inserted ? nil : desk.phrases.notice(DeskNotice.rowRepeated))
      listing.add([
        "\(URL(fileURLWithPath: row.place.file).lastPathComponent):\(row.place.line ?? 0)", row.studio, row.record.kind,
        desk.terminal.language(row.record.caption),
        existing ?? desk.phrases.notice(.rowNew),
      ])
      guard existing == nil else { continue }
      var plain: [String: String] = [:]
      var named: [String: EnterEvidence.Row.Reference] = [:]
      for (column, cell) in cells {
        guard isPersonal(column, of: row.record.kind) else {
          plain[column] = cell
          continue
        }
        let key = PersonKey(studio: studio, name: cell)
        if references[key] == nil {
          sealed.append(desk.seal(PersonValues(name: cell)))
          persons.append(EnterEvidence.NewPerson(studio: studio, values: sealed[sealed.count - 1].commitment))
          references[key] = .new(persons.count - 1)
        }
        named[column] = references[key]
      }
      rows.append(EnterEvidence.Row(studio: studio, kind: row.record.kind, cells: plain, people: named))
    }
    try findings.check()
  }
}
