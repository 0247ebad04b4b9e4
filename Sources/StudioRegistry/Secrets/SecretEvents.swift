/// What can happen to secrets (Art. 17).
let secretsEvents: [any Event.Type] = []
