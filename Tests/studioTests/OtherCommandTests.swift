import Foundation
import TestSupport
import Testing

@Suite("studio combine, measure, rubrics", .turns)
struct OtherCommandTests {
  @Test("items come in the order of their first appearance, with judges counted before dropping")
  func combine() async throws {
    let input = "item,judge,mark\nB,1,11\nA,1,4\nB,2,9\nA,2,\nB,3,10\nA,3,5\nA,4,６.5\nA,5,-\n"
    let run = try await CommandLineRun(["combine", "-"], input: input)
    #expect(run.output == "item,judges,dropped,mean\nB,3,2,10.00\nA,3,2,5.00\n")
    #expect(
      try await CommandLineRun(["combine", "-", "--rule", "mean", "--places", "4"], input: input).output
        == "item,judges,dropped,mean\nB,3,0,10.0000\nA,3,0,5.1667\n")
    #expect(
      try await CommandLineRun(["combine", "-", "--rule", "median", "--places", "0"], input: input).output
        == "item,judges,dropped,mean\nB,3,0,10\nA,3,0,5\n")
  }

  @Test("every item whose panel is too small is listed, with exit 1 and nothing on standard output")
  func tooSmall() async throws {
    let run = try await CommandLineRun(
      ["combine", "-"], input: "item,judge,mark\nX,1,9\nX,2,9\nY,1,\nZ,1,1\nZ,2,1\nZ,3,1\n")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("item “X” has 2 marks; the rule needs at least 3"))
    #expect(run.errors.contains("item “Y” has 0 marks"))
    #expect(!run.errors.contains("“Z”"))
  }

  @Test(
    "wrong usage exits 64",
    arguments: [
      ["--rule", "mean", "--trim", "1"], ["--places", "7"], ["--trim", "0"], ["--trim", "9223372036854775807"],
      ["--rule", "mode"],
    ])
  func usage(_ options: [String]) async throws {
    #expect(try await CommandLineRun(["combine", "-"] + options, input: "item,judge,mark\nX,1,9\n").status == 64)
  }

  @Test("marks of up to nine digits and six decimals, and no more")
  func scale() async throws {
    let large = "item,judge,mark\nX,1,999999999.999999\nX,2,999999999.999999\nX,3,0.000001\n"
    #expect(
      try await CommandLineRun(["combine", "-", "--places", "6"], input: large).rows.last?[3] == "999999999.999999")
    for mark in ["1.0000001", "1000000000", "-1", "1e3"] {
      let run = try await CommandLineRun(["combine", "-"], input: "item,judge,mark\nX,1,\(mark)\n")
      #expect(run.status == 1)
      #expect(run.errors.contains("-:2:3") || run.errors.contains("standard input:2:3"), "\(run.errors)")
    }
    #expect(
      try await CommandLineRun(["combine", "-"], input: "item,judge,mark\nX,1,1\nX,1,1\n").errors.contains(
        "stands twice"))
  }

  /// 5,715 panels of nine judges at figure-skating competitions, with the published scores.
  @Test(
    "all real panels give the published score to the last digit",
    .enabled(
      if: FileManager.default.fileExists(atPath: isu + "/marks.csv"), "the reference panels are not on this machine"))
  func realPanels() async throws {
    let run = try await CommandLineRun(["combine", Self.isu + "/marks.csv"])
    #expect(run.status == 0)
    let found = Dictionary(run.rows.dropFirst().map { ($0[0], $0[3]) }) { first, _ in first }
    let published = try String(contentsOfFile: Self.isu + "/expected.csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(published.count == 5715)
    #expect(published.filter { found[$0[0]] != $0[1] }.isEmpty)
  }

  private static let isu = Repository.path("../shared/cases/isu")

  @Test("reference marks as CSV, JSON and a table, with reasons in the language asked for")
  func measure() async throws {
    let arguments = ["measure", "rubrics/yunyang-2022/example/evidence", "--period", "2024-01-01..2025-12-31"]
    let csv = try await CommandLineRun(arguments + ["--format", "csv"])
    #expect(csv.status == 0)
    #expect(csv.output.hasPrefix("studio,criterion,marks,reasons\nYY001,A1,"))
    #expect(csv.rows.count == 24 * 11 + 1)
    let json = try await CommandLineRun(arguments + ["--format", "json"])
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any])?.count == 24 * 11)
    #expect(try await CommandLineRun(arguments, lang: "zh_CN.UTF-8").output.contains("未核实"))
    #expect(try await CommandLineRun(["measure", "nowhere", "--period", "2024-01-01..2025-12-31"]).status == 1)
  }

  @Test("rubrics are listed, shown and checked")
  func rubrics() async throws {
    #expect(try await CommandLineRun(["rubrics", "list"]).output.contains("apprentice-training"))
    let shown = try await CommandLineRun(["rubrics", "show", "apprentice-training", "--lang", "zh"])
    #expect(shown.output.contains("徒弟成为单位技术骨干"))
    #expect(
      try await CommandLineRun(["rubrics", "show", "aprentice-training"]).errors.contains(
        "the nearest is “apprentice-training”"))
    #expect(
      try await CommandLineRun(["rubrics", "check", "rubrics/yunyang-2022"]).output.contains(
        "4 rubrics, 17 criteria, 100.00 points"))
    #expect(try await CommandLineRun(["rubrics", "check", "Sources"]).status == 1)
  }

  @Test("a template's tables are read back: none has evidence, and the sheet has only its header")
  func template() async throws {
    for lang in ["en", "zh"] {
      let folder = try TemporaryFolder()
      let path = "\(folder.path)/round"
      #expect(try await CommandLineRun(["rubrics", "template", path, "--lang", lang]).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 10)
      let measured = try await CommandLineRun(["measure", path, "--period", "2024-01-01..2025-12-31"])
      #expect(measured.status == 0)
      let scored = try await CommandLineRun(["score", "\(path)/score-sheet.csv"])
      #expect(scored.errors.contains("the file has a header and no rows"))
      let again = try await CommandLineRun(["rubrics", "template", path])
      #expect(again.status == 1)
      #expect(again.errors.contains("exists already"))
    }
  }

  @Test("help shows examples")
  func help() async throws {
    for command in [[], ["score"], ["combine"], ["measure"], ["rubrics"], ["rubrics", "new"], ["init"], ["demo"]] {
      let run = try await CommandLineRun(command + ["--help"])
      #expect(run.status == 0)
      #expect(run.output.contains("EXAMPLE"))
    }
  }
}
