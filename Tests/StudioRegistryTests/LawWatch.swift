import Scoring
import StudioRegistry

/// Looks on from beside: applies every event to a register of its own, one by one, and says what the law does not allow.
struct LawWatch {
  private(set) var register: Register
  private var seen = 0
  private(set) var violations: [String] = []
  /// The ways on which a studio has moved, `in-care suspend suspended`.
  private(set) var moves: Set<String> = []
  /// What befell each studio, which a violation is told with.
  private var lives: [ID<Studio>: [String]] = [:]

  init(_ desk: Desk) {
    register = Register(modules: desk.register.modules)
    catchUp(with: desk)
  }

  /// Applies what came since, and checks every step of it.
  mutating func catchUp(with desk: Desk) {
    for (event, record) in desk.journal[seen...] {
      let before = register
      if !register.allows(event, as: record) { report("\(event) cannot stand where it stands", record) }
      register.apply(event, as: record)
      remember(event, record)
      checkMoves(event, record, before)
      check(event, record, before)
    }
    guard seen < desk.journal.count else { return }
    seen = desk.journal.count
    checkExperts()
    checkMoney()
    checkRectifications()
  }

  private mutating func report(_ text: String, _ record: Record? = nil) {
    violations.append("\(record.map { "\($0.sequence) \($0.on) " } ?? "\(register.sequence) ")\(text)")
  }

  private mutating func remember(_ event: any Event, _ record: Record) {
    let kinds: [any Event.Type] = [
      RoundOpened.self, RoundConfirmed.self, StudioSuspended.self, StudioResumed.self, ExpertChanged.self,
      CancellationServed.self, StudioEnded.self, StudioRestored.self,
    ]
    guard kinds.contains(where: { $0 == type(of: event) }) else { return }
    for studio in event.studios { lives[studio, default: []].append("\(record.on) \(type(of: event).kind)") }
  }

  private func life(of studio: ID<Studio>) -> String { lives[studio, default: []].joined(separator: ", ") }

  // MARK: - Where a studio stands

  /// A studio moves as the table of the law draws it, by an event that makes the move.
  private mutating func checkMoves(_ event: any Event, _ record: Record, _ before: Register) {
    for (id, studio) in register.studios {
      guard let from = before.studios[id]?.standing else {
        if studio.standing != .inCare { report("\(studio.code) does not begin in care", record) }
        continue
      }
      guard from != studio.standing else { continue }
      let moves = Self.moves(of: event)
      guard let row = StandingTests.table.first(where: { moves.contains($0.move) && fits($0, from, studio) }) else {
        report(
          "\(studio.code) moved from \(from) to \(studio.standing) by \(type(of: event).kind): \(life(of: id))", record)
        continue
      }
      self.moves.insert("\(from.rawValue) \(row.move.rawValue) \(studio.standing.rawValue)")
    }
  }

  /// What goes on, or is restored, stands where it stood: it may still have to rectify.
  private func fits(
    _ row: (from: Studio.Standing, move: Studio.Move, to: Studio.Standing?), _ from: Studio.Standing, _ studio: Studio
  ) -> Bool {
    guard row.from == from, let to = row.to else { return false }
    if row.move == .resume || row.move == .restore, studio.standing == .rectifying { return isToRectify(studio.id) }
    return to == studio.standing
  }

  private func isToRectify(_ studio: ID<Studio>) -> Bool {
    register.rectifications.contains { $0.studio == studio && $0.outcome != .passed }
  }

  private static func moves(of event: any Event) -> [Studio.Move] {
    switch event {
    case is RoundConfirmed: [.fail, .pass]
    case is StudioSuspended: [.suspend]
    case is StudioResumed, is ExpertChanged: [.resume]
    case is CancellationServed: [.cancel]
    case is StudioEnded: [.end]
    case is StudioRestored: [.restore]
    default: []
    }
  }

  /// Who has to rectify does so until it has passed, wherever it stands beside.
  private mutating func checkRectifications() {
    for studio in register.studios.values {
      let open = register.rectifications.filter { $0.studio == studio.id && $0.outcome == nil }
      if studio.standing == .rectifying, !isToRectify(studio.id) {
        report("\(studio.code) rectifies nothing: \(life(of: studio.id))")
      }
      if studio.standing == .inCare, !open.isEmpty {
        report("\(studio.code) is in care and has to rectify: \(life(of: studio.id))")
      }
    }
  }

  // MARK: - What is decided

  private mutating func check(_ event: any Event, _ record: Record, _ before: Register) {
    switch event {
    case let proposed as DecisionProposed: checkOver(proposed.decision, record, before)
    case let approved as DecisionApproved:
      if approved.isCarried, let found = before.proposals[approved.proposal] {
        checkCarried(found, approved, record, before)
      }
    case let paid as PaymentMade: checkPayment(paid.payment, record, before)
    case let confirmed as RoundConfirmed: checkExcellence(confirmed, record, before)
    case let entered as StudioEntered:
      if entered.application != nil, before.application(entered)?.notice.map({ $0.until < record.on }) != true {
        report("\(entered.code) was not on notice", record)
      }
    case let recommended as StudioRecommended:
      if before.studios[recommended.studio]?.standing != .inCare { report("\(recommended.studio) recommended", record) }
    default: break
    }
  }

  /// A studio that is over takes no decision but its restoration.
  private mutating func checkOver(_ decision: Decision, _ record: Record, _ before: Register) {
    guard let id = Self.studio(of: decision, in: before), let studio = before.studios[id], studio.isOver else { return }
    if decision == .restore(id), studio.standing == .cancelled { return }
    report("\(studio.code) is over, and takes \(decision)", record)
  }

  /// What is carried has every approval, or a paper, and nobody stands for it twice.
  private mutating func checkCarried(
    _ found: Proposal, _ approved: DecisionApproved, _ record: Record, _ before: Register
  ) {
    checkOver(found.decision, record, before)
    if approved.role == nil ? found.paper == nil : found.waitsFor != [approved.role].compactMap(\.self) {
      report("\(found.id) was carried without approval", record)
    }
    let persons = found.persons + found.approvals.flatMap(\.persons) + approved.persons
    if Set(persons).count != persons.count { report("\(found.id) was approved by one person twice", record) }
  }

  /// The studio about whose title, expert or money it is decided. A wrong payment is taken back as a fact is: not among them.
  private static func studio(of decision: Decision, in register: Register) -> ID<Studio>? {
    switch decision {
    case .cancelTitle(let id), .suspend(let id), .resume(let id), .end(let id), .restore(let id): id
    case .pay(let payment): payment.studio
    case .confirmApplication(let id, _): register.applications[id]?.purpose.studio
    case .returnSheet, .replaceJudge, .confirmRound, .abandonRound, .rejectApplication, .countBranch, .reversePayment:
      nil
    }
  }

  /// Art. 19: one subsidy, and none beside a higher level's that was known; Art. 20: one award for each round.
  private mutating func checkPayment(_ payment: Payment, _ record: Record, _ before: Register) {
    guard let ledger = before.ledgers[payment.studio] else { return report("no ledger", record) }
    switch payment.grant {
    case .subsidy:
      if ledger.subsidy != nil { report("a second subsidy", record) }
      if ledger.higherSubsidy != nil { report("the county's subsidy beside a higher one", record) }
      if payment.fen != 5_000_000 { report("a subsidy of \(payment.fen)", record) }
    case .award(let round):
      if ledger.award(of: round) != nil { report("a second award", record) }
      if !before.awards.contains(where: { $0.studio == payment.studio && $0.round == round && $0.amount == payment.fen }
      ) {
        report("an award that nobody earned", record)
      }
    }
  }

  /// Nobody is excellent who has to rectify, or has no title any more.
  private mutating func checkExcellence(_ confirmed: RoundConfirmed, _ record: Record, _ before: Register) {
    let earned = register.awards.dropFirst(before.awards.count)
    for award in earned {
      guard let studio = before.studios[award.studio] else { continue }
      if studio.standing == .rectifying || isToRectify(award.studio) || studio.isOver {
        report("\(studio.code) is \(studio.standing) and excellent: \(life(of: studio.id))", record)
      }
    }
    if !earned.isEmpty, register.rounds[confirmed.round]?.kind != .regular {
      report("a second assessment excels", record)
    }
  }

  // MARK: - What always holds

  /// Art. 9: one studio for each expert.
  private mutating func checkExperts() {
    let living = register.studios.values.filter { !$0.isOver }
    if Set(living.map(\.expert)).count != living.count { report("an expert leads two studios") }
    let open = register.applications.values.filter(\.isOpen).map(\.expert)
    if Set(open).count != open.count { report("an expert is in two applications") }
    if Set(living.map { $0.code.lowercased() }).count != living.count { report("a code was given twice") }
  }

  private mutating func checkMoney() {
    let awards = register.awards.map { [$0.studio.description, $0.round.description] }
    if Set(awards).count != awards.count { report("an award was earned twice") }
    for (studio, ledger) in register.ledgers {
      if ledger.balance != ledger.entries.reduce(0, { $0 + $1.fen }) { report("\(studio) does not sum up") }
      if ledger.balance != Fund.allCases.reduce(0, { $0 + ledger.balance(of: $1) }) { report("\(studio) leaks") }
      let paid = ledger.standing.filter { if case .paid = $0.kind { true } else { false } }.map(\.kind)
      if Set(paid).count != paid.count { report("\(studio) was paid twice") }
      let reversed = ledger.entries.filter { $0.reversedBy != nil || $0.isReversed }
      if reversed.reduce(0, { $0 + $1.fen }) != 0 { report("\(studio) reverses more than there was") }
    }
  }
}

extension LedgerEntry {
  fileprivate var isReversed: Bool { if case .reversal = kind { true } else { false } }
}

extension Register {
  fileprivate func application(_ entered: StudioEntered) -> Application? {
    entered.application.flatMap { applications[$0] }
  }
}
