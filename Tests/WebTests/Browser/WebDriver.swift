import Foundation
import TestSupport

/// Debian's Chromium and its driver, which the browser tests need.
enum Chromium {
  static let browser = Program("/usr/bin/chromium")
  static let driver = Program("/usr/bin/chromedriver")

  static let isInstalled = browser.isThere && driver.isThere
  /// Why a browser test is skipped.
  static let missing = "Chromium or its driver is not installed: apt-get install chromium chromium-driver"
}

/// A `chromedriver` of its own, on a port that was free.
final class WebDriver: Sendable {
  private let driver: Program.Running
  private let port: Int

  /// What the driver answers where something cannot be done: the protocol's own word for it.
  struct Failure: Error, CustomStringConvertible {
    let error: String
    let description: String
  }

  init() async throws {
    let driver = try Chromium.driver.start(["--port=0"])
    var (said, number): (String, Int?) = ("", nil)
    while number == nil, let line = await driver.line() {
      said += "\(line)\n"
      number = line.firstMatch(of: #/successfully on port (\d+)\./#).flatMap { Int($0.1) }
    }
    guard let port = number else {
      await driver.stop()
      throw Failure(error: "not started", description: said)
    }
    (self.driver, self.port) = (driver, port)
  }

  /// Ends the driver with every browser that it started.
  func stop() async {
    _ = try? await call("GET", "/shutdown")
    await driver.stop()
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
