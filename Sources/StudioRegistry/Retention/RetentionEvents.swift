/// What can happen to retention (working rule).
let retentionEvents: [any Event.Type] = [HoldPlaced.self, HoldReleased.self]
