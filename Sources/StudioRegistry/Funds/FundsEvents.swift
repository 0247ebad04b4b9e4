/// What can happen to funds (Art. 12(5), 19, 20).
let fundsEvents: [any Event.Type] = []
