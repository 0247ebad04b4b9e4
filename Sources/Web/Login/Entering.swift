import HTTPTypes
import Journal
import StudioRegistry

extension Visit {
  /// Begins a session for somebody who has shown who it is, in place of the one before, and leads to where the role begins.
  func enter(_ account: Account, to path: String? = nil) async throws -> Answer {
    let secret = randomText(bytes: 32)
    if let visitor { try await site.side.end(visitor.session.digest) }
    try await site.side.tidy(at: now)
    try await site.side.begin(
      Session(
        digest: digest(secret), account: account.id, began: now,
        expires: now + SessionTime.idle(of: account.role) * 1000))
    let answer = Answer.redirect(path ?? Navigation.home(of: account.role))
      .setting(.session, to: secret, seconds: SessionTime.seconds(for: account.role), isSecure: isSecure)
    // Who comes in with a code alone has no password that others could try.
    guard !Role.bySlip.contains(account.role) else { return answer }
    let device = try await marked(for: account)
    return answer.setting(.device, to: device, seconds: KnownDevice.seconds, isSecure: isSecure)
  }

  /// The open account with a login, letter case aside.
  func openAccount(login: String) async throws -> Account? {
    let today = try await today()
    return try await read { register in register.account(login: login).flatMap { $0.isOpen(on: today) ? $0 : nil } }
  }
}

/// How long somebody stays logged in: officials for a working day, judges and contacts, whose code works once, for a month.
enum SessionTime {
  /// The longest that a session lasts, in seconds.
  static func seconds(for role: Role) -> Int { Role.bySlip.contains(role) ? 30 * 86_400 : 10 * 3600 }

  /// How long it lasts without a visit, in seconds.
  static func idle(of role: Role) -> Int { Role.bySlip.contains(role) ? 30 * 86_400 : 2 * 3600 }

  /// Every so many seconds it is noted that a session is in use.
  static func step(of role: Role) -> Int { Role.bySlip.contains(role) ? 3600 : 300 }

  /// Until when a session lasts that is in use now; nil where that need not be noted.
  static func prolonged(_ session: Session, of role: Role, at now: Int) -> Int? {
    let end = session.began + seconds(for: role) * 1000
    guard now - session.seen >= step(of: role) * 1000, session.expires <= end else { return nil }
    return min(end, now + idle(of: role) * 1000)
  }
}

/// What counts failures, each account and each address for itself.
enum Counting {
  private static let quarter = 15 * 60_000

  /// Three are free; then the next try waits, up to a quarter of an hour.
  static func account(_ login: String) -> Attempt {
    Attempt(
      digest("account \(login.lowercased())"), Patience(free: 3, longest: quarter, memory: 24 * 3_600_000))
  }

  /// Whoever tries from a browser in which the account has come in before: others' failures keep nobody waiting there.
  static func device(_ device: String, of account: ID<Account>) -> Attempt {
    Attempt(
      digest("device \(device) \(account)"), Patience(free: 3, longest: quarter, memory: 24 * 3_600_000))
  }

  /// The present password, which only who is logged in can try.
  static func own(_ account: ID<Account>) -> Attempt {
    Attempt(digest("own \(account)"), Patience(free: 3, longest: quarter, memory: 24 * 3_600_000))
  }

  /// A whole office comes from one address: twenty are free.
  static func address(_ origin: String) -> Attempt {
    Attempt(
      digest("address \(network(of: origin))"), Patience(free: 20, longest: quarter, memory: 2 * 3_600_000))
  }

  /// What of an address counts; where it is none, all of it.
  static func network(of origin: String) -> String { PeerAddress(origin)?.network ?? origin }
}

extension Visit {
  /// Counts a try from this address as failed beforehand.
  ///
  /// - Throws: ``Turned/wait``, whatever was tried.
  func countTry() async throws {
    let wait = try await site.side.attempt(Counting.address(origin), at: now)
    if wait > 0 { throw Turned.wait(minutes: (wait + 59_999) / 60_000) }
  }

  /// Takes it back.
  func uncountTry() async throws { try await site.side.uncount(Counting.address(origin).target) }

  /// Whether a password is the stored one and its turn has come. A try is counted as failed until it is right.
  ///
  /// - Throws: ``Turned/busy``, which counts for nothing: nothing was checked.
  func isRight(_ password: String, _ stored: StoredPassword?, counting attempt: Attempt) async throws -> Bool {
    let wait = try await site.side.attempt(attempt, at: now)
    let isRight: Bool
    do {
      isRight = try await site.derivations.isRight(password, stored)
    } catch Turned.busy {
      if wait == 0 { try await site.side.uncount(attempt.target) }
      throw Turned.busy
    }
    guard isRight, wait == 0 else { return false }
    try await site.side.forgetFailures(attempt.target)
    return true
  }
}

/// A browser in which somebody came in with a password before.
enum KnownDevice {
  /// As long as browsers keep a cookie at all (RFC 6265bis, 5.6.2).
  static let seconds = 400 * 86_400

  static func digest(_ secret: String) -> String { Web.digest("device \(secret)") }
}

extension Visit {
  /// The digest by which this browser is known to an account; nil where it is not.
  func device(of account: Account?) async throws -> String? {
    guard let account, let secret = cookies[.device] else { return nil }
    let digest = KnownDevice.digest(secret)
    return try await site.side.isKnown(device: digest, to: account.id) ? digest : nil
  }

  /// Notes that somebody has come in here, and gives what the browser is to keep: several officials may share it.
  private func marked(for account: Account) async throws -> String {
    var secret = randomText(bytes: 32)
    // What is not known was not given by this site.
    if let kept = cookies[.device], try await site.side.isKnown(device: KnownDevice.digest(kept)) { secret = kept }
    try await site.side.know(device: KnownDevice.digest(secret), to: account.id, at: now)
    return secret
  }
}
