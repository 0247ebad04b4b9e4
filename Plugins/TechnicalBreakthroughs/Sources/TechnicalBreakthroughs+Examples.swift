import Scoring

extension TechnicalBreakthroughs {
  static let examples = [
    Example(
      "a project is worth 3, an invention patent 3, an event 1",
      [
        Project.kind: [["P1", "Spindle repair", "2024-05-01"]],
        IntellectualProperty.kind: [["ZL1", "Clamp", "invention", "2025-02-01"]],
        Exchange.kind: [["Open day", "2025-12-31"]],
      ],
      marks: ["A1": "3.00", "A4": "3.00", "A5": "1.00"]),
    Example(
      "every kind of intellectual property has its own worth, and the sum is capped at 5",
      [
        Project.kind: [],
        IntellectualProperty.kind: [
          ["1", "Method", "standard-or-method", "2024-03-01"], ["2", "Jig", "utility-model", "2024-03-01"],
          ["3", "Program", "software", "2024-03-01"], ["4", "Prize", "achievement-award", "2024-03-01"],
        ],
        Exchange.kind: [],
      ],
      marks: ["A1": "0.00", "A4": "5.00", "A5": "0.00"]),
    Example(
      "four projects reach the maximum of 9",
      [
        Project.kind: [
          ["P1", "a", "2024-01-01"], ["P2", "b", "2024-06-01"], ["P3", "c", "2025-06-01"], ["P4", "d", "2025-12-31"],
        ], IntellectualProperty.kind: [], Exchange.kind: [],
      ],
      marks: ["A1": "9.00"]),
    Example(
      "unverified, out of the period, and a number twice: only one counts",
      [
        Project.kind: [
          ["P1", "a", "2024-01-01"], ["P1", "a again", "2024-01-02"], ["P2", "b", "2023-12-31"],
          ["P3", "c", "2026-01-01"], ["P4", "d", "2024-06-01", "no"],
        ], IntellectualProperty.kind: [], Exchange.kind: [],
      ],
      marks: ["A1": "3.00"]),
    Example(
      "a project's number does not count again as intellectual property",
      [
        Project.kind: [["N1", "a", "2024-01-01"]],
        IntellectualProperty.kind: [["N1", "a", "invention", "2024-01-01"]], Exchange.kind: [],
      ],
      marks: ["A1": "3.00", "A4": "0.00"]),
    Example("no table", [Project.kind: [], Exchange.kind: []], refuses: .missingTable("intellectual-property")),
  ]
}
