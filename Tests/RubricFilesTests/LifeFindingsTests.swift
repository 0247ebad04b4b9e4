import Foundation
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("What is wrong with the rules beside assessments is found with file and line")
struct LifeFindingsTests {
  /// What is found in a copy of the project's rule set with one text replaced in one file of `life/`.
  private func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: copy)
    let path = "\(copy)/life/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old), "the text to replace is not there")
    try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try Repository.host(copy)
      return []
    } catch let findings as Findings {
      return findings.first.map {
        "\($0.place.file.split(separator: "/").last ?? ""):\($0.place.line ?? 0) \($0.problem)"
      }
    }
  }

  @Test(
    "each mistake in the calendar and in the grounds",
    arguments: [
      (
        "calendar.yaml", "holidays:\n      [2022-01-01..2022-01-03", "holidays:\n      [2022-01-03..2022-01-01",
        "calendar.yaml:7 \(Finding.Problem.unexpected(found: "2022-01-03..2022-01-01", expected: .day))"
      ),
      (
        "calendar.yaml", "2022-12-31]", "2023-12-31]",
        "calendar.yaml:8 \(Finding.Problem.unexpected(found: "2023-12-31", expected: .day))"
      ),
      // A weekday is worked on anyhow: whoever writes it there has mistaken the day.
      (
        "calendar.yaml", "workdays: [2022-01-29", "workdays: [2022-01-28",
        "calendar.yaml:9 \(Finding.Problem.unexpected(found: "2022-01-28", expected: .day))"
      ),
      ("calendar.yaml", "year: 2023", "year: 2022", "calendar.yaml:10 \(Finding.Problem.duplicateID("2022"))"),
      (
        "cancellation.yaml", "source: Art. 14(1)", "source: Art. 26",
        "cancellation.yaml:9 \(Finding.Problem.unexpected(found: "Art. 26", expected: .articleUpTo(25)))"
      ),
      ("cancellation.yaml", "id: ethics", "id: fraud", "cancellation.yaml:4 \(Finding.Problem.duplicateID("fraud"))"),
    ])
  func mistakes(_ file: String, _ old: String, _ new: String, _ expected: String) throws {
    let found = try findings(file, old, new)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("a rule set without life/ is for assessments alone, one with it has every file of it")
  func files() throws {
    #expect(try Repository.host(Repository.smallCounty).rules.life == nil)
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: copy)
    try FileManager.default.removeItem(atPath: "\(copy)/life/calendar.yaml")
    #expect(throws: Findings.self) { try Repository.host(copy) }
  }
}
