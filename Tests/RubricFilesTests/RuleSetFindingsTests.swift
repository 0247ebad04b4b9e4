import Foundation
import InstalledModules
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("What is wrong with a rule set is found with file and line")
struct RuleSetFindingsTests {
  /// The small county's files with one text replaced in one of them.
  private func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    for name in ["regulation.yaml", "workshop-order.yaml", "competition-results.yaml"] {
      let text = try String(contentsOfFile: "\(Repository.smallCounty)/\(name)", encoding: .utf8)
      try #require(name != file || text.contains(old), "the text to replace is not there")
      try folder.write(name, name == file ? text.replacingOccurrences(of: old, with: new) : text)
    }
    do {
      _ = try Repository.host(folder.path, on: "2026-06-01")
      return []
    } catch let findings as Findings {
      return findings.first.map { finding in
        let name = finding.place.file.split(separator: "/").last ?? ""
        return "\(name):\(finding.place.line ?? 0) \(finding.problem)"
      }
    }
  }

  private static let workshop = "workshop-order.yaml"
  private static let regulation = "regulation.yaml"
  private static let moduleIDs = installedModules.map { module in module.description.id }
  private static let competition = "competition-results.yaml"

  @Test(
    "each mistake",
    arguments: [
      (
        regulation, "passMark:", "passmark:",
        [
          "regulation.yaml:8 \(Finding.Problem.unknownKey("passmark", nearest: "passMark"))",
          "regulation.yaml:1 \(Finding.Problem.missingKey("passMark"))",
        ]
      ),
      (
        regulation, "value: 50, source: Art. 4", "value: 50",
        ["regulation.yaml:24 \(Finding.Problem.missingKey("source"))"]
      ),
      (
        regulation, "value: 50, source: Art. 4", "value: 50, source: Art. 10",
        ["regulation.yaml:24 \(Finding.Problem.unexpected(found: "Art. 10", expected: .articleUpTo(9)))"]
      ),
      (
        regulation, "value: 50, source: Art. 4", "value: 50, source: common sense",
        ["regulation.yaml:24 \(Finding.Problem.unexpected(found: "common sense", expected: .articleOrWorkingRule))"]
      ),
      (
        regulation, "value: 50, source", "value: 101, source",
        ["regulation.yaml:24 \(Finding.Problem.unexpected(found: "101", expected: .whole(0...100)))"]
      ),
      (
        regulation, "value: median", "value: mode",
        [
          "regulation.yaml:15 \(Finding.Problem.unexpected(found: "mode", expected: .oneOf(["mean", "trimmed-mean", "median"])))"
        ]
      ),
      (
        regulation, "value: median", "value: trimmed-mean, trim: 1",
        ["regulation.yaml:19 \(Finding.Problem.unexpected(found: "2", expected: .panelOfAtLeast(3)))"]
      ),
      (
        regulation, "value: 3, source: working rule}\n  sameUnit", "value: 4, source: working rule}\n  sameUnit",
        ["regulation.yaml:45 \(Finding.Problem.unexpected(found: "4", expected: .oddPanelOfAtLeast(2)))"]
      ),
      (
        regulation, "utcOffset: 480", "utcOffset: east",
        ["regulation.yaml:38 \(Finding.Problem.unexpected(found: "east", expected: .whole(0...840)))"]
      ),
      (
        regulation, "value: [workshop-order], source", "value: [tidiness], source",
        [
          "regulation.yaml:30 \(Finding.Problem.unexpected(found: "tidiness", expected: .oneOf(["total", "workshop-order", "competition-results"])))"
        ]
      ),
      (
        regulation, "[workshop-order, competition-results]", "[workshop-order, workshop-order]",
        ["regulation.yaml:34 \(Finding.Problem.duplicateID("workshop-order"))"]
      ),
      (
        regulation, "2024-01-01, value: 12", "2024-02-30, value: 12",
        ["regulation.yaml:9 \(Finding.Problem.unexpected(found: "2024-02-30", expected: .day))"]
      ),
      (
        workshop, "max: 8", "max: 9",
        ["workshop-order.yaml:5 \(Finding.Problem.unexpected(found: "9.00", expected: .sum(8)))"]
      ),
      (
        workshop, "max: 5\n", "max: 6\n",
        [
          "workshop-order.yaml:12 \(Finding.Problem.unexpected(found: "0.00, 2.50, 5.00", expected: .evenLevels([0, 3, 6])))"
        ]
      ),
      (
        workshop, "      - {points: 2.5, zh: 一般, en: Fair}\n", "",
        ["workshop-order.yaml:12 \(Finding.Problem.unexpected(found: "2", expected: .levels(3)))"]
      ),
      (workshop, "id: W2", "id: W1", ["workshop-order.yaml:15 \(Finding.Problem.duplicateID("W1"))"]),
      (
        workshop, "id: W2", "id: W 2",
        ["workshop-order.yaml:15 \(Finding.Problem.unexpected(found: "W 2", expected: .identifier))"]
      ),
      (
        workshop, "id: workshop-order", "id: order",
        ["workshop-order.yaml:1 \(Finding.Problem.unexpected(found: "order", expected: .nameOfFile("workshop-order")))"]
      ),
      (
        workshop, "title: {zh: 安全, en: Safety}", "title: {zh: 安全}",
        ["workshop-order.yaml:16 \(Finding.Problem.missingKey("en"))"]
      ),
      (
        workshop, "    max: 3\n", "    max: 3\n    max: 3\n",
        ["workshop-order.yaml:17 \(Finding.Problem.duplicateKey("max"))"]
      ),
      (workshop, "from: 2024-01-01", "from: 2027-01-01", ["workshop-order.yaml:3 notInForce(2027-01-01)"]),
      (
        competition, "module: competition-results", "module: contests",
        [
          "competition-results.yaml:5 \(Finding.Problem.unexpected(found: "contests", expected: .module(moduleIDs)))"
        ]
      ),
      (
        competition, "measured: {event: 0.5}", "measured: {}",
        ["competition-results.yaml:18 \(Finding.Problem.module(.missingParameter(criterion: "C2", name: "event")))"]
      ),
      (
        competition, "id: C2", "id: C9",
        ["competition-results.yaml:18 \(Finding.Problem.module(.unknownCriterion("C9")))"]
      ),
      (
        competition, "module: competition-results\n", "",
        [
          "competition-results.yaml:12 \(Finding.Problem.unexpected(found: "measured", expected: .moduleForMeasured))",
          "competition-results.yaml:17 \(Finding.Problem.unexpected(found: "measured", expected: .moduleForMeasured))",
        ]
      ),
    ])
  func mistakes(_ file: String, _ old: String, _ new: String, _ expected: [String]) throws {
    #expect(try findings(file, old, new) == expected)
  }

  @Test("rubrics that do not add up to the total")
  func total() throws {
    let found = try findings(Self.regulation, "value: 20, source: Art. 3", "value: 21, source: Art. 3")
    #expect(found == ["regulation.yaml:34 \(Finding.Problem.unexpected(found: "20.00", expected: .sum(21)))"])
  }

  @Test("what is no YAML at all is said with its line")
  func syntax() throws {
    let found = try findings(Self.workshop, "title: {zh: 整洁, en: Tidiness}", "title: {zh: 整洁, en: Tidiness")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("workshop-order.yaml:"))
    #expect(found[0].contains("syntax"))
  }

  @Test("a missing rubric file, an empty one, bytes that are no UTF-8")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "regulation.yaml", String(contentsOfFile: "\(Repository.smallCounty)/regulation.yaml", encoding: .utf8))
    try folder.write("workshop-order.yaml", "")
    try folder.write("competition-results.yaml", bytes: [0xFF, 0xFE, 0x41])
    do {
      _ = try Repository.host(folder.path)
      Issue.record("nothing was found")
    } catch let findings as Findings {
      #expect(findings.first.map(\.problem) == [.emptyRules, .notUTF8])
    }
    #expect(throws: Findings(Finding(.missingFile, at: Place(file: "\(folder.path)/no/regulation.yaml")))) {
      try Repository.host("\(folder.path)/no")
    }
  }
}
