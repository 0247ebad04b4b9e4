import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

extension Officer.Post: ExpressibleByArgument {}

extension CareCommands {
  /// `studio care plaque`: the plaque register (Art. 12(2), 18).
  struct Plaques: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plaque", abstract: "Plaques: granted in both departments' name, returned, lost (Art. 12(2), 18).",
      discussion: """
        EXAMPLES
          studio care plaque grant YY001 云技大2026-001 --as clerk
          studio care plaque return 云技大2026-001 --as clerk
        """,
      subcommands: [Grant.self, Return.self, Lose.self])

    struct Grant: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Grants a plaque for the named expert of today.")
      @Argument(help: "The studio's code.") var studio: String
      @Argument(help: "The plaque's number, given once for ever.") var number: String
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          try await desk.ask(GrantPlaque(studio: desk.studio(studio).id, number: number))
        }
      }
    }

    struct Return: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Records that a plaque came back.")
      @Argument(help: "The plaque's number.") var number: String
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in try await desk.ask(ReturnPlaque(number: number)) }
      }
    }

    struct Lose: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Records that a plaque was lost; the next has another number.")
      @Argument(help: "The plaque's number.") var number: String
      @Option(help: "How.") var reason: String
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in try await desk.ask(LosePlaque(number: number, reason: reason)) }
      }
    }
  }

  /// `studio care card`: work cards (Art. 12(2)).
  struct Cards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "card", abstract: "Work cards of experts, members and officers: issued, returned (Art. 12(2)).",
      discussion: "EXAMPLE\n  studio care card issue YY001 GZ-0001 --person P12 --as clerk",
      subcommands: [Issue.self, Return.self])

    struct Issue: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Issues a work card.")
      @Argument(help: "The studio's code.") var studio: String
      @Argument(help: "The card's number, given once for ever.") var number: String
      @Option(help: "Whose: such as P12, or a name that only one has.") var person: String
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          try await desk.ask(
            IssueCard(studio: desk.studio(studio).id, number: number, person: desk.person(person)))
        }
      }
    }

    struct Return: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Records that a work card came back.")
      @Argument(help: "The card's number.") var number: String
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in try await desk.ask(ReturnCard(number: number)) }
      }
    }
  }

  /// `studio care officer`: the head and the contact (Art. 12(3)).
  struct Officers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "officer",
      abstract: "One head and one contact: named by the studio, reviewed by the bureau (Art. 12(3)).",
      discussion: """
        EXAMPLES
          studio care officer name YY001 contact --name 李明 --phone 13800138000 --as contact
          studio care officer review YY001 contact --as clerk
          studio care officer review YY001 head --refuse --reason 不在本单位工作 --as clerk
        """,
      subcommands: [Name.self, Review.self, End.self])

    struct Name: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Names a head or contact; a head who is not the named expert needs a reason.")
      @Argument(help: "The studio's code.") var studio: String
      @Argument(help: "head or contact.") var post: Officer.Post
      @Option(help: "A person of the register, such as P9.") var person: String?
      @OptionGroup var values: PersonOptions
      @Option(help: "Why the head is not the named expert.") var reason: String?
      @OptionGroup var desk: DeskOptions

      func validate() throws {
        if (person == nil) == (values.name == nil) { throw ValidationError("give either --person or --name") }
      }

      func run() async throws {
        try await desk.run { desk in
          let (holder, sealed) = try await desk.holder(person, values)
          try await desk.ask(
            NameOfficer(studio: desk.studio(studio).id, post: post, person: holder, reason: reason), persons: sealed)
        }
      }
    }

    struct Review: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Accepts who was named, or refuses with a reason; not by who entered the name.")
      @Argument(help: "The studio's code.") var studio: String
      @Argument(help: "head or contact.") var post: Officer.Post
      @Flag(help: "Refuse.") var refuse = false
      @Option(help: "Why it is refused.") var reason: String?
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          try await desk.ask(
            ReviewOfficer(studio: desk.studio(studio).id, post: post, isAccepted: !refuse, reason: reason))
        }
      }
    }

    struct End: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Records that a head or contact gave the office up.")
      @Argument(help: "The studio's code.") var studio: String
      @Argument(help: "head or contact.") var post: Officer.Post
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          try await desk.ask(EndOffice(studio: desk.studio(studio).id, post: post))
        }
      }
    }
  }
}

extension Desk {
  /// A person of the register, or a new one sealed for the vault.
  func holder(_ person: String?, _ values: PersonOptions) async throws -> (OpenAccount.Holder, [SealedPerson]) {
    if let person { return (.known(try await self.person(person)), []) }
    let new = values.values(values.name ?? "")
    try check(new)
    let sealed = seal(new)
    return (.new(sealed.commitment, nil), [sealed])
  }
}
