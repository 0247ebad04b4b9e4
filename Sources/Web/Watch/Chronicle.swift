import Journal
import Scoring
import StudioRegistry
import Wording

/// What is kept in memory of the whole journal, so that no history reads it anew: whom each entry concerns.
///
/// It has a connection of its own, so that a reader never holds up the registrar.
actor Chronicle {
  private let store: SQLiteStore
  private var traces: [Trace] = []
  private var last = Head.start
  private var checking: Task<Verification, any Error>?
  /// How many whole checks there have been.
  private(set) var checks = 0

  /// An entry in full.
  struct Line: Sendable {
    let entry: Entry
    /// What it says, and from which day; nil where somebody altered it so that it cannot be read any more.
    let content: (event: any Event, on: Day)?

    init(_ entry: Entry) {
      self.entry = entry
      content = try? EventCodec.decode(entry)
    }

    /// What happened, behind the id of what came to be by it.
    func words(_ phrases: any Phrases, _ names: Names) -> String {
      guard let event = content?.event else { return "—" }
      return (event.made(at: entry.sequence).map { "\($0) " } ?? "") + phrases.event(event, names)
    }

    var persons: [ID<Person>] { content?.event.namedPersons ?? [] }
    var day: String { content?.on.description ?? "—" }
  }

  /// Some lines, the newest first.
  struct Page: Sendable {
    let lines: [Line]
    /// The sequence before which the older ones stand; nil where there are none.
    let older: Int?
  }

  /// Which entries are wanted.
  struct Choice: Sendable {
    var studio: ID<Studio>?
    var kind: String?
    /// The kinds that may be read; nil for all.
    var readable: Set<String>?
    /// Only entries with a smaller sequence.
    var before = Int.max
    var limit = 40
  }

  /// - Throws: ``StoreError``.
  init(_ store: SQLiteStore) throws(StoreError) {
    self.store = try SQLiteStore(path: store.path)
  }

  /// The newest of the entries that are wanted.
  func page(_ choice: Choice) async throws -> Page {
    try await catchUp()
    let concerns = choice.studio.map { Concerns($0, in: traces) }
    let wanted = traces.reversed().lazy.filter { trace in
      // The rules concern every studio, and belong to no history.
      trace.sequence < choice.before && (concerns.map { $0[trace.sequence] != nil && !trace.isRule } ?? true)
        && choice.kind.map { $0 == trace.kind } ?? true && choice.readable?.contains(trace.kind) ?? true
    }.map(\.sequence).prefix(choice.limit + 1)
    let sequences = Array(wanted)
    var lines: [Line] = []
    for sequence in sequences.prefix(choice.limit) {
      if let line = try await line(sequence) { lines.append(line) }
    }
    return Page(lines: lines, older: sequences.count > choice.limit ? lines.last?.entry.sequence : nil)
  }

  /// The kinds that there are, in the order of the house's parts; those that nobody knows come last.
  func kinds() async throws -> [String] {
    try await catchUp()
    let found = Set(traces.map(\.kind))
    let known = eventTypes.map { $0.kind }
    return known.filter(found.contains) + found.subtracting(known).sorted()
  }

  /// The digests of the files that entries of a kind brought, by the entries' sequences.
  func files(with kind: String) async throws -> [Int: String] {
    try await catchUp()
    var files: [Int: String] = [:]
    for trace in traces where trace.kind == kind { files[trace.sequence] = trace.files.first }
    return files
  }

  /// The entries that concern a studio and brought a file.
  func lines(with digest: String, of studio: ID<Studio>) async throws -> [Line] {
    try await catchUp()
    let found = traces.filter { $0.files.contains(digest) }.map(\.sequence)
    guard !found.isEmpty else { return [] }
    let concerns = Concerns(studio, in: traces)
    var lines: [Line] = []
    for sequence in found where concerns[sequence] != nil {
      if let line = try await line(sequence) { lines.append(line) }
    }
    return lines
  }

  /// One entry; nil where there is none.
  func line(_ sequence: Int) async throws -> Line? {
    guard sequence > 0, let entry = try await store.entries(after: sequence - 1, upTo: 1).first,
      entry.sequence == sequence
    else { return nil }
    return Line(entry)
  }

  /// Checks the whole journal, and compares it with a checkpoint where there is one.
  ///
  /// - Throws: ``StoreError``, or the first ``JournalFault``.
  func verify(modules: ModuleRegistry, checkpoint: Head?) async throws -> Verification {
    var found = try await check(modules)
    guard let checkpoint else { return found }
    // What was appended since that check began is in the next one.
    if checkpoint.sequence > found.head.sequence, try await store.head().sequence >= checkpoint.sequence {
      found = try await check(modules)
    }
    try await found.check(checkpoint, in: store)
    return found
  }

  /// One check at a time: who asks while the journal is being checked waits for the same answer.
  private func check(_ modules: ModuleRegistry) async throws -> Verification {
    if let checking { return try await checking.value }
    checks += 1
    let path = store.path
    let task = Task { try await Self.check(path, modules) }
    checking = task
    defer { checking = nil }
    return try await task.value
  }

  @concurrent private static func check(_ path: String, _ modules: ModuleRegistry) async throws -> Verification {
    let store = try SQLiteStore(path: path)
    defer { try? store.close() }
    return try await Verification.verify(store, modules: modules)
  }

  private func catchUp() async throws {
    while true {
      let known = traces.count
      let entries = try await store.entries(after: max(0, known - 1), upTo: 2000)
      // While this waited, somebody else may have read on.
      guard known == traces.count else { continue }
      if known > 0, entries.first?.digest != last.digest {
        // Another journal was restored in its place.
        (traces, last) = ([], .start)
        continue
      }
      let new = entries.dropFirst(known > 0 ? 1 : 0)
      guard let end = new.last else { return }
      for entry in new {
        let event = try? EventCodec.decode(entry).event
        traces.append(event.map { Trace($0, at: entry.sequence) } ?? Trace(unreadable: entry.kind, at: entry.sequence))
      }
      last = Head(sequence: end.sequence, digest: end.digest)
    }
  }
}
