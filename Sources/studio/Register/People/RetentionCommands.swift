import ArgumentParser
import Scoring
import StudioRegistry
import Wording

/// `studio retention`: how long persons' values are kept, whose are past their time, and what holds an erasure.
struct RetentionCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "How long persons' values are kept by kind of record, whose are past their time, and what holds them.",
    discussion: """
      EXAMPLES
        studio retention list
        studio retention due --on 2036-01-31
        studio retention hold P9 --reason 行政诉讼期间 --as approver
        studio retention release H120 --reason 判决生效 --as approver
      Who is past their time is erased one by one: studio person erase.
      """,
    subcommands: [List.self, DueList.self, PlaceHoldCommand.self, Release.self, Holds.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows how long each kind of record is kept.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rules = try await desk.read { try $0.life().retention }
        var listing = Listing([.kind, .content, .kept, .state, .source])
        for period in rules.periods {
          listing.add([
            period.record.rawValue, desk.terminal.language(period.title),
            desk.phrases.notice(.care(.keep(period.keep))),
            desk.phrases.notice(.care(period.isBinding ? .binding : .giving)), desk.phrases.source(period.source),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct DueList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "due", abstract: "Lists the persons whose values are past their time on a day (--on).")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let today = try desk.options.today(desk.terminal)
        let names = try await desk.names()
        let (expired, held, rules) = try await desk.read { register in
          let expired = register.expired(on: today)
          let held = expired.map { expired in
            register.holds(on: expired.person).map(\.id.description)
              + register.disputes(touching: expired.person).map(\.id)
          }
          return (expired, held, register.rules?.life?.retention)
        }
        guard !expired.isEmpty || list.format != .table else {
          return desk.terminal.say(desk.phrases.notice(.care(.nothingExpired)))
        }
        var listing = Listing([.person, .kind, .until, .hold])
        for (found, held) in zip(expired, held) {
          let title = rules?.period(for: found.record).map { desk.terminal.language($0.title) }
          listing.add([
            names.person(found.person), title ?? found.record.rawValue, found.until.description,
            held.joined(separator: ", "),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct PlaceHoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold",
      abstract: "Holds the erasure of a person's values, or of everybody's of a studio, for a dispute.",
      discussion: "EXAMPLE\n  studio retention hold YY001 --reason 行政复议期间 --as approver")
    @Argument(help: "A person such as P9, or a studio's code.") var subject: String
    @Option(help: "Why: which dispute.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let held: Hold.Subject =
          if let person = ID<Person>(subject) { .person(person) } else { .studio(try await desk.studio(subject).id) }
        try await desk.ask(PlaceHold(held, reason: reason))
      }
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Releases a hold when the dispute is over.")
    @Argument(help: "Such as H120.") var hold: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(ReleaseHold(desk.id(hold, like: "H120"), reason: reason))
      }
    }
  }

  struct Holds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the holds.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        var listing = Listing([.hold, .content, .day, .reason, .state])
        for hold in try await desk.read({ $0.holdsInOrder }) {
          let subject =
            switch hold.subject {
            case .person(let person): names.person(person)
            case .studio(let studio): names.studio(studio)
            }
          listing.add([
            hold.id.description, subject, hold.placed.description, hold.reason,
            desk.phrases.notice(.care(hold.released.map { .released($0) } ?? .open)),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}
