package import Scoring

/// A studio's separate ledger of earmarked money (Art. 12(5)): one for the studio, whoever its expert is.
package struct Ledger: Hashable, Sendable {
  /// The rules on money that were in force when the studio was entered; nil where its rule set had none.
  let terms: RuleSet.Funds?
  /// The calendar year in which both departments confirmed the studio.
  let year: Int
  /// Whether it was confirmed through an application, so that subsidy, match and yearly funds are claimed.
  let isClaimed: Bool
  /// Everything that was entered, in the order of entry; nothing is ever taken out.
  package internal(set) var entries: [LedgerEntry] = []

  /// The entries that no later one reversed.
  package var standing: [LedgerEntry] { entries.filter { $0.reversedBy == nil && !$0.isReversal } }

  /// The county's subsidy, paid or received before the register was kept.
  package var subsidy: LedgerEntry? {
    standing.first { entry in
      switch entry.kind {
      case .paid(.subsidy): true
      case .earlier: entry.fen > 0
      default: false
      }
    }
  }

  /// The one-off subsidy of a higher level (Art. 19).
  package var higherSubsidy: LedgerEntry? {
    standing.first { if case .higherPlaque(_, isSubsidised: true) = $0.kind { true } else { false } }
  }

  /// What was recorded of the time before the register; nil while nobody has said.
  package var earlier: LedgerEntry? { standing.first { $0.kind == .earlier } }

  /// The award of a round, if it was paid.
  package func award(of round: ID<Round>) -> LedgerEntry? { standing.first { $0.kind == .paid(.award(round)) } }

  package var closing: LedgerEntry? { standing.first { $0.kind == .closed } }

  /// What the unit added once, in fen.
  package var matched: Int { standing.filter { $0.kind == .match }.reduce(0) { $0 + $1.fen } }

  /// What the unit added for a year, in fen.
  package func yearly(_ year: Int) -> Int { standing.filter { $0.kind == .yearly(year) }.reduce(0) { $0 + $1.fen } }

  /// By which day the subsidy is paid, and by which the unit's match.
  package var subsidyDue: Day? { terms.flatMap { Day(year: year + $0.subsidy.within.value, month: 12, day: 31) } }
  package var matchDue: Day? { terms.flatMap { Day(year: year + $0.match.within.value, month: 12, day: 31) } }

  /// What there is in a fund, in fen.
  package func balance(of fund: Fund) -> Int { entries.filter { $0.fund == fund }.reduce(0) { $0 + $1.fen } }

  /// What there is in all funds, in fen.
  package var balance: Int { entries.reduce(0) { $0 + $1.fen } }
}

/// Money is kept apart by where it comes from: the rule on purposes binds the subsidy alone.
package enum Fund: String, Codable, CaseIterable, Sendable {
  case subsidy
  /// What excellence earned (Art. 20).
  case award
  /// The unit's match and yearly funds.
  case unit
}

/// What the county pays, each once: the subsidy for each studio, the award for each assessment.
package enum Grant: Codable, Hashable, Sendable {
  case subsidy
  case award(ID<Round>)

  package var fund: Fund {
    switch self {
    case .subsidy: .subsidy
    case .award: .award
    }
  }
}

/// A line of a ledger.
package struct LedgerEntry: Identified, Hashable {
  package static var letter: Character { "M" }

  package let id: ID<LedgerEntry>
  package let studio: ID<Studio>
  /// The day on which it happened, apart from the time of entry.
  package let on: Day
  package let kind: Kind
  /// Nil where no money moves.
  package let fund: Fund?
  /// What came in, or went out where it is negative.
  package let fen: Int
  /// On what it rests.
  package let document: String
  package internal(set) var reversedBy: ID<LedgerEntry>?

  package enum Kind: Hashable, Sendable {
    case paid(Grant)
    /// A subsidy received before the register was kept; none where the sum is 0.
    case earlier
    case match
    case yearly(Int)
    /// For a purpose of the rules, or something else where there is none.
    case spent(RuleSet.Funds.Choice?, note: String)
    case returned
    case higherPlaque(RuleSet.Funds.Choice, isSubsidised: Bool)
    case closed
    case reversal(of: ID<LedgerEntry>)
  }

  var isReversal: Bool { if case .reversal = kind { true } else { false } }
  /// Whether it is the county's money, paid here or before the register: what bars a second subsidy is not taken back by one.
  package var isPayment: Bool {
    switch kind {
    case .paid, .earlier: true
    default: false
    }
  }
}

extension Register {
  /// Begins a studio's ledger under the rules in force, which hold for its subsidy from then on.
  mutating func openLedger(of id: ID<Studio>) {
    guard let studio = studios[id] else { return }
    ledgers[id] = Ledger(
      terms: rules?.life?.funds, year: studio.confirmed.year, isClaimed: studio.application != nil)
  }

  mutating func enter(
    _ kind: LedgerEntry.Kind, _ fund: Fund?, _ fen: Int, _ document: String, of studio: ID<Studio>, as record: Record,
    on day: Day? = nil
  ) {
    ledgers[studio]?.entries.append(
      LedgerEntry(
        id: ID(record.sequence), studio: studio, on: day ?? record.on, kind: kind, fund: fund, fen: fen,
        document: document))
  }

  /// A studio's ledger; every studio has one from its first day.
  func ledger(of id: ID<Studio>) throws(Refusal) -> Ledger {
    guard let ledger = ledgers[id] else { throw .unknownStudio(id.description) }
    return ledger
  }

  /// An entry of any studio's ledger.
  package func ledgerEntry(_ id: ID<LedgerEntry>) -> LedgerEntry? {
    ledgers.values.lazy.compactMap { $0.entries.first { $0.id == id } }.first
  }
}
