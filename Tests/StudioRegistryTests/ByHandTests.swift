import Scoring
import Testing

@testable import StudioRegistry

@Suite("What somebody writes into the journal by hand, though the chain was computed anew, shows at its entry")
struct ByHandTests {
  private func allows(_ desk: Desk, _ event: any Event, by login: String = "clerk", on day: Day? = nil) -> Bool {
    desk.register.allows(
      event,
      as: Record(sequence: desk.register.sequence + 1, on: day ?? desk.today, actor: desk.account(login)))
  }

  /// Expects that the journal as the commands made it is allowed, entry by entry.
  private func expectAllowed(_ desk: Desk) {
    var same = Register(modules: desk.register.modules)
    for (event, record) in desk.journal {
      #expect(same.allows(event, as: record), "\(type(of: event).kind)")
      same.apply(event, as: record)
    }
  }

  /// The desk as it is when the last approval stands in the journal, and nothing of what follows from it.
  private func approved(_ desk: Desk, by login: String) throws -> Register {
    var copy = desk
    let before = desk.register
    let events = try copy.ask(Approve(desk.proposal), as: login)
    var register = before
    register.apply(
      try #require(events.first),
      as: Record(sequence: before.sequence + 1, on: desk.today, actor: desk.account(login)))
    return register
  }

  @Test("Art. 15: no studio rests, goes on, ends or is restored without a decision", arguments: [true, false])
  func standing(_ isDecided: Bool) throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let unavailability = Unavailability(cause: .illness, since: "2024-01-15", canGoOn: false)
    try desk.ask(RecordUnavailable(studio: studio, unavailability), as: "clerk")
    let suspended = StudioSuspended(studio: studio)
    guard isDecided else {
      #expect(!allows(desk, suspended))
      #expect(!allows(desk, StudioEnded(studio: studio)))
      try desk.carry(.suspend(studio))
      #expect(!allows(desk, StudioResumed(studio: studio)))
      #expect(!allows(desk, StudioRestored(studio: studio, cancellation: ID(1))))
      expectAllowed(desk)
      return
    }
    try desk.ask(Propose(.suspend(studio), reason: "依据会议纪要"), as: "clerk")
    let register = try approved(desk, by: "approver")
    let record = Record(sequence: register.sequence + 1, on: desk.today, actor: desk.account("approver"))
    #expect(register.allows(suspended, as: record))
    // Nothing else stands behind the approval, and nothing of another studio.
    #expect(!register.allows(StudioSuspended(studio: desk.studio("YY002")), as: record))
    #expect(!register.allows(StudioEnded(studio: studio), as: record))
    #expect(!register.allows(PersonErased(person: desk.person("J1"), reason: "本人申请"), as: record))
  }

  @Test("an approval in another's name, for another role, or one that says too early that none is missing")
  func approvals() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    try desk.ask(Propose(.end(studio), reason: "单位申请"), as: "clerk")
    func approval(_ role: Role, _ login: String, isCarried: Bool = false) -> DecisionApproved {
      DecisionApproved(proposal: desk.proposal, role: role, persons: [desk.person(login)], isCarried: isCarried)
    }
    #expect(allows(desk, approval(.bureauApprover, "approver"), by: "approver"))
    #expect(!allows(desk, approval(.bureauApprover, "approver"), by: "clerk"))
    #expect(!allows(desk, approval(.organisationApprover, "approver"), by: "approver"))
    #expect(!allows(desk, approval(.bureauApprover, "approver", isCarried: true), by: "approver"))
  }

  @Test("Art. 19: a payment is taken back by a decision, an entry of facts by an entry")
  func reversals() throws {
    var desk = try Desk.withApplication()
    try desk.carry(.pay(desk.payment("YY030")))
    let payment = desk.lastEntry
    try desk.ask(RecordUnitFunds(studio: desk.studio("YY030"), fen: 100, document: "凭证1"), as: "clerk")
    let match = desk.lastEntry
    func reversed(_ entry: ID<LedgerEntry>, _ code: String = "YY030") -> EntryReversed {
      EntryReversed(studio: desk.studio(code), entry: entry, reason: "误录")
    }
    #expect(!allows(desk, reversed(payment)))
    #expect(allows(desk, reversed(match)))
    #expect(!allows(desk, reversed(match, "YY001")))
    try desk.ask(Propose(.reversePayment(payment), reason: "误录"), as: "clerk")
    let register = try approved(desk, by: "approver")
    let record = Record(sequence: register.sequence + 1, on: desk.today, actor: desk.account("approver"))
    #expect(register.allows(reversed(payment), as: record))
    #expect(!register.allows(EntryReversed(studio: desk.studio("YY030"), entry: payment, reason: "另有原因"), as: record))
  }

  @Test("Art. 16: a change of a plan by whoever asked for it, and an item that no change brought")
  func plans() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let items = [PlannedItem(title: "攻关一项", weight: 60), PlannedItem(title: "带徒三人", weight: 40)]
    try desk.ask(DraftPlan(studio: studio, year: 2025, items: items), as: "contact", on: "2024-12-01")
    let plan = try #require(desk.register.plan(of: studio, for: 2025)?.id)
    let item = PlanItemAdded(plan: plan, studio: studio, title: "技艺展示", weight: 20)
    #expect(allows(desk, item, by: "contact"))
    try desk.ask(SubmitPlan(plan), as: "contact", on: "2024-12-15")
    let verified = PlansVerified(plans: [plan], items: [], studios: [studio])
    #expect(!allows(desk, verified, by: "contact"))
    #expect(allows(desk, verified, by: "clerk"))
    #expect(!allows(desk, item, by: "clerk"))
    let change = ChangePlan(plan, .add(title: "技艺展示", weight: 20), reason: "新增任务")
    try desk.ask(change, as: "clerk", on: "2025-03-01")
    let settled = PlanChangeSettled(change: ID(desk.register.sequence), plan: plan, studio: studio, refused: nil)
    #expect(!allows(desk, settled, by: "clerk"))
    #expect(!allows(desk, settled, by: "clerk-2", on: "2025-02-28"))
    #expect(allows(desk, settled, by: "clerk-2"))
    #expect(!allows(desk, item, by: "contact"))
    try desk.ask(SettlePlanChange(settled.change), as: "clerk-2")
    #expect(!allows(desk, item, by: "clerk-2"))
    #expect(!allows(desk, settled, by: "approver"))
    expectAllowed(desk)
  }

  @Test("Art. 14: a cancellation is served after its decision, on no earlier day, and once")
  func service() throws {
    var desk = try Desk()
    let id = try desk.proceedings(against: "YY001", ground: "fraud")
    let studio = desk.studio("YY001")
    func served(_ code: String = "YY001") -> CancellationServed {
      CancellationServed(studio: desk.studio(code), cancellation: id, number: "云人社〔2024〕9号", receipt: "回证")
    }
    #expect(!allows(desk, served()))
    desk.today = "2024-03-01"
    try desk.carry(.cancelTitle(studio), by: ["approver", "org-approver"])
    #expect(!allows(desk, served(), on: "2024-02-29"))
    #expect(!allows(desk, served("YY002")))
    #expect(allows(desk, served()))
    try desk.ask(ServeCancellation(id, number: "9号", receipt: "回证"), as: "clerk")
    #expect(!allows(desk, served()))
    expectAllowed(desk)
  }

  @Test("Art. 12, 18: a plaque of somebody else, or a review by whoever named the officer")
  func care() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    #expect(allows(desk, PlaqueGranted(studio: studio, number: "1", expert: expert)))
    #expect(!allows(desk, PlaqueGranted(studio: studio, number: "1", expert: desk.person("J1"))))
    try desk.ask(GrantPlaque(studio: studio, number: "1"), as: "clerk")
    #expect(!allows(desk, PlaqueGranted(studio: studio, number: "2", expert: expert)))
    try desk.ask(NameOfficer(studio: studio, post: .head, person: .known(expert)), as: "clerk")
    func reviewed(_ person: ID<Person>) -> OfficerReviewed {
      OfficerReviewed(studio: studio, post: .head, person: person, isAccepted: true, reason: nil)
    }
    #expect(!allows(desk, reviewed(expert), by: "clerk"))
    #expect(!allows(desk, reviewed(desk.person("J1")), by: "clerk-2"))
    #expect(allows(desk, reviewed(expert), by: "clerk-2"))
    try desk.ask(ReviewOfficer(studio: studio, post: .head, isAccepted: true), as: "clerk-2")
    expectAllowed(desk)
  }

  @Test("evidence that is verified or rejected by whoever entered it")
  func evidence() throws {
    var desk = try Desk()
    let row = EnterEvidence.Row(
      studio: desk.studio("YY001"), kind: "exchanges", cells: ["title": "讲座", "held_on": "2024-01-05"], people: [:])
    try desk.ask(EnterEvidence(persons: [], rows: [row]), as: "clerk")
    let item = ID<EvidenceItem>(desk.register.sequence)
    #expect(!allows(desk, EvidenceVerified(items: [item]), by: "clerk"))
    #expect(!allows(desk, EvidenceRejected(item: item, reason: "无证明"), by: "clerk"))
    #expect(allows(desk, EvidenceVerified(items: [item]), by: "clerk-2"))
    try desk.ask(VerifyEvidence(items: [item]), as: "clerk-2")
    #expect(!allows(desk, EvidenceRejected(item: item, reason: "无证明"), by: "approver"))
    expectAllowed(desk)
  }

  @Test("Art. 25: rules that a clerk adopted, that were in force already, or by a document of a day to come")
  func rules() throws {
    var desk = try Desk()
    var changed = desk.rules
    changed.life = nil
    func adopted(_ rules: RuleSet, on day: Day = "2024-01-31") -> RulesAdopted {
      RulesAdopted(rules: rules, adoption: Adoption(document: "云人社发〔2024〕1号", on: day))
    }
    #expect(allows(desk, adopted(changed), by: "approver"))
    #expect(!allows(desk, adopted(changed), by: "clerk"))
    #expect(!allows(desk, adopted(desk.rules), by: "approver"))
    #expect(!allows(desk, adopted(changed, on: "2024-02-02"), by: "approver"))
    try desk.ask(
      AdoptRules(rules: changed, adoption: Adoption(document: "云人社发〔2024〕1号", on: "2024-01-31")), as: "approver")
    expectAllowed(desk)
  }

  @Test("Art. 15: an expert who is changed without an application, to somebody else, or twice")
  func experts() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let unavailability = Unavailability(cause: .retirement, since: "2024-01-15", canGoOn: false)
    try desk.ask(RecordUnavailable(studio: studio, unavailability), as: "clerk")
    let id = try desk.receive(.changeExpert(studio), unit: "单位1", occupation: "焊工")
    try desk.recommend(id)
    let successor = try desk.application(id).expert
    func changed(_ expert: ID<Person>) -> ExpertChanged {
      ExpertChanged(studio: studio, expert: expert, occupation: "焊工", partner: nil, application: id)
    }
    #expect(!allows(desk, changed(successor)))
    try desk.ask(desk.confirming(id, nil), as: "clerk")
    try desk.ask(Approve(desk.proposal), as: "approver")
    var register = try approved(desk, by: "org-approver")
    var record = Record(sequence: register.sequence + 1, on: desk.today, actor: desk.account("org-approver"))
    register.apply(ApplicationConfirmed(application: id, code: nil), as: record)
    record = Record(sequence: register.sequence + 1, on: desk.today, actor: desk.account("org-approver"))
    #expect(register.allows(changed(successor), as: record))
    #expect(!register.allows(changed(desk.person("J1")), as: record))
    try desk.ask(Approve(desk.proposal), as: "org-approver")
    #expect(!allows(desk, changed(successor)))
    expectAllowed(desk)
  }
}
