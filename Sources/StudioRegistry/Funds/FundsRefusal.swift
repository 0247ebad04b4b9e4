package import Scoring

/// Why a command about funds was refused (Art. 12(5), 19, 20).
package enum FundsRefusal: Error, Hashable, Sendable {
  case subsidyPaid(String, ID<LedgerEntry>, on: Day)
  /// A studio that was taken over, of which nobody has said whether it had the subsidy before.
  case earlierUnknown(String)
  case higherSubsidy(String, ID<LedgerEntry>, on: Day)
  case notTakenOver(String)
  case earlierRecorded(String, ID<LedgerEntry>)
  /// In a round, or in any where none is named.
  case noAward(String, ID<Round>?)
  case awardPaid(String, ID<Round>, ID<LedgerEntry>, on: Day)
  /// In fen: what was asked for, and what the rules give.
  case wrongAmount(String, Int, rule: Int, Source)
  case badAmount
  case unknownPurpose(String, known: [Refusal.Choice])
  case unknownLevel(String, known: [Refusal.Choice])
  case badYear(String, Int, in: ClosedRange<Int>)
  case unknownEntry(ID<LedgerEntry>)
  case reversedAlready(ID<LedgerEntry>)
  /// A payment was approved by a second person, and so is its reversal.
  case isPayment(ID<LedgerEntry>)
  case notAPayment(ID<LedgerEntry>)
  case titleStands(String)
  case closedAlready(String, on: Day)
}
