package import Scoring
package import StudioRegistry

/// The only writer of a register: takes waiting commands, decides them in order, commits them at once, then answers each.
///
/// Several processes may each have one on the same store: whoever comes second catches up and decides again.
package actor Registrar {
  private let store: any EntryStore
  private let modules: ModuleRegistry
  private let clock: @Sendable () -> Int
  private let workers: Int
  private var register: Register
  private var head = Head.start

  private var waiting: [Job] = []
  private var isWorking = false
  /// How many batches still look at the journal's end first, because others have lately appended to it.
  private var looks = 0

  /// What waits for its turn. Readings have theirs before commands, so that nobody reads what may yet be taken back.
  private enum Job {
    case reading(@Sendable (Result<(Register, Head), any Error>) -> Void)
    case command(Submission, CheckedContinuation<Receipt, any Error>)
  }

  /// Opens a register by reading its journal, each entry checked against the one before.
  ///
  /// - Parameters:
  ///   - clock: the milliseconds since 1970 UTC.
  ///   - workers: how many parts of the journal are decoded at once.
  /// - Throws: ``StoreError``, or ``JournalFault`` where the journal was altered.
  package init(
    _ store: any EntryStore, modules: ModuleRegistry, workers: Int = 1, clock: @escaping @Sendable () -> Int
  ) async throws {
    self.store = store
    self.modules = modules
    self.workers = workers
    self.clock = clock
    register = Register(modules: modules)
    try await readOn()
  }

  /// Asks for something, and returns when it is durable.
  ///
  /// - Throws: ``Refusal`` or ``StoreError``; then nothing of it is in the journal.
  package func submit(_ submission: Submission) async throws -> Receipt {
    try await withCheckedThrowingContinuation { answer in take(.command(submission, answer)) }
  }

  /// What would follow from a command, which is not carried out.
  package func preview(_ submission: Submission) async throws -> [any Event] {
    let at = clock()
    return try await look { register, _ in
      try register.decide(submission.command, Self.request(of: submission, in: register, at: at))
    }
  }

  /// Reads the register as it stands, with what other processes wrote; values are taken out, never the register.
  package func read<Value: Sendable>(
    _ work: @escaping @Sendable (Register) throws -> Value
  ) async throws -> Value {
    try await look { register, _ in try work(register) }
  }

  /// The journal's end.
  package func end() async throws -> Head {
    try await look { _, head in head }
  }

  private func look<Value: Sendable>(
    _ work: @escaping @Sendable (Register, Head) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { answer in
      take(
        .reading { state in
          answer.resume(with: Result { try work(state.get().0, state.get().1) })
        })
    }
  }
}

// MARK: - Working

extension Registrar {
  private func take(_ job: Job) {
    waiting.append(job)
    guard !isWorking else { return }
    isWorking = true
    Task { await work() }
  }

  /// Takes whatever waits, again and again until nothing does. All that touches store and register happens in here, in turn.
  private func work() async {
    var usual = 1
    while !waiting.isEmpty {
      // Who was answered a moment ago is likely to ask again: a commit that takes all costs no more than one for some.
      for _ in 0..<usual where waiting.count < usual { await Task.yield() }
      let jobs = waiting
      waiting = []
      usual = jobs.count
      var asked: [(submission: Submission, answer: CheckedContinuation<Receipt, any Error>)] = []
      for case .command(let submission, let answer) in jobs { asked.append((submission, answer)) }
      do {
        let hasReadings = asked.count < jobs.count
        if hasReadings || looks > 0 { try await catchUp() }
        looks = max(0, looks - 1)
        // Nothing keeps a copy of the register: while one is held, every change would copy what it changes.
        for case .reading(let read) in jobs { read(.success((register, head))) }
      } catch {
        for case .reading(let read) in jobs { read(.failure(error)) }
        for (_, answer) in asked { answer.resume(throwing: error) }
        continue
      }
      guard !asked.isEmpty else { continue }
      let answers = await carryOut(asked.map(\.submission))
      for ((_, answer), result) in zip(asked, answers) { answer.resume(with: result) }
      for _ in 0..<usual where waiting.count < usual { await Task.yield() }
    }
    isWorking = false
  }

  /// Carries out commands in one append; after a conflict each alone, so that little has to be taken back.
  private func carryOut(_ submissions: [Submission]) async -> [Result<Receipt, any Error>] {
    do {
      return try await attempt(submissions)
    } catch let error as StoreError where error.code == .conflict {
      var answers: [Result<Receipt, any Error>] = []
      for submission in submissions { answers.append(await insist(submission)) }
      return answers
    } catch {
      return submissions.map { _ in .failure(error) }
    }
  }

  private func insist(_ submission: Submission) async -> Result<Receipt, any Error> {
    while true {
      do {
        try await catchUp()
        return try await attempt([submission])[0]
      } catch let error as StoreError where error.code == .conflict {
        continue
      } catch {
        return .failure(error)
      }
    }
  }

  /// Decides commands and appends what follows from them; each is applied before the next is decided.
  private func attempt(_ submissions: [Submission]) async throws -> [Result<Receipt, any Error>] {
    let at = clock()
    var batch = Batch()
    var answers: [Result<Receipt, any Error>] = []
    var end = head
    var unapplied: [Chain.Link] = []
    for submission in submissions {
      // What the last one changed is applied when another has to be decided upon it: alone, nothing has to be taken back.
      for link in unapplied { register.apply(link.event, as: link.record) }
      unapplied = []
      do {
        let request = Self.request(of: submission, in: register, at: at)
        let events = try await register.decide(submission.command, request, workers: workers)
        let encoded = try await EventCodec.encode(events, on: request.on, workers: workers)
        let first = end.sequence + 1
        let changes = try events.enumerated().map { place, event in
          try change(for: event, sequence: first + place, of: submission)
        }
        for (event, encoded) in zip(events, encoded) {
          let entry = Entry(encoded, sequence: end.sequence + 1, at: at, request: request, previous: end.digest)
          batch.entries.append(entry)
          unapplied.append(Chain.Link(event: event, record: entry.record(on: request.on)))
          end = Head(entry)
        }
        batch.vault += changes.flatMap(\.self)
        batch.files += submission.files
        batch.settled += submission.settled
        batch.access += submission.access
        answers.append(.success(Receipt(entries: first...end.sequence, events: events, head: end)))
      } catch {
        answers.append(.failure(error))
      }
    }
    guard !batch.entries.isEmpty else { return answers }
    do {
      try await store.append(batch, after: head)
    } catch {
      // Somebody else appends, too; a single command has to catch up anyhow.
      if error.code == .conflict { looks = Self.wariness }
      if register.sequence != head.sequence { try await reload() }
      throw error
    }
    for link in unapplied { register.apply(link.event, as: link.record) }
    head = end
    guard batch.vault.contains(where: \.leavesTraces) else { return answers }
    // What was recorded stays recorded; where somebody else holds the file, the receipt says that traces are left.
    do { try await store.scrub() } catch { return answers.map { $0.map(\.withTraces) } }
    return answers
  }

  /// Who asks, and for which day.
  private static func request(of submission: Submission, in register: Register, at: Int) -> Request {
    // What founds the register brings its own clock along.
    let founding = register.founding == nil ? (submission.command as? Found)?.rules.authority.utcOffset : nil
    let today = Day(milliseconds: at, utcOffset: founding ?? register.utcOffset)
    return Request(
      account: submission.account, behalf: submission.behalf, on: submission.on ?? today, today: today,
      channel: submission.channel)
  }

  /// What an event changes in the vault.
  private func change(for event: any Event, sequence: Int, of submission: Submission) throws(StoreError)
    -> [VaultChange]
  {
    func put(_ person: ID<Person>, _ commitment: String) throws(StoreError) -> [VaultChange] {
      guard let sealed = submission.persons.first(where: { $0.commitment.digest == commitment }) else {
        throw StoreError(.unwritable, person.description)
      }
      return [.put(VaultRow(person: person, salt: sealed.salt, values: sealed.values))]
    }
    switch event {
    case let added as PersonAdded: return try put(ID(sequence), added.commitment)
    case let changed as PersonChanged:
      return [.erase(changed.person)] + (try put(changed.person, changed.commitment))
    case let erased as PersonErased: return [.erase(erased.person)]
    default: return []
    }
  }

  /// How many batches look first, after somebody else appended: to decide several commands on a stale end costs a reload.
  private static let wariness = 100

  /// Applies what others appended since.
  private func catchUp() async throws {
    guard try await store.head() != head else { return }
    looks = Self.wariness
    let next = try await store.entries(after: head.sequence, upTo: 1)
    // A journal that does not go on where we were was restored from elsewhere: begin anew.
    if head.sequence > 0, next.first?.previous != head.digest { return try await reload() }
    try await readOn()
  }

  private func reload() async throws {
    register = Register(modules: modules)
    head = .start
    try await readOn()
  }

  /// Applies what stands behind the head, while what comes after that is already read, checked and decoded.
  private func readOn() async throws {
    let (store, workers) = (store, workers)
    var page = try await Chain.page(of: store, after: head, workers: workers)
    while let read = page {
      async let following = Chain.page(of: store, after: read.end, workers: workers)
      for link in read.links { register.apply(link.event, as: link.record) }
      head = read.end
      page = try await following
    }
  }
}
