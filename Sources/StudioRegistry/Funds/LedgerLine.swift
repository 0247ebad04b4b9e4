import Scoring

/// A line of a ledger as it is read: by day, with what is left in its fund, and what is remarkable about it.
package struct LedgerLine: Hashable, Sendable {
  package let entry: LedgerEntry
  /// What is left in the entry's fund after it, in fen; 0 where no money moves.
  package let balance: Int
  package let flags: [Flag]

  /// What is recorded all the same, and shown.
  package enum Flag: String, CaseIterable, Sendable {
    /// The subsidy spent on something that the rules do not name (Art. 19).
    case otherPurpose = "other-purpose"
    /// After the day by which it was due.
    case late
    /// More was spent than there was.
    case overdrawn
    /// A higher level's subsidy beside the county's (Art. 19).
    case double
    /// The unit's match or yearly funds are less than the rules ask for.
    case belowMinimum = "below-minimum"
    case afterClosing = "after-closing"
    /// A later entry took it back.
    case reversed
  }
}

extension Ledger {
  /// All entries by day, and within a day in the order of entry.
  package var lines: [LedgerLine] {
    var balances: [Fund: Int] = [:]
    let ordered = entries.sorted { $0.on != $1.on ? $0.on < $1.on : $0.id < $1.id }
    return ordered.map { entry in
      guard let fund = entry.fund else { return LedgerLine(entry: entry, balance: 0, flags: flags(of: entry)) }
      let balance = balances[fund, default: 0] + entry.fen
      balances[fund] = balance
      let isOverdrawn = balance < 0 && entry.fen < 0 && entry.reversedBy == nil && !entry.isReversal
      return LedgerLine(
        entry: entry, balance: balance, flags: flags(of: entry) + (isOverdrawn ? [.overdrawn] : []))
    }
  }

  private func flags(of entry: LedgerEntry) -> [LedgerLine.Flag] {
    if entry.reversedBy != nil { return [.reversed] }
    if entry.isReversal { return [] }
    var flags: [LedgerLine.Flag] = []
    switch entry.kind {
    case .spent(nil, _) where entry.fund == .subsidy: flags.append(.otherPurpose)
    case .paid(.subsidy): if let subsidyDue, entry.on > subsidyDue { flags.append(.late) }
    // What a studio's unit gave before it was taken over nobody has entered here.
    case .match where isClaimed:
      if let matchDue, entry.on > matchDue { flags.append(.late) }
      if let terms, matched < terms.match.yuan.value * 100 { flags.append(.belowMinimum) }
    case .yearly(let year):
      if entry.on.year > year { flags.append(.late) }
      if let terms, yearly(year) < terms.yearly.value * 100 { flags.append(.belowMinimum) }
    case .higherPlaque(_, isSubsidised: true): if subsidy != nil { flags.append(.double) }
    default: break
    }
    // What is entered behind the closing, though on a day before it, belongs to what was closed.
    if let closing, entry.id > closing.id, entry.on >= closing.on { flags.append(.afterClosing) }
    return flags
  }
}
