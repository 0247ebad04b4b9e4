package import Scoring

/// A line of a studio's archive index (Art. 12(6)): what there is, and where.
package struct ArchiveRecord: Identified, Hashable {
  package static var letter: Character { "K" }

  package let id: ID<ArchiveRecord>
  /// The kind's id.
  package let kind: String
  package let title: String
  /// The day of what it documents.
  package let dated: Day
  /// Where it is kept, 档案柜3-12; nil where the digest alone says which file it is.
  package let place: String?
  /// SHA-256 of the file in hexadecimal.
  package let digest: String?
  /// Why it no longer counts; nil where it does.
  package internal(set) var struck: String?
}

package struct RecordArchived: Event {
  package static let kind = "record-archived"
  package static var letter: Character? { ArchiveRecord.letter }
  package let studio: ID<Studio>
  package let type: String
  package let title: String
  package let dated: Day
  package let place: String?
  package let file: String?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.care[studio, default: CareFile()].archive.append(
      ArchiveRecord(
        id: ID(record.sequence), kind: type, title: title, dated: dated, place: place, digest: file))
  }
}

/// Enters lines of archive indices: all of them, or none.
package struct ArchiveRecords: Command {
  package var name: CommandName { .archiveRecords }
  package let rows: [Row]

  package struct Row: Hashable, Sendable {
    package let studio: ID<Studio>
    package let kind: String
    package let title: String
    package let dated: Day
    package let place: String?
    package let digest: String?

    package init(studio: ID<Studio>, kind: String, title: String, dated: Day, place: String?, digest: String?) {
      (self.studio, self.kind, self.title) = (studio, kind, title)
      (self.dated, self.place, self.digest) = (dated, place, digest)
    }
  }

  package init(rows: [Row]) {
    self.rows = rows
  }

  package var freeTexts: [String] { rows.flatMap { [$0.title, $0.place].compactMap(\.self) } }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let known = try register.careRules().archive.map { Refusal.Choice($0.id, $0.title) }
    var events: [any Event] = []
    for row in rows {
      _ = try register.careStudio(row.studio, asker)
      guard known.contains(where: { $0.id == row.kind }) else {
        throw .care(.unknownRecordKind(row.kind, known: known))
      }
      try require(row.title)
      try checkCareDay(asker.on, notBefore: row.dated)
      try checkCareDigest(row.digest)
      if row.digest == nil, row.place?.allSatisfy(\.isWhitespace) ?? true { throw .care(.nowhere(row.title)) }
      events.append(
        RecordArchived(
          studio: row.studio, type: row.kind, title: row.title, dated: row.dated, place: row.place, file: row.digest))
    }
    return events
  }
}
