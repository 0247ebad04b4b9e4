import Scoring
import StudioRegistry

/// Everything that the register has of one studio, taken out at one moment.
struct StudioMatter: Sendable {
  let studio: Studio
  let today: Day
  let care: CareFile
  let rules: RuleSet.Life?
  let team: (count: Int, isOutside: Bool)
  let ledger: Ledger?
  let plans: [PlanLine]
  let checks: [YearCheck]
  let apprentices: [Apprentice]
  let claims: [ClaimEntry]
  let outcomes: [OutcomeLine]
  let rectifications: [Rectification]
  let awards: [Award]
  /// Points that were certified off the system (Art. 17): a token, points, and a neutral reason.
  let certified: [CertifiedPoints]
  let cases: [CancellationCase]
  let proposals: [Proposal]
  let applications: [Application]
  let recommendations: [Recommendation]
  let contacts: [Account]
  let due: [(due: Due, path: String?)]
  let field: Text?

  struct PlanLine: Sendable {
    let plan: Plan
    let isLate: Bool
  }

  /// What a version of a round's outcome says of the studio.
  struct OutcomeLine: Sendable {
    let round: ID<Round>
    let period: Period
    let isSecond: Bool
    let stage: Round.Stage
    let version: Int
    let isLatest: Bool
    let settled: StudioSettled
    /// Whether nothing stands between it and excellence any more: a candidate, or chosen among the tied.
    let isExcellent: Bool
    /// Whether the panel still has to vote.
    let isUndecided: Bool
  }

  /// - Parameter isOfficial: whether results may be seen that nobody has confirmed, and what waits for approval.
  init?(_ id: ID<Studio>, in register: Register, on today: Day, isOfficial: Bool) {
    guard let studio = register.studios[id] else { return nil }
    (self.studio, self.today) = (studio, today)
    care = register.careFile(of: id)
    rules = register.rules?.life
    team = register.teamSize(of: studio)
    ledger = register.ledgers[id]
    let own = register.plansInOrder.filter { $0.studio == id }
    plans = own.reversed().map { PlanLine(plan: $0, isLate: register.isLate($0) ?? false) }
    checks = register.yearChecks.filter { $0.key.studio == id }.sorted { $0.key.year > $1.key.year }.flatMap(\.value)
    apprentices = register.apprenticesInOrder.filter { $0.studio == id }
    claims = register.claims.filter { $0.studio == id }
    outcomes = register.roundsInOrder.reversed().filter { isOfficial || $0.confirmed != nil }.flatMap { round in
      round.results.reversed().compactMap { result in
        result[id].map { settled in
          OutcomeLine(
            round: round.id, period: round.period, isSecond: round.kind != .regular, stage: round.stage,
            version: result.version, isLatest: result.version == round.results.count, settled: settled,
            isExcellent: result.excellent.contains(id), isUndecided: result.isUndecided)
        }
      }
    }
    rectifications = register.rectifications.filter { $0.studio == id }.reversed()
    awards = register.awards.filter { $0.studio == id }.reversed()
    let points = register.certified.values.filter { isOfficial && $0.studio == id }
    certified = points.sorted { $0.id > $1.id }
    cases = register.cancellationsInOrder.filter { $0.studio == id }.reversed()
    proposals = isOfficial ? register.pending.filter { $0.decision.studio(in: register) == id } : []
    applications = register.applicationsInOrder.filter {
      $0.id == studio.application || $0.purpose.studio == id
    }
    recommendations = register.recommendations.filter { $0.studio == id }.reversed()
    contacts = register.accounts.values.filter { $0.studio == id && $0.closed == nil }.sorted { $0.id < $1.id }
    due = register.due(until: .latest, on: today).filter { $0.task.studio == id }.map {
      ($0, register.path(of: $0.task))
    }
    field = register.field(of: studio)
  }

  /// Whose names the page shows.
  func persons(_ kinds: [EvidenceKind]) -> [ID<Person>] {
    var persons = [studio.expert] + studio.formerExperts
    persons += care.agreements.map(\.expert) + care.plaques.map(\.expert) + care.cards.map(\.person)
    persons += care.officers.map(\.person) + care.members.map(\.person) + apprentices.map(\.person)
    persons += contacts.map(\.person) + claims.flatMap { $0.persons(kinds) }
    return persons
  }

  /// The rectification whose notice was not served yet.
  var unserved: Rectification? { rectifications.first { $0.outcome == nil && $0.served == nil } }

  /// The proceedings that were decided, and whose decision was not served yet.
  var undelivered: CancellationCase? { cases.first { $0.isOpen && $0.decided != nil } }
}
