import Scoring
import Wording

/// A settled round as tables on a terminal.
struct ScoreReport {
  private let settlement: Settlement
  private let reference: [String: [ReferenceMark]]
  private let terminal: Terminal

  init(_ settlement: Settlement, reference: [String: [ReferenceMark]], _ terminal: Terminal) {
    self.settlement = settlement
    self.reference = reference
    self.terminal = terminal
  }

  private var phrases: any Phrases { terminal.phrases }

  /// The ranking, the candidates, and what differs from the reference marks.
  func show() throws {
    let labels: [Label] = [.rank, .studio, .score, .grade, .excellence]
    let letters = settlement.rules.rubrics.map(\.letters)
    var table = TextTable(labels.map(phrases.label) + letters)
    for outcome in settlement.outcomes {
      let scores = settlement.scores(of: outcome).map(\.rounded.description)
      table.add(
        [
          outcome.rank.map(String.init) ?? "", settlement.name(of: outcome), outcome.score?.description ?? "",
          phrases.grade(outcome.grade), outcome.excellence.map(phrases.standing) ?? "",
        ] + (scores.isEmpty ? settlement.rules.rubrics.map { _ in "" } : scores), colour(of: outcome))
    }
    table.show(on: terminal)
    terminal.show()
    terminal.show(
      zip(letters, settlement.rules.rubrics).map { "\($0): \(terminal.language($1.title))" }.joined(separator: "; "))
    showExcellence()
    try showDifferences()
  }

  private func colour(of outcome: Outcome) -> Terminal.Colour? {
    switch (outcome.grade, outcome.excellence) {
    case (.unqualified, _): .red
    case (.incomplete, _), (_, .tied): .yellow
    case (_, .candidate): .green
    default: nil
    }
  }

  private func showExcellence() {
    guard let excellence = settlement.excellence, let rule = settlement.rules.excellence else { return }
    let names = { (standing: Excellence.Standing) in
      settlement.outcomes.filter { $0.excellence == standing }.map(settlement.name)
    }
    let (candidates, tied) = (names(.candidate), names(.tied))
    if !candidates.isEmpty {
      terminal.show(
        phrases.notice(
          .candidates(candidates, places: excellence.places, base: excellence.base, share: rule.share.value)))
    }
    if !tied.isEmpty { terminal.show(phrases.notice(.tied(tied))) }
    if candidates.isEmpty, tied.isEmpty { terminal.show(phrases.notice(.noCandidates)) }
    if settlement.isProvisional { terminal.show(phrases.notice(.provisional)) }
  }

  private func showDifferences() throws {
    guard !reference.isEmpty else { return }
    let differences = settlement.outcomes.flatMap { outcome in
      settlement.derivation(of: outcome).differences(from: reference[settlement.name(of: outcome)] ?? [])
    }
    show(differences)
  }

  private func show(_ differences: [Difference]) {
    terminal.show()
    if !differences.isEmpty {
      terminal.show(terminal.coloured(phrases.label(.differences), .bold))
      let labels: [Label] = [.studio, .criterion, .judge, .marks, .reference, .reason]
      var table = TextTable(labels.map(phrases.label))
      for item in differences {
        table.add(
          [
            item.studio, item.criterion, item.judge, item.marks.description, item.reference.description,
            item.reason ?? phrases.label(.noReason),
          ], item.reason == nil ? .yellow : nil)
      }
      table.show(on: terminal)
    }
    let withoutReason = differences.count { $0.reason == nil }
    terminal.show(phrases.notice(.differences(count: differences.count, withoutReason: withoutReason)))
  }

  /// One studio alone, step by step.
  func explain(_ outcome: Outcome) throws {
    let derivation = settlement.derivation(of: outcome)
    let worded = try WordedDerivation(derivation, of: settlement, in: terminal.language)
    terminal.show(terminal.coloured(worded.headline, .bold))
    terminal.show(worded.rule)
    for section in worded.rubrics {
      terminal.show()
      terminal.show(section.title)
      if !section.rows.isEmpty {
        var table = TextTable(section.header)
        for row in section.rows { table.add(row) }
        table.show(on: terminal, indent: "  ")
      }
      for note in section.notes { terminal.show("  \(note)") }
    }
    terminal.show()
    for conclusion in worded.conclusions { terminal.show(conclusion) }
    guard let marks = reference[derivation.studio] else { return }
    show(derivation.differences(from: marks))
  }
}

extension Rubric {
  /// The letters with which all its criteria's ids begin, which keep a table narrow; the rubric's id where there are none.
  fileprivate var letters: String {
    let first = criteria.first.map { $0.id.prefix { $0.isLetter } } ?? ""
    return !first.isEmpty && criteria.allSatisfy { $0.id.hasPrefix(first) } ? String(first) : id
  }
}
