import Foundation
import TestSupport
import Testing

@Suite("The demonstration and the auditor's way", .turns)
struct DemoTests {
  @Test("the demo tells its story through a real register, in both languages", arguments: ["en", "zh"])
  func story(language: String) throws {
    let folder = try TemporaryFolder()
    let run = try CommandLineRun(["demo", "--lang", language, "--database", "\(folder.path)/demo.sqlite"])
    #expect(run.status == 0, "\(run.errors)")
    // Hand calculation for YY011 after its objection: (24.00 + 4 × 25.25) / 5 = 25, so 25 + 22.90 + 10.05 + 17.19 = 75.14.
    #expect(run.output.contains("75.14"))
    #expect(run.output.contains(language == "en" ? "served on YY024, in effect" : "送达 YY024，自送达之日起生效"))
    #expect(run.output.contains(language == "en" ? "Studio YY025 entered" : "YY025"))
    #expect(run.output.contains(language == "en" ? "The journal is whole" : "日志完整"))
    let studios = try CommandLineRun(["studios", "list", "--format", "csv", "--database", "\(folder.path)/demo.sqlite"])
    // The head, 24 studios taken over and two that applied.
    #expect(studios.rows.count == 27)
  }

  @Test("a county with another pass mark, cycle, sums and departments tells the same story: its rules are data")
  func otherCounty() throws {
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
    let run = try CommandLineRun(["demo", "--rules", rules, "--database", file])
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
    let outcome = try CommandLineRun(["studios", "show", "YY016", "--format", "csv", "--database", file])
    #expect(outcome.output.contains("71.95 qualified"))
    #expect(try CommandLineRun(["studios", "show", "YY022", "--database", file]).output.contains("68.55 unqualified"))
  }

  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/root/.pyenv/shims/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "the README's script verifies the chain and computes every score again without this program, and finds a change",
    .enabled(if: python != nil, "python3 has to run the README's script"))
  func audit() throws {
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    let block = try #require(
      readme.components(separatedBy: "<!-- audit -->").last?.components(separatedBy: "```python\n"))
    let script = try #require(block.dropFirst().first?.components(separatedBy: "```").first)
    let python = try #require(Self.python)
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/demo.sqlite"
    #expect(try CommandLineRun(["demo", "--database", file]).status == 0)
    let path = try folder.write("audit.py", script)
    func audit() throws -> (status: Int32, output: String) {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: python)
      process.arguments = [path, file]
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let text = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
    let sound = try audit()
    #expect(sound.status == 0, "\(sound.output)")
    // 23 studios, two of them again, 23 studios, and 23 again after the objection.
    #expect(sound.output.contains("71 scores"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let mark = try #require(bytes.range(of: Data("\"A3\":\"7.50\"".utf8), options: .backwards))
    bytes[mark.upperBound - 3] = UInt8(ascii: "6")
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(try audit().status != 0)
    let verified = try CommandLineRun(["journal", "verify", "--database", file])
    #expect(verified.status == 1)
  }
}
