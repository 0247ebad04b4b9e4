import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio care`: the daily care of studios (Art. 11, 12, 18, 23, 24).
struct CareCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "care",
    abstract: "Daily care: agreement, plaque, cards, officers, members, archive, reports (Art. 11, 12, 18, 23, 24).",
    discussion: """
      EXAMPLES
        studio care show YY001
        studio care overdue
        studio care member import members.csv --dry-run --as clerk
        studio care report YY001 --kind major-result --happened 2026-03-02 --content 省级工法通过评审 --as contact
      """,
    subcommands: [
      Show.self, Overdue.self, FileAgreementCommand.self, Plaques.self, Cards.self, Officers.self, Members.self,
      Archive.self, Report.self, Visit.self, Reports.self, Strike.self,
    ])

  struct Overdue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists what is overdue, and for whom: of all studios, those taken over from before the register, too.",
      discussion: "EXAMPLE\n  studio care overdue --studio YY001 --on 2026-06-30")
    @Option(help: "One studio.") var studio: String?
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let today = try desk.options.today(desk.terminal)
        let names = try await desk.names()
        let one: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        let overdue = try await desk.read { register in
          register.studiosInOrder.filter { one == nil || $0.id == one }.flatMap { studio in
            register.careDue(of: studio).filter { $0.day < today }.map { (studio.code, $0) }
          }
        }
        guard !overdue.isEmpty || list.format != .table else {
          return desk.terminal.say(desk.phrases.notice(.care(.nothingOverdue)))
        }
        var listing = Listing([.day, .studio, .party, .task])
        for (code, due) in overdue {
          listing.add([
            due.day.description, code, desk.phrases.party(due.party), desk.phrases.task(due.task, names),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct FileAgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "agreement",
      abstract: "Records that the responsibility agreement of unit and expert was filed with the bureau (Art. 12(1)).",
      discussion: "EXAMPLE\n  studio care agreement YY001 --number 责任书〔2026〕1号 --signed 2026-03-02 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "The agreement's number.") var number: String
    @Option(help: ArgumentHelp("The day on which it was signed.", valueName: "day"), transform: parseDay)
    var signed: Day
    @Option(help: ArgumentHelp("The scan, which is kept in the register's file.", valueName: "file")) var scan: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let file = try scan.map { try desk.storedFile($0) }
        try await desk.ask(
          FileAgreement(studio: desk.studio(studio).id, number: number, signed: signed, scan: file?.digest),
          files: [file].compactMap(\.self))
      }
    }
  }
}
