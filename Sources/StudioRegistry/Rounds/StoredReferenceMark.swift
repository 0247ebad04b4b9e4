package import Scoring

/// A reference mark as the journal keeps it: its reasons name rows of evidence by their ids.
///
/// Records of plans and apprentices, whose registers go on changing, are kept whole with their ids as sources.
package struct StoredReferenceMark: Codable, Hashable, Sendable {
  package let criterion: String
  package let marks: Points
  package let reasons: [Stored]

  /// A reason; of a row of evidence only the id.
  package struct Stored: Codable, Hashable, Sendable {
    package var counted: ID<EvidenceItem>?
    package var worth: Points?
    package var leftOut: ID<EvidenceItem>?
    package var cause: Reason.Cause?
    package var other: Reason?
  }

  init(_ mark: ReferenceMark) {
    criterion = mark.criterion
    marks = mark.marks
    reasons = mark.reasons.map { reason in
      let item = reason.record?.source.flatMap { ID<EvidenceItem>($0) }
      switch reason {
      case .counted(_, let worth) where item != nil: return Stored(counted: item, worth: worth)
      case .leftOut(_, let cause) where item != nil: return Stored(leftOut: item, cause: cause)
      default: return Stored(other: reason)
      }
    }
  }

  /// The mark with its rows of evidence, for reading.
  ///
  /// - Parameters:
  ///   - record: the record that a row makes; a reason whose row is not known any more is left out.
  ///   - renamed: a record of a plan or an apprentice, which is stored as it was, with its persons by name.
  ///   - people: a person's name, for what a record that counts in another's place is called.
  package func mark(
    _ record: (ID<EvidenceItem>) -> EvidenceRecord?,
    renamed: (EvidenceRecord) -> EvidenceRecord = { $0 }, people: (ID<Person>) -> String? = { _ in nil }
  ) -> ReferenceMark {
    ReferenceMark(
      criterion: criterion, marks: marks,
      reasons: reasons.compactMap { stored in
        if let item = stored.counted { return record(item).map { .counted($0, worth: stored.worth) } }
        if let item = stored.leftOut, let cause = stored.cause {
          return record(item).map { .leftOut($0, cause.naming(people)) }
        }
        return switch stored.other {
        case .counted(let record, let worth): .counted(renamed(record), worth: worth)
        case .leftOut(let record, let cause): .leftOut(renamed(record), cause.naming(people))
        default: stored.other
        }
      })
  }
}

extension Reason.Cause {
  /// The same cause with persons' ids in captions replaced by their names, where they are known.
  fileprivate func naming(_ people: (ID<Person>) -> String?) -> Reason.Cause {
    guard case .anotherCounts(let caption) = self else { return self }
    func named(_ text: String) -> String {
      text.split(separator: " ", omittingEmptySubsequences: false).map { word in
        guard word.first == "P", let id = ID<Person>(String(word)) else { return String(word) }
        return people(id) ?? String(word)
      }.joined(separator: " ")
    }
    return .anotherCounts(Text(zh: named(caption.zh), en: named(caption.en)))
  }
}
