public import Scoring

/// Marks how a studio plans its years and keeps to it: punctuality, fulfilment, archive (Art. 16, 12).
public struct AnnualPlanFulfilment: RubricModule {
  public static let description = ModuleDescription(
    id: "annual-plan-fulfilment",
    summary: "Marks plans by when they came, years by the weighted completion of their items, and the archive.",
    reads: [Plan.kind, PlanItem.kind, ArchiveDocument.kind],
    examples: examples)

  private let punctuality: Criterion
  private let fulfilment: Criterion
  private let archive: Criterion
  private let due: (month: Int, day: Int)

  public init(rubric: Rubric) throws(ModuleError) {
    try rubric.measuresOnly("D1", "D3", "D4")
    punctuality = try rubric.measured("D1", by: ["on-time", "late", "due-month", "due-day"])
    fulfilment = try rubric.measured("D3")
    archive = try rubric.measured("D4", by: ArchiveDocument.Kind.allCases.map(\.rawValue))
    due = (try punctuality.whole("due-month", in: 1...12), try punctuality.whole("due-day", in: 1...31))
  }

  public func referenceMarks(
    for evidence: Evidence, in period: Period
  ) throws(ModuleError) -> [ReferenceMark] {
    let plans = try Plans(evidence[Plan.kind])
    return [
      try markPunctuality(of: plans, in: period),
      try markFulfilment(of: evidence[PlanItem.kind], planned: plans, in: period),
      try markArchive(evidence[ArchiveDocument.kind]),
    ]
  }

  private func markPunctuality(of plans: Plans, in period: Period) throws(ModuleError) -> ReferenceMark {
    var worths: [(record: EvidenceRecord, worth: Points)] = []
    for year in period.years {
      guard let plan = plans.ofYear[year] else { continue }
      let submitted = plan[Plan.submittedOn]
      let isLate = (submitted.year, submitted.month, submitted.day) > (year - 1, due.month, due.day)
      worths.append((plan, try punctuality.parameter(isLate ? "late" : "on-time")))
    }
    let missing = period.years.filter { plans.ofYear[$0] == nil }.map(Reason.withoutPlan)
    return try ReferenceMark(punctuality, counting: worths, leftOut: missing + plans.leftOut)
  }

  /// The maximum × the mean over the years of Σ(weight × completion) / Σ(weight); a year without a plan counts 0.
  private func markFulfilment(
    of items: Evidence.Table, planned plans: Plans, in period: Period
  ) throws(ModuleError) -> ReferenceMark {
    var reasons: [Reason] = []
    var years: [(weighted: Int, weight: Int)] = []
    for year in period.years {
      let counted = items.counted.filter { $0[PlanItem.year] == year }
      let unverified = items.leftOut.compactMap(\.unverified).filter { $0[PlanItem.year] == year }
      let weight = (counted + unverified).reduce(0) { $0 + $1[PlanItem.weight] }
      guard plans.ofYear[year] != nil else {
        reasons += [.withoutPlan(year: year)] + counted.map { .leftOut($0, .noPlan(year: year)) }
        continue
      }
      guard weight > 0 else {
        reasons.append(.withoutItems(year: year))
        continue
      }
      // An unverified item keeps its weight with completion 0: leaving it out would raise the score.
      let weighted = counted.reduce(0) { $0 + $1[PlanItem.weight] * $1[PlanItem.completion].hundredths }
      years.append((weighted, weight))
      reasons +=
        counted.map(Reason.counted) + [.fulfilment(year: year, weighted: Points(hundredths: weighted), weight: weight)]
    }
    return try ReferenceMark(fulfilment, because: reasons + items.leftOut) { () throws(NumberError) in
      var sum = Exact.zero
      // Completion is in hundredths of a percent.
      for year in years { sum = try sum + Exact(Int128(year.weighted), over: Int128(year.weight) * 100 * 100) }
      return try Exact(fulfilment.maximum) * sum / Exact(period.years.count)
    }
  }

  private func markArchive(_ table: Evidence.Table) throws(ModuleError) -> ReferenceMark {
    let (counted, leftOut) = try table.counted.best(per: { $0[ArchiveDocument.type] }) { (record) throws(ModuleError) in
      try archive.parameter(record[ArchiveDocument.type].rawValue)
    }
    return try ReferenceMark(archive, counting: counted, leftOut: leftOut + table.leftOut)
  }
}

/// The one plan of each year: of several the first that was submitted, and none that came after its year.
private struct Plans {
  private(set) var ofYear: [Int: EvidenceRecord] = [:]
  private(set) var leftOut: [Reason]

  init(_ table: Evidence.Table) {
    leftOut = table.leftOut
    for plan in table.counted.sorted(by: { $0[Plan.submittedOn] < $1[Plan.submittedOn] }) {
      let year = plan[Plan.year]
      if plan[Plan.submittedOn].year > year {
        leftOut.append(.leftOut(plan, .afterItsYear))
      } else if let first = ofYear[year] {
        leftOut.append(.leftOut(plan, .anotherCounts(first.caption)))
      } else {
        ofYear[year] = plan
      }
    }
  }
}

extension Reason {
  /// The record of an item that is left out only because nobody verified it.
  fileprivate var unverified: EvidenceRecord? {
    if case .leftOut(let record, .unverified) = self { record } else { nil }
  }
}
