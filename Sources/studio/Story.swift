import ArgumentParser
import Foundation
import InstalledModules
import Journal
import RubricFiles
import ScoreFiles
import Scoring
import StudioRegistry
import Synchronization
import Tables
import Wording

/// The demonstration's story, told through the register: each step a command, on its own day.
final class Story: Sendable {
  let desk: Desk
  let example: String
  let rules: RuleSet
  private let terminal: Terminal
  let clock: StoryClock

  init(file: String, rules folder: RuleSetFolder, _ terminal: Terminal) async throws {
    guard let founded = Day("2022-06-01"), let last = Day("2025-12-31") else { throw NumberError.outOfRange }
    self.terminal = terminal
    clock = StoryClock(founded)
    example = "\(folder.path)/example"
    guard FileManager.default.fileExists(atPath: "\(example)/studios.csv") else {
      throw Failure(terminal.phrases.notice(.noRules(example)))
    }
    rules = try folder.ruleSet(on: last, modules: ModuleRegistry(installedModules))
    let inForce = try folder.ruleSet(on: founded, modules: ModuleRegistry(installedModules))
    let options = try DeskOptions.parse(["--database", file, "--on", founded.description])
    terminal.show(terminal.coloured(terminal.phrases.notice(.story(.founding)), .bold))
    let adoption = Adoption(document: inForce.document, on: inForce.passMark.from)
    try await Init.found(
      options, rules: inForce, adoption: adoption, login: "approver", name: "王建国", terminal, channel: .demo,
      clock: { [clock] in clock.now })
    desk = try await Desk(
      options, SQLiteStore(path: file), terminal, channel: .demo, clock: { [clock] in clock.now })
  }

  func tell() async throws {
    try await openAccounts()
    try await takeOverStudios()
    let first = try await firstRound()
    try await payAwards(of: first, on: "2024-02-19")
    try await consequences(of: first)
    try await applications()
    try await care()
    try await experts()
    let second = try await secondRound()
    try await outcome(of: second)
    try await payAwards(of: second, on: "2026-03-05")
    try await recommend()
    part(.derivation)
    try await RoundReport(second, version: nil, desk).explain(try await desk.studio("YY011"))
    part(.due)
    try await list()
    part(.verified)
    let found = try await Verification.verify(desk.store, modules: ModuleRegistry(installedModules))
    terminal.show(found, hasCheckpoint: true)
  }
}

// MARK: - Telling

extension Story {
  func part(_ part: StoryPart) {
    terminal.show()
    terminal.show(terminal.coloured(terminal.phrases.notice(.story(part)), .bold))
  }

  /// Asks in somebody's name on a day, and tells what happened.
  @discardableResult
  func ask(
    _ login: String, _ day: String, _ command: some Command, persons: [SealedPerson] = [], files: [StoredFile] = [],
    isSilent: Bool = false
  ) async throws -> Receipt {
    guard let day = Day(day) else { throw NumberError.outOfRange }
    clock.move(to: day)
    let receipt = try await desk.as(login, on: day).ask(command, persons: persons, files: files, isSilent: true)
    guard !isSilent else { return receipt }
    let names = try await desk.names()
    let told = zip(receipt.entries, receipt.events).filter { !($0.1 is PersonAdded) }
    for (sequence, event) in told.prefix(6) {
      let who = login.padding(toLength: 9, withPad: " ", startingAt: 0)
      terminal.show("\(day)  \(who) \(desk.words(of: event, at: sequence, names))")
    }
    if told.count > 6 { terminal.show("\(day)  …") }
    return receipt
  }

  /// Proposes a decision and has it approved by others.
  func decide(
    _ decision: Decision, because reason: String, _ day: String, by approvers: [String], isSilent: Bool = false
  ) async throws {
    let proposed = try await ask("clerk", day, Propose(decision, reason: reason), isSilent: isSilent)
    for approver in approvers {
      try await ask(approver, day, Approve(ID(proposed.entries.lowerBound)), isSilent: isSilent)
    }
  }

  private func list() async throws {
    let names = try await desk.names()
    guard let today = desk.options.day.map({ max($0, clock.day) }) else { return }
    let due = try await desk.read { $0.due(until: today.adding(days: 400), on: today) }
    // What every studio has to do on one day is told of the first ones.
    for (day, items) in Dictionary(grouping: due, by: \.day).sorted(by: { $0.key < $1.key }) {
      for item in items.prefix(items.count > 8 ? 3 : 8) {
        terminal.show("\(day)  \(terminal.phrases.task(item.task, names))")
      }
      if items.count > 8 { terminal.show("\(day)  …") }
    }
  }
}

/// The story's clock: nine in the morning, in the county, of the day that it has come to.
final class StoryClock: Sendable {
  private let today: Mutex<Day>
  /// How much of the day has gone by since one in the morning UTC, in seconds.
  private let passed = Mutex(0)

  init(_ day: Day) {
    today = Mutex(day)
  }

  var day: Day { today.withLock { $0 } }

  func move(to day: Day) {
    today.withLock { $0 = day }
    passed.withLock { $0 = 0 }
  }

  func pass(seconds: Int) { passed.withLock { $0 += seconds } }

  /// Milliseconds since 1970 UTC.
  var now: Int {
    var date = DateComponents()
    (date.year, date.month, date.day, date.hour) = (day.year, day.month, day.day, 1)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return Int((calendar.date(from: date) ?? .distantPast).timeIntervalSince1970 * 1000)
      + passed.withLock { $0 } * 1000
  }
}
