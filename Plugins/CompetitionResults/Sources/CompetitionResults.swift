public import Scoring

/// Marks what a studio won and organised: awards by level and place, contests and drills (Art. 10, 21).
public struct CompetitionResults: RubricModule {
  public static let description = ModuleDescription(
    id: "competition-results",
    summary: "Counts each person's and each team's best award per event, and the contests that the studio organised.",
    reads: [Award.kind, Contest.kind],
    examples: examples)

  private let awards: Criterion
  private let contests: Criterion

  public init(rubric: Rubric) throws(ModuleError) {
    try rubric.measuresOnly("C1", "C2")
    awards = try rubric.measured(
      "C1", by: Award.Level.allCases.flatMap { level in Award.places.map { Self.parameter(level, place: $0) } })
    contests = try rubric.measured("C2", by: ["event"])
  }

  public func referenceMarks(
    for evidence: Evidence, in period: Period
  ) throws(ModuleError) -> [ReferenceMark] {
    let won = try evidence[Award.kind]
    let best = try won.counted.best(per: Winner.init) { (award) throws(ModuleError) in
      try awards.parameter(Self.parameter(award[Award.level], place: award[Award.place]))
    }
    let held = try evidence[Contest.kind]
    let event = try contests.parameter("event")
    return [
      try ReferenceMark(awards, counting: best.counted, leftOut: best.leftOut + won.leftOut),
      try ReferenceMark(contests, counting: held.counted.map { ($0, event) }, leftOut: held.leftOut),
    ]
  }

  private static func parameter(_ level: Award.Level, place: Int) -> String { "\(level.rawValue)-\(place)" }
}

/// Who won at which event of which year: a person alone, or a team, whoever its members are.
private struct Winner: Hashable {
  let event: String
  let year: Int
  let isTeam: Bool
  let name: String

  init(_ award: EvidenceRecord) {
    event = award[Award.event]
    year = award[Award.awardedOn].year
    isTeam = award[Award.team] != nil
    name = award[Award.team] ?? award[Award.person]
  }
}

/// A place won at a skills competition.
enum Award {
  static let places = 1...3
  static let number = Column<String>("number", zh: "获奖文件编号", en: "Number")
  static let person = Column<String>(personNamed: "person", zh: "获奖人", en: "Person")
  static let team = Column<String?>("team", zh: "团队", en: "Team")
  static let event = Column<String>("event", zh: "赛事", en: "Event")
  static let level = Column<Level>("level", zh: "级别", en: "Level")
  static let place = Column<Int>("place", zh: "名次", en: "Place", in: places)
  static let awardedOn = Column<Day>("awarded_on", zh: "获奖日期", en: "Awarded on")
  static let kind = EvidenceKind(
    "awards", zh: "竞赛获奖", en: "Awards", dated: .on(awardedOn), numbered: number, sharesNumbers: true,
    number, person, team, event, level, place, awardedOn)

  enum Level: String, EvidenceChoice {
    case national
    case provincial
    case county

    var label: Text {
      switch self {
      case .national: Text(zh: "国家级", en: "National")
      case .provincial: Text(zh: "省级", en: "Provincial")
      case .county: Text(zh: "县级", en: "County")
      }
    }
  }
}

/// A contest or drill that the studio organised.
enum Contest {
  static let title = Column<String>("title", zh: "活动名称", en: "Title")
  static let heldOn = Column<Day>("held_on", zh: "举办日期", en: "Held on")
  static let kind = EvidenceKind(
    "contests", zh: "组织竞赛与练兵", en: "Contests and drills", dated: .on(heldOn), title, heldOn)
}
