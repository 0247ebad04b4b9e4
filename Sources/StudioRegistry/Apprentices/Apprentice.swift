package import Scoring

/// Somebody in training with a studio (Art. 21): one training, from a day to a day, and what followed from it.
package struct Apprentice: Identified, Hashable {
  package static var letter: Character { "T" }
  /// The evidence table whose rows come from here.
  package static let evidenceKind = "apprentices"

  package let id: ID<Apprentice>
  package let studio: ID<Studio>
  package let person: ID<Person>
  package let started: Day
  /// Nil where the training was taken over from a table.
  package let agreement: ApprenticeDocument?
  package internal(set) var ended: Day?
  package internal(set) var enteredBy: Set<ID<Person>>
  package internal(set) var state = EvidenceItem.State.entered
  package internal(set) var promotions: [Promotion] = []
  package internal(set) var reports: [Report] = []
  package internal(set) var findings: [GradeFinding] = []
  package internal(set) var exams: [TheoryExam] = []

  /// The named expert's report on the training.
  package struct Report: Hashable, Sendable {
    /// Who was the studio's named expert when it was given.
    package let expert: ID<Person>
    package let isPassing: Bool
    package let document: ApprenticeDocument
    package let on: Day
  }

  /// Whether the grade's own conditions for application are met, as somebody found.
  package struct GradeFinding: Hashable, Sendable {
    package let grade: String
    package let isMet: Bool
    package let document: ApprenticeDocument
    package let by: ID<Account>?
    package let on: Day
  }

  package struct TheoryExam: Hashable, Sendable {
    package let grade: String
    package let isPassed: Bool
    package let document: ApprenticeDocument
    package let on: Day
  }
}

/// A certificate of a grade that an apprentice got.
package struct Promotion: Identified, Hashable {
  package static var letter: Character { Apprentice.letter }

  package let id: ID<Promotion>
  package let grade: String
  package let day: Day
  /// Nil where it was taken over from a table.
  package let certificate: ApprenticeDocument?
  package let enteredBy: Set<ID<Person>>
  package internal(set) var state = EvidenceItem.State.entered
}

/// A document by its number or title, and the SHA-256 of its scan where there is one.
package struct ApprenticeDocument: Codable, Hashable, Sendable {
  package let title: String
  package let scan: String?

  package init(_ title: String, scan: String? = nil) {
    self.title = title
    self.scan = scan
  }
}

extension Apprentice {
  /// The training alone, as a row of the evidence table.
  var cells: [String: String] {
    ["name": person.description, "started_on": started.description, "ended_on": ended?.description ?? ""]
  }

  func cells(with promotion: Promotion) -> [String: String] {
    cells.merging(["promoted_to": promotion.grade, "promoted_on": promotion.day.description]) { $1 }
  }
}

extension Register {
  func apprentice(_ id: ID<Apprentice>, by asker: Asker) throws(Refusal) -> Apprentice {
    guard let found = apprentices[id] else { throw .apprentice(.unknown(id.description)) }
    try checkOwn(found.studio, asker)
    return found
  }

  /// All apprentices, in the order in which they were entered.
  package var apprenticesInOrder: [Apprentice] { apprentices.values.sorted { $0.id < $1.id } }

  /// The rows of the table `apprentices`: one for each promotion, and one for a training without a promotion that counts.
  ///
  /// Each says the apprentice's or the promotion's id as its source. A promotion counts once training and promotion are verified.
  func apprenticeRecords(of studio: ID<Studio>, _ kinds: [EvidenceKind]) -> [EvidenceRecord] {
    let own = apprenticesOfStudio[studio, default: []].compactMap { apprentices[$0] }
    guard !own.isEmpty, kinds.contains(where: { $0.id == Apprentice.evidenceKind }) else { return [] }
    var records: [EvidenceRecord?] = []
    for apprentice in own {
      let isTrained = apprentice.state.isVerified
      let isPromoted = isTrained && apprentice.promotions.contains { $0.state.isVerified }
      if apprentice.promotions.isEmpty || (isTrained && !isPromoted) {
        records.append(
          record(
            of: Apprentice.evidenceKind, apprentice.cells, isVerified: isTrained, source: apprentice.id.description))
      }
      for promotion in apprentice.promotions {
        records.append(
          record(
            of: Apprentice.evidenceKind, apprentice.cells(with: promotion),
            isVerified: isTrained && promotion.state.isVerified, source: promotion.id.description))
      }
    }
    return records.compactMap(\.self)
  }
}
