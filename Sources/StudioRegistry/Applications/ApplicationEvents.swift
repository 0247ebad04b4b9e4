/// What can happen to applications (Art. 5–9).
let applicationsEvents: [any Event.Type] = []
