import Foundation
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("What a public notice says is a rule of the rounds, dated and cited")
struct PublicNoticeRulesTests {
  private static let last = "    - {from: 2024-01-01, value: 6, source: Art. 5}\n"

  /// The small county's rules, with lines more at the end of its `rounds`.
  private func rules(_ lines: String) throws -> RuleSet {
    let folder = try TemporaryFolder()
    for name in ["regulation.yaml", "workshop-order.yaml", "competition-results.yaml"] {
      var text = try String(contentsOfFile: "\(Repository.smallCounty)/\(name)", encoding: .utf8)
      if name == "regulation.yaml" {
        try #require(text.contains(Self.last))
        text = text.replacingOccurrences(of: Self.last, with: Self.last + lines)
      }
      try folder.write(name, text)
    }
    return try Repository.host(folder.path, on: "2026-06-01").rules
  }

  @Test("Art. 13 is silent: by a working rule neither scores nor failed studios are shown, and titles are")
  func yunyang() throws {
    let shown = try #require(try Repository.host().rules.rounds.publicNotice)
    let day = try #require(Day("2022-05-05"))
    #expect(shown.scores == Cited(false, source: .workingRule, from: day))
    #expect(shown.unqualified == Cited(false, source: .workingRule, from: day))
    #expect(shown.names == Cited(true, source: .workingRule, from: day))
    #expect(shown.channels == nil)
  }

  @Test("a rule set that says nothing of it shows nothing, and is stored without a word of it")
  func silent() throws {
    let rules = try rules("")
    #expect(rules.rounds.publicNotice == nil)
    let encoded = String(decoding: try JSONEncoder().encode(rules.rounds), as: UTF8.self)
    #expect(!encoded.contains("publicNotice"))
    #expect(try JSONDecoder().decode(RuleSet.Rounds.self, from: Data(encoded.utf8)) == rules.rounds)
  }

  @Test("the value in force on the day counts, and channels stand in both languages")
  func dated() throws {
    let shown = try #require(
      try rules(
        """
          showScores:
            - {from: 2024-01-01, value: no, source: working rule}
            - {from: 2026-01-01, value: yes, source: Art. 4}
          objectTo:
            - {from: 2024-01-01, value: {zh: 来信来访, en: by letter}, source: working rule}

        """
      ).rounds.publicNotice)
    #expect(shown.scores == Cited(true, source: try #require(Source("Art. 4")), from: try #require(Day("2026-01-01"))))
    #expect((shown.showsUnqualified, shown.showsNames) == (false, false))
    #expect(shown.channels?.value == Text(zh: "来信来访", en: "by letter"))
  }

  @Test(
    "each mistake is found with its line",
    arguments: [
      ("  showScores:\n    - {from: 2024-01-01, value: maybe, source: working rule}\n", "yesOrNo"),
      ("  showUnqualified:\n    - {from: 2024-01-01, value: yes}\n", "missingKey"),
      ("  showNames:\n    - {from: 2024-01-01, value: no, source: Art. 10}\n", "articleUpTo"),
      ("  objectTo:\n    - {from: 2024-01-01, value: {zh: 来信}, source: working rule}\n", "missingKey"),
      ("  showScore:\n    - {from: 2024-01-01, value: no, source: working rule}\n", "showScores"),
    ])
  func mistakes(_ lines: String, _ problem: String) throws {
    do {
      _ = try rules(lines)
      Issue.record("nothing was found")
    } catch let findings as Findings {
      let found = findings.first.map { "\($0.place.line ?? 0) \($0.problem)" }
      #expect(found.contains { $0.contains(problem) && ($0.hasPrefix("54 ") || $0.hasPrefix("55 ")) }, "\(found)")
    }
  }
}
