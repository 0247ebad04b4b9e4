import Scoring

@testable import StudioRegistry

extension RegisterSamples {
  var adoption: Adoption { Adoption(document: "No. 46 of 2022", on: day) }

  /// One of each kind at least, and another where a part of it may be missing.
  var events: [any Event] { register + rounds + results + afterwards + rulesEvents + parts }

  /// The events of the parts of the law that have files of their own.
  private var parts: [any Event] {
    let parts: [[any Event]] = [
      applicationsEvents, careEvents, plansEvents, apprenticesEvents, fundsEvents, cancellationEvents,
      recommendationEvents, secretsEvents, retentionEvents, accessEvents,
    ]
    return parts.flatMap(\.self)
  }

  private var rulesEvents: [any Event] {
    [
      RulesAdopted(rules: rules, adoption: adoption),
      RuleInterpreted(interpretation: Interpretation(article: 9, text: "A branch is a unit", document: "No. 3")),
    ]
  }

  private var register: [any Event] {
    [
      Founded(rules: rules, adoption: adoption),
      PersonAdded(commitment: "abc", studio: nil), PersonAdded(commitment: "abc", studio: studio),
      PersonChanged(person: person, commitment: "abc"), PersonErased(person: person, reason: "asked for"),
      EmploymentRecorded(person: person, employment: Employment(unit: "Works No. 1", until: nil)),
      EmploymentRecorded(person: person, employment: Employment(unit: "Works No. 1", until: day)),
      AccountOpened(login: "clerk-1", person: person, role: .bureauClerk, studio: nil),
      AccountOpened(login: "contact-1", person: person, role: .contact, studio: studio),
      AccountClosed(account: judge, reason: "moved"),
      DeputyAppointed(deputy: Deputy(principal: judge, deputy: alternate, from: day, until: day)),
      StudioEntered(code: "YY017", unit: "Works No. 1", expert: person, occupation: "Welder", confirmed: day),
      EvidenceEntered(studio: studio, type: "projects", cells: ["number": "N-1", "title": "A jig"]),
      EvidenceVerified(items: (1...9).map { ID($0) }), EvidenceRejected(item: item, reason: "no proof"),
    ]
  }

  private var rounds: [any Event] {
    let relations: [any Event] = JudgeRecused.Relation.allCases.map {
      JudgeRecused(
        round: round, judge: judge, studio: studio, relation: $0, origin: .entered, reason: "", effects: effects)
    }
    return relations + [
      RoundOpened(
        period: period, rules: rules, adoption: adoption, assessed: (1...22).map { ID($0) },
        deferred: [ID(23), ID(24)], rectifying: [], suspended: nil, second: nil),
      RoundOpened(
        period: period, rules: rules, adoption: adoption, assessed: [studio], deferred: [], rectifying: [],
        suspended: [studio], second: round),
      PanelAppointed(round: round, judges: (1...7).map { ID($0) }, alternates: [alternate], reason: nil),
      PanelAppointed(round: round, judges: (1...5).map { ID($0) }, alternates: [], reason: "two are ill"),
      SheetsEntered(
        round: round, judge: judge, sheets: [SheetMarks(studio: studio, rubric: "rubric", marks: ["A1": 9])]),
      SheetsSigned(round: round, judge: judge, sheets: [SheetName(studio: studio, rubric: "rubric")]),
      SheetsSignedOnPaper(
        round: round, judge: judge, sheets: [SheetName(studio: studio, rubric: "rubric")], scan: "abc",
        persons: [person]),
      SheetReturned(
        round: round, judge: judge, sheet: SheetName(studio: studio, rubric: "rubric"), reason: "a slip",
        effects: effects),
      JudgeReplaced(round: round, judge: judge, by: alternate, reason: "ill", effects: []),
    ]
  }

  private var results: [any Event] {
    let missing = RoundClosed.MissingSheet(studio: studio, rubric: "rubric", judge: judge)
    return [
      settled(score: 91, .qualified, rank: 2, .candidate), settled(score: nil, .incomplete, rank: nil, nil),
      RoundClosed(
        round: round, version: 1, reason: nil, quota: RoundClosed.Quota(places: 4, base: 22, eligible: 6), missing: []),
      RoundClosed(round: round, version: 2, reason: "corrected", quota: nil, missing: [missing]),
      VoteCast(round: round, version: 1, judge: judge, choice: [studio]),
      VoteCounted(round: round, version: 1, tally: ["S17": 4, "S18": 3], chosen: [studio], reason: nil),
      VoteCounted(round: round, version: 1, tally: ["S17": 3, "S18": 3], chosen: [], reason: "ill"),
      RoundPublished(round: round, version: 1, address: "https://example.org/notice", until: day),
      ObjectionRaised(
        round: round, version: 1, studio: studio, by: person, text: "Too low", isLate: true, answerBy: day),
      ObjectionRaised(round: round, version: 1, studio: nil, by: nil, text: "Too low", isLate: false, answerBy: day),
      ObjectionAnswered(round: round, objection: objection, isUpheld: true, text: "Corrected"),
      ObjectionAnswered(round: round, objection: objection, isUpheld: false, text: "As the sheets say"),
    ]
  }

  private var afterwards: [any Event] {
    let paper = Paper(number: "No. 7", date: day, scan: "abc", persons: [person])
    let decided: [any Event] = decisions.map { DecisionProposed(decision: $0, reason: "due", persons: [person]) }
    return decided + [
      RoundConfirmed(round: round, version: 1, excellent: [ID(18)], qualified: [ID(18)], unqualified: [studio]),
      RoundConfirmed(round: round, version: 1, excellent: [], qualified: [ID(18)], unqualified: []),
      RectificationServed(studio: studio, round: round, until: day, receipt: "No. 3"),
      RoundAbandoned(round: round),
      TitleCancelled(studio: studio, round: round),
      DecisionApproved(proposal: proposal, role: .bureauApprover, persons: [person], isCarried: false),
      DecisionApproved(proposal: proposal, role: nil, persons: [person], isCarried: true),
      DecisionSentBack(proposal: proposal, reason: "no reason is given"),
      PaperEntered(proposal: proposal, paper: paper),
    ]
  }

  private func settled(
    score: Points?, _ grade: Grade, rank: Int?, _ standing: Excellence.Standing?
  ) -> StudioSettled {
    StudioSettled(
      round: round, version: 1, studio: studio, score: score, grade: grade, rank: rank, excellence: standing,
      total: nil, rubrics: [], referenceMarks: [], differences: [])
  }
}
