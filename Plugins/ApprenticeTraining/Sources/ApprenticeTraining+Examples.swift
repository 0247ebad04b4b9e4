import Scoring

extension ApprenticeTraining {
  static let examples = [
    Example(
      "agreements 2, plan 2, roster 1; each once, from whenever they were filed",
      [
        TrainingDocument.kind: [
          ["agreements", "2019-03-01"], ["agreements", "2024-03-01"], ["roster", "2025-12-31"],
          ["training-plan", "2026-01-01"],
        ], Apprentice.kind: [],
      ],
      marks: ["B1": "3.00", "B2": "0.00", "B3": "0.00"]),
    Example(
      "three of five apprentices earn 7 × 3/5",
      [
        TrainingDocument.kind: [],
        Apprentice.kind: [
          ["甲", "2023-07-01", "2024-01-01", "", ""], ["乙", "2025-06-30", "", "", ""],
          ["丙", "2025-01-01", "2025-07-01", "", ""],
        ],
      ],
      marks: ["B2": "4.20"]),
    Example(
      "a day short of six months does not count; from 31 August it takes until the last of February",
      [
        TrainingDocument.kind: [],
        Apprentice.kind: [
          ["甲", "2025-07-01", "", "", ""], ["乙", "2024-08-31", "2025-02-27", "", ""],
          ["丙", "2024-08-31", "2025-02-28", "", ""],
        ],
      ],
      marks: ["B2": "1.40"]),
    Example(
      "one person is one apprentice, six are no more than five, and an earlier training does not count",
      [
        TrainingDocument.kind: [],
        Apprentice.kind: [
          ["甲", "2024-01-01", "2024-12-31", "", ""], ["甲", "2025-01-01", "2025-12-31", "", ""],
          ["乙", "2020-01-01", "2023-12-31", "", ""],
        ],
      ],
      marks: ["B2": "1.40"]),
    Example(
      "a person's highest promotion of the period counts",
      [
        TrainingDocument.kind: [],
        Apprentice.kind: [
          ["甲", "2022-01-01", "", "senior-worker", "2024-05-01"], ["甲", "2022-01-01", "", "technician", "2025-05-01"],
          ["乙", "2022-01-01", "2023-06-30", "senior-technician", "2024-01-01"],
          ["丙", "2022-01-01", "", "senior-technician", "2023-12-31"],
          ["丁", "2022-01-01", "", "senior-worker", "2024-05-01", "no"],
        ],
      ],
      marks: ["B2": "2.80", "B3": "7.50"]),
    Example("no table", [TrainingDocument.kind: []], refuses: .missingTable("apprentices")),
  ]
}
