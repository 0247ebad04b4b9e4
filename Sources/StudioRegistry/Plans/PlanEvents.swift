/// What can happen to plans (Art. 16).
let plansEvents: [any Event.Type] = []
