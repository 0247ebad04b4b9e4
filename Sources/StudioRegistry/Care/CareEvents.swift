/// What can happen to care (Art. 11, 12, 18, 23, 24).
let careEvents: [any Event.Type] = []
