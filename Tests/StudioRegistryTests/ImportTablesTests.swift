import Scoring
import Testing

@testable import StudioRegistry

@Suite("Tables of plans and apprentices are taken over, all rows or none")
struct ImportTablesTests {
  private func item(_ desk: Desk, _ year: Int, _ title: String, _ weight: Int, _ completion: Points)
    -> ImportTables.PlanItemRow
  {
    .init(
      YearKey(studio: desk.studio("YY001"), year: year), PlannedItem(title: title, weight: weight),
      completion: completion)
  }

  private func tables(
    _ desk: Desk, persons: [EnterEvidence.NewPerson] = [], plans: [(Int, Day)] = [],
    items: [ImportTables.PlanItemRow] = [], apprentices: [ImportTables.ApprenticeRow] = []
  ) -> ImportTables {
    ImportTables(
      evidence: EnterEvidence(persons: persons, rows: []),
      plans: plans.map { .init(YearKey(studio: desk.studio("YY001"), year: $0.0), submitted: $0.1) }, planItems: items,
      apprentices: apprentices)
  }

  @Test("a plan comes in with its items and completions, to be verified here")
  func plans() throws {
    var desk = try Desk(on: "2026-01-05")
    let items = [item(desk, 2025, "攻关一项", 60, 85), item(desk, 2025, "培养技师2名", 40, 0)]
    try desk.ask(tables(desk, plans: [(2025, "2024-12-15")], items: items), as: "contact")
    let plan = try #require(desk.register.plan(of: desk.studio("YY001"), for: 2025))
    #expect(plan.submission?.day == "2024-12-15")
    #expect(plan.items.map(\.completion?.percent) == [85, 0])
    #expect(desk.register.claims.map(\.state) == [.entered, .entered, .entered])
    #expect(plan.fulfilment == .zero)
  }

  @Test("what cannot be is refused with all rows")
  func refused() throws {
    let desk = try Desk(on: "2025-06-02")
    func refusal(_ command: ImportTables, _ login: String = "clerk") -> Refusal? {
      desk.refusal(of: command, as: login)
    }
    #expect(refusal(tables(desk)) == .nothingToDo)
    #expect(
      refusal(tables(desk, plans: [(2025, "2024-12-15"), (2025, "2024-12-16")]))
        == .plan(.twiceInTable(studio: "YY001", year: 2025)))
    #expect(
      refusal(tables(desk, plans: [(2025, "2025-06-03")])) == .dayToCome("2025-06-03", today: "2025-06-02"))
    #expect(
      refusal(tables(desk, items: [item(desk, 2026, "攻关", 10, 5)]))
        == .plan(.yearNotBegun(2026, on: "2025-06-02")))
    #expect(refusal(tables(desk, items: [item(desk, 2026, "攻关", 10, 0)])) == nil)
    #expect(
      refusal(tables(desk, items: [item(desk, 2025, "攻关", 1001, 0)]))
        == .plan(.badWeight(1001, most: 1000, .workingRule)))
    let other = ImportTables(
      evidence: EnterEvidence(persons: [], rows: []),
      plans: [.init(YearKey(studio: desk.studio("YY002"), year: 2025), submitted: "2024-12-15")])
    #expect(refusal(other, "contact") == .otherStudio("YY002"))
  }

  @Test("rows of one person and one training are one apprentice with several promotions")
  func apprentices() throws {
    var desk = try Desk(on: "2026-01-05")
    let studio = desk.studio("YY001")
    let person = EnterEvidence.NewPerson(studio: studio, values: desk.commitment())
    func row(_ grade: String?, _ day: Day, ended: Day? = nil) -> ImportTables.ApprenticeRow {
      .init(
        studio: studio, person: .new(0), started: "2023-01-05", ended: ended,
        promotion: grade.map { .init(grade: $0, day: day) })
    }
    let rows = [row("senior-worker", "2024-03-01"), row("technician", "2025-03-01")]
    let none = tables(desk, persons: [person], apprentices: [row("grand-master", "2025-03-01")])
    #expect(
      desk.refusal(of: none, as: "clerk")
        == .badCell(column: "promoted_to", kind: "apprentices", studio: "YY001"))
    try desk.ask(tables(desk, persons: [person], apprentices: rows), as: "clerk")
    let apprentice = try #require(desk.register.apprenticesInOrder.first)
    #expect(desk.register.apprentices.count == 1)
    #expect(apprentice.promotions.map(\.grade) == ["senior-worker", "technician"])
    #expect(desk.register.claims.count == 3)
    let ended = ImportTables.ApprenticeRow(
      studio: studio, person: .known(apprentice.person), started: "2023-01-05", ended: "2025-12-31", promotion: nil)
    try desk.ask(tables(desk, apprentices: [ended]), as: "clerk")
    #expect(desk.register.apprenticesInOrder.map(\.ended) == ["2025-12-31"])
  }

  /// Hand calculation: B2 is 7 × 1/5 = 1.40, B3 3.00 for a technician; D1 1.5 + 0, D3 10 × (0 + 0.85) / 2 = 4.25.
  @Test("a round's reference marks rest on them, and closing again gives the same events")
  func closing() throws {
    var desk = try Desk(on: "2026-01-05")
    let studio = desk.studio("YY001")
    let person = EnterEvidence.NewPerson(studio: studio, values: desk.commitment())
    let trained = ImportTables.ApprenticeRow(
      studio: studio, person: .new(0), started: "2024-01-05", ended: nil,
      promotion: .init(grade: "technician", day: "2025-03-01"))
    try desk.ask(
      tables(
        desk, persons: [person], plans: [(2025, "2024-12-20")], items: [item(desk, 2025, "攻关一项", 60, 85)],
        apprentices: [trained]), as: "contact")
    try desk.ask(VerifyEvidence(claims: desk.register.claims.map(\.claim)), as: "clerk")
    let round = try desk.openWithPanel()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
    let before = desk.register
    try desk.ask(CloseRound(round: round), as: "clerk")
    let settled = try #require(try desk.round(round).result?[studio])
    let marks = Dictionary(uniqueKeysWithValues: settled.referenceMarks.map { ($0.criterion, $0.marks.description) })
    #expect(marks["B2"] == "1.40")
    #expect(marks["B3"] == "3.00")
    #expect(marks["D1"] == "1.50")
    #expect(marks["D3"] == "4.25")
    let again = try before.recomputed(round, reason: nil).compactMap { $0 as? StudioSettled }
    #expect(again.first { $0.studio == studio } == settled)
    let sources = settled.referenceMarks.flatMap(\.reasons).compactMap { $0.other?.record?.source }
    let promotion = try #require(desk.register.apprenticesInOrder.first?.promotions.first)
    #expect(Set(sources).isSuperset(of: [promotion.id.description]))
    let captions = settled.referenceMarks.flatMap { mark in
      mark.mark({ _ in nil }, renamed: { desk.register.renamed($0) { _ in "张三" } }).reasons
    }.compactMap { $0.record?.caption.zh }
    #expect(captions.contains { $0.contains("张三") })
  }
}
