import Foundation
import TestSupport
import Testing

@Suite("A case file has everything about one studio, nothing of others, and checks without this program", .turns)
struct CaseFileTests {
  /// The file of the demonstration's register, told once.
  private static let demo = Task {
    let file = "\(try TemporaryFolder.untilTheEnd().path)/demo.sqlite"
    let run = try await CommandLineRun(["demo", "--database", file])
    try #require(run.status == 0, "\(run.errors)")
    return file
  }

  private func caseFile(_ code: String, _ more: String...) async throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/case"
    let run = try await CommandLineRun(["case-file", code, "--out", path, "--database", Self.demo.value] + more)
    #expect(run.status == 0, "\(run.errors)")
    return (folder, path)
  }

  /// What a program prints that is not this one.
  @discardableResult
  private func outside(_ command: String, in folder: String, status: Int32 = 0) async throws -> String {
    let run = try await Program.shell.run([command], in: folder)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    return run.output + run.errors
  }

  private func text(_ name: String, in path: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  private func files(in path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  /// The script of the folder's own README, run by Python.
  private func verify(_ path: String) async throws -> String {
    let block = try text("README.md", in: path).components(separatedBy: "```python\n").dropFirst().first
    let script = try #require(block?.components(separatedBy: "```").first)
    try script.write(toFile: "\(path)/../verify.py", atomically: true, encoding: .utf8)
    return try await outside("python3 ../verify.py", in: path)
  }

  @Test("digests and chain hold for sha256sum and Python alone", arguments: ["YY024", "YY011"])
  func checks(code: String) async throws {
    let (folder, path) = try await caseFile(code)
    withExtendedLifetime(folder) {}
    #expect(try await outside("sha256sum -c --quiet SHA256SUMS", in: path) == "")
    let sums = try text("SHA256SUMS", in: path).split(separator: "\n")
    #expect(Set(sums.map { String($0.dropFirst(66)) }) == Set(try files(in: path)).subtracting(["SHA256SUMS"]))
    let said = try await verify(path)
    let export = try await CommandLineRun(["journal", "export", "--database", Self.demo.value])
    let entries = export.output.split(separator: "\n")
    #expect(said.hasPrefix("\(entries.count) entries in the chain,"))
    // Every whole line of the extract is a line of the export, byte for byte.
    let all = Set(entries)
    let lines = try text("journal.jsonl", in: path).split(separator: "\n")
    #expect(lines.allSatisfy { all.contains($0) || $0.contains("\"excerpt\":") })
    #expect(lines.contains { $0.contains("\"kind\":\"studio-settled\"") && all.contains($0) })
  }

  @Test("a changed mark in the extract shows")
  func altered() async throws {
    let (folder, path) = try await caseFile("YY011")
    withExtendedLifetime(folder) {}
    let journal = try text("journal.jsonl", in: path)
    #expect(try await verify(path).contains("entries in the chain"))
    let changed = journal.replacingOccurrences(of: "\\\"score\\\":\\\"75.14\\\"", with: "\\\"score\\\":\\\"76.14\\\"")
    #expect(changed != journal)
    try changed.write(toFile: "\(path)/journal.jsonl", atomically: true, encoding: .utf8)
    let said = try await outside("python3 ../verify.py", in: path, status: 1)
    #expect(said.contains("was altered"))
  }

  @Test("no other studio's code, unit or expert occurs, and no mark of another", arguments: ["YY024", "YY011"])
  func nothingOfOthers(code: String) async throws {
    let (folder, path) = try await caseFile(code)
    withExtendedLifetime(folder) {}
    let studios = try await CommandLineRun(["studios", "list", "--format", "csv", "--database", Self.demo.value])
    let others = studios.rows.dropFirst().filter { $0[0] != code }
    #expect(others.count == 25)
    let own = try #require(studios.rows.first { $0[0] == code })
    for name in try files(in: path) {
      guard let content = try? text(name, in: path) else { continue }
      for other in others {
        #expect(!content.contains(other[0]), "\(other[0]) in \(name)")
        if other[1] != own[1] { #expect(!content.contains(other[1]), "\(other[1]) in \(name)") }
        let expert = other[2].prefix { $0 != " " }
        #expect(!content.contains("\(expert) (P"), "\(expert) in \(name)")
      }
    }
    // Of the sheets of all studios that a judge entered at once, this studio's alone are left.
    let cut = try text("journal.jsonl", in: path).split(separator: "\n")
      .filter { $0.contains("\"kind\":\"sheets-entered\"") && $0.contains("\"excerpt\":") }
    #expect(cut.count >= 7)
    let named = cut.flatMap { $0.matches(of: /studio\\":\\"(S[0-9]+)/).map { String($0.output.1) } }
    #expect(named.count >= 28)
    #expect(Set(named).count == 1)
  }

  @Test("YY011: both versions, the sheet that went back, the objection with its answer, who approved")
  func corrected() async throws {
    let (folder, path) = try await caseFile("YY011")
    withExtendedLifetime(folder) {}
    let derivations = try files(in: "\(path)/derivations")
    #expect(derivations.count == 6)
    let latest = try #require(derivations.filter { $0.hasSuffix("-2.txt") }.first)
    // Hand calculation as in DemoTests: 25 + 22.90 + 10.05 + 17.19 = 75.14.
    #expect(try text("derivations/\(latest)", in: path).contains("75.14"))
    let sheets = try text("sheets.csv", in: path).split(separator: "\n")
    #expect(sheets.contains { $0.contains(",J5,A3,") && $0.contains(",returned,") })
    #expect(sheets.contains { $0.contains(",J5,A3,7.50,") && $0.contains(",signed,") })
    #expect(try text("objections.csv", in: path).contains("经济效益有财务证明"))
    #expect(try text("objections.csv", in: path).contains("upheld"))
    let approvals = try text("approvals.csv", in: path)
    #expect(approvals.contains("异议成立：补充财务证明"))
    #expect(approvals.contains("approver (bureau-approver) 2026-02-03"))
    #expect(approvals.contains("公示期满"))
    #expect(try text("notices.csv", in: path).split(separator: "\n").count == 4)
    #expect(try text("evidence.csv", in: path).split(separator: "\n").count > 5)
    let history = try text("history.csv", in: path)
    #expect(history.contains("decision-approved") && history.contains("evidence-verified"))
    #expect(history.contains("round-confirmed") && history.contains("person-added"))
    // What is told of a whole round is true of it: nobody is named, and no number is this studio's alone.
    #expect(!history.contains("the panel votes anew") && !history.contains("1 qualified, 0 unqualified"))
    #expect(history.contains("another studio 4, another studio 3; chosen: another studio"))
    #expect(history.contains("(of this studio alone) Judge J1: 4 sheets entered"))
  }

  @Test("YY024: failed twice, served, its title cancelled by both departments")
  func cancelled() async throws {
    let (folder, path) = try await caseFile("YY024", "--lang", "zh")
    withExtendedLifetime(folder) {}
    let standings = try text("standings.csv", in: path).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",")[2] }
    #expect(standings == ["in-care", "rectifying", "cancelled"])
    #expect(try text("service.csv", in: path).contains("整改通知书〔2024〕送达回证"))
    let services = try text("service.csv", in: path).split(separator: "\n")
    #expect(services.contains { $0.contains(",invitation,C") } && services.contains { $0.contains(",decision,C") })
    let steps = try text("cancellations.csv", in: path)
    for step in ["ground", "facts", "evidence", "invitation", "decision", "remedy", "service"] {
      #expect(steps.contains(",\(step),"), "\(step)")
    }
    #expect(steps.contains("取消称号"))
    let approvals = try text("approvals.csv", in: path)
    #expect(approvals.contains("org (organisation-approver)"))
    #expect(approvals.contains("事实清楚，陈述申辩理由不成立"))
    #expect(try text("objections.csv", in: path).contains("实习学生培训不满六个月"))
    #expect(try files(in: "\(path)/rules").count == 5)
    #expect(try text("rules/index.csv", in: path).contains("云人社发〔2022〕46号"))
  }

  @Test("without names nobody is called by name; the rest verifies all the same")
  func withoutNames() async throws {
    let (folder, path) = try await caseFile("YY024", "--without-names")
    withExtendedLifetime(folder) {}
    let persons = try await CommandLineRun(["person", "list", "--format", "csv", "--database", Self.demo.value])
    let names = persons.rows.dropFirst().map { $0[1] }.filter { !$0.isEmpty }
    #expect(names.count > 30)
    for name in try files(in: path) {
      let content = try text(name, in: path)
      for person in names { #expect(!content.contains(person), "\(person) in \(name)") }
    }
    #expect(try await verify(path).contains("entries in the chain"))
  }

  @Test("the scan of a signed paper is in it, under its digest")
  func scans() async throws {
    let bureau = try await RegisterCommandTests.Bureau.founded()
    let scan = try bureau.folder.write("scan.pdf", "a scan of nothing")
    let opened = try await bureau.done(
      "round open --period 2022-01-01..2023-12-31 --document 文 --adopted 2022-05-05 --as clerk --on 2024-01-15")
    let round = String(try #require(opened.split(separator: " ").first))
    let proposed = try await bureau.done("round abandon \(round) --reason 规则选错 --as clerk --on 2024-01-16")
    let proposal = String(try #require(proposed.split(separator: " ").first))
    try await bureau.done(
      "paper \(proposal) --number 云人社〔2024〕1号 --date 2024-01-16 --scan \(scan) --as clerk --on 2024-01-17")
    let path = "\(bureau.folder.path)/case"
    try await bureau.done("case-file YY001 --out \(path)")
    let names = try files(in: "\(path)/files")
    #expect(names.count == 1)
    #expect(try text("files/\(try #require(names.first))", in: path) == "a scan of nothing")
    #expect(try text("approvals.csv", in: path).contains("云人社〔2024〕1号"))
    try await outside("sha256sum -c --quiet SHA256SUMS", in: path)
  }

  @Test("a folder that is not empty is refused and stays as it was; nothing half-done is left")
  func taken() async throws {
    let folder = try TemporaryFolder()
    let file = try await Self.demo.value
    try folder.write("case/mine.txt", "mine")
    let run = try await CommandLineRun(["case-file", "YY024", "--out", "\(folder.path)/case", "--database", file])
    #expect(run.status == 1)
    #expect(try files(in: folder.path) == ["case/mine.txt"])
    try FileManager.default.createDirectory(atPath: "\(folder.path)/empty", withIntermediateDirectories: true)
    let empty = try await CommandLineRun(["case-file", "YY024", "--out", "\(folder.path)/empty", "--database", file])
    #expect(empty.status == 0, "\(empty.errors)")
    let nowhere = try await CommandLineRun([
      "case-file", "YY024", "--out", "\(folder.path)/case/mine.txt/x", "--database", file,
    ])
    #expect(nowhere.status == 1)
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["case", "empty"])
    #expect(
      try await CommandLineRun(["case-file", "YY999", "--out", "\(folder.path)/y", "--database", file]).status == 1)
  }
}
