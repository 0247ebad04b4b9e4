package import Foundation
import Synchronization

/// Where the project's files stand, found from this file's own path.
package enum Repository {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  /// The rule set that comes with the project.
  package static var rules: String { path("rubrics/yunyang-2022") }

  /// A small rule set that differs in everything: total, pass mark, levels, panel rule, a rubric without a module.
  package static var smallCounty: String { path("Tests/TestSupport/small-county") }
}

/// A folder of a test's own, taken away with it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("studio-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file into the folder and gives its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file of bytes into the folder and gives its path.
  @discardableResult
  package func write(_ name: String, bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}

extension TemporaryFolder {
  /// A folder for all tests of a run, taken away when the run ends.
  package static func untilTheEnd() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    leftToTheEnd.withLock { folders in
      if folders.isEmpty { atexit { removeWhatIsLeft() } }
      folders.append(folder)
    }
    return folder
  }
}

private let leftToTheEnd = Mutex<[TemporaryFolder]>([])

private func removeWhatIsLeft() {
  for folder in leftToTheEnd.withLock(\.self) { try? FileManager.default.removeItem(atPath: folder.path) }
}
