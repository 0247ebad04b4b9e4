import InstalledModules
import RubricFiles
public import Scoring
import StudioRegistry
import TestSupport

/// A register as a bureau would have it on its desk: founded, with an account for every role, studios and judges.
///
/// It answers as the registrar does: what follows from a command is applied, each event with the next sequence.
struct Desk {
  private(set) var register: Register
  /// All that was applied, as the journal would have it.
  private(set) var journal: [(event: any Event, record: Record)] = []
  let rules: RuleSet
  /// The day on which the next command is asked, unless it says otherwise.
  var today: Day
  private var persons = 0

  /// A register whose studios `YY001`, … were confirmed on given days, with judges `J1`, ….
  ///
  /// - Parameter withLife: whether a rule set for assessments alone gets the project's own rules beside them.
  init(
    _ folder: String = Repository.rules, studios confirmed: [Day] = ["2022-06-01", "2022-06-01", "2022-06-01"],
    judges: Int = 9, on day: Day = "2024-02-01", withLife: Bool = false
  ) throws {
    var rules = try Repository.host(folder, on: "2024-02-01").rules
    if withLife { rules.life = try Repository.host().rules.life }
    self.rules = Desk.extended(rules)
    register = Register(modules: try ModuleRegistry(installedModules))
    today = day
    let found = Found(rules: self.rules, adoption: Desk.adoption, login: "approver", person: commitment())
    try apply(register.decide(found, Request(account: nil, on: today, today: today, channel: .test)), by: nil)
    for (login, role) in Desk.staff { try open(login, role) }
    let rows = confirmed.enumerated().map { place, day in
      ImportStudios.Row(
        code: Desk.code(place + 1), unit: "单位\(place + 1)", expert: .new(commitment(), nil), occupation: "焊工",
        confirmed: day)
    }
    if !rows.isEmpty {
      try ask(ImportStudios(rows: rows), as: "clerk", on: max(today, confirmed.max() ?? today))
      try open("contact", .contact, studio: "YY001")
    }
    for judge in 0..<judges { try open("J\(judge + 1)", .judge) }
  }

  /// The rules with a calendar that knows the years to come, weekends alone being days off in them.
  private static func extended(_ rules: RuleSet) -> RuleSet {
    var rules = rules
    guard let years = rules.life?.calendar.years, let last = years.last?.year else { return rules }
    let more = (last + 1...2050).map { WorkCalendar.Year(year: $0, document: "-", holidays: [], workdays: []) }
    rules.life?.calendar = WorkCalendar(years: years + more)
    return rules
  }

  static let adoption = Adoption(document: "云人社发〔2022〕46号", on: "2022-05-05")

  /// The accounts beside the founder's, contacts' and judges'.
  private static let staff: [(String, Role)] = [
    ("clerk", .bureauClerk), ("clerk-2", .bureauClerk), ("approver-2", .bureauApprover),
    ("org-clerk", .organisationClerk), ("org-approver", .organisationApprover), ("supervisor", .supervisor),
    ("department", .department),
  ]

  /// Who asks for a role.
  static func login(of role: Role) -> String {
    switch role {
    case .bureauClerk: "clerk"
    case .bureauApprover: "approver"
    case .organisationClerk: "org-clerk"
    case .organisationApprover: "org-approver"
    case .supervisor: "supervisor"
    case .judge: "J1"
    case .contact: "contact"
    case .department: "department"
    }
  }

  static func code(_ number: Int) -> String { "YY" + String(String(1000 + number).dropFirst()) }

  /// A commitment as nobody else has it.
  mutating func commitment() -> PersonCommitment {
    persons += 1
    let digits = String(persons)
    return PersonCommitment(digest: String(repeating: "a", count: 64 - digits.count) + digits)
  }

  mutating func open(_ login: String, _ role: Role, studio: String? = nil, person: ID<Person>? = nil) throws {
    let holder: OpenAccount.Holder = person.map { .known($0) } ?? .new(commitment(), nil)
    let studio = studio.flatMap { register.studio(named: $0)?.id }
    try ask(OpenAccount(login: login, role: role, holder: holder, studio: studio), as: "approver")
  }

  // MARK: - Asking

  /// Asks for a command; what follows is applied and given back, and a refusal changes nothing.
  @discardableResult
  mutating func ask(
    _ command: some Command, as login: String, for principal: String? = nil, on day: Day? = nil, entered: Day? = nil
  ) throws(Refusal) -> [any Event] {
    if let day { today = max(today, day) }
    let request = Request(
      account: account(login), behalf: principal.map(account), on: day ?? today, today: entered ?? today, channel: .test
    )
    let events = try register.decide(command, request)
    apply(events, by: request.account, for: request.behalf, on: request.on)
    return events
  }

  /// Why a command is refused; nil where it would be taken. Nothing changes.
  func refusal(
    of command: some Command, as login: String, for principal: String? = nil, on day: Day? = nil, entered: Day? = nil
  ) -> Refusal? {
    var copy = self
    do throws(Refusal) { try copy.ask(command, as: login, for: principal, on: day, entered: entered) } catch {
      return error
    }
    return nil
  }

  /// Applies events as another part of the law would let them happen.
  mutating func happen(_ events: any Event..., on day: Day? = nil) {
    if let day { today = max(today, day) }
    apply(events, by: account("clerk"), for: nil, on: day ?? today)
  }

  private mutating func apply(_ events: [any Event], by actor: ID<Account>?, for behalf: ID<Account>? = nil) {
    apply(events, by: actor, for: behalf, on: today)
  }

  private mutating func apply(
    _ events: [any Event], by actor: ID<Account>?, for behalf: ID<Account>?, on day: Day
  ) {
    for event in events {
      let record = Record(sequence: register.sequence + 1, on: day, actor: actor, behalf: behalf)
      register.apply(event, as: record)
      journal.append((event, record))
    }
  }

  /// Brings about what the commands of another part of the law would.
  mutating func alter(_ change: (inout Register) -> Void) { change(&register) }

  // MARK: - Finding

  /// An account by login; an id that nobody has where there is none.
  func account(_ login: String) -> ID<Account> { register.account(login: login)?.id ?? ID(99_999) }

  func person(_ login: String) -> ID<Person> { register.account(login: login)?.person ?? ID(99_999) }

  func studio(_ code: String) -> ID<Studio> { register.studio(named: code)?.id ?? ID(99_999) }

  func standing(_ code: String) -> Studio.Standing? { register.studio(named: code)?.standing }

  func round(_ id: ID<Round>) throws -> Round { try register.round(id) }

  /// The proposal that was made last.
  var proposal: ID<Proposal> { register.proposals.keys.max() ?? ID(99_999) }

  /// The objection that was raised last.
  var objection: ID<Objection> { register.rounds.values.flatMap(\.objections.keys).max() ?? ID(99_999) }
}

extension Day: ExpressibleByStringLiteral {
  /// A day as a test writes it: `"2025-12-31"`.
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      preconditionFailure("“\(text)” is no calendar day")
    }
    self = day
  }
}
