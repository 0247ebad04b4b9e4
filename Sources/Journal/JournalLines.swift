package import Foundation
package import StudioRegistry

/// A journal as JSON Lines: one entry on each line, its fields sorted, the payload as a text so that its bytes stay.
package enum JournalLines {
  /// The lines of entries.
  package static func encode(_ entries: [Entry]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = Data()
    for entry in entries {
      lines += try encoder.encode(entry)
      lines.append(0x0A)
    }
    return lines
  }

  /// The entries of lines, checked from the first to the last.
  ///
  /// - Throws: the first fault.
  package static func decode(_ lines: Data) throws(JournalFault) -> [Entry] {
    let decoder = JSONDecoder()
    var entries: [Entry] = []
    var head = Head.start
    for line in lines.split(separator: 0x0A) {
      guard let entry = try? decoder.decode(Entry.self, from: Data(line)) else {
        throw JournalFault(head.sequence + 1, .unreadableLine)
      }
      entries.append(entry)
      try Chain.check(entry, after: head, in: entries)
      head = Head(entry)
    }
    guard !entries.isEmpty else { throw JournalFault(1, .missing) }
    return entries
  }

  /// What restores a journal from its lines: the entries, and for each person a row that says that the values are not here.
  ///
  /// - Throws: the fault of the first entry that this program cannot read.
  package static func restoring(_ entries: [Entry]) throws(JournalFault) -> Batch {
    var persons: Set<ID<Person>> = []
    for entry in entries {
      switch try EventCodec.decode(entry).event {
      case is PersonAdded: persons.insert(ID(entry.sequence))
      case let erased as PersonErased: persons.remove(erased.person)
      default: break
      }
    }
    return Batch(entries: entries, vault: persons.sorted().map { .put(.absent($0)) })
  }
}

extension Head {
  /// Reads what ``checkpoint`` writes, or gives nil.
  package init?(checkpoint text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let sequence = Int(parts[0]), sequence >= 0, parts[1].utf8.count == 64 else { return nil }
    self.init(sequence: sequence, digest: String(parts[1]))
  }

  /// The end as a line to be kept elsewhere: sequence and digest.
  package var checkpoint: String { "\(sequence) \(digest)\n" }
}
