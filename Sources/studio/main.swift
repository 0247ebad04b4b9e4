import Foundation
import InstalledModules
import RubricFiles
import ScoreFiles
import Scoring
import Tables

let clock = ContinuousClock()
let t0 = clock.now
let registry = try ModuleRegistry(installedModules)
let rules = try RuleSetFolder("rubrics/yunyang-2022").ruleSet(on: Day("2026-01-01")!, modules: registry)
let host = try ScoringHost(rules, registry)
let t1 = clock.now
let book = try await ScoreSheets(for: host, workers: Int(ProcessInfo.processInfo.environment["W"] ?? "2") ?? 2).read([TableSource(path: CommandLine.arguments[1])])
let t2 = clock.now
let settlement = try await host.settle(book, workers: Int(ProcessInfo.processInfo.environment["W"] ?? "2") ?? 2)
let t3 = clock.now
OutcomeCSV.write(settlement) { bytes in bytes.withUnsafeBytes { _ = write(1, $0.baseAddress, $0.count) } }
let t4 = clock.now
FileHandle.standardError.write(Data("rules \(t1 - t0) read \(t2 - t1) settle \(t3 - t2) write \(t4 - t3)\n".utf8))
