/// What can happen to a title and its expert (Art. 14, 15, 20).
let cancellationEvents: [any Event.Type] = [
  ExpertUnavailable.self, ExpertAvailable.self, ExpertChanged.self,
  StudioSuspended.self, StudioResumed.self, StudioEnded.self,
  CancellationOpened.self, ExhibitAdded.self, StatementInvited.self, StatementRecorded.self, CancellationDropped.self,
  CancellationDecided.self, CancellationServed.self, AppealFiled.self, AppealDecided.self, StudioRestored.self,
]
