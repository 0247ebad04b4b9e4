/// What can happen to secrets (Art. 17).
let secretsEvents: [any Event.Type] = [
  ClearanceGranted.self, ClearanceWithdrawn.self, AdjustmentEntered.self, AdjustmentApproved.self,
  AdjustmentWithdrawalAsked.self, AdjustmentWithdrawn.self,
]
