import Scoring
import StudioRegistry

/// All of a register that anybody can observe, so that two registers can be compared.
struct Observed: Equatable {
  let sequence: Int
  let founding: Founded?
  let persons: [ID<Person>: ObservedPerson]
  let accounts: [ID<Account>: Account]
  let logins: [String: ID<Account>]
  let deputies: [Deputy]
  let studios: [ID<Studio>: Studio]
  let evidence: [ID<EvidenceItem>: ObservedEvidence]
  let rounds: [ID<Round>: ObservedRound]
  let rectifications: [Rectification]
  let awards: [Award]
  let proposals: [ID<Proposal>: ObservedProposal]
  let due: [Due]
  let rules: RuleSet?
  let adoptions: [Adoption]
  let interpretations: [Reading]
  let applications: [ID<Application>: Application]
  let branches: [String: Branch]
  let care: [ID<Studio>: CareFile]
  let plans: [ID<Plan>: Plan]
  let yearChecks: [YearKey: [YearCheck]]
  let apprentices: [ID<Apprentice>: Apprentice]
  let ledgers: [ID<Studio>: Ledger]
  let cancellations: [ID<CancellationCase>: ObservedCase]
  let candidacyFindings: [ID<Studio>: [CandidacyFinding]]
  let recommendations: [Recommendation]
  let clearances: [ID<Account>: Day]
  let certified: [ID<CertifiedPoints>: CertifiedPoints]
  let holds: [ID<Hold>: Hold]
  let access: [ID<Account>: AccessGrant]

  init(_ register: Register) {
    sequence = register.sequence
    founding = register.founding
    persons = register.persons.mapValues(ObservedPerson.init)
    accounts = register.accounts
    logins = register.logins
    deputies = register.deputies
    studios = register.studios
    evidence = register.evidence.mapValues(ObservedEvidence.init)
    rounds = register.rounds.mapValues(ObservedRound.init)
    rectifications = register.rectifications
    awards = register.awards
    proposals = register.proposals.mapValues(ObservedProposal.init)
    due = register.due(until: "2099-12-31", on: "2027-01-01")
    (rules, adoptions, interpretations) = (register.rules, register.adoptions, register.interpretations)
    (applications, branches) = (register.applications, register.branches)
    care = register.care
    (plans, yearChecks) = (register.plans, register.yearChecks)
    apprentices = register.apprentices
    ledgers = register.ledgers
    cancellations = register.cancellations.mapValues(ObservedCase.init)
    (candidacyFindings, recommendations) = (register.candidacyFindings, register.recommendations)
    (clearances, certified) = (register.clearances, register.certified)
    holds = register.holds
    access = register.access
  }
}

struct ObservedPerson: Equatable {
  let commitment: String
  let studio: ID<Studio>?
  let employments: [Employment]
  let added: Day
  let erased: Day?

  init(_ person: Person) {
    (commitment, studio, added) = (person.commitment, person.studio, person.added)
    (employments, erased) = (person.employments, person.erased)
  }
}

struct ObservedEvidence: Equatable {
  let studio: ID<Studio>
  let kind: String
  let cells: [String: String]
  let enteredBy: Set<ID<Person>>
  let entered: Day
  let state: EvidenceItem.State

  init(_ item: EvidenceItem) {
    (studio, kind, cells) = (item.studio, item.kind, item.cells)
    (enteredBy, entered, state) = (item.enteredBy, item.entered, item.state)
  }
}

struct ObservedProposal: Equatable {
  let decision: Decision
  let reason: String
  let proposer: ID<Account>
  let persons: [ID<Person>]
  let on: Day
  let approvals: [Proposal.Approval]
  let paper: Paper?
  let sentBack: String?
  let isCarried: Bool

  init(_ proposal: Proposal) {
    (decision, reason, proposer) = (proposal.decision, proposal.reason, proposal.proposer)
    (persons, on, approvals) = (proposal.persons, proposal.on, proposal.approvals)
    (paper, sentBack, isCarried) = (proposal.paper, proposal.sentBack, proposal.isCarried)
  }
}

struct ObservedRound: Equatable {
  let kind: Round.Kind
  let period: Period
  let rules: RuleSet
  let adoption: Adoption
  let opened: Day
  let lists: [[ID<Studio>]]
  let marking: Marking
  let alternates: [ID<Account>]
  let replacements: [JudgeReplaced]
  let earlier: [SheetKey: [EarlierSheet]]
  let results: [ObservedResult]
  let isReopened: Bool
  let publications: [Publication]
  let objections: [ID<Objection>: Objection]
  let confirmed: Day?

  init(_ round: Round) {
    (kind, period, rules) = (round.kind, round.period, round.rules)
    (adoption, opened) = (round.adoption, round.opened)
    lists = [round.studios, round.deferred, round.rectifying]
    (marking, alternates, replacements) = (round.marking, round.alternates, round.replacements)
    (earlier, results) = (round.earlier, round.results.map(ObservedResult.init))
    (isReopened, publications) = (round.isReopened, round.publications)
    (objections, confirmed) = (round.objections, round.confirmed)
  }
}

struct ObservedResult: Equatable {
  let version: Int
  let on: Day
  let entry: Int
  let marking: Marking
  let studios: [StudioSettled]
  let closing: RoundClosed
  let votes: [ID<Account>: [ID<Studio>]]
  let counted: VoteCounted?

  init(_ result: RoundResult) {
    (version, on, entry) = (result.version, result.on, result.entry)
    (marking, studios, closing) = (result.marking, result.studios, result.closing)
    (votes, counted) = (result.votes, result.counted)
  }
}

struct ObservedCase: Equatable {
  let studio: ID<Studio>
  let ground: RuleSet.Cancellation.Ground
  let facts: String
  let opened: Day
  let exhibits: [CancellationCase.Exhibit]
  let invitation: CancellationCase.Invitation?
  let statement: CancellationCase.Statement?
  let decided: CancellationDecided?
  let decidedOn: Day?
  let service: CancellationCase.Service?
  let dropped: Day?
  let appeals: [CancellationCase.Appeal]
  let restored: Day?

  init(_ found: CancellationCase) {
    (studio, ground, facts, opened) = (found.studio, found.ground, found.facts, found.opened)
    (exhibits, invitation, statement) = (found.exhibits, found.invitation, found.statement)
    (decided, decidedOn) = (found.decided, found.decidedOn)
    (service, dropped) = (found.service, found.dropped)
    (appeals, restored) = (found.appeals, found.restored)
  }
}
