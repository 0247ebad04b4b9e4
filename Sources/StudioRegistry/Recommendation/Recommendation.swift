package import Scoring

/// That the bureau recommended a studio or its expert, and what became of it.
package struct Recommendation: Hashable, Sendable {
  package let studio: ID<Studio>
  package let target: RuleSet.Recommendations.Target
  package let expert: ID<Person>
  package let document: String
  package let on: Day
  /// Nil while no answer has come.
  package internal(set) var outcome: Outcome?

  package struct Outcome: Hashable, Sendable {
    package let isGranted: Bool
    package let document: String
    package let on: Day
  }
}

/// What was found of a condition.
package struct CandidacyFinding: Hashable, Sendable {
  package let condition: RuleSet.Recommendations.Condition
  package let isMet: Bool
  package let note: String
  package let expert: ID<Person>
  package let on: Day
}

/// Whether a condition is met, as the register knows; what nobody has found is neither.
package enum ConditionState: String, CaseIterable, Sendable {
  case met
  case notMet = "not-met"
  case notShown = "not-shown"
}

/// Who might be recommended for what, and what speaks for it.
package struct Candidacy: Hashable, Sendable {
  package let studio: ID<Studio>
  package let target: RuleSet.Recommendations.Target
  package let conditions: [Part]
  /// Whether it was excellent in the last confirmed regular round (Art. 13).
  package let isExcellent: Bool
  /// Its score in the last confirmed round that gave it one.
  package let score: Points?
  /// Its latest recommendation for the target.
  package let recommendation: Recommendation?

  package struct Part: Hashable, Sendable {
    package let condition: RuleSet.Recommendations.Condition
    package let state: ConditionState
  }

  package var meetsAll: Bool { conditions.allSatisfy { $0.state == .met } }
}

extension Register {
  /// The studios in care, for one target or for each: excellent ones first, then by their last score, then by code.
  package func candidacies(for target: String? = nil) throws(Refusal) -> [Candidacy] {
    let rules = try life().recommendations
    if let target { _ = try rules.target(target) }
    let excellent = excellentLast
    let studios = studiosInOrder.filter { $0.standing == .inCare }.map { studio in
      (studio: studio, isExcellent: excellent.contains(studio.id), score: lastScore(of: studio.id))
    }
    let ordered = studios.enumerated().sorted { left, right in
      if left.element.isExcellent != right.element.isExcellent { return left.element.isExcellent }
      let scores = (left.element.score?.hundredths ?? -1, right.element.score?.hundredths ?? -1)
      return scores.0 != scores.1 ? scores.0 > scores.1 : left.offset < right.offset
    }.map(\.element)
    return rules.targets.filter { target == nil || $0.id == target }.flatMap { target in
      ordered.map { studio, isExcellent, score in
        Candidacy(
          studio: studio.id, target: target, conditions: parts(of: target, studio, rules), isExcellent: isExcellent,
          score: score,
          recommendation: recommendations.last { $0.studio == studio.id && $0.target.id == target.id })
      }
    }
  }

  /// How the conditions of a target stand for a studio, in the target's order.
  func parts(
    of target: RuleSet.Recommendations.Target, _ studio: Studio, _ rules: RuleSet.Recommendations
  ) -> [Candidacy.Part] {
    target.conditions.compactMap { id in
      rules.conditions.first { $0.id == id }.map { Candidacy.Part(condition: $0, state: state(of: $0, studio)) }
    }
  }

  /// The latest finding decides; one about an expert counts for that expert alone.
  private func state(of condition: RuleSet.Recommendations.Condition, _ studio: Studio) -> ConditionState {
    let found = candidacyFindings[studio.id, default: []].enumerated().filter { _, finding in
      finding.condition.id == condition.id && (condition.about == .unit || finding.expert == studio.expert)
    }
    let latest = found.max { $0.element.on != $1.element.on ? $0.element.on < $1.element.on : $0.offset < $1.offset }
    return latest.map { $0.element.isMet ? .met : .notMet } ?? .notShown
  }

  /// The confirmed rounds, in the order of their confirmation.
  private var confirmedRounds: [Round] {
    roundsInOrder.filter { $0.confirmed != nil }.enumerated().sorted { left, right in
      guard let days = left.element.confirmed.flatMap({ day in right.element.confirmed.map { (day, $0) } }),
        days.0 != days.1
      else { return left.offset < right.offset }
      return days.0 < days.1
    }.map(\.element)
  }

  private var excellentLast: Set<ID<Studio>> {
    Set(confirmedRounds.last { $0.kind == .regular }?.result?.excellent ?? [])
  }

  private func lastScore(of studio: ID<Studio>) -> Points? {
    confirmedRounds.reversed().lazy.compactMap { $0.result?[studio]?.score }.first
  }
}

extension RuleSet.Recommendations {
  func target(_ id: String) throws(Refusal) -> Target {
    guard let target = targets.first(where: { $0.id == id }) else {
      throw .recommendation(.unknownTarget(id, known: targets.map { Refusal.Choice($0.id, $0.label) }))
    }
    return target
  }
}
