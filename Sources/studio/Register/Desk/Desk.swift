import ArgumentParser
import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import Wording

/// Which register, who asks, and for which day.
struct DeskOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The register's file.", valueName: "file"))
  var database = "studio.sqlite"

  @Option(name: .customLong("as"), help: ArgumentHelp("The account that asks.", valueName: "login"))
  var login: String?

  @Option(help: ArgumentHelp("The account for which a deputy asks.", valueName: "login"))
  var behalf: String?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The day on which it holds, such as 2026-03-31. (default: today)", valueName: "day"),
    transform: parseDay)
  var day: Day?

  @OptionGroup var language: LanguageOptions

  /// Does work at the desk; what is refused or fails is put into words, with exit code 1.
  func run(_ work: (Desk) async throws -> Void) async throws {
    let terminal = language.terminal
    try await terminal.reporting { try await work(Desk(self, SQLiteStore(path: database), terminal)) }
  }

  /// The day that is asked about.
  func today(_ terminal: Terminal) throws -> Day {
    guard let day = day ?? .today else { throw Failure(terminal.phrases.notice(.noClock)) }
    return day
  }
}

/// How a list is written.
struct ListOptions: ParsableArguments {
  @Option(help: "table, csv or json.")
  var format: Format = .table
}

/// Where a person at the terminal asks the register: commands go to the registrar, what happened comes back in words.
struct Desk: Sendable {
  private(set) var options: DeskOptions
  let store: SQLiteStore
  let registrar: Registrar
  let terminal: Terminal
  private let channel: Request.Channel

  var phrases: any Phrases { terminal.phrases }

  init(
    _ options: DeskOptions, _ store: SQLiteStore, _ terminal: Terminal, channel: Request.Channel = .commandLine,
    clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
  ) async throws {
    self.options = options
    self.store = store
    self.terminal = terminal
    self.channel = channel
    registrar = try await Registrar(
      store, modules: ModuleRegistry(installedModules), workers: ProcessInfo.processInfo.activeProcessorCount,
      clock: clock)
  }

  /// Asks for something in the name of the account given with `--as`, and says what happened.
  @discardableResult
  func ask(
    _ command: some Command, persons: [SealedPerson] = [], files: [StoredFile] = [], access: [AccessChange] = [],
    isSilent: Bool = false
  ) async throws -> Receipt {
    let receipt = try await registrar.submit(submission(command, persons, files, access))
    if receipt.hasTraces { terminal.warn(phrases.notice(DeskNotice.tracesLeft)) }
    if !isSilent {
      try await show(receipt)
      terminal.say(phrases.notice(.recorded(first: receipt.entries.lowerBound, last: receipt.entries.upperBound)))
    }
    return receipt
  }

  /// The same desk, with another account asking for another day.
  func `as`(_ login: String, on day: Day) -> Desk {
    var desk = self
    desk.options.login = login
    desk.options.day = day
    return desk
  }

  /// What would happen, which is shown and not done.
  func rehearse(_ command: some Command, persons: [SealedPerson] = []) async throws {
    _ = try await registrar.preview(submission(command, persons, []))
    terminal.say(phrases.notice(.dryRun))
  }

  private func submission(
    _ command: some Command, _ persons: [SealedPerson], _ files: [StoredFile],
    _ access: [AccessChange] = []
  ) async throws -> Submission {
    guard let login = options.login else { throw Failure(phrases.notice(DeskNotice.accountNeeded)) }
    let account = try await account(login).id
    let behalf: ID<Account>? = if let other = options.behalf { try await self.account(other).id } else { nil }
    return Submission(
      command, account: account, behalf: behalf, on: options.day, channel: channel, persons: persons, files: files,
      access: access)
  }

  private func show(_ receipt: Receipt) async throws {
    let names = try await names()
    let lines = zip(receipt.entries, receipt.events).map { words(of: $1, at: $0, names) }
    for line in lines.prefix(12) { terminal.show(line) }
    if lines.count > 12, let last = lines.last {
      terminal.show("…")
      terminal.show(last)
    }
  }

  /// What happened, behind the id of what came to be by it.
  func words(of event: any Event, at sequence: Int, _ names: Names) -> String {
    (event.made(at: sequence).map { "\($0)  " } ?? "") + phrases.event(event, names)
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (Register) throws -> Value) async throws -> Value {
    try await registrar.read(work)
  }

  /// The names of persons as the vault has them now.
  func vault() async throws -> Vault { Vault(try await store.vault()) }

  /// How ids are shown: codes, logins, and the names of persons who have not been erased.
  func names() async throws -> Names {
    let vault = try await vault()
    let (studios, accounts, erased, titles, hiding) = try await read { register in
      (
        register.studios.mapValues(\.code), register.accounts.mapValues(\.login),
        Set(register.persons.values.filter { $0.erased != nil }.map(\.id)), Titles(register),
        Set(register.rounds.values.filter(\.hidesScores).map(\.id))
      )
    }
    let phrases = phrases
    return Names(
      studio: { studios[$0] ?? $0.description }, account: { accounts[$0] ?? $0.description },
      person: { person in
        if erased.contains(person) { return phrases.notice(.erasedPerson(person.description)) }
        return vault[person].map { "\($0.name) (\(person))" } ?? person.description
      }, label: titles.title, hidesScores: { hiding.contains($0) })
  }
}

// MARK: - Finding what was typed

extension Desk {
  func account(_ login: String) async throws -> Account {
    let (found, logins) = try await read { register in
      (register.account(login: login), register.accounts.values.map(\.login).sorted())
    }
    guard let found else {
      throw Failure(phrases.notice(.unknownLogin(login, nearest: nearest(to: login, among: logins))))
    }
    return found
  }

  func accounts(_ list: String) async throws -> [ID<Account>] {
    var accounts: [ID<Account>] = []
    for login in list.split(separator: ",") where !login.isEmpty {
      accounts.append(try await account(String(login)).id)
    }
    return accounts
  }

  func studio(_ name: String) async throws -> Studio {
    let (found, codes) = try await read { ($0.studio(named: name.foldingWidth()), $0.studiosInOrder.map(\.code)) }
    guard let found else {
      throw Failure(phrases.notice(DeskNotice.unknownStudio(name, nearest: nearest(to: name, among: codes))))
    }
    return found
  }

  /// A person by id, or by a name that only one has.
  func person(_ text: String) async throws -> ID<Person> {
    if let id = ID<Person>(text) { return id }
    let found = try await vault().persons(named: text)
    guard found.count < 2 else { throw Failure(phrases.notice(.ambiguousPerson(text, found.map(\.description)))) }
    guard let person = found.first else { throw Failure(phrases.notice(.unknownID(text, expected: "P12"))) }
    return person
  }

  func id<Entity>(_ text: String, like example: String) throws -> ID<Entity> {
    guard let id = ID<Entity>(text) else { throw Failure(phrases.notice(.unknownID(text, expected: example))) }
    return id
  }

  func round(_ text: String) async throws -> Round {
    let id: ID<Round> = try id(text, like: "R40")
    return try await read { try $0.round(id) }
  }

  /// Refuses values that nobody can have meant, before they are sealed.
  func check(_ values: PersonValues) throws {
    let isShaped = (try? values.name.checkFreeText()) == nil
    if values.name.allSatisfy(\.isWhitespace) || isShaped { throw Failure(phrases.notice(.badName(values.name))) }
    if let month = values.birthMonth, month.utf8.count != 7 || Day("\(month)-01") == nil {
      throw Failure(phrases.notice(.badMonth(month)))
    }
  }

  /// A person's values, sealed for the vault.
  func seal(_ values: PersonValues) -> SealedPerson {
    var random = SystemRandomNumberGenerator()
    return SealedPerson(values, using: &random)
  }

  /// A file that is to be kept in the register's file.
  func storedFile(_ path: String) throws -> StoredFile {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Failure(phrases.notice(.unreadableFile(path)))
    }
    return StoredFile(Array(bytes))
  }
}
