package import Scoring

/// The proceedings by which a title is cancelled (Art. 14, 15, 20), from the ground to the decision's service and what follows.
package struct CancellationCase: Identified {
  package static var letter: Character { "C" }

  package let id: ID<CancellationCase>
  package let studio: ID<Studio>
  package let ground: RuleSet.Cancellation.Ground
  /// What happened, as the bureau found it.
  package let facts: String
  package let opened: Day
  package internal(set) var exhibits: [Exhibit] = []
  package internal(set) var invitation: Invitation?
  package internal(set) var statement: Statement?
  package internal(set) var decided: CancellationDecided?
  /// The day on which both departments had decided.
  package internal(set) var decidedOn: Day?
  package internal(set) var service: Service?
  package internal(set) var dropped: Day?
  /// Reconsideration and litigation, in the order of entry.
  package internal(set) var appeals: [Appeal] = []
  package internal(set) var restored: Day?

  /// What proves the facts.
  package struct Exhibit: Codable, Hashable, Sendable {
    package let title: String
    /// SHA-256 of the document's scan.
    package let digest: String

    package init(title: String, digest: String) {
      self.title = title
      self.digest = digest
    }
  }

  /// The studio was told on what it may state its case.
  package struct Invitation: Hashable, Sendable {
    package let served: Day
    package let receipt: String
    /// The last day for its statement.
    package let until: Day
  }

  /// What the studio said (陈述申辩).
  package struct Statement: Hashable, Sendable {
    /// Nil where it said nothing within its time, or said that it would not.
    package let text: String?
    package let on: Day
  }

  package struct Service: Hashable, Sendable {
    /// The decision's number, 云人社〔2026〕3号.
    package let number: String
    package let receipt: String
    package let on: Day
  }

  /// Reconsideration or litigation (行政复议、行政诉讼).
  package struct Appeal: Hashable, Sendable {
    /// The remedy's id.
    package let remedy: String
    package let filed: Day
    package let document: String
    package internal(set) var outcome: Outcome?
    /// The day of the outcome.
    package internal(set) var ended: Day?
    /// The document that says so.
    package internal(set) var ruling: String?

    package enum Outcome: String, Codable, CaseIterable, Sendable {
      /// The decision stands.
      case upheld
      /// The decision is void.
      case annulled
      case withdrawn
    }
  }

  /// Whether it still has to be decided or served.
  package var isOpen: Bool { service == nil && dropped == nil }

  /// A part without which no decision can be issued.
  package enum Part: String, CaseIterable, Sendable {
    case facts, evidence, statement, remedies
  }

  /// What is missing before it can be decided.
  package func missing(_ rules: RuleSet.Cancellation) -> [Part] {
    var missing: [Part] = []
    if facts.allSatisfy(\.isWhitespace) { missing.append(.facts) }
    if exhibits.isEmpty { missing.append(.evidence) }
    if statement == nil { missing.append(.statement) }
    if rules.remedies.isEmpty { missing.append(.remedies) }
    return missing
  }
}

extension Register {
  package func cancellation(_ id: ID<CancellationCase>) throws(Refusal) -> CancellationCase {
    guard let found = cancellations[id] else { throw .cancellation(.unknownCase(id)) }
    return found
  }

  /// Proceedings in which something is to be done on a day.
  func openCase(_ id: ID<CancellationCase>, on day: Day) throws(Refusal) -> CancellationCase {
    let found = try cancellation(id)
    guard found.isOpen else { throw .cancellation(.caseOver(id)) }
    guard found.opened <= day else { throw .beforeThat(day, found.opened) }
    return found
  }

  /// The open proceedings against a studio; there is at most one.
  package func openCase(against studio: ID<Studio>) -> CancellationCase? {
    cancellations.values.first { $0.studio == studio && $0.isOpen }
  }

  package var cancellationsInOrder: [CancellationCase] { cancellations.values.sorted { $0.id < $1.id } }
}
