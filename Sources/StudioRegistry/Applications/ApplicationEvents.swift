/// What can happen to applications (Art. 5–9).
let applicationsEvents: [any Event.Type] = [
  ApplicationReceived.self, UnitRuleWaived.self, MaterialReceived.self, ConditionFound.self,
  ApplicationReviewed.self, ApplicationsPublished.self, ApplicationObjectionRaised.self,
  ApplicationObjectionAnswered.self, ApplicationConfirmed.self, ApplicationRejected.self, ApplicationWithdrawn.self,
  BranchCounted.self,
]
