package import Scoring
import StudioRegistry

/// What a whole check of a journal found in order.
package struct Verification: Sendable {
  package let head: Head
  /// How many persons' values were checked against their commitments, and how many were erased.
  package let persons: Int
  package let erased: Int
  /// How many persons' values are not here, as after restoring a journal from its lines.
  package let absent: Int
  /// The closings that were computed again, and came out the same.
  package let closings: Int

  /// Checks a journal from its first entry to its last: the chain, every event, every outcome, the vault.
  ///
  /// An outcome is checked by closing the round again from the entries before it: the same bytes must come. Counts,
  /// confirmations, terms and approvals must be what follows from the entries before them.
  ///
  /// - Parameter checkpoint: an end written down earlier, which must be in the journal.
  /// - Throws: ``StoreError``, or the first ``JournalFault``.
  package static func verify(
    _ store: any EntryStore, modules: ModuleRegistry, checkpoint: Head? = nil, workers: Int = 1
  ) async throws -> Verification {
    if let file = store as? SQLiteStore, let problem = try await file.faultOfFile() {
      // An entry that can be named says more than the file's page.
      try await verifyChain(file, modules, workers)
      throw JournalFault(nil, problem)
    }
    let entries = try await store.entries(after: 0)
    let links = try await Chain.links(of: entries, after: .start, workers: workers)
    if let hiding = try await (store as? SQLiteStore)?.entryWithHiddenText(among: entries) {
      throw JournalFault(hiding, .altered)
    }
    try check(checkpoint, entries)
    var register = Register(modules: modules)
    var closings = 0
    var place = 0
    while place < links.count {
      let link = links[place]
      // A closing from which every result was taken out still has its last entry.
      if let round = (link.event as? StudioSettled)?.round ?? (link.event as? RoundClosed)?.round {
        try recompute(round, from: place, links, entries, in: register)
        closings += 1
        while links[place].event is StudioSettled {
          register.apply(links[place].event, as: links[place].record)
          place += 1
          guard place < links.count else { throw JournalFault(place, .recomputed) }
        }
        register.apply(links[place].event, as: links[place].record)
        place += 1
      } else {
        guard register.allows(link.event, as: link.record) else {
          throw JournalFault(link.record.sequence, .recomputed)
        }
        register.apply(link.event, as: link.record)
        place += 1
      }
    }
    let vault = try await checkVault(store, register)
    if vault.absent == 0, let scan = try await missingScan(in: links, store) { throw JournalFault(scan, .lostFile) }
    if let digest = try await (store as? SQLiteStore)?.alteredFiles().first {
      throw JournalFault(nil, .alteredFile(digest))
    }
    return Verification(
      head: entries.last.map(Head.init) ?? .start, persons: vault.persons,
      erased: vault.erased, absent: vault.absent, closings: closings)
  }

  /// Compares the journal that was found whole with an end that was written down earlier.
  ///
  /// - Throws: ``StoreError``, or ``JournalFault`` where it does not have that end.
  package func check(_ checkpoint: Head, in store: any EntryStore) async throws {
    guard checkpoint.sequence > 0 else { return }
    guard checkpoint.sequence <= head.sequence else {
      throw JournalFault(head.sequence + 1, .cut(end: checkpoint.sequence))
    }
    let entry = try await store.entries(after: checkpoint.sequence - 1, upTo: 1).first
    guard entry?.digest == checkpoint.digest else {
      throw JournalFault(checkpoint.sequence, .differsFromCheckpoint)
    }
  }

  private static func verifyChain(_ store: SQLiteStore, _ modules: ModuleRegistry, _ workers: Int) async throws {
    let entries: [Entry]
    do { entries = try await store.entries(after: 0) } catch { return }
    _ = try await Chain.links(of: entries, after: .start, workers: workers)
  }

  private static func check(_ checkpoint: Head?, _ entries: [Entry]) throws(JournalFault) {
    guard let checkpoint, checkpoint.sequence > 0 else { return }
    guard checkpoint.sequence <= entries.count else {
      throw JournalFault(entries.count + 1, .cut(end: checkpoint.sequence))
    }
    guard entries[checkpoint.sequence - 1].digest == checkpoint.digest else {
      throw JournalFault(checkpoint.sequence, .differsFromCheckpoint)
    }
  }

  /// Closes a round again from what went before, and compares bytes.
  private static func recompute(
    _ round: ID<Round>, from place: Int, _ links: [Chain.Link], _ entries: [Entry], in register: Register
  ) throws {
    guard let closing = links[place...].lazy.compactMap({ $0.event as? RoundClosed }).first,
      let events = try? register.recomputed(round, reason: closing.reason)
    else { throw JournalFault(entries[place].sequence, .recomputed) }
    for (offset, event) in events.enumerated() {
      guard place + offset < entries.count else { throw JournalFault(entries[place].sequence, .recomputed) }
      let entry = entries[place + offset]
      let encoded = try EventCodec.encode(event, on: links[place].record.on)
      if encoded.kind != entry.kind || encoded.payload != entry.payload {
        throw JournalFault(entry.sequence, .recomputed)
      }
    }
  }

  /// The first entry that has lost a file stored with it.
  private static func missingScan(in links: [Chain.Link], _ store: any EntryStore) async throws -> Int? {
    for link in links {
      for digest in link.event.files {
        if try await store.file(digest) == nil { return link.record.sequence }
      }
    }
    return nil
  }

  /// Compares the vault with the commitments.
  private static func checkVault(
    _ store: any EntryStore, _ register: Register
  ) async throws -> (persons: Int, erased: Int, absent: Int) {
    let rows = try await store.vault()
    let known = Dictionary(rows.map { ($0.person, $0) }) { first, _ in first }
    var (persons, erased, absent) = (0, 0, 0)
    for person in register.persons.values.sorted(by: { $0.id < $1.id }) {
      switch (person.erased, known[person.id]) {
      case (.some, nil): erased += 1
      case (nil, let row?) where row.isAbsent: absent += 1
      case (nil, let row?) where row.commitment == person.commitment: persons += 1
      case (nil, nil): throw JournalFault(person.id.sequence, .lostValues(person.id.description))
      default: throw JournalFault(person.id.sequence, .commitment(person.id.description))
      }
    }
    if let stranger = rows.first(where: { register.persons[$0.person] == nil }) {
      throw JournalFault(nil, .commitment(stranger.person.description))
    }
    return (persons, erased, absent)
  }
}
