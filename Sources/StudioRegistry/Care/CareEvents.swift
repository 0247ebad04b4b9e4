/// What can happen to care (Art. 11, 12, 18, 23, 24).
let careEvents: [any Event.Type] = [
  AgreementFiled.self, PlaqueGranted.self, PlaqueReturned.self, PlaqueLost.self, CardIssued.self, CardReturned.self,
  OfficerNamed.self, OfficerReviewed.self, OfficeEnded.self, MemberJoined.self, MemberLeft.self,
  RecordArchived.self, ReportMade.self, CareStruck.self,
]
