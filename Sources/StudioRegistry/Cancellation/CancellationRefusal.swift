package import Scoring

/// Why a command about cancellation or an expert who cannot lead the studio was refused (Art. 14, 15, 20).
package enum CancellationRefusal: Error, Hashable, Sendable {
  /// Nothing says that the studio's expert cannot lead it.
  case expertAvailable(String)
  case expertUnavailable(String)
  case notAllowedFor(String, Unavailability, Unavailability.Outcome)
  case unknownCase(ID<CancellationCase>)
  case unknownGround(String, among: [Refusal.Choice])
  case caseOpen(String, ID<CancellationCase>)
  case noCase(String)
  case caseOver(ID<CancellationCase>)
  case decided(ID<CancellationCase>)
  case undecided(ID<CancellationCase>)
  case incomplete(ID<CancellationCase>, missing: [CancellationCase.Part])
  case invitedAlready(ID<CancellationCase>)
  case notInvited(ID<CancellationCase>)
  case stated(ID<CancellationCase>)
  case statementRunning(ID<CancellationCase>, until: Day)
  case unserved(ID<CancellationCase>)
  case unknownRemedy(String, among: [Refusal.Choice])
  case appealPending(ID<CancellationCase>, Text)
  case noAppeal(ID<CancellationCase>, Text)
  case notAnnulled(String)
}
