import ArgumentParser
import Foundation
import RubricFiles
import Wording

/// `studio demo`: the example that comes with the rule set, scored and explained.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores the example of the rule set: 24 studios, 7 judges; ranking, candidates, a tie, one derivation.",
    discussion: "Each command is printed before its output, to be tried again.")

  @OptionGroup var rules: RulesOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let terminal = language.terminal
    try await terminal.reporting {
      let example = "\(try rules.folder(terminal).path)/example"
      let sheets = try? FileManager.default.contentsOfDirectory(atPath: "\(example)/sheets")
      let paths = (sheets ?? []).filter { $0.hasSuffix(".csv") }.sorted().map { "\(example)/sheets/\($0)" }
      guard !paths.isEmpty else { throw Failure(terminal.phrases.notice(.noRules(example))) }
      let common = ["--recusals", "\(example)/recusals.csv", "--rules", try rules.folder(terminal).path]
      let evidence = ["--evidence", "\(example)/evidence", "--period", "2024-01-01..2025-12-31"]
      try await score(paths, common + evidence, terminal)
      terminal.show()
      try await score(paths, common + ["--explain", "YY017"], terminal)
    }
  }

  private func score(_ sheets: [String], _ options: [String], _ terminal: Terminal) async throws {
    let folder = URL(fileURLWithPath: sheets[0]).deletingLastPathComponent().relativePath
    terminal.show(terminal.coloured("$ studio score \(folder)/*.csv \(options.joined(separator: " "))", .bold))
    try await Score.parse(sheets + options + ["--lang", terminal.language.rawValue]).run()
  }
}
