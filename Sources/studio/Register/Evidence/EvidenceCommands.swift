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
    commandName: "evidence", abstract: "Imports or enters evidence of the modules’ kinds, verifies and rejects it.",
    subcommands: [Import.self, Enter.self, Verify.self, Reject.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports a folder of evidence tables. All rows, or none; rows that are there already stay as they are.",
      discussion: """
        A row's own “verified” is not taken over: a second person verifies it here. Names of persons go into the vault.
        Plans and their items go to the yearly plans (studio plan), apprentices to their register (studio apprentice).
        """)
    @Argument(help: "The folder, with a table for each kind.") var folder: String
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rows = try EvidenceFolder(folder, ModuleRegistry(installedModules)).rows()
        let plan = try await EvidencePlan(rows, desk)
        try await plan.carryOut(dryRun: dryRun, as: list.format, desk)
      }
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verifies what somebody else entered: evidence, plans' days and completions, apprentices.",
      discussion: "EXAMPLE\n  studio evidence verify --studio YY001 --except E112,Y118 --as approver")
    @Argument(help: "Such as E112, Y113, T114; none where the options choose.") var items: [String] = []
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
        var chosen: [Claim] = []
        for item in items { chosen.append(try await desk.claim(item)) }
        if items.isEmpty {
          let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
          chosen = try await desk.read { [kind] register in
            register.claims.filter {
              $0.state == .entered && (studio == nil || $0.studio == studio) && (kind == nil || $0.kind == kind)
            }.map(\.claim)
          }
        }
        var left: Set<Claim> = []
        for item in (except ?? "").split(separator: ",") {
          let claim = try await desk.claim(String(item))
          guard chosen.contains(claim) else { throw Failure(desk.phrases.notice(.notChosen(claim.name))) }
          left.insert(claim)
        }
        try await desk.ask(VerifyEvidence(claims: chosen.filter { !left.contains($0) }))
      }
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rejects a row of evidence, a plan's day or completion, or an apprentice's record, with the reason.",
      discussion: "EXAMPLE\n  studio evidence reject Y118 --reason 证明材料不全 --as approver")
    @Argument(help: "Such as E112, Y113 or T114.") var item: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(RejectEvidence(desk.claim(item), reason: reason))
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists evidence, with the plans and apprentices that a second person verifies.")
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
          register.claims.filter {
            (studio == nil || $0.studio == studio) && (kind == nil || $0.kind == kind)
              && (!waiting || $0.state == .entered)
          }.map { (entry: $0, record: register.record(of: $0, people: names.person)) }
        }
        var listing = Listing([.evidence, .studio, .kind, .content, .state])
        for (entry, record) in items {
          let content = record.map { desk.terminal.language($0.caption) } ?? ""
          listing.add([
            entry.claim.name, names.studio(entry.studio), entry.kind, content, desk.phrases.state(entry.state),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

extension Desk {
  /// What a clerk's id stands for: a row of evidence, a plan's day, an item's completion, a training or a promotion.
  func claim(_ text: String) async throws -> Claim {
    guard let claim = try await read({ $0.claim(named: text) }) else {
      throw Failure(phrases.notice(.unknownID(text, expected: "E112, Y113, T114")))
    }
    return claim
  }
}
