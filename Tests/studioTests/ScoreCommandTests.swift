import Foundation
import TestSupport
import Testing

@Suite("studio score", .turns)
struct ScoreCommandTests {
  private static let header =
    "rank,studio,score,grade,excellence,technical-breakthroughs,apprentice-training,competition-results,annual-plan-fulfilment"

  /// Five judges who give each studio the same marks: 18 of them on A2 and A3, the rest spread as told.
  private func sheets(_ studios: [String], judges: Int = 5) -> String {
    let rows = studios.flatMap { studio in
      (1...judges).map { "\(studio),J\($0),9,9,9,5,3,5,7,9,6,3,9,3,3,3,3,10,4" }
    }
    return "studio,judge,A1,A2,A3,A4,A5,B1,B2,B3,B4,B5,C1,C2,C3,D1,D2,D3,D4\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test("the example: header, order, the boundary, the tie")
  func example() async throws {
    let run = try await CommandLineRun(Repository.example() + ["--format", "csv"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first == Self.header)
    #expect(lines.count == 25)
    let rows = run.rows.dropFirst()
    #expect(rows.filter { $0[4] == "candidate" }.count == 3)
    #expect(rows.filter { $0[4] == "tied" }.map { $0[1] } == ["YY004", "YY009"])
    #expect(rows.filter { $0[2] == "75.00" }.map { $0[1] } == ["YY012", "YY017"])
    #expect(rows.filter { $0[2] == "75.00" }.allSatisfy { $0[3] == "qualified" })
    #expect(rows.contains { $0[3] == "unqualified" })
    #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted { Int($0) ?? 0 < Int($1) ?? 0 })
  }

  @Test("the order of files, and one file through standard input, change nothing")
  func order() async throws {
    let arguments = try Repository.example()
    let files = arguments.filter { $0.hasSuffix(".csv") && $0.contains("sheets") }
    let options = arguments.filter { !files.contains($0) }
    let first = try await CommandLineRun(arguments + ["--format", "json"])
    let second = try await CommandLineRun(options + files.reversed() + ["--format", "json"])
    let input = try String(contentsOfFile: Repository.path(files[0]), encoding: .utf8)
    let third = try await CommandLineRun(options + ["-"] + files.dropFirst() + ["--format", "json"], input: input)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(first.output == third.output)
  }

  @Test("JSON carries derivations, reference marks and differences, those without a reason flagged")
  func json() async throws {
    let run = try await CommandLineRun(Repository.example() + Repository.evidence + ["--format", "json"])
    let round = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let studios = try #require(round["studios"] as? [[String: Any]])
    #expect(studios.count == 24)
    let atTheMark = try #require(studios.first { $0["studio"] as? String == "YY017" })
    #expect(atTheMark["total"] as? String == "14999/200")
    let rubrics = try #require(atTheMark["rubrics"] as? [[String: Any]])
    #expect(rubrics.count == 4)
    #expect(rubrics.allSatisfy { ($0["sheets"] as? [Any])?.count == 6 && ($0["recused"] as? [Any])?.count == 1 })
    let differences = studios.flatMap { $0["differences"] as? [[String: Any]] ?? [] }
    #expect(differences.count == 8)
    #expect(differences.filter { $0["hasReason"] as? Bool == false }.count == 3)
    #expect(studios.allSatisfy { ($0["referenceMarks"] as? [Any])?.count == 11 })
  }

  @Test("one studio is explained alone, as text or JSON")
  func explain() async throws {
    let text = try await CommandLineRun(Repository.example() + ["--explain", "YY017"])
    #expect(text.status == 0)
    #expect(text.output.contains("= 14999/200, rounded half-up once: 75.00"))
    #expect(!text.output.contains("YY012"))
    let json = try await CommandLineRun(Repository.example() + ["--explain", "YY017", "--format", "json"])
    let studio = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(studio["studio"] as? String == "YY017")
    let chinese = try await CommandLineRun(Repository.example() + ["--explain", "YY017"], lang: "zh_CN.UTF-8")
    #expect(chinese.output.contains("合格线 75.00（第十三条）：75.00 ≥ 75.00，合格。"))
  }

  @Test("an unknown studio exits 1 and names the nearest; CSV with --explain is wrong usage")
  func explainRefusals() async throws {
    let unknown = try await CommandLineRun(Repository.example() + ["--explain", "YY17"])
    #expect(unknown.status == 1)
    #expect(unknown.output.isEmpty)
    #expect(unknown.errors.contains("no studio “YY17” in the sheets; the nearest is “YY017”"))
    #expect(try await CommandLineRun(Repository.example() + ["--explain", "YY017", "--format", "csv"]).status == 64)
    #expect(try await CommandLineRun(Repository.example() + ["--evidence", "x"]).status == 64)
    #expect(try await CommandLineRun(Repository.example() + ["--period", "2024-02-01..2025-12-31"]).status == 64)
    #expect(try await CommandLineRun(["score"]).status == 64)
  }

  @Test("what is missing is listed per studio, rubric and judge, with exit 1 and nothing on standard output")
  func missing() async throws {
    let folder = try TemporaryFolder()
    var text = sheets(["S1", "S2"], judges: 6)
    text = text.replacingOccurrences(of: "S2,J6,9,9,9,5,3,5", with: "S2,J6,,,,,,5")
    text = text.replacingOccurrences(of: "S2,J5,9,9", with: "S2,J5,9,")
    let path = try folder.write("s.csv", text)
    let run = try await CommandLineRun(["score", path])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("S2, technical-breakthroughs: judge J5's sheet lacks A2 and is left out"))
    #expect(run.errors.contains("S2, technical-breakthroughs: judge J6 has neither marked it nor is recused"))
    #expect(run.errors.contains("S2, technical-breakthroughs: 4 complete sheets, at least 5 are needed"))
    #expect(!run.errors.contains("S1"))
    let allowed = try await CommandLineRun(["score", path, "--allow-incomplete", "--format", "csv"])
    #expect(allowed.status == 0)
    #expect(
      allowed.output == Self.header
        + "\n1,S1,100.00,qualified,candidate,35.00,30.00,15.00,20.00\n,S2,,incomplete,,,,,\n")
    #expect(allowed.errors.contains("excellence is provisional"))
    #expect(allowed.errors.contains("warning: S2, technical-breakthroughs: judge J5"))
  }

  @Test("a bad file is refused with its place, in the language asked for, and nothing is on standard output")
  func refused() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("s.csv", sheets(["S1"]).replacingOccurrences(of: "S1,J2,9", with: "S1,J2,9.5"))
    let run = try await CommandLineRun(["score", path, "\(folder.path)/no.csv", folder.path])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        \(path):3:3 (A1): found “9.5”, expected at most 9.00
        \(folder.path)/no.csv: there is no such file
        \(folder.path): this is a folder, a file was expected
        3 findings; nothing was done.

        """)
    let chinese = try await CommandLineRun(["score", path, "--lang", "zh"])
    #expect(chinese.errors.hasPrefix("\(path) 第 3 行第 3 列（A1）：填的是“9.5”，应为不超过 9.00 的数\n"))
  }

  @Test("without a rule set the option is named; standard input is taken once")
  func rules() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandLineRun(["score", "-"], input: sheets(["S1"]), in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("--rules"))
    #expect(try await CommandLineRun(["score", "-", "-"], input: sheets(["S1"])).status == 1)
    #expect(
      try await CommandLineRun(["score", "-", "--format", "csv"], input: sheets(["S1"])).rows.last?[2] == "100.00")
  }

  @Test("a table goes by another rule set's own words and numbers")
  func otherRules() async throws {
    let run = try await CommandLineRun(
      ["score", "-", "--rules", Repository.smallCounty, "--on", "2025-01-01", "--format", "csv"],
      input: "studio,judge,W1,W2,C1,C2\n甲,a,5,3,10,2\n甲,b,5,3,10,2\n乙,a,0,0,1,1\n乙,b,0,0,1,1\n")
    #expect(
      run.output == """
        rank,studio,score,grade,excellence,workshop-order,competition-results
        1,甲,20.00,qualified,,8.00,12.00
        2,乙,2.00,unqualified,,0.00,2.00

        """)
  }

  @Test(
    "a result that cannot be written is said, with exit 1",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
  func fullDisk() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("s.csv", sheets(["S1"]))
    let run = try await Program.shell.run(
      ["'\(Program.studio.path)' score '\(path)' --format csv > /dev/full"], in: Repository.root.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("cannot be written"))
  }

  @Test("characters that command a terminal are not shown as they are")
  func controls() async throws {
    let run = try await CommandLineRun(["score", "-"], input: sheets(["S\u{1B}[31m1"]))
    #expect(run.status == 0)
    #expect(run.output.contains("S\u{FFFD}[31m1"))
  }

  @Test("warnings name recusals and evidence of studios and judges that no sheet has")
  func warnings() async throws {
    let folder = try TemporaryFolder()
    let recusals = try folder.write("r.csv", "studio,judge,reason\nS9,J1,\n")
    let run = try await CommandLineRun(["score", "-", "--recusals", recusals], input: sheets(["S1"]))
    #expect(run.status == 0)
    #expect(run.errors.contains("no sheet names the studio “S9”"))
    #expect(run.errors.contains("no reason for recusing “J1” from “S9”"))
  }
}
