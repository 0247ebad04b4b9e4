import Scoring

extension Plan {
  /// The row of the evidence table.
  var cells: [String: String] {
    ["year": "\(year)", "submitted_on": submission?.day.description ?? ""]
  }
}

extension PlanItem {
  /// The row of the evidence table; nothing entered is a completion of 0.
  func cells(in year: Int) -> [String: String] {
    ["year": "\(year)", "title": title, "weight": "\(weight)", "completion": "\(completion?.percent ?? .zero)"]
  }
}

extension Register {
  /// The rows of the tables `plans` and `plan-items`: each says the plan's or item's id as its source.
  ///
  /// A plan's day is verified once a second person confirmed it; an item whose completion nobody verified keeps its weight.
  func planRecords(of studio: ID<Studio>, _ kinds: [EvidenceKind]) -> [EvidenceRecord] {
    let own = plansOfStudio[studio, default: []].compactMap { plans[$0] }
    guard !own.isEmpty else { return [] }
    let wanted = Set(kinds.map(\.id))
    var records: [EvidenceRecord?] = []
    for plan in own {
      if let submission = plan.submission, wanted.contains(Plan.evidenceKind) {
        records.append(
          record(
            of: Plan.evidenceKind, plan.cells, isVerified: submission.state.isVerified, source: plan.id.description))
      }
      guard wanted.contains(PlanItem.evidenceKind) else { continue }
      for item in plan.current {
        records.append(
          record(
            of: PlanItem.evidenceKind, item.cells(in: plan.year), isVerified: item.isVerified,
            source: item.id.description))
      }
    }
    return records.compactMap(\.self)
  }
}
