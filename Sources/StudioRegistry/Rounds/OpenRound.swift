package import Scoring

package struct RoundOpened: Event {
  package static let kind = "round-opened"
  package static var letter: Character? { Round.letter }
  package let period: Period
  /// The rules' full text: every title, number, level word and source.
  package let rules: RuleSet
  package let adoption: Adoption
  package let assessed: [ID<Studio>]
  package let deferred: [ID<Studio>]
  package let rectifying: [ID<Studio>]
  /// Suspended (Art. 15), so that there is nothing to assess; nil where there is none.
  package let suspended: [ID<Studio>]?
  /// The round that was failed, where this is the second assessment.
  package let second: ID<Round>?

  package var studios: [ID<Studio>] { assessed + deferred + rectifying + (suspended ?? []) }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<Round>(record.sequence)
    register.rounds[id] = Round(frame: RoundFrame(self, as: record))
    guard let second else { return }
    for place in register.rectifications.indices
    where register.rectifications[place].round == second && assessed.contains(register.rectifications[place].studio) {
      register.rectifications[place].second = id
    }
  }
}

/// Opens a round for a period of whole years, under rules that a document adopted (Art. 13).
package struct OpenRound: Command {
  package var name: CommandName { .openRound }
  package let period: Period
  package let rules: RuleSet
  package let adoption: Adoption

  package init(period: Period, rules: RuleSet, adoption: Adoption) {
    self.period = period
    self.rules = rules
    self.adoption = adoption
  }

  package var freeTexts: [String] { [adoption.document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try require(adoption.document)
    guard adoption.on <= asker.on else { throw .adoptedLater(adoption.on, than: asker.on) }
    let years = rules.rounds.years
    guard period.years.count == years.value else { throw .periodLength(period, years: years.value, years.source) }
    guard period.lastDay < asker.on else { throw .periodNotOver(period, on: asker.on) }
    if let other = register.roundsInOrder.first(where: {
      $0.kind == .regular && $0.abandoned == nil && $0.period.years.overlaps(period.years)
    }
    ) {
      throw .periodTaken(other.id, other.period)
    }
    do { _ = try ScoringHost(rules, register.modules) } catch { throw .rulesNotServed }
    let months = rules.rounds.deferral.value
    let studios = register.studiosInOrder.filter { !$0.isOver }
    let ready = studios.filter { $0.confirmed.adding(months: months) <= period.lastDay }
    let assessed = ready.filter { $0.standing == .inCare }
    guard !assessed.isEmpty else { throw .noStudioInCare }
    let suspended = ready.filter { $0.standing == .suspended }.map(\.id)
    return [
      RoundOpened(
        period: period, rules: rules, adoption: adoption, assessed: assessed.map(\.id),
        deferred: studios.filter { $0.confirmed.adding(months: months) > period.lastDay }.map(\.id),
        rectifying: ready.filter { $0.standing == .rectifying }.map(\.id),
        suspended: suspended.isEmpty ? nil : suspended, second: nil)
    ]
  }
}
