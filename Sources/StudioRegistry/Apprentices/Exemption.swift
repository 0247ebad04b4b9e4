package import Scoring

/// Whether an apprentice is exempt from a grade's skill test: the conditions of Art. 21, each with what it rests on.
package struct Exemption: Hashable, Sendable {
  package let apprentice: ID<Apprentice>
  package let grade: RuleSet.Apprentices.Grade
  package let on: Day
  package let conditions: [Condition]
  /// Whether a second person verified the training.
  package let isVerified: Bool

  package var holds: Bool { conditions.allSatisfy(\.isMet) }

  package enum Condition: Hashable, Sendable {
    /// Trained from a day to a day, or still; so many months are over on `full`.
    case training(from: Day, to: Day?, months: Cited<Int>, full: Day, on: Day)
    /// The grade's own conditions; nil where nobody found anything.
    case application(Apprentice.GradeFinding?)
    /// The named expert's last report; nil where there is none.
    case report(Apprentice.Report?)

    package var isMet: Bool {
      switch self {
      case .training(_, let end, _, let full, let day): full <= (end.map { min($0, day) } ?? day)
      case .application(let finding): finding?.isMet ?? false
      case .report(let report): report?.isPassing ?? false
      }
    }
  }
}

extension Register {
  /// Checks the conditions of Art. 21 as they stand on a day; of several findings and reports the last one counts.
  package func exemption(of id: ID<Apprentice>, for grade: String, on day: Day) throws(Refusal) -> Exemption {
    guard let found = apprentices[id] else { throw .apprentice(.unknown(id.description)) }
    let rules = try life().apprentices
    guard let known = rules.grades.first(where: { $0.id == grade }) else {
      throw .apprentice(.unknownGrade(grade, known: rules.grades.map { Refusal.Choice($0.id, $0.label) }))
    }
    let full = found.started.adding(months: rules.months.value)
    return Exemption(
      apprentice: id, grade: known, on: day,
      conditions: [
        .training(from: found.started, to: found.ended, months: rules.months, full: full, on: day),
        .application(found.findings.filter { $0.grade == grade && $0.on <= day }.latest(by: \.on)),
        .report(found.reports.filter { $0.on <= day }.latest(by: \.on)),
      ], isVerified: found.state.isVerified)
  }
}

extension Array {
  /// The one of the latest day; of one day the one that was entered last.
  fileprivate func latest(by day: (Element) -> Day) -> Element? {
    enumerated().max { (day($0.element), $0.offset) < (day($1.element), $1.offset) }?.element
  }
}
