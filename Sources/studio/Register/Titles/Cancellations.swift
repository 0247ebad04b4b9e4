import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

extension CancellationCase.Appeal.Outcome: ExpressibleByArgument {}

/// `studio cancellation`: how a title is cancelled, and what follows (Art. 14, 15, 20).
struct Cancellations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancellation",
    abstract: "Cancels a title: ground, facts, proof, statement, decision, service, remedies (Art. 14, 15, 20).",
    discussion: """
      THE WAY OF A CANCELLATION
        studio cancellation grounds
        studio cancellation open YY024 --ground failed-again --facts "…" --as clerk
        studio cancellation exhibit C90 --title 复评结果通知 --file notice.pdf --as clerk
        studio cancellation invite C90 --receipt 送达回证1号 --as clerk
        studio cancellation statement C90 "…" --as clerk     # or, when the time is over: --none
        studio cancellation propose C90 --reason "…" --as clerk   # then both departments: studio approve D99 --as …
        studio cancellation serve C90 --number 云人社〔2025〕9号 --receipt 送达回证2号 --as clerk
      """,
    subcommands: [
      List.self, Show.self, Grounds.self, Open.self, Exhibit.self, Invite.self, Statement.self, ProposeIt.self,
      Serve.self, Drop.self, Appeal.self, Outcome.self, Restore.self,
    ], aliases: ["cancellations", "cancel"])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the proceedings.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let found = try await desk.read(\.cancellationsInOrder)
        var listing = Listing([.proceedings, .studio, .ground, .opened, .until, .served, .outcome])
        for item in found {
          let appeal = item.appeals.last.map { appeal in
            [desk.title(of: appeal, in: item), appeal.outcome.map(desk.phrases.outcome)].compactMap(\.self).joined(
              separator: ": ")
          }
          listing.add([
            item.id.description, names.studio(item.studio), item.ground.id, item.opened.description,
            item.invitation?.until.description ?? "", item.service?.on.description ?? "", appeal ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows proceedings, and what is missing for a decision.")
    @Argument(help: "Such as C90.") var proceedings: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<CancellationCase> = try desk.id(proceedings, like: "C90")
        let (found, missing) = try await desk.read { register in
          let found = try register.cancellation(id)
          return (found, try found.missing(register.life().cancellation))
        }
        let names = try await desk.names()
        var listing = Listing([.kind, .day, .content])
        listing.add([desk.phrases.heading(.ground), found.opened.description, desk.phrases.ground(found.ground)])
        listing.add([desk.phrases.heading(.studio), "", names.studio(found.studio)])
        listing.add([desk.phrases.part(.facts), "", found.facts])
        for exhibit in found.exhibits {
          listing.add([desk.phrases.part(.evidence), "", "\(exhibit.title) \(exhibit.digest)"])
        }
        for row in desk.proceedings(found) { listing.add(row) }
        for part in missing { listing.add([desk.phrases.heading(.missing), "", desk.phrases.part(part)]) }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Grounds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the grounds, in the regulation's own words.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let grounds = try await desk.read { try $0.life().cancellation.grounds }
        var listing = Listing([.ground, .content, .decision])
        for ground in grounds {
          listing.add([ground.id, desk.phrases.ground(ground), desk.terminal.language(ground.wording)])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Opens proceedings on a ground, with the facts.")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "The ground's id; studio cancellation grounds lists them.") var ground: String
    @Option(help: "What happened. State secrets are never entered.") var facts: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(OpenCancellation(studio: desk.studio(studio).id, ground: ground, facts: facts))
      }
    }
  }

  struct Exhibit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Adds a document that proves the facts, with its scan.")
    @Argument(help: "Such as C90.") var proceedings: String
    @Option(help: "What it is.") var title: String
    @Option(help: ArgumentHelp("The scan, which is kept in the register's file.", valueName: "file")) var file: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let scan = try desk.storedFile(file)
        try await desk.ask(
          AddExhibit(desk.id(proceedings, like: "C90"), title: title, digest: scan.digest), files: [scan])
      }
    }
  }

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that the studio was told, by a notice served on --on, that it may state its case.")
    @Argument(help: "Such as C90.") var proceedings: String
    @Option(help: "How it was served.") var receipt: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(InviteStatement(desk.id(proceedings, like: "C90"), receipt: receipt))
      }
    }
  }

  struct Statement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records what the studio said, or that it said nothing within its time.")
    @Argument(help: "Such as C90.") var proceedings: String
    @Argument(help: "What it said.") var text: String?
    @Flag(help: "It said nothing within its time.") var none = false
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if (text == nil) != none { throw ValidationError("give either the text or --none") }
    }

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(RecordStatement(desk.id(proceedings, like: "C90"), text: text))
      }
    }
  }

  struct ProposeIt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "propose", abstract: "Proposes the decision; both departments approve it.")
    @Argument(help: "Such as C90.") var proceedings: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<CancellationCase> = try desk.id(proceedings, like: "C90")
        let studio = try await desk.read { try $0.cancellation(id).studio }
        try await desk.ask(Propose(.cancelTitle(studio), reason: reason))
      }
    }
  }

  struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Issues the decision: records its number and its service, from which (--on) it holds.")
    @Argument(help: "Such as C90.") var proceedings: String
    @Option(help: "The decision's number.") var number: String
    @Option(help: "How it was served.") var receipt: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          ServeCancellation(desk.id(proceedings, like: "C90"), number: number, receipt: receipt))
      }
    }
  }

  struct Drop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Drops proceedings that lead to no decision.")
    @Argument(help: "Such as C90.") var proceedings: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(DropCancellation(desk.id(proceedings, like: "C90"), reason: reason))
      }
    }
  }

  struct Appeal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that reconsideration was asked for or a suit brought (a fact).")
    @Argument(help: "Such as C90.") var proceedings: String
    @Argument(help: "reconsideration, litigation, or what the decision names.") var remedy: String
    @Option(help: "The number of the document.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(FileAppeal(desk.id(proceedings, like: "C90"), remedy: remedy, document: document))
      }
    }
  }

  struct Outcome: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Records how reconsideration or the suit ended (a fact).")
    @Argument(help: "Such as C90.") var proceedings: String
    @Argument(help: "reconsideration, litigation, or what the decision names.") var remedy: String
    @Argument(help: "upheld, annulled or withdrawn.") var outcome: CancellationCase.Appeal.Outcome
    @Option(help: "The number of the document.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<CancellationCase> = try desk.id(proceedings, like: "C90")
        try await desk.ask(DecideAppeal(id, remedy: remedy, outcome: outcome, document: document))
      }
    }
  }

  struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that a studio is restored whose cancellation was annulled; both departments approve.")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "On what.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.restore(desk.studio(studio).id), reason: reason))
      }
    }
  }
}

extension Desk {
  /// What a remedy is called in the decision that names it.
  func title(of appeal: CancellationCase.Appeal, in found: CancellationCase) -> String {
    let remedy = found.decided?.remedies.first { $0.id == appeal.remedy }
    return remedy.map { terminal.language($0.title) } ?? appeal.remedy
  }

  /// The steps of proceedings as rows of kind, day and content, in their order.
  func proceedings(_ found: CancellationCase) -> [[String]] {
    var rows: [[String]] = []
    if let invitation = found.invitation {
      rows.append([phrases.heading(.invited), invitation.served.description, invitation.receipt])
      rows.append([phrases.heading(.until), invitation.until.description, ""])
    }
    if let statement = found.statement {
      rows.append([phrases.heading(.statement), statement.on.description, statement.text ?? "—"])
    }
    if let dropped = found.dropped { rows.append([phrases.heading(.dropped), dropped.description, ""]) }
    if let decided = found.decided {
      let words = terminal.language(decided.ground.wording)
      rows.append([phrases.heading(.decision), found.decidedOn?.description ?? "", words])
    }
    for remedy in found.decided?.remedies ?? [] {
      let words = [remedy.title, remedy.body, remedy.limit, remedy.law].map { terminal.language($0) }
      rows.append([phrases.part(.remedies), "", words.joined(separator: " · ")])
    }
    if let service = found.service {
      rows.append([phrases.heading(.served), service.on.description, "\(service.number) \(service.receipt)"])
    }
    for appeal in found.appeals {
      let title = title(of: appeal, in: found)
      rows.append([phrases.heading(.appeal), appeal.filed.description, "\(title) \(appeal.document)"])
      if let outcome = appeal.outcome {
        let words = "\(title): \(phrases.outcome(outcome)) \(appeal.ruling ?? "")"
        rows.append([phrases.heading(.outcome), appeal.ended?.description ?? "", words])
      }
    }
    if let restored = found.restored { rows.append([phrases.heading(.restored), restored.description, ""]) }
    return rows
  }
}
