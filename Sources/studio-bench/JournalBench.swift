import Foundation
import Journal
import Scoring
import StudioRegistry

/// Times a register on its file: opening it, appending to it durably, and closing a round from it.
struct JournalBench {
  let registry: ModuleRegistry
  let rules: RuleSet
  let folder: URL

  private static let judges = 7
  private static let callers = 8
  private var workers: Int { ProcessInfo.processInfo.activeProcessorCount }

  func run() async throws {
    print("register                              median s   entries   limit")
    for studios in [100, 1000] {
      let path = folder.appendingPathComponent("register-\(studios).sqlite").path
      let register = try await SyntheticRegister(path: path, registry: registry, rules: rules, studios: studios)
      try await register.fill(to: studios * 100, judges: Self.judges)
      try await open(path, entries: studios * 100, limit: studios == 1000 ? "1.0 s" : "0.1 s")
      if studios == 1000 {
        try await close(path, round: register.round)
        try await append(path, register)
      }
    }
  }

  /// Opens the register and answers a query.
  private func open(_ path: String, entries: Int, limit: String) async throws {
    var times: [Double] = []
    for _ in 0..<Bench.runs {
      let start = ContinuousClock.now
      let registrar = try await registrar(on: path)
      let standing = try await registrar.read { $0.studio(named: "YY0007")?.standing }
      times.append((ContinuousClock.now - start).seconds)
      precondition(standing == .inCare, "the register is not the one that was filled")
    }
    line("open, and answer a query", times.middle, entries, limit)
  }

  /// Closes the round, the register being open; each run on a copy of the file.
  private func close(_ path: String, round: ID<Round>) async throws {
    var (times, whole): ([Double], [Double]) = ([], [])
    var entries = 0
    for run in 0..<Bench.runs {
      let copy = folder.appendingPathComponent("close-\(run).sqlite").path
      try await SQLiteStore(path: path).backup(to: copy)
      let start = ContinuousClock.now
      let registrar = try await registrar(on: copy)
      let clerk = try await registrar.read { $0.account(login: "clerk")?.id }
      let opened = ContinuousClock.now
      let receipt = try await registrar.submit(Submission(CloseRound(round: round), account: clerk, channel: .test))
      times.append((ContinuousClock.now - opened).seconds)
      whole.append((ContinuousClock.now - start).seconds)
      entries = receipt.entries.count
    }
    line("close 1000 studios × 7 judges", times.middle, entries, "0.5 s")
    line("  the same, opening included", whole.middle, entries, "")
  }

  /// Eight callers, each waiting for its last command to be durable before it asks again.
  private func append(_ path: String, _ register: SyntheticRegister) async throws {
    var times: [Double] = []
    let each = 2500
    let registrar = try await registrar(on: path)
    let clerk = try await registrar.read { $0.account(login: "clerk")?.id }
    let persons = try await registrar.read { Array($0.persons.keys.sorted().prefix(Self.callers)) }
    for run in 0..<Bench.runs {
      let start = ContinuousClock.now
      try await withThrowingTaskGroup(of: Void.self) { group in
        for caller in 0..<Self.callers {
          group.addTask { @concurrent in
            for number in 0..<each {
              let employment = Employment(unit: "Unit \((run + number) % 4)", until: nil)
              let command = RecordEmployment(person: persons[caller], employment: employment)
              _ = try await registrar.submit(Submission(command, account: clerk, channel: .test))
            }
          }
        }
        try await group.waitForAll()
      }
      times.append((ContinuousClock.now - start).seconds)
    }
    let count = each * Self.callers
    line("append durably, 8 callers", times.middle, count, "")
    print(String(format: "  %.0f appends a second; limit 5000", Double(count) / times.middle))
  }

  private func registrar(on path: String) async throws -> Registrar {
    try await Registrar(SQLiteStore(path: path), modules: registry, workers: workers) { SyntheticRegister.now }
  }

  private func line(_ what: String, _ seconds: Double, _ entries: Int, _ limit: String) {
    print(
      what.padding(toLength: 36, withPad: " ", startingAt: 0), String(format: "%9.3f %9d", seconds, entries),
      "  \(limit)")
  }
}
