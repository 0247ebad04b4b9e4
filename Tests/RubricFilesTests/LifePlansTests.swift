import Foundation
import Scoring
import TestSupport
import Testing

@Suite("Rules about plans and apprentices are read with file and line")
struct LifePlansTests {
  /// The county's rule set with one text replaced in a file of its `life/`.
  private func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: copy)
    let path = "\(copy)/life/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old), "the text to replace is not there")
    try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try Repository.host(copy, on: "2026-06-01")
      return []
    } catch let findings as Findings {
      return findings.first.map { finding in
        let name = finding.place.file.split(separator: "/").last ?? ""
        return "\(name):\(finding.place.line ?? 0) \(finding.problem)"
      }
    }
  }

  @Test("Art. 16, 6(2), 21: the county's values, each with its source")
  func values() throws {
    let life = try #require(try Repository.host().rules.life)
    #expect(life.plans.due(for: 2025)?.description == "2024-12-20")
    #expect(life.plans.dueDay.source == .workingRule)
    #expect(life.plans.dueMonth.source.description == "Art. 16")
    #expect(life.plans.mostWeight.value == 1000)
    #expect(life.plans.expertMonths.value == 6)
    #expect(life.plans.expertMonths.source.description == "Art. 6(2)")
    #expect(life.apprentices.months.value == 6)
    #expect(life.apprentices.months.source.description == "Art. 21")
    #expect(life.apprentices.grades.map(\.id) == ["senior-worker", "technician", "senior-technician"])
  }

  @Test(
    "each mistake",
    arguments: [
      (
        "plans.yaml", "value: 12,", "value: 13,",
        "\(Finding.Problem.unexpected(found: "13", expected: .whole(1...12)))"
      ),
      ("plans.yaml", "value: 20,", "value: 0,", "\(Finding.Problem.unexpected(found: "0", expected: .whole(1...31)))"),
      ("plans.yaml", "mostWeight:", "heaviest:", "\(Finding.Problem.missingKey("mostWeight"))"),
      (
        "plans.yaml", "Art. 16", "Art. 26",
        "\(Finding.Problem.unexpected(found: "Art. 26", expected: .articleUpTo(25)))"
      ),
      ("apprentices.yaml", "id: technician", "id: senior-worker", "\(Finding.Problem.duplicateID("senior-worker"))"),
      ("apprentices.yaml", "en: Technician", "de: Techniker", "\(Finding.Problem.missingKey("en"))"),
      ("apprentices.yaml", "months:", "days:", "\(Finding.Problem.missingKey("months"))"),
    ])
  func mistakes(_ file: String, _ old: String, _ new: String, _ problem: String) throws {
    let found = try findings(file, old, new)
    #expect(found.contains { $0.hasPrefix("\(file):") && $0.hasSuffix(problem) }, "\(found)")
  }
}
