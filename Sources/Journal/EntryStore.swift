package import StudioRegistry

/// Where the journal and its side tables are kept: a file, the memory, some day a database server.
///
/// One contract suite holds every store to this.
package protocol EntryStore: Sendable {
  /// The journal's end; ``Head/start`` where it is empty.
  func head() async throws(StoreError) -> Head
  /// The entries behind a sequence, in order, so many at most.
  func entries(after sequence: Int, upTo limit: Int) async throws(StoreError) -> [Entry]
  /// Appends entries with their side-table changes: all of it durably before it returns, or none of it.
  ///
  /// - Throws: ``StoreFault/conflict`` where the journal's end is not `head` any more.
  func append(_ batch: Batch, after head: Head) async throws(StoreError)
  /// Every person's values that have not been erased.
  func vault() async throws(StoreError) -> [VaultRow]
  /// A file by its SHA-256.
  func file(_ digest: String) async throws(StoreError) -> [UInt8]?
  /// Makes what was erased unreadable in the store's own files, free space and logs included.
  func scrub() async throws(StoreError)
}

extension EntryStore {
  /// All entries behind a sequence, in order.
  package func entries(after sequence: Int) async throws(StoreError) -> [Entry] {
    try await entries(after: sequence, upTo: .max)
  }
}

/// What is appended at once.
package struct Batch: Sendable {
  package var entries: [Entry]
  package var vault: [VaultChange]
  package var files: [StoredFile]
  /// The drafts that the entries take the place of.
  package var settled: [DraftKey]
  /// The codes that the entries tell of.
  package var access: [AccessChange]

  package init(
    entries: [Entry] = [], vault: [VaultChange] = [], files: [StoredFile] = [], settled: [DraftKey] = [],
    access: [AccessChange] = []
  ) {
    self.entries = entries
    self.vault = vault
    self.files = files
    self.settled = settled
    self.access = access
  }
}

/// A change of the vault.
package enum VaultChange: Hashable, Sendable {
  case put(VaultRow)
  case erase(ID<Person>)

  /// Whether values were taken away that the store's files may still hold somewhere.
  var leavesTraces: Bool {
    if case .erase = self { true } else { false }
  }
}

/// A file that an event names by its SHA-256.
package struct StoredFile: Hashable, Sendable {
  package let digest: String
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    digest = sha256(bytes)
  }
}

/// What went wrong with a store.
package struct StoreError: Error, Sendable {
  package let code: StoreFault
  /// The file or the thing that it is about.
  package let message: String
  package let cause: (any Error)?

  package init(_ code: StoreFault, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }
}
