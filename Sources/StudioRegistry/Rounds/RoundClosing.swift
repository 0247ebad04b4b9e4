import Scoring

/// The closing of a round as it stands: every studio's result hangs on the settlement and its own evidence alone.
struct RoundClosing {
  private let register: Register
  private let round: Round
  private let settlement: Settlement
  private let host: ScoringHost
  private let kinds: [EvidenceKind]
  private let reason: String?
  private let missing: [SheetKey]

  private var version: Int { round.results.count + 1 }

  init(of round: Round, in register: Register, reason: String?, missing: [SheetKey]) throws(Refusal) {
    self.register = register
    self.round = round
    self.reason = reason
    self.missing = missing
    settlement = try round.settlement(of: round.marking, in: register)
    do { host = try ScoringHost(round.rules, register.modules) } catch { throw .rulesNotServed }
    kinds = host.kinds
  }

  /// The events that settle the round, on the caller's own thread.
  func events() throws(Refusal) -> [any Event] {
    try settled(settlement.outcomes[...]) + [closed]
  }

  /// The same events, studios being settled in so many parts at once.
  func events(workers: Int) async throws(Refusal) -> [any Event] {
    let outcomes = settlement.outcomes
    let size = max(64, (outcomes.count + workers - 1) / max(1, workers))
    let parts = await withTaskGroup(of: (Int, Result<[StudioSettled], Refusal>).self) { group in
      for first in stride(from: 0, to: outcomes.count, by: size) {
        let own = outcomes[first..<min(first + size, outcomes.count)]
        group.addTask { @concurrent in
          do throws(Refusal) { return (first, .success(try settled(own))) } catch { return (first, .failure(error)) }
        }
      }
      return await group.reduce(into: [:]) { parts, part in parts[part.0] = part.1 }
    }
    var events: [any Event] = []
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) { events += try part.get() }
    return events + [closed]
  }

  private func settled(_ outcomes: ArraySlice<Outcome>) throws(Refusal) -> [StudioSettled] {
    var events: [StudioSettled] = []
    for outcome in outcomes {
      guard let studio = register.studio(named: settlement.name(of: outcome)) else { continue }
      let evidence = register.studioEvidence(of: studio.id, kinds: kinds)
      let marks: [ReferenceMark]
      do throws(ModuleError) { marks = try host.referenceMarks(from: evidence, in: round.period) } catch {
        throw .module(error, studio: studio.code)
      }
      events.append(
        try StudioSettled(outcome, settlement, marks, studio: studio.id, round: round.id, version: version))
    }
    return events
  }

  private var closed: RoundClosed {
    let quota = settlement.excellence.map {
      RoundClosed.Quota(places: $0.places, base: $0.base, eligible: $0.eligible)
    }
    let lacking = missing.map {
      RoundClosed.MissingSheet(studio: $0.studio, rubric: round.rules.rubrics[$0.rubric].id, judge: $0.judge)
    }
    return RoundClosed(round: round.id, version: version, reason: reason, quota: quota, missing: lacking)
  }
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
      }, adjustments: step.adjustments.isEmpty ? nil : step.adjustments,
      isCapped: step.adjustments.isEmpty ? nil : step.isCapped)
  }
}
