import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio init`: founds a register.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Founds a register: the bureau, the regulation and the working rules adopted, and the first account.",
    discussion: """
      The first account is an approver of the bureau, who opens the others. A login is a code of the post, never a name.

      EXAMPLE
        studio init --adopted 2022-05-05 --login approver --name 王建国
      """)

  @Option(help: ArgumentHelp("The number of the document that adopted the rules. (default: the regulation's)"))
  var document: String?

  @Option(help: ArgumentHelp("The day of that document.", valueName: "day"), transform: parseDay)
  var adopted: Day

  @Option(help: "The first account's login.")
  var login: String

  @Option(help: "The name of its holder.")
  var name: String

  @OptionGroup var rules: RulesFolderOption
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let terminal = desk.language.terminal
    try await terminal.reporting {
      let rules = try rules.rules(on: desk.today(terminal), terminal)
      let adoption = Adoption(document: document ?? rules.document, on: adopted)
      try await Init.found(desk, rules: rules, adoption: adoption, login: login, name: name, terminal)
      terminal.say(terminal.phrases.notice(.founded(file: desk.database)))
    }
  }

  /// Makes the file and founds the register in it; where that is refused, no file is left behind.
  static func found(
    _ options: DeskOptions, rules: RuleSet, adoption: Adoption, login: String, name: String, _ terminal: Terminal,
    channel: Request.Channel = .commandLine,
    clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
  ) async throws {
    let store = try SQLiteStore.create(path: options.database)
    do {
      let desk = try await Desk(options, store, terminal, channel: channel, clock: clock)
      try desk.check(PersonValues(name: name))
      let person = desk.seal(PersonValues(name: name))
      try desk.check(login: login, of: name)
      let command = Found(rules: rules, adoption: adoption, login: login, person: person.commitment)
      let receipt = try await desk.registrar.submit(
        Submission(command, account: nil, on: options.day, channel: channel, persons: [person]))
      let names = try await desk.names()
      for event in receipt.events { terminal.show(terminal.phrases.event(event, names)) }
    } catch {
      try? store.close()
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: options.database + suffix) }
      throw error
    }
  }
}
