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
  ) throws {
    let process = Process()
    let files = try TemporaryFolder()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["LANG": lang, "PATH": "/usr/bin:/bin"]
    // Files rather than pipes: a pipe that nobody empties would hold a long output up.
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files.write("in", input)))
    let (out, err) = (try files.write("out", ""), try files.write("err", ""))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = try String(contentsOfFile: out, encoding: .utf8)
    errors = try String(contentsOfFile: err, encoding: .utf8)
  }

  static var program: URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appendingPathComponent("studio")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : Repository.root.appendingPathComponent(".build/debug/studio")
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
}
