import Foundation
import InstalledModules
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("What is wrong with the rules of care and retention is found with file and line")
struct CareRulesTests {
  /// The findings after one text was replaced in one file of `life/`.
  private func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: copy)
    let path = "\(copy)/life/\(file).yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let range = try #require(text.range(of: old), "the text to replace is not there")
    try text.replacingCharacters(in: range, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try Repository.host(copy, on: "2024-02-01")
      return []
    } catch let findings as Findings {
      return findings.first.map { finding in
        "\(finding.place.file.split(separator: "/").last ?? ""):\(finding.place.line ?? 0) \(finding.problem)"
      }
    }
  }

  private static let kinds = "permanent, 1–999, until-they-leave"

  @Test(
    "each mistake",
    arguments: [
      ("care", "agreement:", "agreements:", "unknownKey"),
      ("care", "value: 20, source: working rule", "value: 0, source: working rule", "whole"),
      ("care", "source: Art. 6(2)", "source: Art. 66(2)", "articleUpTo"),
      ("care", "id: senior-technician", "id: chief-technician", "duplicateID"),
      ("care", "enough: yes", "enough: perhaps", "yesOrNo"), ("care", "by: studio", "by: judge", "oneOf"),
      ("care", "days: 10", "days: soon", "whole"),
      ("care", "title: {zh: 申请表, en: Application}", "title: {zh: 申请表}", "missingKey"),
      ("care", "value: 15", "value: 2", "whole"),
      ("retention", "years: 30", "years: long", "oneOf"), ("retention", "years: 30", "years: 0", "oneOf"),
      ("retention", "record: sheets", "record: decisions", "duplicateID"),
      ("retention", "record: members", "record: visitors", "oneOf"),
      ("retention", "binds: yes", "binds: maybe", "yesOrNo"),
      ("retention", "binds: no, ", "", "missingKey"),
    ])
  func mistakes(_ file: String, _ old: String, _ new: String, _ problem: String) throws {
    let found = try findings(file, old, new)
    #expect(found.contains { $0.hasPrefix("\(file).yaml:") && $0.contains(problem) }, "\(found)")
  }

  @Test("the rules as they stand have no findings, and a missing file is one")
  func whole() throws {
    #expect(try findings("care", "agreement:", "agreement:").isEmpty)
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: copy)
    try FileManager.default.removeItem(atPath: "\(copy)/life/retention.yaml")
    let missing = Finding(.missingFile, at: Place(file: "\(copy)/life/retention.yaml"))
    #expect(throws: Findings(missing)) { try Repository.host(copy, on: "2024-02-01") }
  }

  @Test("a period of retention reads and writes itself", arguments: ["permanent", "until-they-leave", "1", "30"])
  func keep(_ text: String) throws {
    let keep = try #require(RuleSet.Retention.Keep(rawValue: text))
    #expect(keep.rawValue == text)
    #expect(try JSONDecoder().decode([RuleSet.Retention.Keep].self, from: JSONEncoder().encode([keep])) == [keep])
    #expect(RuleSet.Retention.Keep(rawValue: "030") == nil)
  }
}
