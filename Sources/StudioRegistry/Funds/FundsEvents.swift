package import Scoring

/// What can happen to funds (Art. 12(5), 19, 20).
let fundsEvents: [any Event.Type] = [
  PaymentMade.self, EarlierSubsidyRecorded.self, MatchReceived.self, YearlyFundsReceived.self, FundsSpent.self,
  FundsReturned.self, HigherPlaqueRecorded.self, EntryReversed.self, FundsClosed.self,
]

/// What a studio that was taken over had received of the county's subsidy before.
package struct EarlierSubsidyRecorded: Event {
  package static let kind = "earlier-subsidy-recorded"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  /// 0 where it had received none.
  package let fen: Int
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.earlier, .subsidy, fen, document, of: studio, as: record)
  }
}

/// The unit added its match (Art. 19).
package struct MatchReceived: Event {
  package static let kind = "match-received"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  package let fen: Int
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.match, .unit, fen, document, of: studio, as: record)
  }
}

/// The unit added funds for a year (Art. 19).
package struct YearlyFundsReceived: Event {
  package static let kind = "yearly-funds-received"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  package let year: Int
  package let fen: Int
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.yearly(year), .unit, fen, document, of: studio, as: record)
  }
}

package struct FundsSpent: Event {
  package static let kind = "funds-spent"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  package let fund: Fund
  package let fen: Int
  /// As the rules named it then; nil for what they do not name.
  package let purpose: RuleSet.Funds.Choice?
  package let note: String
  package let document: String
  /// The day where it is another than the one under which it was entered, as in a table of many days.
  package let day: Day?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.spent(purpose, note: note), fund, -fen, document, of: studio, as: record, on: day)
  }
}

/// Money went back to where it came from.
package struct FundsReturned: Event {
  package static let kind = "funds-returned"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  package let fund: Fund
  package let fen: Int
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.returned, fund, -fen, document, of: studio, as: record)
  }
}

/// A studio has the plaque of a higher level, too; the county's stays (Art. 2, 19; working rule).
package struct HigherPlaqueRecorded: Event {
  package static let kind = "higher-plaque-recorded"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  package let level: RuleSet.Funds.Choice
  /// Whether it received that level's one-off subsidy, which excludes the county's.
  package let isSubsidised: Bool
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.higherPlaque(level, isSubsidised: isSubsidised), nil, 0, document, of: studio, as: record)
  }
}

/// A wrong entry is taken back by another; both stay.
package struct EntryReversed: Event {
  package static let kind = "ledger-entry-reversed"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  package let entry: ID<LedgerEntry>
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard let place = register.ledgers[studio]?.entries.firstIndex(where: { $0.id == entry }),
      let reversed = register.ledgers[studio]?.entries[place]
    else { return }
    register.ledgers[studio]?.entries[place].reversedBy = ID(record.sequence)
    register.enter(.reversal(of: entry), reversed.fund, -reversed.fen, reason, of: studio, as: record)
  }
}

/// The balance was closed after the studio's end.
package struct FundsClosed: Event {
  package static let kind = "funds-closed"
  package static var letter: Character? { LedgerEntry.letter }
  package let studio: ID<Studio>
  /// What was left then in all funds, in fen.
  package let left: Int
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(.closed, nil, 0, document, of: studio, as: record)
  }
}
