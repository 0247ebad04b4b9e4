import StudioRegistry

/// A journal in the memory, for tests and trials.
package actor MemoryStore: EntryStore {
  private var journal: [Entry] = []
  private var people: [ID<Person>: VaultRow] = [:]
  private var files: [String: [UInt8]] = [:]

  package init() {}

  package func head() -> Head { journal.last.map(Head.init) ?? .start }

  package func entries(after sequence: Int, upTo limit: Int) -> [Entry] {
    Array(journal.dropFirst(max(0, sequence)).prefix(max(0, limit)))
  }

  package func append(_ batch: Batch, after head: Head) throws(StoreError) {
    guard head == self.head() else { throw StoreError(.conflict, "the journal") }
    journal += batch.entries
    for change in batch.vault {
      switch change {
      case .put(let row): people[row.person] = row
      case .erase(let person): people[person] = nil
      }
    }
    for file in batch.files { files[file.digest] = file.bytes }
  }

  package func vault() -> [VaultRow] { people.values.sorted { $0.person < $1.person } }

  package func file(_ digest: String) -> [UInt8]? { files[digest] }

  package func scrub() {}
}
