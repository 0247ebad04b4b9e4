package import Scoring

/// Why a command about secrets was refused (Art. 17).
package enum SecretRefusal: Error, Hashable, Sendable {
  /// The account's holder is not cleared on that day.
  case notCleared(String, on: Day)
  case clearedAlready(String)
  /// Clearance is for staff of the two departments.
  case notStaff(String)
  case ownClearance
  case badToken(String)
  case tokenUsed(String, ID<CertifiedPoints>)
  case unknownReason(String, known: [Refusal.Choice])
  case badPoints(Points, maximum: Points, rubric: String)
  case unknownAdjustment(ID<CertifiedPoints>)
  case adjustmentSettled(ID<CertifiedPoints>)
  /// The same person entered it, or asked for its withdrawal.
  case ownAdjustment(ID<CertifiedPoints>)
  /// A round is not closed while one waits for its second person.
  case adjustmentOpen(ID<CertifiedPoints>)
}
