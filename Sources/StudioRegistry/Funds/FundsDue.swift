import Scoring

extension Register {
  /// What the county and the units still owe, for studios that were confirmed through an application (Art. 19, 23).
  func fundsDue(on today: Day) -> [Due] {
    studiosInOrder.filter { !$0.isOver }.flatMap { studio -> [Due] in
      guard let ledger = ledgers[studio.id], ledger.isClaimed, let terms = ledger.terms else { return [] }
      return ledger.subsidyDue(terms, studio.id) + ledger.matchDue(terms, studio.id)
        + ledger.yearlyDue(terms, studio.id, on: today)
    }
  }
}

extension Ledger {
  fileprivate func subsidyDue(_ terms: RuleSet.Funds, _ studio: ID<Studio>) -> [Due] {
    guard subsidy == nil, higherSubsidy == nil, let day = subsidyDue else { return [] }
    return [Due(day: day, task: .paySubsidy(studio, fen: terms.subsidy.yuan.value * 100))]
  }

  /// The match is owed in full, so that a part of it leaves the rest (Art. 23).
  fileprivate func matchDue(_ terms: RuleSet.Funds, _ studio: ID<Studio>) -> [Due] {
    let missing = terms.match.yuan.value * 100 - matched
    guard missing > 0, let day = matchDue else { return [] }
    return [Due(day: day, task: .match(studio, fen: missing))]
  }

  fileprivate func yearlyDue(_ terms: RuleSet.Funds, _ studio: ID<Studio>, on today: Day) -> [Due] {
    let first = year + terms.firstYear.value
    guard first <= today.year else { return [] }
    return (first...today.year).compactMap { year in
      // Where any amount will do, some has to come all the same.
      guard yearly(year) < max(1, terms.yearly.value * 100), let day = Day(year: year, month: 12, day: 31) else {
        return nil
      }
      return Due(day: day, task: .yearlyFunds(studio, year: year))
    }
  }
}
