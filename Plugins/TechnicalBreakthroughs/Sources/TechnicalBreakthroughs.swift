public import Scoring

/// Marks what a studio achieved: projects completed, intellectual property and methods, exchange (Art. 10, 6(2)).
public struct TechnicalBreakthroughs: RubricModule {
  public static let description = ModuleDescription(
    id: "technical-breakthroughs",
    summary: "Counts accepted projects, intellectual property by its kind, and exchange events.",
    reads: [Project.kind, IntellectualProperty.kind, Exchange.kind],
    examples: examples)

  private let projects: Criterion
  private let intellectualProperty: Criterion
  private let exchange: Criterion

  public init(rubric: Rubric) throws(ModuleError) {
    try rubric.measuresOnly("A1", "A4", "A5")
    projects = try rubric.measured("A1", by: ["project"])
    intellectualProperty = try rubric.measured("A4", by: IntellectualProperty.Kind.allCases.map(\.rawValue))
    exchange = try rubric.measured("A5", by: ["event"])
  }

  public func referenceMarks(
    for evidence: Evidence, in period: Period
  ) throws(ModuleError) -> [ReferenceMark] {
    let accepted = try evidence[Project.kind]
    let granted = try evidence[IntellectualProperty.kind]
    let held = try evidence[Exchange.kind]
    return [
      try mark(projects, accepted) { (_) throws(ModuleError) in try projects.parameter("project") },
      try mark(intellectualProperty, granted) { (record) throws(ModuleError) in
        try intellectualProperty.parameter(record[IntellectualProperty.type].rawValue)
      },
      try mark(exchange, held) { (_) throws(ModuleError) in try exchange.parameter("event") },
    ]
  }

  private func mark(
    _ criterion: Criterion, _ table: Evidence.Table, worth: (EvidenceRecord) throws(ModuleError) -> Points
  ) throws(ModuleError) -> ReferenceMark {
    var worths: [(record: EvidenceRecord, worth: Points)] = []
    for record in table.counted { worths.append((record, try worth(record))) }
    return try ReferenceMark(criterion, counting: worths, leftOut: table.leftOut)
  }
}

/// A project that somebody accepted as completed.
enum Project {
  static let number = Column<String>("number", zh: "项目编号", en: "Number")
  static let title = Column<String>("title", zh: "项目名称", en: "Title")
  static let acceptedOn = Column<Day>("accepted_on", zh: "验收日期", en: "Accepted on")
  static let kind = EvidenceKind(
    "projects", zh: "攻关项目", en: "Projects", dated: .on(acceptedOn), numbered: number, number, title, acceptedOn)
}

/// A patent, copyright, award, standard or work method.
enum IntellectualProperty {
  static let number = Column<String>("number", zh: "证书编号", en: "Number")
  static let title = Column<String>("title", zh: "成果名称", en: "Title")
  static let type = Column<Kind>("kind", zh: "类别", en: "Kind")
  static let grantedOn = Column<Day>("granted_on", zh: "授予日期", en: "Granted on")
  static let kind = EvidenceKind(
    "intellectual-property", zh: "知识产权与工法", en: "Intellectual property and methods", dated: .on(grantedOn),
    numbered: number, number, title, type, grantedOn)

  enum Kind: String, EvidenceChoice {
    case invention
    case achievementAward = "achievement-award"
    case standardOrMethod = "standard-or-method"
    case utilityModel = "utility-model"
    case software

    var label: Text {
      switch self {
      case .invention: Text(zh: "发明专利", en: "Invention patent")
      case .achievementAward: Text(zh: "成果奖", en: "Achievement award")
      case .standardOrMethod: Text(zh: "标准或工法", en: "Standard or work method")
      case .utilityModel: Text(zh: "实用新型专利", en: "Utility model")
      case .software: Text(zh: "软件著作权", en: "Software copyright")
      }
    }
  }
}

/// An event at which the studio passed on what it found.
enum Exchange {
  static let title = Column<String>("title", zh: "活动名称", en: "Title")
  static let heldOn = Column<Day>("held_on", zh: "举办日期", en: "Held on")
  static let kind = EvidenceKind("exchanges", zh: "推广交流", en: "Exchange events", dated: .on(heldOn), title, heldOn)
}
