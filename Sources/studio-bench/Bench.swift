import Foundation
import InstalledModules
import RubricFiles
import ScoreFiles
import Scoring
import Tables

/// Times a synthetic national round, a register's journal, and the site under a load:
/// `swift run -c release studio-bench [STUDIOS | journal | load [--kill]]`, in the project's folder.
///
/// Data is seeded, so that every run reads the same files. Reading, combining and writing are timed apart, each the median of
/// five runs, in both row orders and from a small round to the full one.
@main
struct Bench {
  static let runs = 5

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let full = arguments.first.flatMap { Int($0) } ?? 100_000
    let registry = try ModuleRegistry(installedModules)
    guard let day = Day("2025-12-31") else { return }
    let rules = try RuleSetFolder("rubrics/yunyang-2022").ruleSet(on: day, modules: registry)
    let host = try ScoringHost(rules, registry)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("studio-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      defer { try? FileManager.default.removeItem(at: folder) }
      switch arguments.first {
      case "journal": try await JournalBench(registry: registry, rules: rules, folder: folder).run()
      case "load":
        let load = LoadBench(registry: registry, rules: rules, folder: folder)
        if arguments.dropFirst().first == "--kill" { try await load.runWithKill() } else { try await load.run() }
      default: try await all(full, host, registry, rules, folder)
      }
    } catch let error as LoadError {
      FileHandle.standardError.write(Data("studio-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func all(
    _ full: Int, _ host: ScoringHost, _ registry: ModuleRegistry, _ rules: RuleSet, _ folder: URL
  ) async throws {
    print("order   studios       rows  read s  combine s  write s  Mrows/s  ns/row  peak MB")
    for order in SyntheticRound.Order.allCases {
      for studios in [full / 12, full / 3, full] where studios > 0 {
        let round = SyntheticRound(studios: studios, judges: 7, order: order, layout: host.layout)
        let path = folder.appendingPathComponent("\(order)-\(studios).csv").path
        try round.write(to: path)
        let times = try await measure(path, host)
        report(round, times)
        try FileManager.default.removeItem(atPath: path)
      }
    }
    print()
    try await JournalBench(registry: registry, rules: rules, folder: folder).run()
  }

  /// Seconds for reading, combining and writing.
  struct Times {
    var read: [Double] = []
    var combine: [Double] = []
    var write: [Double] = []
  }

  private static func measure(_ path: String, _ host: ScoringHost) async throws -> Times {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    let clock = ContinuousClock()
    var times = Times()
    for _ in 0..<runs {
      let start = clock.now
      let book = try await ScoreSheets(for: host, workers: workers).read([TableSource(path: path)])
      let read = clock.now
      let settlement = try await host.settle(book, workers: workers)
      let combined = clock.now
      var bytes = 0
      await OutcomeCSV.write(settlement, workers: workers) { bytes += $0.count }
      let written = clock.now
      precondition(bytes > settlement.outcomes.count * 20, "the table is too short")
      times.read.append((read - start).seconds)
      times.combine.append((combined - read).seconds)
      times.write.append((written - combined).seconds)
    }
    return times
  }

  private static func report(_ round: SyntheticRound, _ times: Times) {
    let (read, combine, write) = (times.read.middle, times.combine.middle, times.write.middle)
    let total = read + combine + write
    print(
      "\(round.order)".padding(toLength: 6, withPad: " ", startingAt: 0),
      String(
        format: "%8d %10d %7.3f %10.3f %8.3f %8.1f %7.1f %8.0f", round.studios, round.rows, read, combine, write,
        Double(round.rows) / total / 1e6, total / Double(round.rows) * 1e9, peakMegabytes))
  }
}

/// The most memory that the process has had.
private var peakMegabytes: Double {
  var usage = rusage()
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / (1024 * 1024)
  #endif
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

extension [Double] {
  /// The median of runs, of which there is always one.
  var middle: Double { median ?? .nan }
}
