/// What can happen to apprentices (Art. 21).
let apprenticesEvents: [any Event.Type] = []
