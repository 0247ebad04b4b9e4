/// What is wrong with a journal, at the first entry where it is.
package struct JournalFault: Error, Hashable, Sendable {
  /// The entry's sequence; nil where the fault is of the file, not of an entry.
  package let sequence: Int?
  package let problem: Problem

  package init(_ sequence: Int?, _ problem: Problem) {
    self.sequence = sequence
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    /// Its fields do not have the digest that stands beside them.
    case altered
    /// The entry that should stand there is not there.
    case missing
    /// It is whole, but belongs behind another entry.
    case reordered(after: Int)
    /// It is whole, but does not follow from the entry before: that one was replaced.
    case detached
    /// The journal ends before the checkpoint.
    case cut(end: Int)
    /// The entry of the checkpoint has another digest.
    case differsFromCheckpoint
    /// Its kind or version is unknown to this program.
    case unknownKind(String, version: Int)
    case undecodable
    /// A line of an exported journal is no entry.
    case unreadableLine
    /// A stored outcome is not what the journal gives when it is computed again.
    case recomputed
    /// A person's values in the vault are not those that the journal has a commitment of.
    case commitment(String)
    /// A person who was not erased has no values in the vault.
    case lostValues(String)
    /// The scan of the signed paper that it names is gone.
    case lostFile
    /// A stored file has other bytes than its digest says.
    case alteredFile(String)
    /// A table or trigger is not as it was made.
    case schema(String)
    /// SQLite's own check of the pages fails.
    case file(String)
  }
}

/// What can be wrong with the place where a journal is kept.
package enum StoreFault: String, CaseIterable, Sendable {
  /// Somebody else appended in between.
  case conflict
  /// There is no such file or folder.
  case missing
  /// There is a file already.
  case exists
  /// The file is not a register's.
  case notARegister = "not-a-register"
  /// A newer program made the file.
  case newerVersion = "newer-version"
  /// The file is shorter than it says it is.
  case truncated
  case damaged
  case readOnly = "read-only"
  /// Another program holds the file.
  case locked
  /// There is no room left.
  case full
  case unwritable
}
