import Foundation
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("Art. 17: the neutral reasons are data, and what is wrong with them is found with file and line")
struct SecretsFindingsTests {
  /// What is found in the project's rule set with another `life/secrets.yaml`.
  private func findings(_ text: String?) throws -> [String] {
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: copy)
    if let text {
      try folder.write("rules/life/secrets.yaml", text)
    } else {
      try FileManager.default.removeItem(atPath: "\(copy)/life/secrets.yaml")
    }
    do {
      _ = try Repository.host(copy)
      return []
    } catch let findings as Findings {
      return findings.first.map {
        "\($0.place.file.split(separator: "/").last ?? ""):\($0.place.line ?? 0) \($0.problem)"
      }
    }
  }

  private static let good = "reasons:\n  - id: certified\n    title: {zh: 核定, en: Certified}\n    source: Art. 17\n"

  @Test("what stands in the project is read, each reason with its source")
  func read() throws {
    let reasons = try #require(Repository.host().rules.life?.secrets.reasons)
    #expect(reasons.map(\.id) == ["certified-off-system", "confirmed-by-competent-body", "corrected-after-check"])
    #expect(reasons.first?.source == Source("Art. 17"))
    #expect(try findings(Self.good).isEmpty)
  }

  @Test("each mistake")
  func mistakes() throws {
    #expect(try findings("reasons: []\n").count == 1)
    #expect(try findings(Self.good + "notes: x\n").count == 1)
    #expect(
      try findings(Self.good.replacingOccurrences(of: "Art. 17", with: "Art. 26")) == [
        "secrets.yaml:4 \(Finding.Problem.unexpected(found: "Art. 26", expected: .articleUpTo(25)))"
      ])
    #expect(
      try findings(Self.good.replacingOccurrences(of: "certified\n", with: "certified off\n")).contains {
        $0.hasPrefix("secrets.yaml:2 ")
      })
    let twice = Self.good + Self.good.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    #expect(try findings(twice) == ["secrets.yaml:5 \(Finding.Problem.duplicateID("certified"))"])
    #expect(try findings(Self.good.replacingOccurrences(of: ", en: Certified", with: "")).count == 1)
    #expect(try !findings(nil).isEmpty)
  }
}
