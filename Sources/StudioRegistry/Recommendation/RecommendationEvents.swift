/// What can happen to recommendation (Art. 7, 13, 22).
let recommendationEvents: [any Event.Type] = []
