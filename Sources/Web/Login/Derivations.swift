import Dispatch
import Journal
import StudioRegistry

/// Derives password hashes: two at once, some more in a queue, and beyond that none, so that a flood takes neither memory nor
/// the pages' time.
actor Derivations {
  private static let most = 2
  private static let longest = 32
  private let cost: PasswordCost
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ cost: PasswordCost) {
    self.cost = cost
  }

  /// A password as it is stored.
  ///
  /// - Throws: ``Turned/busy``.
  func stored(_ password: String, of account: ID<Account>, at now: Int) async throws -> StoredPassword {
    let salt = randomBytes(16)
    let hash = PasswordHash(salt: salt, cost: cost, hash: try await hash(password, salt: salt, cost))
    return StoredPassword(account: account, salt: hexadecimal(salt), hash: hash.text, changed: now)
  }

  /// Whether a password is the stored one; takes as long where nothing is stored.
  ///
  /// - Throws: ``Turned/busy``.
  func isRight(_ password: String, _ stored: StoredPassword?) async throws -> Bool {
    let known = stored.flatMap { PasswordHash(salt: $0.salt, text: $0.hash) }
    let found = try await hash(password, salt: known?.salt ?? [UInt8](repeating: 0, count: 16), known?.cost ?? cost)
    return isSame(found, known?.hash ?? []) && known != nil
  }

  private func hash(_ password: String, salt: [UInt8], _ cost: PasswordCost) async throws -> [UInt8] {
    try await begin()
    defer { finish() }
    // On a thread of its own: the pages' threads are as few as the cores.
    return try await withCheckedThrowingContinuation { answer in
      DispatchQueue.global().async { answer.resume(with: Result { try cost.hash(password, salt: salt) }) }
    }
  }

  private func begin() async throws {
    guard running == Self.most else {
      running += 1
      return
    }
    guard waiting.count < Self.longest else { throw Turned.busy }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives the place to who waits longest.
  private func finish() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
