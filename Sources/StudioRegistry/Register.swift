package import Scoring

/// The register of studios: what reading the journal from its start gives.
///
/// It decides commands and applies events, and knows neither clock nor file. Readers take values out of it; it is kept and
/// changed by the registrar alone.
package struct Register: Sendable {
  /// The modules that this program has; they measure evidence when a round is closed.
  package let modules: ModuleRegistry
  /// How many entries have been applied; the next one's sequence is one more.
  package private(set) var sequence = 0
  /// Who keeps the register and by which regulation; nil before it is founded.
  package internal(set) var founding: Founded?
  /// The rules in force now, and every document that adopted rules, the latest last.
  package internal(set) var rules: RuleSet?
  package internal(set) var adoptions: [Adoption] = []
  package internal(set) var interpretations: [Reading] = []

  package internal(set) var persons: [ID<Person>: Person] = [:]
  package internal(set) var accounts: [ID<Account>: Account] = [:]
  package internal(set) var logins: [String: ID<Account>] = [:]
  package internal(set) var deputies: [Deputy] = []
  package internal(set) var studios: [ID<Studio>: Studio] = [:]
  package internal(set) var codes: [String: ID<Studio>] = [:]
  /// The studios of a unit, by its name as names are compared, and of an expert.
  var studiosOfUnit: [String: [ID<Studio>]] = [:]
  var studiosOfExpert: [ID<Person>: [ID<Studio>]] = [:]
  package internal(set) var evidence: [ID<EvidenceItem>: EvidenceItem] = [:]
  /// The rows of evidence of each studio, in the order of entry.
  package internal(set) var evidenceOfStudio: [ID<Studio>: [ID<EvidenceItem>]] = [:]
  package internal(set) var rounds: [ID<Round>: Round] = [:]
  package internal(set) var rectifications: [Rectification] = []
  package internal(set) var awards: [Award] = []
  package internal(set) var proposals: [ID<Proposal>: Proposal] = [:]
  /// What the last entry carried; what follows from it comes next.
  var carried: ID<Proposal>?

  // Applications (Art. 5–9)
  package internal(set) var applications: [ID<Application>: Application] = [:]
  /// The branches that count as units, by name (Art. 9).
  package internal(set) var branches: [String: Branch] = [:]
  // Care (Art. 11, 12, 18, 23, 24)
  package internal(set) var care: [ID<Studio>: CareFile] = [:]
  // Plans (Art. 16)
  package internal(set) var plans: [ID<Plan>: Plan] = [:]
  var plansOfStudio: [ID<Studio>: [ID<Plan>]] = [:]
  var planOfItem: [ID<PlanItem>: ID<Plan>] = [:]
  var planOfChange: [ID<PlanChange>: ID<Plan>] = [:]
  /// The yearly checks, the latest last.
  package internal(set) var yearChecks: [YearKey: [YearCheck]] = [:]
  // Apprentices (Art. 21)
  package internal(set) var apprentices: [ID<Apprentice>: Apprentice] = [:]
  var apprenticesOfStudio: [ID<Studio>: [ID<Apprentice>]] = [:]
  var apprenticeOfPromotion: [ID<Promotion>: ID<Apprentice>] = [:]
  // Funds (Art. 12(5), 19, 20)
  package internal(set) var ledgers: [ID<Studio>: Ledger] = [:]
  // Cancellation (Art. 14, 15, 20)
  package internal(set) var cancellations: [ID<CancellationCase>: CancellationCase] = [:]
  // Recommendation (Art. 7, 13, 22)
  /// What was found of the conditions of recommendations, in the order of entry.
  package internal(set) var candidacyFindings: [ID<Studio>: [CandidacyFinding]] = [:]
  package internal(set) var recommendations: [Recommendation] = []
  // Secrets (Art. 17)
  /// Whose holders are cleared for state secrets, and since when.
  package internal(set) var clearances: [ID<Account>: Day] = [:]
  package internal(set) var certified: [ID<CertifiedPoints>: CertifiedPoints] = [:]
  // Retention (working rule)
  package internal(set) var holds: [ID<Hold>: Hold] = [:]
  // Ways in (working rule)
  /// The last code of each account that had one.
  package internal(set) var access: [ID<Account>: AccessGrant] = [:]

  /// An empty register.
  package init(modules: ModuleRegistry) {
    self.modules = modules
  }

  /// Applies what the journal holds next.
  package mutating func apply(_ event: any Event, as record: Record) {
    carried = nil
    event.apply(to: &self, as: record)
    noteCare(of: event.studios, on: record.on)
    sequence = record.sequence
  }

  /// Decides a command: the events that follow from it, or the reason why not. Nothing changes.
  package func decide(_ command: some Command, _ request: Request) throws(Refusal) -> [any Event] {
    try Self.some(command.decide(in: self, by: admitted(command, request)))
  }

  /// Decides a command on several cores; their number never matters.
  package func decide(
    _ command: some Command, _ request: Request, workers: Int
  ) async throws(Refusal) -> [any Event] {
    try Self.some(await command.decide(in: self, by: admitted(command, request), workers: workers))
  }

  /// Refuses a command from which nothing follows.
  private static func some(_ events: [any Event]) throws(Refusal) -> [any Event] {
    guard !events.isEmpty else { throw .nothingToDo }
    return events
  }

  /// Who asks, once it is known that they may, and that no text holds what must not be kept.
  private func admitted(_ command: some Command, _ request: Request) throws(Refusal) -> Asker {
    let asker = try asker(of: request, for: command)
    for text in command.freeTexts { try text.checkFreeText() }
    return asker
  }
}
