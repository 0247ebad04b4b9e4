import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio approve`: approves what another person proposed.
struct ApproveProposal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approves a decision that another person proposed; `studio pending` lists them.")
  @Argument(help: "Such as D99.") var proposal: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in try await desk.ask(Approve(desk.id(proposal, like: "D99"))) }
  }
}

/// `studio refuse`: sends a proposal back.
struct RefuseProposal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Sends a proposal back, with the reason.")
  @Argument(help: "Such as D99.") var proposal: String
  @Option(help: "Why.") var reason: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in try await desk.ask(SendBack(desk.id(proposal, like: "D99"), reason: reason)) }
  }
}

/// `studio paper`: enters the signed paper that stands for the approvals.
struct EnterPaperCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper",
    abstract: "Enters the signed paper that stands for the approvals, with its scan; another person checks it.")
  @Argument(help: "Such as D99.") var proposal: String
  @Option(help: "The paper's number.") var number: String
  @Option(help: ArgumentHelp("The paper's date.", valueName: "day"), transform: parseDay) var date: Day
  @Option(help: ArgumentHelp("The scan, which is kept in the register's file.", valueName: "file")) var scan: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in
      let file = try desk.storedFile(scan)
      try await desk.ask(
        EnterPaper(desk.id(proposal, like: "D99"), number: number, date: date, scan: file.digest), files: [file])
    }
  }
}

/// `studio check`: checks a signed paper, which carries the decision out.
struct CheckPaperCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a signed paper against its proposal, which carries the decision out.")
  @Argument(help: "Such as D99.") var proposal: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in try await desk.ask(CheckPaper(desk.id(proposal, like: "D99"))) }
  }
}

/// `studio pending`: what waits for somebody's approval.
struct Pending: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Lists the decisions that wait for approval.")
  @OptionGroup var list: ListOptions
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in
      let names = try await desk.names()
      let pending = try await desk.read { $0.pending }
      guard !pending.isEmpty || list.format != .table else {
        return desk.terminal.say(desk.phrases.notice(DeskNotice.nothingPending))
      }
      var listing = Listing([.proposal, .day, .decision, .reason, .proposer, .waitsFor, .document])
      for proposal in pending {
        listing.add([
          proposal.id.description, proposal.on.description, desk.phrases.decision(proposal.decision, names),
          proposal.reason, names.account(proposal.proposer),
          proposal.waitsFor.map(desk.phrases.role).joined(separator: ", "),
          // Art. 25: every decision says by which regulation it goes.
          proposal.rules.map { "\($0.document) (\($0.on))" } ?? "",
        ])
      }
      try listing.show(as: list.format, on: desk.terminal)
    }
  }
}

/// `studio due`: everything that has a date and is near or past it.
struct DueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Lists everything that has a date and is near or past it.")
  @Option(help: ArgumentHelp("Up to which day. (default: 60 days ahead)", valueName: "day"), transform: parseDay)
  var until: Day?
  @OptionGroup var list: ListOptions
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in
      let today = try desk.options.today(desk.terminal)
      let names = try await desk.names()
      let due = try await desk.read { [until] in $0.due(until: until ?? today.adding(days: 60), on: today) }
      guard !due.isEmpty || list.format != .table else {
        return desk.terminal.say(desk.phrases.notice(DeskNotice.nothingDue))
      }
      var listing = Listing([.day, .state, .party, .task])
      for item in due {
        listing.add([
          item.day.description, item.day < today ? desk.phrases.notice(DeskNotice.overdue) : "",
          desk.phrases.party(item.party), desk.phrases.task(item.task, names),
        ])
      }
      try listing.show(as: list.format, on: desk.terminal)
    }
  }
}
