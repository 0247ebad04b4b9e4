import Scoring

extension CompetitionResults {
  static let examples = [
    Example(
      "a second place of the province is worth 4.5, a third of the county 1, an event organised 1",
      [
        Award.kind: [
          ["W1", "甲", "", "焊接", "provincial", "2", "2024-09-01"], ["W2", "乙", "", "钳工", "county", "3", "2025-09-01"],
        ],
        Contest.kind: [["练兵", "2024-04-01"]],
      ],
      marks: ["C1": "5.50", "C2": "1.00"]),
    Example(
      "a person's best award per event counts; another year's event is another event",
      [
        Award.kind: [
          ["W1", "甲", "", "焊接", "county", "2", "2024-06-01"], ["W2", "甲", "", "焊接", "county", "1", "2024-09-01"],
          ["W3", "甲", "", "焊接", "county", "3", "2025-09-01"],
        ], Contest.kind: [],
      ],
      marks: ["C1": "4.00"]),
    Example(
      "a team's award counts once, whoever its members are; a member's own award counts too",
      [
        Award.kind: [
          ["W1", "甲", "一队", "焊接", "provincial", "3", "2024-09-01"],
          ["W1", "乙", "一队", "焊接", "provincial", "3", "2024-09-01"],
          ["W1", "乙", "", "焊接", "county", "2", "2024-09-01"],
        ], Contest.kind: [],
      ],
      marks: ["C1": "5.00"]),
    Example(
      "two winners on one award document are two awards, and 18 points are capped at 9",
      [
        Award.kind: [
          ["W1", "甲", "", "焊接", "national", "1", "2024-09-01"], ["W1", "乙", "", "焊接", "national", "1", "2024-09-01"],
        ], Contest.kind: [],
      ],
      marks: ["C1": "9.00"]),
    Example(
      "five events organised are capped at 3; the unverified and the earlier one are not needed",
      [
        Award.kind: [["W1", "甲", "", "焊接", "national", "3", "2024-09-01", "no"]],
        Contest.kind: [
          ["一", "2024-01-01"], ["二", "2024-02-01"], ["三", "2024-03-01"], ["四", "2024-04-01"], ["五", "2023-12-31"],
        ],
      ],
      marks: ["C1": "0.00", "C2": "3.00"]),
    Example("no table", [Contest.kind: []], refuses: .missingTable("awards")),
  ]
}
