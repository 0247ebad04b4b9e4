import Scoring
import TestSupport

@testable import StudioRegistry

/// One of everything that there is about secrets (Art. 17).
extension RegisterSamples {
  private var certified: ID<CertifiedPoints> { ID(81) }

  var secretsRefusals: [SecretRefusal] {
    [
      .notCleared("clerk-1", on: day), .clearedAlready("clerk-1"), .notStaff("J1"), .ownClearance,
      .badToken("a jet engine"), .tokenUsed("T-1", certified),
      .unknownReason("secret", known: [known]),
      .badPoints(41, maximum: 40, rubric: "rubric"), .unknownAdjustment(certified), .adjustmentSettled(certified),
      .ownAdjustment(certified), .adjustmentOpen(certified),
    ]
  }

  var secretsEvents: [any Event] {
    [
      ClearanceGranted(account: judge), ClearanceWithdrawn(account: judge),
      AdjustmentEntered(
        round: round, studio: studio, rubric: "rubric", token: "T-1", points: 1.25, reason: "certified-off-system",
        words: Text(zh: "涉密项目", en: "Classified matter"), persons: [person]),
      AdjustmentApproved(adjustment: certified, round: round, studio: studio, persons: [person]),
      AdjustmentWithdrawalAsked(adjustment: certified, round: round, studio: studio, persons: [person]),
      AdjustmentWithdrawn(adjustment: certified, round: round, studio: studio, persons: [person]),
    ]
  }

  var secretsTasks: [Due.Task] { [.approvePoints(certified, studio: studio)] }

  var secretsDecisions: [Decision] { [] }
}
