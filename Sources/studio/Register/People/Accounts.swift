import ArgumentParser
import Journal
import Scoring
import StudioRegistry
import Wording

extension Role: ExpressibleByArgument {}

/// `studio account`: who may ask, and for what.
struct Accounts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Opens, lists and closes accounts, and appoints deputies.",
    subcommands: [Open.self, List.self, Close.self, AppointDeputies.self], aliases: ["accounts"])

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens an account for a person who is in the register, or comes in with it.",
      discussion: """
        EXAMPLES
          studio account open clerk --role bureau-clerk --name 李明 --as approver
          studio account open J1 --role judge --name 陈刚 --unit 云阳职教中心 --as approver
        """)

    @Argument(help: "The login: a code of the post or seat, letters, digits and hyphens.")
    var login: String
    @Option(help: "\(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: Role
    @Option(help: "A person of the register, such as P9.")
    var person: String?
    @OptionGroup var values: PersonOptions
    @Option(help: "The studio whose contact it is.")
    var studio: String?
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if (person == nil) == (values.name == nil) { throw ValidationError("give either --person or --name") }
    }

    func run() async throws {
      try await desk.run { desk in
        let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        if let person {
          let holder = OpenAccount.Holder.known(try await desk.person(person))
          try await desk.ask(OpenAccount(login: login, role: role, holder: holder, studio: studio))
        } else if let name = values.name {
          try desk.check(login: login, of: name)
          try desk.check(values.values(name))
          let sealed = desk.seal(values.values(name))
          let holder = OpenAccount.Holder.new(sealed.commitment, values.employment)
          try await desk.ask(
            OpenAccount(login: login, role: role, holder: holder, studio: studio), persons: [sealed])
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the accounts.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let accounts = try await desk.read { $0.accounts.values.sorted { $0.id < $1.id } }
        var listing = Listing([.login, .role, .person, .studio, .opened, .closed])
        for account in accounts {
          listing.add([
            account.login, desk.phrases.role(account.role), names.person(account.person),
            account.studio.map(names.studio) ?? "", account.opened.description, account.closed?.description ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Closes an account; what was done with it stays.")
    @Argument var login: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(CloseAccount(account: desk.account(login).id, reason: reason))
      }
    }
  }

  struct AppointDeputies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "deputy", abstract: "Lets one account act for another, from one day to another.")
    @Argument(help: "The deputy's login.") var login: String
    @Option(name: .customLong("for"), help: "For whom.") var principal: String
    @Option(help: "The first day.", transform: parseDay) var from: Day
    @Option(help: "The last day.", transform: parseDay) var until: Day
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          AppointDeputy(
            for: desk.account(principal).id, deputy: desk.account(login).id, from: from, until: until))
      }
    }
  }
}

extension Desk {
  /// Refuses a login that is the holder's name: the journal could never forget it.
  func check(login: String, of name: String) throws {
    if name.filter({ !$0.isWhitespace }).lowercased() == login.lowercased() {
      throw Failure(phrases.notice(.loginIsName(login)))
    }
  }
}
