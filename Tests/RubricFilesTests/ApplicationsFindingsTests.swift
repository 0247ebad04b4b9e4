import Foundation
import Scoring
import TestSupport
import Testing

@Suite("What is wrong with the rules about applications is found with file and line")
struct ApplicationsFindingsTests {
  /// The problems that are found where one text of `life/applications.yaml` or of the review's rubric is replaced.
  private func problems(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: Repository.rules)
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) where name.hasSuffix(".yaml") {
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      guard name == "life/\(file)" else {
        try folder.write(name, text)
        continue
      }
      try #require(text.contains(old), "the text to replace is not there")
      try folder.write(name, text.replacingOccurrences(of: old, with: new))
    }
    do {
      _ = try Repository.host(folder.path, on: "2026-06-01")
      return []
    } catch let findings as Findings {
      #expect(findings.first.allSatisfy { $0.place.file.hasSuffix(file) && $0.place.line != nil })
      return findings.first.map { "\($0.problem)" }
    }
  }

  @Test(
    "each mistake",
    arguments: [
      ("most: 1500", "most: 900", "\(Finding.Problem.unexpected(found: "900", expected: .whole(1000...1_000_000)))"),
      (
        "subject: unit}", "subject: unti}",
        "\(Finding.Problem.unexpected(found: "unti", expected: .oneOf(["unit", "expert"])))"
      ),
      (
        "waivable: yes", "waivable: true",
        "\(Finding.Problem.unexpected(found: "true", expected: .oneOf(["yes", "no"])))"
      ),
      ("id: diploma", "id: photo", "\(Finding.Problem.duplicateID("photo"))"),
      (
        "proof: undertaken", "proof: promised",
        "\(Finding.Problem.unexpected(found: "promised", expected: .oneOf(["shown", "either", "undertaken"])))"
      ),
      (
        "source: Art. 5}", "source: Art. 26}",
        "\(Finding.Problem.unexpected(found: "Art. 26", expected: .articleUpTo(25)))"
      ),
      (
        "value: 1, source: Art. 6(2)", "value: 7, source: Art. 6(2)",
        "\(Finding.Problem.unexpected(found: "7", expected: .whole(0...6)))"
      ),
      ("notice:\n", "notices:\n", "\(Finding.Problem.missingKey("notice"))"),
      (
        "value: waivable", "value: loose",
        "\(Finding.Problem.unexpected(found: "loose", expected: .oneOf(["strict", "waivable"])))"
      ),
    ])
  func mistakes(_ old: String, _ new: String, _ expected: String) throws {
    #expect(try problems("applications.yaml", old, new).contains(expected))
  }

  @Test("the review's rubric adds up, and measures nothing")
  func rubric() throws {
    let sum = try problems("application-review.yaml", "max: 100", "max: 90")
    #expect(sum == ["\(Finding.Problem.unexpected(found: "90.00", expected: .sum(100)))"])
    let module = try problems(
      "application-review.yaml", "source: Art. 8(2)", "source: Art. 8(2)\nmodule: technical-breakthroughs")
    #expect(module.count == 1)
  }
}
