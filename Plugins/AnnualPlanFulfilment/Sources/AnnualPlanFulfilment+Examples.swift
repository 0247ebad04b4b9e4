import Scoring

extension AnnualPlanFulfilment {
  static let examples = [
    Example(
      "on time by 20 December of the year before 1.5, later 0.75",
      [
        Plan.kind: [["2024", "2023-12-20"], ["2025", "2024-12-21"]], PlanItem.kind: [], ArchiveDocument.kind: [],
      ],
      marks: ["D1": "2.25", "D3": "0.00", "D4": "0.00"]),
    Example(
      "a plan that came after its year is none, and its items count nothing",
      [
        Plan.kind: [["2024", "2025-01-01"], ["2025", "2025-12-31"]],
        PlanItem.kind: [["2024", "甲", "1", "100"], ["2025", "乙", "1", "100"]], ArchiveDocument.kind: [],
      ],
      marks: ["D1": "0.75", "D3": "5.00"]),
    Example(
      "weights count: (3 × 100 + 1 × 50) / 4 in one year, 80 in the other",
      [
        Plan.kind: [["2024", "2023-12-01"], ["2025", "2024-12-01"]],
        PlanItem.kind: [["2024", "甲", "3", "100"], ["2024", "乙", "1", "50"], ["2025", "丙", "7", "80"]],
        ArchiveDocument.kind: [],
      ],
      marks: ["D1": "3.00", "D3": "8.38"]),
    Example(
      "an unverified item keeps its weight with completion 0",
      [
        Plan.kind: [["2024", "2023-12-01"], ["2025", "2024-12-01"]],
        PlanItem.kind: [
          ["2024", "甲", "1", "100"], ["2024", "乙", "1", "100", "no"], ["2025", "丙", "1", "100"],
          ["2023", "丁", "1", "100"],
        ], ArchiveDocument.kind: [],
      ],
      marks: ["D3": "7.50"]),
    Example(
      "archive 1, ledger 2, reports 1; each once",
      [
        Plan.kind: [], PlanItem.kind: [],
        ArchiveDocument.kind: [
          ["archive", "2020-01-01"], ["ledger", "2024-01-01"], ["ledger", "2025-01-01"],
          ["major-event-reports", "2025-01-01", "no"],
        ],
      ],
      marks: ["D1": "0.00", "D4": "3.00"]),
    Example("no table", [Plan.kind: [], PlanItem.kind: []], refuses: .missingTable("documents")),
  ]
}
