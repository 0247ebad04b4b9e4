package import Scoring

/// What events name by its id and the rules by a title.
package enum Labelled: Sendable {
  case applicant, field, material, condition
  case qualification, archive, grade, remedy
}

extension RuleSet.Life {
  /// The title of something under an id; nil where these rules do not have it any more.
  package func label(_ kind: Labelled, _ id: String) -> Text? {
    switch kind {
    case .applicant: applications.kind(id)?.title
    case .field: applications.field(id)?.title
    case .material: applications.materials.first { $0.id == id }?.title
    case .condition: applications.conditions.first { $0.id == id }?.title
    case .qualification: care.qualifications.first { $0.id == id }?.title
    case .archive: care.archive.first { $0.id == id }?.title
    case .grade: apprentices.grades.first { $0.id == id }?.label
    case .remedy: cancellation.remedies.first { $0.id == id }?.title
    }
  }
}
