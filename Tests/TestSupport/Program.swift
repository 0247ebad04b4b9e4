import Foundation

/// Another program. Threads of its own wait for it: the tests' few are needed by the site that it may visit.
package struct Program: Sendable {
  package let path: String
  /// What comes before the arguments of every run.
  private let first: [String]

  package init(_ path: String, _ first: String...) {
    (self.path, self.first) = (path, first)
  }

  /// One of the project's own, built beside the tests.
  package static func built(_ name: String) -> Program {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appendingPathComponent(name).path
    return Program(
      FileManager.default.isExecutableFile(atPath: beside) ? beside : Repository.path(".build/debug/\(name)"))
  }

  package static let studio = built("studio")
  package static let python = Program("/usr/bin/env", "python3")
  /// Takes a command as its only argument.
  package static let shell = Program("/bin/sh", "-c")

  package var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What came of a run.
  package struct Run: Sendable {
    /// The exit code; of a program that a signal ended, the signal below zero.
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - environment: nil for the tests' own.
  ///   - folder: where it works; nil for where the tests do.
  package func run(
    _ arguments: [String] = [], input: String = "", environment: [String: String]? = nil, in folder: String? = nil
  ) async throws -> Run {
    let files = try TemporaryFolder()
    let process = process(arguments, environment, in: folder)
    // Files rather than pipes: none fills up while nobody reads it, and none stays open with a program's children.
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files.write("input", input)))
    let (output, errors) = (
      URL(fileURLWithPath: try files.write("output", "")), URL(fileURLWithPath: try files.write("errors", ""))
    )
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let status = try await Self.ended(process)
    return try withExtendedLifetime(files) {
      Run(
        status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }

  /// More runs at once would only take the cores from each other, and from the browser that others wait for.
  private static let cores = Turnstile(free: ProcessInfo.processInfo.activeProcessorCount)

  private static func ended(_ process: Process) async throws -> Int32 {
    try await cores.through {
      try process.run()
      return await Running.status(of: process)
    }
  }

  /// Runs it while something is done, and ends it then, whatever happens in between.
  package func running<Value>(
    _ arguments: [String] = [], environment: [String: String]? = nil, _ body: (Running) async throws -> Value
  ) async throws -> Value {
    let running = try start(arguments, environment: environment)
    do {
      let value = try await body(running)
      await running.stop()
      return value
    } catch {
      await running.stop()
      throw error
    }
  }

  /// Starts it, for whoever stops it later.
  package func start(_ arguments: [String] = [], environment: [String: String]? = nil) throws -> Running {
    try Running(process(arguments, environment, in: nil))
  }

  private func process(_ arguments: [String], _ environment: [String: String]?, in folder: String?) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = first + arguments
    if let environment { process.environment = environment }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    return process
  }
}

extension Program {
  /// A program that is under way, and what it writes to standard output, line by line.
  package final class Running: Sendable {
    private let process: Process
    private let lines: AsyncStream<String>
    /// How long it may take to end in order, in seconds, before it is killed.
    private static let patience = 30.0

    fileprivate init(_ process: Process) throws {
      let (pipe, written) = (Pipe(), AsyncStream<String>.makeStream())
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      (self.process, lines) = (process, written.stream)
      let continuation = written.continuation
      Thread.detachNewThread { Self.read(pipe, into: continuation) }
    }

    private static func read(_ pipe: Pipe, into lines: AsyncStream<String>.Continuation) {
      var text = Data()
      while case let more = pipe.fileHandleForReading.availableData, !more.isEmpty {
        text += more
        while let end = text.firstIndex(of: UInt8(ascii: "\n")) {
          lines.yield(String(decoding: text[..<end], as: UTF8.self))
          text = Data(text[text.index(after: end)...])
        }
      }
      if !text.isEmpty { lines.yield(String(decoding: text, as: UTF8.self)) }
      lines.finish()
    }

    package var identifier: Int32 { process.processIdentifier }

    /// The next line that it writes; nil where none comes any more.
    package func line() async -> String? {
      var iterator = lines.makeAsyncIterator()
      return await iterator.next()
    }

    /// Sends it a signal, if it has not ended.
    package func send(_ signal: Int32) {
      if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Waits until it has ended by itself.
    ///
    /// - Returns: the exit code, or the signal below zero.
    package func ended() async -> Int32 { await Self.status(of: process) }

    /// Ends it, and waits until it has ended: in order, or by force where that takes too long.
    package func stop() async {
      send(SIGTERM)
      let end = Date(timeIntervalSinceNow: Self.patience)
      while process.isRunning, Date() < end { try? await Task.sleep(for: .milliseconds(10)) }
      send(SIGKILL)
      _ = await ended()
    }

    fileprivate static func status(of process: Process) async -> Int32 {
      await withCheckedContinuation { ended in
        Thread.detachNewThread {
          process.waitUntilExit()
          let status = process.terminationStatus
          ended.resume(returning: process.terminationReason == .exit ? status : -status)
        }
      }
    }
  }
}
