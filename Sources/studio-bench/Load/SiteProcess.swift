import Foundation

/// The real program, serving a register as a process of its own on a port that was free.
struct SiteProcess {
  let port: Int
  private let process = Process()

  /// Starts it, and waits until visitors can come.
  ///
  /// - Throws: ``LoadError`` where the program is not there or says no port.
  init(_ program: URL, database: String) throws {
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw LoadError("\(program.path) is missing: swift build -c release --product studio")
    }
    let output = Pipe()
    process.executableURL = program
    process.arguments = ["serve", "--database", database, "--port", "0"]
    process.standardOutput = output
    try process.run()
    var heard = Data()
    while !heard.contains(0x0A) {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw LoadError("the server ended before it served") }
      heard += piece
    }
    let address = String(decoding: heard, as: UTF8.self).prefix { $0 != "\n" }
    guard let port = address.split(separator: ":").last.flatMap({ Int($0) }) else {
      throw LoadError("the server does not say its port: \(address)")
    }
    self.port = port
  }

  /// The program that was built beside this one.
  static var besideThis: URL {
    let this = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return this.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("studio")
  }

  /// Ends it between two instructions, as a power cut would.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The memory that it has now.
  var megabytes: Double {
    let ps = Process()
    let output = Pipe()
    ps.executableURL = URL(fileURLWithPath: "/bin/ps")
    ps.arguments = ["-o", "rss=", "-p", "\(process.processIdentifier)"]
    ps.standardOutput = output
    guard (try? ps.run()) != nil, let data = try? output.fileHandleForReading.readToEnd() else { return 0 }
    let kilobytes = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return (Double(kilobytes) ?? 0) / 1024
  }
}
