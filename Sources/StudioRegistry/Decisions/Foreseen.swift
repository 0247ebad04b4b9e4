package import Scoring

extension Register {
  /// What would follow if nothing were missing of a proposal's approvals, for whoever reads it.
  ///
  /// - Throws: why it cannot be carried out as the register stands.
  package func foreseen(_ proposal: Proposal, on day: Day) throws(Refusal) -> [any Event] {
    try proposal.decision.events(in: self, reason: proposal.reason, on: day)
  }
}
