import Foundation
import TestSupport

/// What Chromium's driver can do beyond the standard.
extension Browser {
  /// Sends a command of the DevTools protocol.
  @discardableResult
  func tell(_ command: String, _ parameters: JSON = [:]) async throws -> JSON {
    try await post("goog/cdp/execute", ["cmd": .text(command), "params": parameters])
  }

  /// Cuts the browser off from the network, or connects it again.
  func setOffline(_ isOffline: Bool) async throws {
    guard isOffline else {
      try await driver.call("DELETE", "\(session)/chromium/network_conditions")
      return
    }
    let conditions: JSON = ["offline": true, "latency": 0, "throughput": 0]
    try await post("chromium/network_conditions", ["network_conditions": conditions])
  }

  /// What the browser's console has said since it was last asked: errors of scripts, and what the policy blocked.
  func complaints() async throws -> [String] {
    try await post("se/log", ["type": "browser"]).list.filter { $0["level"].text == "SEVERE" }.compactMap {
      $0["message"].text
    }
  }

  /// The whole page as a picture, beyond what fits the window.
  func picture() async throws -> Data {
    let taken = try await tell("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true])
    return taken["data"].text.flatMap { Data(base64Encoded: $0) } ?? Data()
  }
}

/// The keys of a keyboard that leave no letter.
enum Key: String {
  case tab = "\u{E004}"
  case enter = "\u{E007}"
  case space = " "
  case right = "\u{E014}"
  case down = "\u{E015}"
}

extension Browser {
  /// Presses a key, wherever the keyboard is.
  func press(_ key: Key) async throws { try await strike(key.rawValue) }

  /// Types with the keyboard, wherever it is.
  func strike(_ text: String) async throws {
    let strokes = text.map(String.init).flatMap { key -> [JSON] in
      [["type": "keyDown", "value": .text(key)], ["type": "keyUp", "value": .text(key)]]
    }
    try await post("actions", ["actions": [["type": "key", "id": "keyboard", "actions": .list(strokes)]]])
  }
}

/// The folder in which a test keeps what it saw, below `STUDIO_SCREENSHOTS` or `.build/screenshots`.
struct Album: Sendable {
  let folder: URL

  /// Its path is printed once in a run; what an earlier run left in the usual place goes.
  private static let all: URL = {
    let chosen = ProcessInfo.processInfo.environment["STUDIO_SCREENSHOTS"]
    let folder = URL(fileURLWithPath: chosen ?? Repository.path(".build/screenshots"))
    if chosen == nil { try? FileManager.default.removeItem(at: folder) }
    print("Screenshots: \(folder.path)")
    return folder
  }()

  init(_ name: String) throws {
    folder = Self.all.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func keep(_ browser: Browser, _ name: String) async throws {
    try await browser.picture().write(to: folder.appendingPathComponent("\(name).png"))
  }
}
