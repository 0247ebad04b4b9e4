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
        desk.terminal.say(desk.phrases.notice(DeskNotice.secretsNever))
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
