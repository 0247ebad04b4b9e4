import Synchronization

/// How many forms with files may be in memory at once, each of which may be as large as the limit.
final class Uploads: Sendable {
  private let most: Int
  private let running = Mutex(0)

  init(most: Int) {
    self.most = most
  }

  /// Takes a place, which has to be given back.
  ///
  /// - Throws: ``Turned/crowded`` where none is free.
  func begin() throws(Turned) {
    let isTaken = running.withLock { running in
      guard running < most else { return false }
      running += 1
      return true
    }
    if !isTaken { throw .crowded }
  }

  func end() { running.withLock { $0 -= 1 } }
}
