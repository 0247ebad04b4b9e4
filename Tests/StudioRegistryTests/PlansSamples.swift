import Scoring
import StudioRegistry

/// What tests know of plans (Art. 16).
enum PlansSamples {
  /// Studios plan and say what they completed (Art. 16), the bureau's people agree to changes and check (Art. 11, 16); the
  /// experts' review is organised by both departments.
  static let permissions: [(CommandName, String)] = [
    (.draftPlan, "co"), (.submitPlan, "co"), (.changePlan, "co"), (.enterCompletions, "co"), (.importTables, "co"),
    (.reviewPlan, "cC"), (.settlePlanChange, "ca"), (.checkYear, "c"),
  ]

  /// One command of each name, on a desk that is made ready for it.
  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let studio = desk.studio("YY001")
    let items = [PlannedItem(title: "攻关一项", weight: 60), PlannedItem(title: "培养技师2名", weight: 40)]
    try desk.ask(DraftPlan(studio: studio, year: 2026, items: items), as: "contact")
    let plan = ID<Plan>(desk.register.sequence - 2)
    try desk.ask(SubmitPlan(plan), as: "contact")
    try desk.ask(ChangePlan(plan, .drop(ID(plan.sequence + 1)), reason: "设备未到"), as: "contact")
    let change = ID<PlanChange>(desk.register.sequence)
    return [
      DraftPlan(studio: desk.studio("YY002"), year: 2026, items: items), SubmitPlan(plan),
      ReviewPlan(plan, isAccepted: true, text: "目标可考核"),
      ChangePlan(plan, .add(title: "技艺展示", weight: 10), reason: "新增任务"), SettlePlanChange(change),
      EnterCompletions(plan, [.init(item: ID(plan.sequence + 1), percent: 50)]),
      CheckYear(studio: studio, year: 2025, expertMonths: 8, unitFunds: 3_000_000, remarks: ""),
      ImportTables(
        evidence: EnterEvidence(persons: [], rows: []),
        plans: [.init(YearKey(studio: studio, year: 2025), submitted: "2024-12-10")]),
    ]
  }
}
