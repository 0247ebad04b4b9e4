/// What can happen to cancellation (Art. 14, 15, 20).
let cancellationEvents: [any Event.Type] = [ExpertChanged.self]
