import StudioRegistry

/// Checks that entries follow one another, and decodes them, on all cores.
enum Chain {
  /// An entry's event and what the register gets to know with it.
  struct Link: Sendable {
    let event: any Event
    let record: Record
  }

  /// Entries that were read at once.
  struct Page: Sendable {
    let links: [Link]
    let end: Head
  }

  /// How many entries are read at once: enough to keep all cores busy, and few enough to stay in their caches.
  private static let pageSize = 4096

  /// What a store holds next behind a head; nil where that is its end.
  ///
  /// - Throws: ``StoreError``, or the fault of the first entry that has one.
  @concurrent
  static func page(of store: any EntryStore, after head: Head, workers: Int) async throws -> Page? {
    let entries = try await store.entries(after: head.sequence, upTo: pageSize)
    guard let last = entries.last else { return nil }
    do {
      return Page(links: try await links(of: entries, after: head, workers: workers), end: Head(last))
    } catch {
      // What is wrong may show in entries further on: an entry stands in another's place, which is there, too.
      _ = try await links(of: store.entries(after: 0), after: .start, workers: workers)
      throw error
    }
  }

  /// The events of entries that follow on a head.
  ///
  /// - Throws: the fault of the first entry that has one.
  static func links(of entries: [Entry], after head: Head, workers: Int) async throws(JournalFault) -> [Link] {
    let size = max(512, (entries.count + workers - 1) / max(1, workers))
    let parts = await withTaskGroup(of: (Int, Result<[Link], JournalFault>).self) { group in
      for first in stride(from: 0, to: entries.count, by: size) {
        let own = first..<min(first + size, entries.count)
        group.addTask { @concurrent in
          do throws(JournalFault) {
            return (first, .success(try part(own, of: entries, after: head)))
          } catch {
            return (first, .failure(error))
          }
        }
      }
      return await group.reduce(into: [:]) { parts, part in parts[part.0] = part.1 }
    }
    var links: [Link] = []
    links.reserveCapacity(entries.count)
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) { links += try part.get() }
    return links
  }

  private static func part(
    _ places: Range<Int>, of entries: [Entry], after head: Head
  ) throws(JournalFault) -> [Link] {
    var links: [Link] = []
    links.reserveCapacity(places.count)
    for place in places {
      let entry = entries[place]
      try check(entry, after: place == 0 ? head : Head(entries[place - 1]), in: entries)
      let (event, day) = try EventCodec.decode(entry)
      links.append(Link(event: event, record: entry.record(on: day)))
    }
    return links
  }

  /// Checks one entry against the one before it.
  static func check(_ entry: Entry, after head: Head, in entries: [Entry]) throws(JournalFault) {
    guard entry.sequence == head.sequence + 1 else { throw JournalFault(head.sequence + 1, .missing) }
    if entry.isIntact, entry.previous == head.digest { return }
    if let other = entries.first(where: { $0.digest == entry.previous && $0.sequence != head.sequence }) {
      throw JournalFault(entry.sequence, .reordered(after: other.sequence))
    }
    throw JournalFault(entry.sequence, entry.isIntact ? .detached : .altered)
  }
}
