import Foundation
import TestSupport
import Testing

@Suite("The demonstration and the auditor's way")
struct DemoTests {
  @Test("the demo tells its story through a real register, in both languages", arguments: ["en", "zh"])
  func story(language: String) throws {
    let folder = try TemporaryFolder()
    let run = try CommandLineRun(["demo", "--lang", language, "--database", "\(folder.path)/demo.sqlite"])
    #expect(run.status == 0, "\(run.errors)")
    // Hand calculation for YY011 after its objection: (24.00 + 4 × 25.25) / 5 = 25, so 25 + 22.90 + 10.05 + 17.19 = 75.14.
    #expect(run.output.contains("75.14"))
    #expect(run.output.contains(language == "en" ? "Title of YY024 cancelled" : "YY024"))
    #expect(run.output.contains(language == "en" ? "The journal is whole" : "日志完整"))
    let studios = try CommandLineRun(["studios", "list", "--format", "csv", "--database", "\(folder.path)/demo.sqlite"])
    #expect(studios.rows.count == 25)
  }

  @Test(
    "the README's script verifies the chain and computes every score again without this program, and finds a change")
  func audit() throws {
    let readme = try String(contentsOfFile: Repository.path("README.md"), encoding: .utf8)
    let block = try #require(
      readme.components(separatedBy: "<!-- audit -->").last?.components(separatedBy: "```python\n"))
    let script = try #require(block.dropFirst().first?.components(separatedBy: "```").first)
    let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/root/.pyenv/shims/python3"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let python else { return withKnownIssue("python3 is not installed") { Issue.record("skipped") } }
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
