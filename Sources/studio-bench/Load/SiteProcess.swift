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
    do {
      port = try Self.port(saidOn: output)
    } catch {
      Self.end(process)
      throw error
    }
  }

  private static func port(saidOn output: Pipe) throws -> Int {
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
    return port
  }

  /// The program that was built beside this one.
  static var besideThis: URL {
    let this = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return this.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("studio")
  }

  /// Ends it between two instructions, as a power cut would.
  func kill() { Self.end(process) }

  private static func end(_ process: Process) {
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// The memory that it has now.
  ///
  /// - Throws: ``LoadError`` where the system does not say, or the server has ended.
  func megabytes() throws(LoadError) -> Double {
    let path = "/proc/\(process.processIdentifier)/status"
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw LoadError("\(path) is missing") }
    defer { close(file) }
    // Its size is said to be none, and one read gives all of it.
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(file, &bytes, bytes.count)
    // `VmRSS:     123456 kB`
    let line = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmRSS:") }
    guard let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) }) else {
      throw LoadError("\(path) does not say how much memory is used")
    }
    return kilobytes / 1024
  }
}
