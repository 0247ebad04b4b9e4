import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

extension Rounds {
  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Closes a round: stores reference marks, reasons, differences, derivations and outcomes.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "Why it is closed anew, after a correction.") var reason: String?
    @Option(help: "Why it is closed though sheets are missing.") var incomplete: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<Round> = try desk.id(round, like: "R40")
        let waiting = try await desk.read { register in
          let studios = Set(try register.round(id).studios)
          return register.claims.count { $0.state == .entered && studios.contains($0.studio) }
        }
        if waiting > 0 { desk.terminal.warn(desk.phrases.notice(.evidenceWaiting(waiting))) }
        let receipt = try await desk.ask(
          CloseRound(round: id, reason: reason, incomplete: incomplete), isSilent: true)
        try await RoundReport(id, version: nil, desk).show()
        desk.sayRecorded(receipt)
      }
    }
  }

  struct Vote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Votes, as a judge, among studios that are tied for the last places of excellence.")
    @Argument(help: "Such as R40.") var round: String
    @Argument(help: "As many studios as there are places.") var studios: [String]
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        var choice: [ID<Studio>] = []
        for studio in studios { choice.append(try await desk.studio(studio).id) }
        try await desk.ask(CastVote(round: desk.id(round, like: "R40"), choice: choice))
      }
    }
  }

  struct Count: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Counts the panel's vote.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "Why some who may vote did not.") var absent: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(CountVote(round: desk.id(round, like: "R40"), absent: absent))
      }
    }
  }

  struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Puts the result on public notice.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "Where the notice stands.") var address: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(PublishRound(round: desk.id(round, like: "R40"), address: address))
      }
    }
  }

  struct Object: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records an objection, by name or anonymous; a late one is recorded, too, and flagged.")
    @Argument(help: "Such as R40.") var round: String
    @Argument(help: "What is objected.") var text: String
    @Option(help: "The studio concerned.") var studio: String?
    @Option(help: "Who objects, where a name was given.") var name: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        if let name { try desk.check(PersonValues(name: name)) }
        let sealed = name.map { desk.seal(PersonValues(name: $0)) }
        let command = RaiseObjection(
          round: try desk.id(round, like: "R40"), studio: studio, by: sealed.map { .new($0.commitment, nil) },
          text: text)
        try await desk.ask(command, persons: sealed.map { [$0] } ?? [])
      }
    }
  }

  struct Answer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Answers an objection; an upheld one opens the way to returning sheets and closing the round anew.")
    @Argument(help: "Such as O99.") var objection: String
    @Argument(help: "The answer.") var text: String
    @Flag(help: "The objection is right.") var upheld = false
    @Flag(help: "The objection is not right.") var dismissed = false
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if upheld == dismissed { throw ValidationError("say either --upheld or --dismissed") }
    }

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          AnswerObjection(objection: desk.id(objection, like: "O99"), isUpheld: upheld, text: text))
      }
    }
  }

  struct Abandon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that a round opened by mistake, and not published yet, is given up; another person approves.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.abandonRound(desk.id(round, like: "R40")), reason: reason))
      }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that the outcome is confirmed; another person approves, and the consequences follow.",
      aliases: ["approve"])
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "On what ground.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.confirmRound(desk.id(round, like: "R40")), reason: reason))
      }
    }
  }
}
