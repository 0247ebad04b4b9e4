import Foundation
import Scoring
import Tables
import TestSupport
import Testing

@testable import ScoreFiles

@Suite("Evidence tables are read as they come")
struct EvidenceTests {
  private let host: ScoringHost
  private let folder: TemporaryFolder

  init() throws {
    host = try Repository.host()
    folder = try TemporaryFolder()
    for kind in host.kinds { try folder.write("\(kind.id).csv", Self.header(kind)) }
  }

  private static func header(_ kind: EvidenceKind) -> String {
    (["studio"] + kind.columns.map(\.id) + ["verified"]).joined(separator: ",") + "\n"
  }

  private func read() throws(Findings) -> [String: StudioEvidence] {
    try EvidenceFolder(folder.path, host.registry).read(needing: host.kinds)
  }

  private func marks(_ studio: String = "S1") throws -> [String: String] {
    let period = try #require(Period("2024-01-01..2025-12-31"))
    let evidence = try read()[studio] ?? EvidenceFolder.nothing(of: host.kinds)
    let marks = try host.referenceMarks(from: evidence, in: period)
    return Dictionary(marks.map { ($0.criterion, $0.marks.description) }) { first, _ in first }
  }

  @Test("tables with only their headers mean none")
  func none() throws {
    let zero = ["A1", "A4", "A5", "B1", "B2", "B3", "C1", "C2", "D1", "D3", "D4"].map { ($0, "0.00") }
    #expect(try marks() == Dictionary(uniqueKeysWithValues: zero))
    #expect(try read().isEmpty)
  }

  @Test("Chinese headers, choices, dates and full-width digits")
  func chinese() throws {
    try folder.write(
      "intellectual-property.csv",
      "工作室,证书编号,成果名称,类别,授予日期,已核实\nS1,ＺＬ１,夹具,发明专利,2024年3月1日,是\nS1,ZL2,程序,软件著作权,2025.3.1,是\nS1,ZL3,x,实用新型专利,２０２５/3/1,否\n")
    #expect(try marks()["A4"] == "4.00")
  }

  @Test("columns may stand in any order")
  func columnOrder() throws {
    try folder.write("exchanges.csv", "verified,held_on,title,studio\nyes,2024-05-01,a,S1\nyes,2024-05-02,b,S2\n")
    #expect(try marks()["A5"] == "1.00")
  }

  @Test("a number counts once across modules, in rule-set order, and the order of rows never matters")
  func numbers() throws {
    try folder.write(
      "projects.csv", "studio,number,title,accepted_on,verified\nS1,N1,a,2024-05-01,no\nS1,N2,b,2024-05-01,yes\n")
    try folder.write(
      "intellectual-property.csv",
      "studio,number,title,kind,granted_on,verified\nS1,N1,a,invention,2024-05-01,yes\nS1,N2,b,software,2024-05-01,yes\n"
    )
    let awards = [
      "S1,N2,甲,,焊接,county,1,2024-09-01,yes", "S1,N3,甲,,焊接,county,1,2024-09-01,yes",
      "S1,N3,乙,,焊接,county,2,2024-09-01,yes", "S1,N4,甲,,焊接,national,3,2024-10-01,yes",
    ]
    for rows in [awards, awards.reversed()] {
      try folder.write(
        "awards.csv",
        "studio,number,person,team,event,level,place,awarded_on,verified\n" + rows.joined(separator: "\n") + "\n")
      let marks = try marks()
      #expect(marks["A1"] == "3.00")
      #expect(marks["A4"] == "3.00")
      #expect(marks["C1"] == "7.00")
    }
  }

  private func findings() -> [String] {
    do {
      _ = try read()
      return []
    } catch {
      return error.first.map { finding in
        let file = finding.place.file.split(separator: "/").last ?? ""
        return "\(file):\(finding.place.line ?? 0):\(finding.place.column ?? 0) \(finding.problem)"
      }
    }
  }

  @Test(
    "what is wrong with a row is found at its place",
    arguments: [
      ("projects", "S1,P1,a,2024-02-30,yes", 4, "2024-02-30", .day),
      ("projects", "S1,2.0191E+12,a,2024-02-01,yes", 2, "2.0191E+12", .numberAsText),
      ("projects", "S1,P1,a,2024-02-01,maybe", 5, "maybe", .yesOrNo),
      ("projects", ",P1,a,2024-02-01,yes", 1, "", .notEmpty),
      ("projects", "S1,,a,2024-02-01,yes", 2, "", .text),
      (
        "documents", "S1,diploma,2024-02-01,yes", 2, "diploma",
        .oneOf(["archive", "ledger", "major-event-reports", "agreements", "training-plan", "roster"])
      ),
      ("awards", "S1,W,甲,,e,county,4,2024-02-01,yes", 7, "4", .whole(1...3)),
      ("plan-items", "S1,2024,a,0,50,yes", 4, "0", .whole(1...1000)),
      ("plan-items", "S1,2024,a,1,100.01,yes", 5, "100.01", .decimal(0...100)),
      ("apprentices", "S1,甲,2024-02-01,,technician,,yes", 6, "", .filledWith("promoted_to")),
      ("apprentices", "S1,甲,2024-02-01,,,2024-05-01,yes", 5, "", .filledWith("promoted_on")),
    ] as [(String, String, Int, String, Scoring.Expectation)])
  func wrong(_ table: String, _ row: String, _ column: Int, _ found: String, _ expected: Scoring.Expectation) throws {
    let kind = try #require(host.kinds.first { $0.id == table })
    try folder.write("\(table).csv", Self.header(kind) + row + "\n")
    #expect(findings() == ["\(table).csv:2:\(column) \(Finding.Problem.unexpected(found: found, expected: expected))"])
  }

  @Test("a training that ends before it begins")
  func endsBeforeItBegins() throws {
    let kind = try #require(host.kinds.first { $0.id == "apprentices" })
    try folder.write("apprentices.csv", Self.header(kind) + "S1,甲,2024-02-01,2024-01-31,,,yes\n")
    let day = try #require(Day("2024-02-01"))
    let problem = Finding.Problem.unexpected(found: "2024-01-31", expected: .notBefore(day))
    #expect(findings() == ["apprentices.csv:2:4 \(problem)"])
  }

  @Test("a missing table, and one that no module reads, with the nearest")
  func tables() throws {
    try FileManager.default.removeItem(atPath: "\(folder.path)/plans.csv")
    try folder.write("plan.csv", "studio\n")
    #expect(
      findings() == [
        "plan.csv:0:0 \(Finding.Problem.unknownKind("plan.csv", nearest: "plans.csv"))",
        "\(folder.path.split(separator: "/").last ?? ""):0:0 \(Finding.Problem.missingTable("plans.csv"))",
      ])
  }

  @Test("findings of all tables come together")
  func together() throws {
    try folder.write("projects.csv", "studio,number,title,accepted_on\nS1,1,a,2024-01-01\n")
    try folder.write("plans.csv", "studio,year,submitted_on,verified,note\n")
    #expect(
      Set(findings()) == [
        "projects.csv:1:0 \(Finding.Problem.missingColumn("verified"))",
        "plans.csv:1:5 \(Finding.Problem.unknownColumn("note", nearest: "year"))",
      ])
  }

  @Test("seeded mutations of evidence tables never crash, and what is accepted is measured within the maxima")
  func mutations() throws {
    let example = Repository.path("rubrics/yunyang-2022/example/evidence")
    let period = try #require(Period("2024-01-01..2025-12-31"))
    var mutation = Mutation(seed: 5)
    var (accepted, refused) = (0, 0)
    let kinds = host.registry.kinds
    let originals = try kinds.map { kind in
      let text = try String(contentsOfFile: "\(example)/\(kind.id).csv", encoding: .utf8)
      return Array(text.split(separator: "\n").prefix(8).joined(separator: "\n").utf8)
    }
    for number in 0..<Mutation.count {
      let kind = kinds[number % kinds.count]
      let source = TableSource(name: "t.csv", bytes: mutation.mutate(originals[number % kinds.count]))
      do {
        for record in try EvidenceTable(kind).read(source).map(\.record) {
          var evidence = EvidenceFolder.nothing(of: host.kinds)
          evidence.add(record)
          let marks = try host.referenceMarks(from: evidence, in: period)
          #expect(marks.allSatisfy { $0.marks <= 10 && $0.marks >= 0 })
        }
        accepted += 1
      } catch let findings as Findings {
        refused += 1
        #expect(!findings.isEmpty)
      }
    }
    #expect(accepted > Mutation.count / 20, "\(accepted)")
    #expect(refused > Mutation.count / 20, "\(refused)")
  }
}
