import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: SecretRefusal) -> String {
    switch refusal {
    case .notCleared(let login, let day):
      "“\(login)” is not cleared for state secrets on \(day), and what is classified is for cleared staff alone (Art. 17). Ask "
        + "somebody who is, or have a clearance entered\(hint("studio classified clear"))."
    case .clearedAlready(let login):
      "“\(login)” is cleared already; by the working rule a clearance is entered once. Nothing more is needed."
    case .notStaff(let login):
      "“\(login)” is no account of the two departments' staff, who alone enter what is classified (Art. 4, 17). Choose another."
    case .ownClearance:
      "Nobody enters their own clearance (the rule of two persons, Art. 17). Ask another approver of the bureau."
    case .badToken(let token):
      "“\(token)” cannot be a token; it stands for a classified achievement and says nothing of it (Art. 17): up to 40 Latin "
        + "letters, digits and hyphens. Leave it out, and the register issues the next number."
    case .tokenUsed(let token, let points):
      "The token “\(token)” stands for \(points) already, letter case aside; by the working rule an achievement counts once "
        + "(Art. 17). Take another, or leave it out, and the register issues the next number."
    case .unknownReason(let reason, let known):
      "“\(reason)” is none of the neutral reasons, which say nothing of what was achieved (Art. 17). "
        + "Choose one: \(choices(known))."
    case .badPoints(let points, let maximum, let rubric):
      "\(points) points were certified for “\(rubric)”; from 0 to its maximum, \(maximum), are possible (Art. 17, working rule). "
        + "Correct them."
    case .unknownAdjustment(let points):
      "There are no certified points \(points); by the register's rule only what was entered can be approved or withdrawn. "
        + "Look at what was entered\(hint("studio classified list"))."
    case .adjustmentSettled(let points):
      "\(points) is approved, withdrawn, or waits for its withdrawal to be approved; by the working rule each is done once. "
        + "Look at what was entered\(hint("studio classified list"))."
    case .ownAdjustment(let points):
      "You, or whom you act for, entered \(points) or asked for its withdrawal; by the rule of two persons another cleared person "
        + "approves (Art. 17). Ask one."
    case .adjustmentOpen(let points):
      "\(points) waits for a second cleared person; by the working rule a round is closed when all certified points are settled "
        + "(Art. 17). Have it approved or withdrawn\(hint("studio classified approve", "studio classified withdraw"))."
    }
  }

  /// What happened to secrets (Art. 17); nil for an event of another part.
  func secretsEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ClearanceGranted: "\(names.account(e.account)) is cleared for state secrets (Art. 17)"
    case let e as ClearanceWithdrawn: "Clearance of \(names.account(e.account)) withdrawn (Art. 17)"
    case let e as AdjustmentEntered:
      "Classified achievement “\(e.token)” of \(names.studio(e.studio)): \(e.points) points certified off the system for "
        + "“\(label(.rubric, e.rubric, names))” in round \(e.round), reason: \(e.words.en) (Art. 17)"
    case let e as AdjustmentApproved:
      "Certified points \(e.adjustment) of \(names.studio(e.studio)) in round \(e.round) approved by a second cleared person "
        + "(Art. 17)"
    case let e as AdjustmentWithdrawalAsked:
      "Withdrawal of certified points \(e.adjustment) of \(names.studio(e.studio)) in round \(e.round) asked for (Art. 17)"
    case let e as AdjustmentWithdrawn:
      "Certified points \(e.adjustment) of \(names.studio(e.studio)) in round \(e.round) withdrawn (Art. 17)"
    default: nil
    }
  }

  func state(_ state: CertifiedPoints.State) -> String {
    switch state {
    case .entered: "waits for a second cleared person"
    case .approved: "counts"
    case .withdrawing: "counts, its withdrawal waits"
    case .withdrawn: "withdrawn"
    }
  }
}
