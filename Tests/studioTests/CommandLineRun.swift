import Foundation
import TestSupport

/// A run of the real program, built beside the tests.
struct CommandLineRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `studio` with arguments and standard input, in the project's folder unless told otherwise.
  init(
    _ arguments: [String], input: String = "", in folder: String = Repository.root.path, lang: String = "en_US.UTF-8"
  ) async throws {
    let run = try await Program.studio.run(
      arguments, input: input, environment: ["LANG": lang, "PATH": "/usr/bin:/bin"], in: folder)
    (status, output, errors) = (run.status, run.output, run.errors)
  }

  /// The rows of CSV output.
  var rows: [[String]] {
    output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}

extension Repository {
  /// The example's options for `studio score`.
  static func example() throws -> [String] {
    let sheets = try FileManager.default.contentsOfDirectory(atPath: path("rubrics/yunyang-2022/example/sheets"))
      .sorted()
    return ["score"] + sheets.map { "rubrics/yunyang-2022/example/sheets/\($0)" }
      + ["--recusals", "rubrics/yunyang-2022/example/recusals.csv"]
  }

  static let evidence = ["--evidence", "rubrics/yunyang-2022/example/evidence", "--period", "2024-01-01..2025-12-31"]

  /// A script of the README, in Python: the one for auditors.
  static func auditScript() throws -> String {
    let readme = try String(contentsOfFile: path("README.md"), encoding: .utf8)
    let block = readme.components(separatedBy: "<!-- audit -->").last?.components(separatedBy: "```python\n")
    guard let script = block?.dropFirst().first?.components(separatedBy: "```").first else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return script
  }
}
