import Foundation

/// Debian's Chromium and its driver, which the browser tests need.
enum Chromium {
  static let browser = "/usr/bin/chromium"
  static let driver = "/usr/bin/chromedriver"

  static let isInstalled = [browser, driver].allSatisfy(FileManager.default.isExecutableFile(atPath:))
  /// Why a browser test is skipped.
  static let missing = "Chromium or its driver is not installed: apt-get install chromium chromium-driver"
}

/// A `chromedriver` of its own, on a port that was free.
final class WebDriver: Sendable {
  private let process: Process
  private let port: Int

  /// What the driver answers where something cannot be done: the protocol's own word for it.
  struct Failure: Error, CustomStringConvertible {
    let error: String
    let description: String
  }

  init() async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Chromium.driver)
    process.arguments = ["--port=0"]
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    let (chunks, continuation) = AsyncStream<Data>.makeStream()
    output.fileHandleForReading.readabilityHandler = { handle in
      let data = handle.availableData
      // An end of file comes again and again until nobody listens.
      if data.isEmpty { handle.readabilityHandler = nil }
      _ = data.isEmpty ? continuation.finish() : { _ = continuation.yield(data) }()
    }
    try process.run()
    self.process = process
    var said = ""
    for await data in chunks {
      said += String(decoding: data, as: UTF8.self)
      if said.contains(#/successfully on port \d+\./#) { break }
    }
    guard let port = said.firstMatch(of: #/successfully on port (\d+)\./#).flatMap({ Int($0.1) }) else {
      process.terminate()
      throw Failure(error: "not started", description: said)
    }
    self.port = port
  }

  /// Ends the driver with every browser that it started.
  func stop() async {
    _ = try? await call("GET", "/shutdown")
    process.terminate()
  }

  /// Sends a command, and gives the value of its answer.
  ///
  /// - Throws: ``Failure`` with the protocol's error.
  @discardableResult
  func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
    let (port, data) = (port, try body.map(JSONEncoder().encode) ?? Data())
    let answer = try await withCheckedThrowingContinuation {
      (answer: CheckedContinuation<LocalHTTP.Answer, any Error>) in
      // A command may take long: a thread of its own waits for it, none of the tests'.
      Thread.detachNewThread {
        answer.resume(with: Result { try LocalHTTP.send(method, path, data, port: port) })
      }
    }
    let (status, reply) = (answer.status, answer.body)
    let value = try JSONDecoder().decode([String: JSON].self, from: reply)["value"] ?? .null
    guard status == 200 else {
      throw Failure(error: value["error"].text ?? "", description: "\(path): \(value["message"].text ?? "")")
    }
    return value
  }
}
