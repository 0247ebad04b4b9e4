extension English {
  /// The heads of the demonstration's parts.
  func story(_ part: StoryPart) -> String {
    switch part {
    case .founding: "A county founds its register: two departments, a panel, a supervisor (Art. 4, 11, 25)"
    case .studios: "Existing studios are taken over, each named after its expert (Art. 2, 3, 9)"
    case .firstRound: "The first round; who was confirmed too late is deferred (Art. 13)"
    case .firstOutcome: "Public notice, an objection that does not hold, confirmation by a second person (Art. 13)"
    case .consequences: "Time to rectify for the failed, from the day of service (Art. 20)"
    case .rectified: "The second assessment, under the same frozen rules: one passes, one fails again (Art. 20)"
    case .paid: "What excellence earns is paid, proposed by one and approved by another (Art. 20)"
    case .cancelled:
      "The title is cancelled: ground, facts, proof, statement, both departments, service, remedies (Art. 14, 18, 20)"
    case .applications: "Four units apply: materials, a finding for each condition, experts' review (Art. 5 to 8)"
    case .noticed: "Public notice in working days; an objection is upheld; both departments confirm (Art. 8, 9)"
    case .care: "The new studio: agreement, plaque, head, members, subsidy, match, spending (Art. 12, 18, 19)"
    case .experts: "One expert retires and nothing follows; another is transferred and a new one confirmed (Art. 15)"
    case .recommended: "The yearly check, and who is recommended, excellent ones first (Art. 7, 13, 16, 22)"
    case .evidence: "Evidence comes in, and a second person verifies it (Art. 10, 12, 16, 21)"
    case .secondRound: "The second round (Art. 13)"
    case .replaced: "A judge falls ill and is replaced; the earlier sheets are kept (working rule)"
    case .returned: "A signed sheet goes back to its judge, with a reason and its effect stated (working rule)"
    case .closed: "Closing: reference marks, trimmed means, pass mark, ranking, excellence (Art. 13)"
    case .vote: "Two studios are equal for the last place of excellence: the panel votes (Art. 13, working rule)"
    case .objection:
      "An objection is upheld: the result is corrected by a second version, the first stays (working rule)"
    case .confirmed: "The outcome is confirmed; awards and rectification follow (Art. 13, 20)"
    case .derivation: "One studio's number, step by step (Art. 13)"
    case .due: "What is due now"
    case .verified: "The journal is verified from its first entry to its last"
    }
  }
}
