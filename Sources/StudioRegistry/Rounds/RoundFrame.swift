import Scoring

/// What never changes of a round, with what is looked up in it at every event.
final class RoundFrame: Sendable {
  let id: ID<Round>
  let kind: Round.Kind
  let period: Period
  let rules: RuleSet
  let adoption: Adoption
  let opened: Day
  let studios: [ID<Studio>]
  let deferred: [ID<Studio>]
  let rectifying: [ID<Studio>]
  let suspended: [ID<Studio>]

  /// The rubrics' places in the rule set, by id.
  let places: [String: Int]
  /// The studios that are assessed.
  let assessed: Set<ID<Studio>>

  init(_ opening: RoundOpened, as record: Record) {
    id = ID(record.sequence)
    kind = opening.second.map { .secondAssessment(of: $0) } ?? .regular
    period = opening.period
    rules = opening.rules
    adoption = opening.adoption
    opened = record.on
    studios = opening.assessed
    deferred = opening.deferred
    rectifying = opening.rectifying
    suspended = opening.suspended ?? []
    places = Dictionary(opening.rules.rubrics.enumerated().map { ($1.id, $0) }) { first, _ in first }
    assessed = Set(opening.assessed)
  }
}
