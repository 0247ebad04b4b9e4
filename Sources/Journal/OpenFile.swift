import Foundation
import StudioRegistry
import Synchronization

/// A register's file that this process has open, so that nobody here looks into it beside SQLite.
///
/// Whoever closes any descriptor of a file ends all locks that the process has on it (POSIX; sqlite.org/howtocorrupt.html, 2.2):
/// then another process takes itself for the last, and removes the log under those who still write to it.
final class OpenFile: Sendable {
  private struct Identity: Hashable {
    let device: Int
    let file: Int

    init?(_ path: String) {
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
        let device = attributes[.systemNumber] as? Int, let file = attributes[.systemFileNumber] as? Int
      else { return nil }
      (self.device, self.file) = (device, file)
    }
  }

  /// How often this process has each file open.
  private static let open = Mutex<[Identity: Int]>([:])

  private let held: Mutex<Identity?>

  /// Looks at a file's first bytes, unless it is open here and so was looked at before, and holds it as open.
  ///
  /// - Throws: ``StoreError`` as ``SQLiteFile/check()``.
  init(_ path: String) throws(StoreError) {
    held = Mutex(
      try Self.open.withLock { open throws(StoreError) in
        let known = Identity(path)
        if known.flatMap({ open[$0] }) == nil { try SQLiteFile(path).check() }
        if let known { open[known, default: 0] += 1 }
        return known
      })
  }

  deinit { release() }

  /// Holds it no longer, once its connection is closed.
  func release() {
    let identity = held.withLock { held in
      defer { held = nil }
      return held
    }
    guard let identity else { return }
    Self.open.withLock { open in
      guard let count = open[identity] else { return }
      open[identity] = count > 1 ? count - 1 : nil
    }
  }
}
