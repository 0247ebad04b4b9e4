package import Testing

/// Has tests that hold registers and sites wait for one of a few turns.
///
/// All tests of a run begin at once, and each of these holds files and sockets, of which a process has 1,024 unless
/// somebody raised that. A test takes one turn for all that it opens, so that none waits for another in the middle.
package struct Turns: TestTrait, SuiteTrait, TestScoping {
  private static let shared = Turnstile(free: 12)

  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await Self.shared.through(function)
  }
}

/// Lets a few through at once; all others wait, first come, first served.
actor Turnstile {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(free: Int) { self.free = free }

  /// Does something once there is room for it.
  nonisolated func through<Value>(_ work: () async throws -> Value) async throws -> Value {
    await take()
    do {
      let value = try await work()
      await give()
      return value
    } catch {
      await give()
      throw error
    }
  }

  private func take() async {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
  }

  private func give() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

extension Trait where Self == Turns {
  /// Holds registers or sites, and so waits for a turn.
  package static var turns: Turns { Turns() }
}
