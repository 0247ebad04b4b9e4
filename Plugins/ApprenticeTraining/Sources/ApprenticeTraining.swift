public import Scoring

/// Marks how a studio passes on its craft: agreements and plans, apprentices, promotions (Art. 10, 21).
public struct ApprenticeTraining: RubricModule {
  public static let description = ModuleDescription(
    id: "apprentice-training",
    summary: "Counts training documents, apprentices trained long enough, and each one's highest promotion.",
    reads: [TrainingDocument.kind, Apprentice.kind],
    examples: examples)

  private let documents: Criterion
  private let apprentices: Criterion
  private let promotions: Criterion
  private let fullNumber: Int
  private let months: Int

  public init(rubric: Rubric) throws(ModuleError) {
    try rubric.measuresOnly("B1", "B2", "B3")
    documents = try rubric.measured("B1", by: TrainingDocument.Kind.allCases.map(\.rawValue))
    apprentices = try rubric.measured("B2", by: ["full-number", "months"])
    promotions = try rubric.measured("B3", by: Apprentice.Grade.allCases.map(\.rawValue))
    fullNumber = try apprentices.whole("full-number", in: 1...1000)
    months = try apprentices.whole("months", in: 0...120)
  }

  public func referenceMarks(
    for evidence: Evidence, in period: Period
  ) throws(ModuleError) -> [ReferenceMark] {
    let trained = try evidence[Apprentice.kind]
    return [
      try markDocuments(evidence[TrainingDocument.kind]),
      try markNumber(of: trained, in: period),
      try markPromotions(of: trained, in: period),
    ]
  }

  private func markDocuments(_ table: Evidence.Table) throws(ModuleError) -> ReferenceMark {
    let (counted, leftOut) = try table.counted.best(per: { $0[TrainingDocument.type] }) {
      (record) throws(ModuleError) in
      try documents.parameter(record[TrainingDocument.type].rawValue)
    }
    return try ReferenceMark(documents, counting: counted, leftOut: leftOut + table.leftOut)
  }

  /// The maximum × min(1, n / full number), where n counts persons trained long enough and partly in the period.
  private func markNumber(of table: Evidence.Table, in period: Period) throws(ModuleError) -> ReferenceMark {
    var qualified: [EvidenceRecord] = []
    var leftOut: [Reason] = []
    for record in table.counted {
      if !isTrained(record, in: period) {
        leftOut.append(.leftOut(record, .trainedOutOfPeriod))
      } else if record[Apprentice.startedOn].adding(months: months) > record[Apprentice.endedOn] ?? period.lastDay {
        leftOut.append(.leftOut(record, .trainedTooShort(months: months)))
      } else {
        qualified.append(record)
      }
    }
    let persons = try qualified.best(per: { $0[Apprentice.name] }) { (_) throws(ModuleError) in .zero }
    let count = persons.counted.count
    let reasons = persons.counted.map { Reason.counted($0.record) } + persons.leftOut + leftOut + table.leftOut
    return try ReferenceMark(apprentices, because: reasons + [.proportion(count: count, full: fullNumber)]) {
      () throws(NumberError) in
      try Exact(apprentices.maximum) * Exact(Int128(min(count, fullNumber)), over: Int128(fullNumber))
    }
  }

  private func markPromotions(of table: Evidence.Table, in period: Period) throws(ModuleError) -> ReferenceMark {
    let promoted = table.counted.filter { $0[Apprentice.promotedTo] != nil }
    let inPeriod = promoted.filter { $0[Apprentice.promotedOn].map(period.contains) ?? false }
    let others = promoted.filter { !inPeriod.contains($0) }.map { Reason.leftOut($0, .promotedOutOfPeriod) }
    let (counted, leftOut) = try inPeriod.best(per: { $0[Apprentice.name] }) { (record) throws(ModuleError) in
      guard let grade = record[Apprentice.promotedTo] else { return .zero }
      return try promotions.parameter(grade.rawValue)
    }
    let sortedOut = table.leftOut.filter { $0.record?[Apprentice.promotedTo] != nil }
    return try ReferenceMark(promotions, counting: counted, leftOut: leftOut + others + sortedOut)
  }

  private func isTrained(_ record: EvidenceRecord, in period: Period) -> Bool {
    let lastYear = record[Apprentice.endedOn]?.year ?? .max
    return record[Apprentice.startedOn] <= period.lastDay && lastYear >= period.years.lowerBound
  }
}

/// A document that training rests on; it holds until it is replaced.
enum TrainingDocument {
  static let type = Column<Kind>("kind", zh: "材料类别", en: "Kind")
  static let filedOn = Column<Day>("filed_on", zh: "归档日期", en: "Filed on")
  static let kind = EvidenceKind("documents", zh: "档案材料", en: "Documents", dated: .by(filedOn), type, filedOn)

  enum Kind: String, EvidenceChoice {
    case agreements
    case trainingPlan = "training-plan"
    case roster

    var label: Text {
      switch self {
      case .agreements: Text(zh: "带徒协议", en: "Training agreements")
      case .trainingPlan: Text(zh: "培养计划", en: "Staged training plan")
      case .roster: Text(zh: "学徒名册", en: "Roster of apprentices")
      }
    }
  }
}

/// A person in training with the studio, and a promotion that followed.
enum Apprentice {
  static let name = Column<String>(personNamed: "name", zh: "姓名", en: "Name")
  static let startedOn = Column<Day>("started_on", zh: "开始日期", en: "Started on")
  static let endedOn = Column<Day?>("ended_on", zh: "结束日期", en: "Ended on")
  static let promotedTo = Column<Grade?>("promoted_to", zh: "晋升等级", en: "Promoted to")
  static let promotedOn = Column<Day?>("promoted_on", zh: "晋升日期", en: "Promoted on")
  static let kind = EvidenceKind(
    "apprentices", zh: "学徒", en: "Apprentices",
    dated: .either(.during(startedOn, endedOn), .on(promotedOn)),
    rules: [.inOrder(startedOn, endedOn), .together(promotedTo, promotedOn)],
    name, startedOn, endedOn, promotedTo, promotedOn)

  enum Grade: String, EvidenceChoice {
    case seniorWorker = "senior-worker"
    case technician
    case seniorTechnician = "senior-technician"

    var label: Text {
      switch self {
      case .seniorWorker: Text(zh: "高级工", en: "Senior worker")
      case .technician: Text(zh: "技师", en: "Technician")
      case .seniorTechnician: Text(zh: "高级技师", en: "Senior technician")
      }
    }
  }
}
