import Scoring
import StudioRegistry

extension English {
  func party(_ party: Due.Party) -> String {
    switch party {
    case .bureau: "the bureau"
    case .departments: "both departments"
    case .unit: "the unit"
    case .studio: "the studio"
    }
  }

  func role(_ role: Role) -> String {
    switch role {
    case .bureauClerk: "bureau clerk"
    case .bureauApprover: "bureau approver"
    case .organisationClerk: "organisation-department clerk"
    case .organisationApprover: "organisation-department approver"
    case .supervisor: "supervisor"
    case .judge: "judge"
    case .contact: "studio contact"
    case .department: "competent department"
    }
  }

  func standing(_ standing: Studio.Standing) -> String {
    switch standing {
    case .inCare: "in care"
    case .rectifying: "rectifying"
    case .cancelled: "cancelled"
    case .suspended: "suspended"
    case .ended: "ended"
    }
  }

  func move(_ move: Studio.Move) -> String {
    switch move {
    case .fail: "rectify after a failure"
    case .pass: "pass the second assessment"
    case .suspend: "suspend"
    case .resume: "go on after a suspension"
    case .cancel: "cancel the title"
    case .end: "end"
    case .restore: "restore after a cancellation"
    }
  }

  func stage(_ stage: Round.Stage) -> String {
    switch stage {
    case .marking: "marking"
    case .closed: "closed"
    case .published: "published"
    case .confirmed: "confirmed"
    case .abandoned: "abandoned"
    }
  }

  func relation(_ relation: JudgeRecused.Relation) -> String {
    switch relation {
    case .sameUnit: "same unit"
    case .kin: "kin"
    case .masterAndApprentice: "master and apprentice"
    case .jointProject: "joint project"
    case .other: "other relation"
    }
  }

  func origin(_ origin: JudgeRecused.Origin) -> String {
    switch origin {
    case .declared: "declared by the judge"
    case .entered: "entered by the bureau"
    case .found: "found by the register"
    }
  }

  func why(_ why: EarlierSheet.Why) -> String {
    switch why {
    case .returned: "returned to the judge"
    case .replaced: "judge replaced"
    case .recused: "judge recused"
    }
  }

  func state(_ state: EvidenceItem.State) -> String {
    switch state {
    case .entered: "to be verified"
    case .verified(_, let day): "verified on \(day)"
    case .rejected(let reason): "rejected: \(reason)"
    }
  }

  /// What the rules call something, or its id where they do not have it any more.
  func label(_ kind: Labelled, _ id: String, _ names: Names) -> String { names.label(kind, id)?.en ?? id }

  /// The years of a period as one says them: `2024–2025`.
  func years(_ period: Period) -> String {
    let (first, last) = (period.years.lowerBound, period.years.upperBound)
    return first == last ? "\(first)" : span(first, last)
  }

  func span(_ first: some CustomStringConvertible, _ last: some CustomStringConvertible) -> String {
    "\(first)–\(last)"
  }

  /// Money that is kept in fen: `¥20,000`, with the fen only where there are some.
  func yuan(_ fen: Int) -> String {
    fen < 0 ? "−" + yuan(-fen) : "¥" + amount(fen)
  }

  /// At most seven things by name, a whole panel; the rest by their number.
  func list(_ items: [String], by separator: String = ", ") -> String {
    let shown = items.prefix(7).joined(separator: separator)
    return items.count > 7 ? "\(shown) and \(items.count - 7) more" : shown
  }
}
