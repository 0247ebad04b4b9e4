package import Scoring
package import StudioRegistry

/// What events name by its id, and the rules or the modules by a title.
package enum Labelled: Sendable {
  case rubric, evidence
  case applicant, field, material, condition
  case qualification, archive, grade, remedy
}

/// The titles of a register's rules and modules; holds no register, so that none is copied when it changes.
package struct Titles: Sendable {
  private let life: RuleSet.Life?
  private let rubrics: [String: Text]
  private let kinds: [EvidenceKind]

  /// - Parameter sets: the rule sets from the first to the one in force; what a later one has no longer, an earlier one names.
  package init(_ sets: [RuleSet], kinds: [EvidenceKind]) {
    life = sets.last?.life
    rubrics = Dictionary(sets.flatMap(\.rubrics).map { ($0.id, $0.title) }) { _, later in later }
    self.kinds = kinds
  }

  package init(_ register: Register) {
    let sets = register.roundsInOrder.map(\.rules) + [register.rules].compactMap(\.self)
    self.init(sets, kinds: register.modules.kinds)
  }

  /// The title of something under an id; nil where rules and modules do not have it any more.
  package func title(_ kind: Labelled, _ id: String) -> Text? {
    switch kind {
    case .rubric: rubrics[id]
    case .evidence: kinds.first { $0.id == id }?.title
    default: life.flatMap { title(kind, id, $0) }
    }
  }

  private func title(_ kind: Labelled, _ id: String, _ life: RuleSet.Life) -> Text? {
    switch kind {
    case .rubric, .evidence: nil
    case .applicant: life.applications.kind(id)?.title
    case .field: life.applications.field(id)?.title
    case .material: life.applications.materials.first { $0.id == id }?.title
    case .condition: life.applications.conditions.first { $0.id == id }?.title
    case .qualification: life.care.qualifications.first { $0.id == id }?.title
    case .archive: life.care.archive.first { $0.id == id }?.title
    case .grade: life.apprentices.grades.first { $0.id == id }?.label
    case .remedy: life.cancellation.remedies.first { $0.id == id }?.title
    }
  }
}
