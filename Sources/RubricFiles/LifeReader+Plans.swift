import Scoring

extension LifeReader {
  /// `life/plans.yaml`.
  func plans() -> RuleSet.Plans? {
    guard let file = file("plans", knowing: ["dueMonth", "dueDay", "mostWeight", "expertMonths"]) else { return nil }
    let dueMonth = reader.whole("dueMonth", in: file, 1...12)
    let dueDay = reader.whole("dueDay", in: file, 1...31)
    let mostWeight = reader.whole("mostWeight", in: file, 1...1_000_000)
    let expertMonths = reader.whole("expertMonths", in: file, 0...12)
    guard let dueMonth, let dueDay, let mostWeight, let expertMonths else { return nil }
    return RuleSet.Plans(dueMonth: dueMonth, dueDay: dueDay, mostWeight: mostWeight, expertMonths: expertMonths)
  }
}
