import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Web
import Wording

/// `studio access`: how somebody comes in at the site.
struct AccessCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Issues one-time codes with which people come in at the site, and takes them back.",
    subcommands: [Issue.self, Revoke.self, List.self])

  struct Issue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Issues a one-time code for each account; it is shown this once.",
      discussion: """
        A judge or contact comes in with the code, and the devices so far are logged out; an official sets a password with it.

        EXAMPLES
          studio access issue approver --as approver
          studio access issue --round R40 --as clerk --address http://192.168.1.7:8080
        """)

    @Argument(help: "The logins.")
    var logins: [String] = []
    @Option(help: "A round, for all judges of its panel.")
    var round: String?
    @Option(
      help: "The last day on which the codes can be used. (default: 30 days, 7 for officials)", transform: parseDay)
    var until: Day?
    @Option(help: ArgumentHelp("How others reach the site.", valueName: "url"))
    var address = SiteAddress.usual
    @Flag(help: "Leave judges and contacts logged in on the devices so far, as for a slip for one device more.")
    var keepDevices = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if logins.isEmpty && round == nil { throw ValidationError("give logins, or a round with --round") }
    }

    func run() async throws {
      try await desk.run { desk in
        var accounts: [Account] = []
        for login in logins { accounts.append(try await desk.account(login)) }
        if let round {
          let panel = try await desk.round(round).marking.panel
          accounts += try await desk.read { register in panel.compactMap { register.accounts[$0] } }
        }
        try await issue(accounts, at: desk)
      }
    }

    private func issue(_ accounts: [Account], at desk: Desk) async throws {
      let today = try desk.options.today(desk.terminal)
      let days = accounts.map { AccessDays.days(for: $0.role) }.min() ?? AccessDays.password
      let until = until ?? today.adding(days: days)
      let offset = try await desk.read(\.utcOffset)
      let (now, expires) = (Int(Date().timeIntervalSince1970 * 1000), until.end(utcOffset: offset))
      var codes: [(account: Account, code: OneTimeCode)] = []
      for account in accounts where !codes.contains(where: { $0.account.id == account.id }) {
        codes.append((account, OneTimeCode()))
      }
      // An official's logins end when the code is used.
      let changes = codes.map { account, code in
        AccessChange.issue(
          account.id, digest: code.digest, at: now, expires: expires,
          endsSessions: !keepDevices && Role.bySlip.contains(account.role))
      }
      try await desk.ask(IssueAccess(codes.map(\.account.id), until: until), access: changes, isSilent: true)
      var listing = Listing([.login, .role, .code, .link])
      for (account, code) in codes {
        listing.add([account.login, desk.phrases.role(account.role), code.grouped, code.link(at: address.text)])
      }
      try listing.show(as: list.format, on: desk.terminal)
      desk.terminal.say(desk.phrases.notice(DeskNotice.codeOnce(until: until)))
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes an account's code and password back, and ends its sessions.")
    @Argument(help: "The login.") var login: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let account = try await desk.account(login).id
        try await desk.ask(RevokeAccess(account), access: [.revoke(account)])
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists whether accounts have a code or a password.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let states = try await SideTables(desk.store).accessStates()
        let (accounts, offset) = try await desk.read { register in
          let accounts = register.accounts.values.filter { $0.closed == nil }.sorted { $0.id < $1.id }
          return (accounts, register.utcOffset)
        }
        let now = Int(Date().timeIntervalSince1970 * 1000)
        var listing = Listing([.login, .role, .code, .password, .seen])
        for account in accounts {
          let state = states[account.id] ?? AccessState()
          listing.add([
            account.login, desk.phrases.role(account.role), desk.phrases.notice(state.code(at: now, utcOffset: offset)),
            desk.phrases.page(state.hasPassword ? LoginLabel.passwordIsSet : LoginLabel.passwordIsNotSet),
            state.seen.map { Day(milliseconds: $0, utcOffset: offset).description } ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}
