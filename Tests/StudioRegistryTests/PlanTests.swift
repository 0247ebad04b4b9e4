import Scoring
import Testing

@testable import StudioRegistry

@Suite("Yearly plans (Art. 16)")
struct PlanTests {
  /// A plan of `YY001` for 2025 with items of 60 and 40, submitted by the contact on a day.
  private func submitted(_ desk: inout Desk, on day: Day = "2024-12-15") throws -> Plan {
    let items = [PlannedItem(title: "攻关一项", weight: 60), PlannedItem(title: "培养技师2名", weight: 40)]
    try desk.ask(
      DraftPlan(studio: desk.studio("YY001"), year: 2025, items: items), as: "contact", on: min(day, "2024-12-01"))
    let plan = try #require(desk.register.plan(of: desk.studio("YY001"), for: 2025))
    try desk.ask(SubmitPlan(plan.id), as: "contact", on: day)
    return try #require(desk.register.plans[plan.id])
  }

  private func plan(_ desk: Desk) throws -> Plan {
    try #require(desk.register.plan(of: desk.studio("YY001"), for: 2025))
  }

  @Test(
    "Art. 16: mid-December ends on 20 December; a late plan is taken and flagged",
    arguments: [("2024-12-20", false), ("2024-12-21", true), ("2025-06-01", true)] as [(Day, Bool)])
  func late(_ day: Day, _ isLate: Bool) throws {
    var desk = try Desk()
    let plan = try submitted(&desk, on: day)
    #expect(desk.register.isLate(plan) == isLate)
    #expect(plan.counts)
  }

  @Test("Art. 16: a plan that comes after 31 December of its year is recorded, but does not count")
  func afterItsYear() throws {
    var desk = try Desk()
    let plan = try submitted(&desk, on: "2026-01-01")
    #expect(plan.submission?.day == "2026-01-01")
    #expect(!plan.counts)
  }

  @Test("one plan a year and studio, of a year that can be planned, each item once and weighing 1 to 1000")
  func drafting() throws {
    var desk = try Desk()
    let plan = try submitted(&desk)
    func refusal(_ year: Int, _ items: (String, Int)..., code: String = "YY001", by login: String = "contact")
      -> Refusal?
    {
      let items = items.map { PlannedItem(title: $0.0, weight: $0.1) }
      return desk.refusal(of: DraftPlan(studio: desk.studio(code), year: year, items: items), as: login)
    }
    #expect(refusal(2025, ("新项", 10)) == .plan(.exists(studio: "YY001", year: 2025, plan.id)))
    #expect(refusal(2026, ("新项", 10)) == .plan(.tooEarly(year: 2026, on: desk.today)))
    #expect(refusal(2021, ("新项", 10)) == .plan(.beforeStudio("YY001", year: 2021, confirmed: "2022-06-01")))
    #expect(refusal(2024, ("新项", 10)) == nil)
    #expect(refusal(2024, ("新项", 1000), ("另一项", 1)) == nil)
    #expect(refusal(2024, ("新项", 0)) == .plan(.badWeight(0, most: 1000, .workingRule)))
    #expect(refusal(2024, ("新项", 1001)) == .plan(.badWeight(1001, most: 1000, .workingRule)))
    #expect(refusal(2024, ("新项", 10), ("新项", 20)) == .plan(.itemTwice("新项")))
    #expect(refusal(2024, (" ", 10)) == .reasonNeeded)
    #expect(refusal(2025, ("新项", 10), code: "YY002") == .otherStudio("YY002"))
    #expect(desk.refusal(of: SubmitPlan(plan.id), as: "contact") == .plan(.submitted(plan.id, on: "2024-12-15")))
  }

  @Test("Art. 16: experts review a submitted plan; by a second person that confirms its day")
  func review() throws {
    var desk = try Desk()
    let plan = try submitted(&desk)
    #expect(
      desk.refusal(of: ReviewPlan(plan.id, isAccepted: true, text: "好"), as: "clerk", on: "2024-12-14")
        == .beforeThat("2024-12-14", "2024-12-15"))
    try desk.ask(ReviewPlan(plan.id, isAccepted: false, text: "第二项不可考核"), as: "org-clerk", on: "2024-12-18")
    let reviewed = try self.plan(desk)
    #expect(reviewed.reviews == [Plan.Review(isAccepted: false, text: "第二项不可考核", on: "2024-12-18")])
    #expect(reviewed.submission?.state.isVerified == true)
  }

  @Test("a change after submission needs a reason and another person's approval, and history is kept")
  func changes() throws {
    var desk = try Desk()
    let plan = try submitted(&desk)
    let (first, second) = (plan.items[0].id, plan.items[1].id)
    let reweigh = ChangePlan(plan.id, .reweigh(first, weight: 30), reason: "设备到货推迟")
    #expect(desk.refusal(of: ChangePlan(plan.id, .drop(first), reason: " "), as: "contact") == .reasonNeeded)
    try desk.ask(reweigh, as: "clerk", on: "2025-03-01")
    let change = ID<PlanChange>(desk.register.sequence)
    #expect(try self.plan(desk).items[0].weight == 60)
    #expect(desk.refusal(of: SettlePlanChange(change), as: "clerk") == .plan(.ownChange(change)))
    let task = Due.Task.settlePlanChange(change, studio: desk.studio("YY001"))
    #expect(desk.register.due(until: desk.today, on: desk.today).map(\.task).contains(task))
    try desk.ask(SettlePlanChange(change), as: "clerk-2")
    #expect(!desk.register.due(until: desk.today, on: desk.today).map(\.task).contains(task))
    #expect(try self.plan(desk).items[0].weights == [60, 30])
    #expect(desk.refusal(of: SettlePlanChange(change), as: "approver") == .plan(.changeSettled(change)))
    try desk.ask(ChangePlan(plan.id, .drop(second), reason: "人员调离"), as: "contact")
    try desk.ask(SettlePlanChange(ID(desk.register.sequence)), as: "approver")
    try desk.ask(ChangePlan(plan.id, .add(title: "技艺展示", weight: 20), reason: "新增任务"), as: "contact")
    try desk.ask(SettlePlanChange(ID(desk.register.sequence)), as: "approver")
    let changed = try self.plan(desk)
    #expect(changed.current.map(\.title) == ["攻关一项", "技艺展示"])
    #expect(changed.items.count == 3)
    #expect(
      desk.refusal(of: ChangePlan(plan.id, .drop(second), reason: "再删"), as: "contact")
        == .plan(.itemDropped(second)))
    try desk.ask(ChangePlan(plan.id, .drop(first), reason: "删去"), as: "contact")
    try desk.ask(SettlePlanChange(ID(desk.register.sequence), refused: "理由不足"), as: "approver")
    #expect(try self.plan(desk).current.count == 2)
  }

  /// Hand calculation: (60 × 85 + 40 × 50) / 100 = 71 %; with the second unverified 60 × 85 / 100 = 51 %.
  @Test("completion is verified by a second person; what nobody verified keeps its weight and counts 0")
  func completion() throws {
    var desk = try Desk()
    let plan = try submitted(&desk)
    let (first, second) = (plan.items[0].id, plan.items[1].id)
    let entries = [CompletionsEntered.Entry(item: first, percent: 85), .init(item: second, percent: 50)]
    #expect(
      desk.refusal(of: EnterCompletions(plan.id, entries), as: "contact", on: "2024-12-31")
        == .plan(.yearNotBegun(2025, on: "2024-12-31")))
    #expect(
      desk.refusal(of: EnterCompletions(plan.id, [.init(item: first, percent: 101)]), as: "contact", on: "2025-12-01")
        == .plan(.badCompletion(101)))
    try desk.ask(EnterCompletions(plan.id, entries), as: "clerk", on: "2025-12-28")
    #expect(
      desk.refusal(of: VerifyEvidence(claims: [.planItem(first)]), as: "clerk")
        == .plan(.ownEntry(first.description)))
    try desk.ask(VerifyEvidence(claims: [.planItem(first)]), as: "clerk-2")
    #expect(try self.plan(desk).fulfilment?.description == "51/100")
    try desk.ask(VerifyEvidence(claims: [.planItem(second)]), as: "approver")
    #expect(try self.plan(desk).fulfilment?.description == "71/100")
    #expect(
      desk.refusal(of: VerifyEvidence(claims: [.planItem(second)]), as: "approver")
        == .plan(.settled(second.description)))
    try desk.ask(EnterCompletions(plan.id, [.init(item: second, percent: 60)]), as: "contact")
    try desk.ask(RejectEvidence(.planItem(second), reason: "无证明"), as: "clerk")
    #expect(try self.plan(desk).fulfilment?.description == "51/100")
    #expect(try self.plan(desk).items[1].earlier.map(\.percent) == [50])
  }

  @Test("Art. 6(2), 16, 19: the yearly check says what falls short, and decides nothing")
  func yearCheck() throws {
    var desk = try Desk()
    let plan = try submitted(&desk, on: "2025-01-10")
    let entries = plan.items.map { CompletionsEntered.Entry(item: $0.id, percent: 75) }
    try desk.ask(EnterCompletions(plan.id, entries), as: "contact", on: "2025-12-28")
    try desk.ask(
      VerifyEvidence(claims: [.plan(plan.id)] + plan.items.map { .planItem($0.id) }), as: "clerk", on: "2025-12-29")
    func check(_ months: Int, _ fen: Int, _ code: String = "YY001") -> CheckYear {
      CheckYear(studio: desk.studio(code), year: 2025, expertMonths: months, unitFunds: fen, remarks: "")
    }
    #expect(desk.refusal(of: check(6, 1), as: "clerk", on: "2025-12-31") == .plan(.yearNotOver(2025, on: "2025-12-31")))
    #expect(desk.refusal(of: check(13, 1), as: "clerk", on: "2026-01-05") == .plan(.badMonths(13)))
    #expect(desk.refusal(of: check(6, -1), as: "clerk", on: "2026-01-05") == .plan(.badSum))
    let before = desk.standing("YY001")
    func flags(_ command: CheckYear) throws -> [YearChecked.Flag] {
      try desk.ask(command, as: "clerk", on: "2026-01-05").compactMap { $0 as? YearChecked }.flatMap(\.flags)
    }
    #expect(try flags(check(6, 100)) == [.late("2025-01-10", due: "2024-12-20"), .unfulfilled("3/4")])
    #expect(
      try flags(check(5, 0))
        == [
          .late("2025-01-10", due: "2024-12-20"), .unfulfilled("3/4"), .expertAway(months: 5, needed: 6), .noUnitFunds,
        ])
    #expect(try flags(check(12, 100, "YY002")) == [.noPlan])
    #expect(desk.standing("YY001") == before)
  }

  @Test("Art. 16: the next plan is due from every studio by 20 December, completion and check after the year")
  func due() throws {
    var desk = try Desk(on: "2024-02-01")
    func tasks(_ code: String, on day: Day) -> [Due] {
      desk.register.due(until: "2099-12-31", on: day).filter { due in
        switch due.task {
        case .plan(let studio, _), .completePlan(_, let studio, _), .checkYear(let studio, _):
          studio == desk.studio(code)
        default: false
        }
      }
    }
    let studio = desk.studio("YY001")
    #expect(tasks("YY001", on: "2024-12-01") == [Due(day: "2024-12-20", task: .plan(studio, year: 2025))])
    #expect(Due(day: "2024-12-20", task: .plan(studio, year: 2025)).party == .studio)
    let plan = try submitted(&desk)
    #expect(tasks("YY001", on: "2024-12-31").isEmpty)
    #expect(
      tasks("YY002", on: "2025-02-01") == [
        Due(day: "2024-12-20", task: .plan(desk.studio("YY002"), year: 2025)),
        Due(day: "2025-01-01", task: .checkYear(desk.studio("YY002"), year: 2024)),
        Due(day: "2025-12-20", task: .plan(desk.studio("YY002"), year: 2026)),
      ])
    #expect(
      tasks("YY001", on: "2026-01-02").map(\.task) == [
        .plan(studio, year: 2026), .completePlan(plan.id, studio: studio, year: 2025), .checkYear(studio, year: 2025),
        .plan(studio, year: 2027),
      ])
  }

  @Test("a yearly check that does not follow from the plan shows when the journal is verified")
  func forgedCheck() throws {
    var desk = try Desk()
    _ = try submitted(&desk)
    let check = CheckYear(
      studio: desk.studio("YY001"), year: 2025, expertMonths: 8, unitFunds: 100, remarks: "")
    let before = desk.register
    let event = try #require(
      try desk.ask(check, as: "clerk", on: "2026-01-05").compactMap { $0 as? YearChecked }.first)
    let record = Record(sequence: before.sequence + 1, on: "2026-01-05", actor: desk.account("clerk"))
    #expect(before.allows(event, as: record))
    let forged = YearChecked(
      studio: event.studio, year: 2025, fulfilment: "1", expertMonths: 8, unitFunds: 100, remarks: "", flags: [])
    #expect(!before.allows(forged, as: record))
  }

  @Test("no text of a plan or an apprentice holds a mobile number")
  func texts() throws {
    let desk = try Desk()
    let (text, studio) = ("联系13812345678", desk.studio("YY001"))
    let document = ApprenticeDocument(text)
    let commands: [any Command] = [
      DraftPlan(studio: studio, year: 2025, items: [PlannedItem(title: text, weight: 1)]),
      ReviewPlan(ID(1), isAccepted: true, text: text), ChangePlan(ID(1), .drop(ID(2)), reason: text),
      ChangePlan(ID(1), .add(title: text, weight: 1), reason: "新增"), SettlePlanChange(ID(1), refused: text),
      CheckYear(studio: studio, year: 2023, expertMonths: 6, unitFunds: 1, remarks: text),
      RejectEvidence(.plan(ID(1)), reason: text),
      ImportTables(
        evidence: EnterEvidence(persons: [], rows: []),
        planItems: [
          .init(YearKey(studio: studio, year: 2024), PlannedItem(title: text, weight: 1), completion: 0)
        ]),
      EnrolApprentice(studio: studio, person: .known(desk.person("J1")), agreement: document),
      PromoteApprentice(ID(1), grade: "technician", certificate: document),
      ReportApprentice(ID(1), isPassing: true, document: document),
      FindGradeConditions(ID(1), grade: "technician", isMet: true, document: document),
      RecordTheoryExam(ID(1), grade: "technician", isPassed: true, document: document),
    ]
    for command in commands {
      #expect(desk.refusal(of: command, as: "clerk") == .mobileNumber, "\(command.name)")
    }
  }

  @Test("a plan's rows say its ids; old rows of a year that has a plan here are not used twice")
  func evidence() throws {
    var desk = try Desk()
    let plan = try submitted(&desk)
    let studio = desk.studio("YY001")
    for (year, day) in [("2024", "2023-12-10"), ("2025", "2024-12-01")] {
      var register = desk.register
      let old = EvidenceEntered(studio: studio, type: "plans", cells: ["year": year, "submitted_on": day])
      register.apply(old, as: Record(sequence: register.sequence + 1, on: "2025-01-02", actor: nil))
      let sources = Set(try Self.sources(of: studio, in: register).keys)
      #expect(sources.contains("E\(register.sequence)") == (year == "2024"))
      #expect(sources.isSuperset(of: [plan.id.description] + plan.items.map(\.id.description)))
    }
  }

  /// The ids that a studio's records for the modules name as their sources, with whether they are verified.
  static func sources(of studio: ID<Studio>, in register: Register) throws -> [String: Bool] {
    let period = try #require(Period(years: 2020...2030))
    let modules = register.modules.modules.map { $0.description }
    let records = register.studioEvidence(of: studio, kinds: register.modules.kinds)
    var sources: [String: Bool] = [:]
    for (module, evidence) in zip(modules, records.sorted(for: modules, in: period)) {
      for kind in module.reads {
        let table = try evidence[kind]
        for record in table.counted + table.leftOut.compactMap(\.record) {
          if let source = record.source { sources[source] = record.isVerified }
        }
      }
    }
    return sources
  }
}
