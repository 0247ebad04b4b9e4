import Scoring

extension Register {
  /// What has to be done about yearly plans: the next one by its day, completions and the yearly check after the year.
  func plansDue(on today: Day) -> [Due] {
    guard let rules = rules?.life?.plans,
      // The first account is opened with the founding.
      let founded = accounts.min(by: { $0.key < $1.key })?.value.opened
    else { return [] }
    var due: [Due] = []
    for studio in studiosInOrder where !studio.isOver {
      for year in [today.year, today.year + 1] {
        guard let day = rules.due(for: year), max(founded, studio.confirmed) <= day else { continue }
        if plan(of: studio.id, for: year)?.submission.map({ !$0.isRejected }) != true {
          due.append(Due(day: day, task: .plan(studio.id, year: year)))
        }
      }
      due += lastYearDue(of: studio, year: today.year - 1, since: founded)
      let own = plans.values.filter { $0.studio == studio.id }.sorted { $0.id < $1.id }
      for change in own.flatMap(\.changes) where change.outcome == nil {
        due.append(Due(day: change.on, task: .settlePlanChange(change.id, studio: studio.id)))
      }
    }
    return due
  }

  private func lastYearDue(of studio: Studio, year: Int, since founded: Day) -> [Due] {
    guard studio.confirmed.year <= year, founded.year <= year, let day = Day(year: year + 1, month: 1, day: 1) else {
      return []
    }
    var due: [Due] = []
    if let plan = plan(of: studio.id, for: year), plan.submission != nil,
      plan.current.contains(where: { $0.completion == nil })
    {
      due.append(Due(day: day, task: .completePlan(plan.id, studio: studio.id, year: year)))
    }
    if yearChecks[YearKey(studio: studio.id, year: year)] == nil {
      due.append(Due(day: day, task: .checkYear(studio.id, year: year)))
    }
    return due
  }
}
