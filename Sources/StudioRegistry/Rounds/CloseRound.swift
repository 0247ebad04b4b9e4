package import Scoring

/// Closes a round: settles every studio from the signed sheets, and stores how.
///
/// It is a pure function of the register, so that anybody can do it again from the journal and get the same bytes.
package struct CloseRound: Command {
  package var name: CommandName { .closeRound }
  package let round: ID<Round>
  /// Why there is another version.
  package let reason: String?
  /// Why it is closed though sheets are missing; studios below the minimum panel get no outcome.
  package let incomplete: String?

  package init(round: ID<Round>, reason: String? = nil, incomplete: String? = nil) {
    self.round = round
    self.reason = reason
    self.incomplete = incomplete
  }

  package var freeTexts: [String] { [reason, incomplete].compactMap(\.self) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    guard round.confirmed == nil else { throw .roundConfirmed(round.id) }
    guard round.abandoned == nil else { throw .roundAbandoned(round.id) }
    if let last = round.result {
      guard last.on <= asker.on else { throw .beforeThat(asker.on, last.on) }
      guard round.isReopened || round.hasNewlyUpheld else { throw .nothingChanged(round.id) }
      guard let reason else { throw .reasonNeeded }
      try require(reason)
    }
    guard !round.marking.panel.isEmpty else { throw .noPanel(round.id) }
    if let open = register.proposals.values.filter({ $0.isOpen && $0.decision.round == round.id }).map(\.id).min() {
      throw .proposalOpen(open)
    }
    let unsigned = round.unsigned
    if !unsigned.isEmpty {
      guard let incomplete else {
        let first = unsigned.prefix(5).map { key in
          "\(register.login(of: key.judge)) \(register.code(of: key.studio)) \(round.rules.rubrics[key.rubric].id)"
        }
        throw .unsigned(count: unsigned.count, first: first)
      }
      try require(incomplete)
    }
    let reasons = [reason, incomplete].compactMap(\.self)
    return try round.closing(
      in: register, reason: reasons.isEmpty ? nil : reasons.joined(separator: "; "), missing: unsigned)
  }
}

extension Round {
  /// Whether an objection was upheld since the last result.
  package var hasNewlyUpheld: Bool {
    objections.values.contains { $0.answer?.isUpheld == true && $0.answer?.version == results.count }
  }

  /// The events that settle the round as it stands.
  func closing(in register: Register, reason: String?, missing: [SheetKey]) throws(Refusal) -> [any Event] {
    let version = results.count + 1
    let settlement = try settlement(of: marking, in: register)
    let host: ScoringHost
    do { host = try ScoringHost(rules, register.modules) } catch { throw .rulesNotServed }
    let kinds = host.kinds
    var events: [any Event] = []
    for outcome in settlement.outcomes {
      guard let studio = register.studio(named: settlement.name(of: outcome)) else { continue }
      let evidence = register.studioEvidence(of: studio.id, kinds: kinds)
      let marks: [ReferenceMark]
      do throws(ModuleError) { marks = try host.referenceMarks(from: evidence, in: period) } catch {
        throw .module(error, studio: studio.code)
      }
      events.append(try StudioSettled(outcome, settlement, marks, studio: studio.id, round: id, version: version))
    }
    let quota = settlement.excellence.map {
      RoundClosed.Quota(places: $0.places, base: $0.base, eligible: $0.eligible)
    }
    let lacking = missing.map {
      RoundClosed.MissingSheet(studio: $0.studio, rubric: rules.rubrics[$0.rubric].id, judge: $0.judge)
    }
    return events + [RoundClosed(round: id, version: version, reason: reason, quota: quota, missing: lacking)]
  }

  /// Settles marks: the signed sheets of the panel, studios by their codes and judges by their logins.
  package func settlement(of marking: Marking, in register: Register) throws(Refusal) -> Settlement {
    do throws(NumberError) {
      let rules =
        switch kind {
        case .regular: rules
        // Art. 20: passing the second assessment is a pass, never excellence.
        case .secondAssessment: rules.withoutExcellence
        }
      return try Settlement(of: book(of: marking, in: register), by: rules)
    } catch {
      throw .numberTooLarge
    }
  }

  private func book(of marking: Marking, in register: Register) -> Scorebook {
    let layout = SheetLayout(rules)
    let slots = Dictionary(layout.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var book = Scorebook(layout: layout)
    var sheets: [RecusalKey: Int] = [:]
    for studio in studios {
      for judge in marking.panel {
        let number = book.sheet(studio: register.code(of: studio), judge: register.login(of: judge))
        sheets[RecusalKey(judge: judge, studio: studio)] = number
      }
    }
    for (key, recusal) in marking.recusals where marking.panel.contains(key.judge) {
      book.recuse(
        register.login(of: key.judge), from: register.code(of: key.studio), because: recusal.shownReason)
    }
    for (key, sheet) in marking.sheets where sheet.signed != nil {
      guard let number = sheets[RecusalKey(judge: key.judge, studio: key.studio)] else { continue }
      for (id, points) in sheet.marks {
        guard let slot = slots[id] else { continue }
        // The register took each sheet once, and none whole beside parts.
        try? book.enter(Int32(clamping: points.hundredths), slot: slot, sheet: number)
        if let reason = sheet.reasons[id] { book.note(reason, slot: slot, sheet: number) }
      }
    }
    return book
  }
}

extension JudgeRecused {
  /// The relation's word, and the reason behind it where there is one.
  var shownReason: String { reason.isEmpty ? relation.rawValue : "\(relation.rawValue): \(reason)" }
}

extension StudioSettled {
  init(
    _ outcome: Outcome, _ settlement: Settlement, _ marks: [ReferenceMark], studio: ID<Studio>, round: ID<Round>,
    version: Int
  ) throws(Refusal) {
    let derivation = settlement.derivation(of: outcome)
    let scores = derivation.rubrics.compactMap(\.score)
    let total: String?
    do throws(NumberError) {
      total = outcome.score == nil ? nil : try PanelScore.total(of: scores).description
    } catch {
      throw .numberTooLarge
    }
    self.init(
      round: round, version: version, studio: studio, score: outcome.score, grade: outcome.grade, rank: outcome.rank,
      excellence: outcome.excellence, total: total,
      rubrics: derivation.rubrics.map { RubricSettled($0, settlement.rules) },
      referenceMarks: marks.map(StoredReferenceMark.init),
      differences: derivation.differences(from: marks).map {
        StoredDifference(
          judge: $0.judge, criterion: $0.criterion, marks: $0.marks, reference: $0.reference, reason: $0.reason)
      })
  }
}

extension RubricSettled {
  fileprivate init(_ step: Derivation.RubricStep, _ rules: RuleSet) {
    let rubric = rules.rubrics[step.rubric]
    let isByCriterion = rules.panel.scope.value == .criterion
    self.init(
      rubric: rubric.id,
      judges: Dictionary(step.sheets.compactMap { sheet in sheet.points.map { (sheet.judge, $0) } }) { first, _ in first
      },
      recused: step.recusals.map(\.judge), absent: step.absent,
      panels: step.combinations.enumerated().map { place, combination in
        PanelSettled(
          criterion: isByCriterion ? rubric.criteria[place].id : nil,
          lowest: combination.entries.filter { $0.fate == .lowest }.map(\.judge),
          highest: combination.entries.filter { $0.fate == .highest }.map(\.judge), sum: combination.score.sum,
          count: combination.score.count, exact: combination.score.exact.description)
      })
  }
}

extension Register {
  /// The events that close a round as it stands, whoever asks: what a stored closing is compared with.
  package func recomputed(_ round: ID<Round>, reason: String?) throws(Refusal) -> [any Event] {
    let round = try self.round(round)
    return try round.closing(in: self, reason: reason, missing: round.unsigned)
  }
}
