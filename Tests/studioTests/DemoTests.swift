import Foundation
import TestSupport
import Testing

@Suite("The demonstration and the auditor's way", .turns)
struct DemoTests {
  @Test("the demo tells its story through a real register, in both languages", arguments: ["en", "zh"])
  func story(language: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandLineRun(["demo", "--lang", language, "--database", "\(folder.path)/demo.sqlite"])
    #expect(run.status == 0, "\(run.errors)")
    // Hand calculation for YY011 after its objection: (24.00 + 4 × 25.25) / 5 = 25, so 25 + 22.90 + 10.05 + 17.19 = 75.14.
    #expect(run.output.contains("75.14"))
    #expect(run.output.contains(language == "en" ? "served on YY024, in effect" : "送达 YY024，自送达之日起生效"))
    #expect(run.output.contains(language == "en" ? "Studio YY025 entered" : "YY025"))
    #expect(run.output.contains(language == "en" ? "The journal is whole" : "日志完整"))
    let studios = try await CommandLineRun([
      "studios", "list", "--format", "csv", "--database", "\(folder.path)/demo.sqlite",
    ])
    // The head, 24 studios taken over and two that applied.
    #expect(studios.rows.count == 27)
  }

  @Test("a county with another pass mark, cycle, sums and departments tells the same story: its rules are data")
  func otherCounty() async throws {
    let folder = try TemporaryFolder()
    let rules = "\(folder.path)/rules"
    try FileManager.default.copyItem(atPath: Repository.rules, toPath: rules)
    let changes: [(file: String, old: String, new: String)] = [
      ("regulation.yaml", "value: 75, source: Art. 13", "value: 70, source: Art. 13"),
      ("regulation.yaml", "value: 2, source: Art. 13", "value: 1, source: Art. 13"),
      ("regulation.yaml", "value: 20000, source: Art. 20", "value: 10000, source: Art. 20"),
      ("regulation.yaml", "云阳县人力资源和社会保障局", "临江县人力资源和社会保障局"),
      ("regulation.yaml", "Yunyang County Bureau", "Linjiang County Bureau"),
      ("life/funds.yaml", "value: 50000", "value: 80000"),
    ]
    for change in changes {
      let path = "\(rules)/\(change.file)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try #require(text.contains(change.old), "\(change.old) is not in \(change.file)")
      try text.replacingOccurrences(of: change.old, with: change.new)
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    let file = "\(folder.path)/demo.sqlite"
    let run = try await CommandLineRun(["demo", "--rules", rules, "--database", file])
    #expect(run.status == 0, "\(run.errors)")
    for words in [
      "Linjiang County Bureau", "¥10,000 paid to", "¥80,000 paid to YY025", "Round opened for 2025 under",
      "pass mark 70.00", "The journal is whole",
    ] {
      #expect(run.output.lowercased().contains(words.lowercased()), "\(words)")
    }
    #expect(
      !run.output.contains("¥20,000") && !run.output.contains("¥50,000") && !run.output.contains("Yunyang County B"))
    // 74.94 and 71.95 pass at 70; 68.55 and 65.95 do not.
    let outcome = try await CommandLineRun(["studios", "show", "YY016", "--format", "csv", "--database", file])
    #expect(outcome.output.contains("71.95 qualified"))
    #expect(
      try await CommandLineRun(["studios", "show", "YY022", "--database", file]).output.contains("68.55 unqualified"))
  }

  @Test(
    "the README's script verifies the chain and computes every score again without this program, and finds a change",
    Python.needed)
  func audit() async throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/demo.sqlite"
    #expect(try await CommandLineRun(["demo", "--database", file]).status == 0)
    let script = try folder.write("audit.py", Repository.auditScript())
    let sound = try await Program.python.run([script, file])
    #expect(sound.status == 0, "\(sound.output)\(sound.errors)")
    // 23 studios, two of them again, 23 studios, and 23 again after the objection.
    #expect(sound.output.contains("71 scores"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let mark = try #require(bytes.range(of: Data("\"A3\":\"7.50\"".utf8), options: .backwards))
    bytes[mark.upperBound - 3] = UInt8(ascii: "6")
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(try await Program.python.run([script, file]).status != 0)
    let verified = try await CommandLineRun(["journal", "verify", "--database", file])
    #expect(verified.status == 1)
  }
}
