import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

/// What happened in the golden journal of the whole law, by the days, sums and marks of its story alone.
@Suite("What the golden journal of the whole law tells is what happened", .turns)
struct GoldenLifeTests {
  /// Looks at the register of the golden journal.
  private func look(_ check: @escaping @Sendable (Register) throws -> Void) async throws {
    let county = try await County(GoldenJournal.life.entries().store())
    try await county.registrar.read(check)
  }

  private static func id(_ code: String, in register: Register) throws -> ID<Studio> {
    try #require(register.studio(named: code)?.id)
  }

  @Test("Art. 14, 15: where each studio stands, with whom, and why")
  func standings() async throws {
    try await look { register in
      #expect(
        register.studiosInOrder.map { "\($0.code) \($0.unit) \($0.occupation) \($0.standing.rawValue)" } == [
          "SC001 第一机械厂 焊工 in-care", "SC002 第二机械厂 钳工 ended", "SC003 第三机械厂 数控车工 in-care",
          "SC005 第五机械厂 铣工 in-care",
        ])
      #expect(register.studiosInOrder.map(\.partner) == [nil, "第八机械厂", nil, nil])
      #expect(register.studiosInOrder.map(\.formerExperts.count) == [0, 0, 1, 0])
      #expect(register.studiosInOrder.map { $0.unavailable == nil } == [true, true, true, true])
      #expect(register.studiosInOrder.map(\.confirmed.description).last == "2024-01-23")
      #expect(register.adoptions.map(\.document) == ["小县〔2023〕9号", "小县〔2024〕2号"])
      #expect(register.interpretations.map(\.interpretation.article) == [9])
      #expect(register.pending.isEmpty)
    }
  }

  @Test("Art. 5–9: one application confirmed, one rejected, one withdrawn, two that changed a studio")
  func applications() async throws {
    try await look { register in
      let found = register.applicationsInOrder
      #expect(found.map(\.stage) == [.confirmed, .rejected, .withdrawn, .confirmed, .confirmed])
      let (confirmed, third) = (try day("2024-01-23"), try Self.id("SC003", in: register))
      #expect(found[0].ending == .confirmed(confirmed, code: "SC005"))
      #expect(found[1].unitWaiver == "两条生产线")
      #expect(found[2].enterprise == nil)
      #expect(register.branches.mapValues(\.enterprise) == ["第一机械厂二分厂": "第一机械厂"])
      // 36 + 16 + 18 + 12, the medians of what three judges gave.
      #expect(found[0].reviews.first?.scored?.score == Points(hundredths: 82_00))
      #expect(found.map { $0.reviews.first?.isRecommended } == [true, false, nil, true, true])
      #expect(found[0].notices.map(\.until.description) == ["2024-01-22"])
      #expect(found[0].objections.values.map(\.answer?.isUpheld) == [false])
      #expect(found[0].objections.values.map(\.isLate) == [false])
      #expect(found[0].materials.count == 7)
      #expect(found[0].findings["age"]?.waiver == "身怀绝技")
      #expect(register.studio(named: "SC005")?.application == found[0].id)
      #expect(found[3].purpose == .changeExpert(third))
      #expect(found[4].purpose.partner == "第八机械厂")
    }
  }

  @Test("Art. 12, 18: what care has on file")
  func care() async throws {
    try await look { register in
      let file = register.careFile(of: try Self.id("SC005", in: register))
      #expect(file.agreements.map(\.signed.description) == ["2024-01-24"])
      #expect(file.plaques.map { "\($0.number) \($0.isOut)" } == ["牌5 false", "牌6 true"])
      #expect(file.plaques.first?.lost?.description == "2024-01-25")
      #expect(file.cards.map { $0.returned?.description } == [nil, "2024-02-01"])
      #expect(file.officer(.head)?.person == register.studio(named: "SC005")?.expert)
      #expect(file.officer(.contact) == nil)
      #expect(file.officers.map { $0.ended?.description } == [nil, "2024-01-25"])
      #expect(file.members.map { "\($0.years ?? -1) \($0.left?.description ?? "-")" } == ["4 2024-02-01"])
      let rules = try #require(register.rules?.life?.care)
      #expect(file.members.first?.flags(by: rules).count == 2)
      #expect(file.archive.map(\.struck) == ["录入有误"])
      #expect(file.reports.map(\.isLate) == [true, false])
      #expect(file.reports.map(\.struck) == [nil, "另行检查"])
    }
  }

  @Test("Art. 16: the plan, its change, and what was fulfilled: 60 wholly, 40 by half, 20 not")
  func plan() async throws {
    try await look { register in
      let studio = try Self.id("SC005", in: register)
      let plan = try #require(register.plan(of: studio, for: 2024))
      #expect(plan.current.map { "\($0.title) \($0.weight)" } == ["攻关一项 60", "培养技师 40", "技艺展示 20"])
      let two = try Exact(2, over: 3)
      #expect(plan.fulfilment == two)
      #expect(plan.reviews.map(\.isAccepted) == [true])
      let planned = try day("2024-02-01")
      let settled = [PlanChange.Outcome.approved(planned), .refused(planned, reason: "设备已到")]
      #expect(plan.changes.map(\.outcome) == settled)
      let finding = try #require(register.yearChecks[YearKey(studio: studio, year: 2024)]?.last?.finding)
      #expect(finding.fulfilment == "2/3")
      let (submitted, due) = (try day("2024-02-01"), try day("2023-12-20"))
      #expect(
        finding.flags == [
          .late(submitted, due: due), .unverified(items: 1), .unfulfilled("2/3"),
          .expertAway(months: 5, needed: 6),
        ])
    }
  }

  @Test("Art. 21: the apprentice of half a year is exempt from that day on, the other one is not")
  func apprentices() async throws {
    try await look { register in
      let found = register.apprenticesInOrder
      #expect(found.map { $0.ended?.description } == ["2024-08-05", nil])
      let exempt = try register.exemption(of: found[0].id, for: "technician", on: day("2024-08-05"))
      #expect(exempt.holds && exempt.isVerified)
      #expect(try !register.exemption(of: found[0].id, for: "technician", on: day("2024-08-04")).holds)
      #expect(try !register.exemption(of: found[0].id, for: "senior-technician", on: day("2025-01-01")).holds)
      #expect(try !register.exemption(of: found[1].id, for: "technician", on: day("2025-01-01")).holds)
      #expect(found[0].promotions.map { "\($0.grade) \($0.day)" } == ["technician 2024-08-20"])
      #expect(found[0].exams.map(\.isPassed) == [true])
      #expect(found[1].state == .rejected(reason: "协议未签"))
    }
  }

  @Test("Art. 12(5), 19, 20: what came, went and is left, in fen")
  func funds() async throws {
    try await look { register in
      let ledger = try #require(register.ledgers[Self.id("SC005", in: register)])
      #expect(
        ledger.entries.map(\.fen) == [
          5_000_000, -5_000_000, 5_000_000, 5_000_000, -1_234_500, -99, 99, -10_500, 500_000, 1_000_000,
        ])
      // 5,000,000 − 1,234,500 − 10,500: what was wrong came to nothing.
      #expect(ledger.balance(of: .subsidy) == 3_755_000)
      #expect(ledger.balance(of: .unit) == 6_000_000)
      #expect(ledger.balance(of: .award) == 500_000)
      #expect(ledger.matched == 5_000_000 && ledger.yearly(2025) == 1_000_000)
      #expect(ledger.entries[5].on.description == "2024-09-01")
      #expect(ledger.subsidy?.on.description == "2024-09-02")
      #expect(try register.ledgers[Self.id("SC001", in: register)]?.earlier?.fen == 5_000_000)
      #expect(try register.ledgers[Self.id("SC003", in: register)]?.higherSubsidy != nil)
      let closed = try #require(register.ledgers[Self.id("SC002", in: register)])
      #expect(closed.balance == 0 && closed.closing?.on.description == "2025-11-03")
      let owed = register.due(until: .latest, on: try day("2025-11-03")).filter { due in
        if case .pay = due.task { true } else { false }
      }
      // The award of SC001 waits still.
      let (first, round) = (try Self.id("SC001", in: register), try #require(register.roundsInOrder.first).id)
      #expect(owed.map(\.task) == [.pay(first, fen: 500_000, round: round)])
    }
  }

  @Test("Art. 13, 17: half a point certified for one studio, and withdrawn for another")
  func scores() async throws {
    try await look { register in
      let round = try #require(register.roundsInOrder.first)
      #expect(
        round.result?.studios.map { "\(register.code(of: $0.studio)) \($0.score?.description ?? "-")" }.sorted() == [
          "SC001 17.50", "SC002 13.00", "SC003 13.00", "SC005 17.00",
        ])
      #expect(round.result?.excellent.map(register.code).sorted() == ["SC001", "SC005"])
      #expect(
        register.awards.map { "\(register.code(of: $0.studio)) \($0.amount)" }.sorted() == [
          "SC001 500000", "SC005 500000",
        ])
      #expect(register.certifiedInOrder.map(\.state) == [.approved, .withdrawn])
      #expect(register.clearances.keys.map(register.login) == ["clerk"])
      #expect(register.recommendations.map { $0.outcome?.isGranted } == [true])
      #expect(register.candidacyFindings.values.map(\.count) == [1])
    }
  }

  @Test("Art. 14, 15, 20: proceedings that were dropped, and those that a judgment annulled; the hold until then")
  func proceedings() async throws {
    try await look { register in
      let cases = register.cancellationsInOrder
      #expect(cases.map(\.ground.id) == ["ethics", "fraud"])
      #expect(cases.map { $0.dropped?.description } == ["2025-06-02", nil])
      #expect(cases[1].invitation?.until.description == "2025-06-09")
      #expect(cases[1].service?.on.description == "2025-06-16")
      #expect(cases[1].appeals.map(\.outcome) == [.annulled])
      #expect(cases[1].restored?.description == "2025-10-15")
      let holds = register.holdsInOrder
      #expect(holds.map { "\($0.placed) \($0.released?.description ?? "-")" } == ["2025-07-01 2025-10-15"])
    }
  }

  @Test("Retention: who is past the time, and who is kept")
  func retention() async throws {
    try await look { register in
      func expired(_ text: String) throws -> [String] {
        try register.expired(on: day(text)).map { "\($0.record.rawValue) \($0.until)" }.sorted()
      }
      // Contacts until they leave; a member who left on 2024-02-01 five years; what was rejected or withdrawn on 2024-01-10,
      // and an objection answered on 2024-01-18, ten years.
      let (contact, member) = ("contacts 2024-01-25", "members 2029-02-01")
      let applications = ["rejected-applications 2034-01-10", "rejected-applications 2034-01-10"]
      let before = [contact, member] + applications
      let found = try ["2029-02-01", "2029-02-02", "2034-01-18", "2034-01-19"].map(expired)
      #expect(found[0] == [contact])
      #expect(found[1] == [contact, member])
      #expect(found[2] == before)
      #expect(found[3] == (before + ["objections 2034-01-18"]).sorted())
    }
  }
}
