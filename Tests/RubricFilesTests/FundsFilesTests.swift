import Foundation
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("The rules on funds and recommendations: what they say, and what is wrong with a file")
struct FundsFilesTests {
  /// The project's rule set with one text replaced in one file of `life/`.
  private func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: Repository.rules) where name.hasSuffix(".yaml") {
      try folder.write(name, String(contentsOfFile: "\(Repository.rules)/\(name)", encoding: .utf8))
    }
    for name in try manager.contentsOfDirectory(atPath: "\(Repository.rules)/life") {
      let text = try String(contentsOfFile: "\(Repository.rules)/life/\(name)", encoding: .utf8)
      let isChanged = name == file
      try #require(!isChanged || text.contains(old), "the text to replace is not there")
      try folder.write("life/\(name)", isChanged ? text.replacingOccurrences(of: old, with: new) : text)
    }
    do {
      _ = try Repository.host(folder.path)
      return []
    } catch let findings as Findings {
      return findings.first.map { finding in
        "\(finding.place.file.split(separator: "/").last ?? ""):\(finding.place.line ?? 0) \(finding.problem)"
      }
    }
  }

  private static let funds = "funds.yaml"
  private static let recommendations = "recommendations.yaml"

  @Test("Art. 19: 50,000 yuan from employment-subsidy funds in the year of approval, matched by 50,000 at least")
  func parameters() throws {
    let funds = try #require(try Repository.host().rules.life?.funds)
    let day = try #require(Day("2022-05-05"))
    let article = try #require(Source("Art. 19"))
    #expect(funds.subsidy.yuan == Cited(50_000, source: article, from: day))
    #expect(funds.subsidy.within == Cited(0, source: article, from: day))
    #expect(funds.match.yuan == Cited(50_000, source: article, from: day))
    #expect(funds.match.within == Cited(0, source: .workingRule, from: day))
    #expect(funds.origin.value.zh == "就业补助资金")
    #expect(funds.yearly.value == 0)
    #expect(funds.purposes.map(\.label.zh) == ["工作室设备设施", "师资培养", "其他基础能力建设", "技能培训", "技术攻关"])
    #expect(funds.purposes.allSatisfy { $0.source == article })
    #expect(funds.levels.map(\.id) == ["municipal", "national"])
  }

  @Test(
    "each mistake is found with its place",
    arguments: [
      (funds, "subsidy:", "subsidies:", "unknownKey"), (funds, "value: 50000", "value: lots", "unexpected"),
      (funds, "value: 50000", "value: 0", "unexpected"), (funds, "source: Art. 19}", "source: Art. 26}", "articleUpTo"),
      (funds, "id: teaching", "id: equipment", "duplicateID"), (funds, "id: teaching", "id: other", "unexpected"),
      (funds, "levels:", "heights:", "unknownKey"), (funds, "en: municipal}", "de: municipal}", "unknownKey"),
      (funds, "from: 2022-05-05, value: 1,", "from: 2122-05-05, value: 1,", "notInForce"),
      (recommendations, "[key-field, industry-leader, municipal-conditions]", "[key-field, fame]", "oneOf"),
      (recommendations, "[key-field, industry-leader, municipal-conditions]", "[key-field, key-field]", "duplicateID"),
      (recommendations, "[key-field, industry-leader, municipal-conditions]", "[]", "list"),
      (recommendations, "id: national-studio", "id: municipal-studio", "duplicateID"),
      (recommendations, "about: unit", "about: town", "oneOf"), (recommendations, "targets:", "aims:", "missingKey"),
    ])
  func mistakes(_ file: String, _ old: String, _ new: String, _ problem: String) throws {
    let found = try findings(file, old, new)
    #expect(found.contains { $0.hasPrefix("\(file):") && $0.contains(problem) }, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("\(file):") }, "\(found)")
  }

  @Test("without one of the files the rule set is refused", arguments: [funds, recommendations])
  func missing(_ file: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: "\(folder.path)/rules")
    try FileManager.default.removeItem(atPath: "\(folder.path)/rules/life/\(file)")
    #expect(throws: Findings(Finding(.missingFile, at: Place(file: "\(folder.path)/rules/life/\(file)")))) {
      try Repository.host("\(folder.path)/rules")
    }
  }
}
