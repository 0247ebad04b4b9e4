package import Scoring

/// Records what a studio that was taken over had received before, or that it was nothing.
package struct RecordEarlierSubsidy: Command {
  package var name: CommandName { .recordEarlierSubsidy }
  package let studio: ID<Studio>
  /// In fen; 0 for none.
  package let fen: Int
  package let document: String

  package init(studio: ID<Studio>, fen: Int, document: String) {
    (self.studio, self.fen, self.document) = (studio, fen, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    let ledger = try register.ledger(of: studio)
    guard !ledger.isClaimed else { throw .funds(.notTakenOver(found.code)) }
    if let earlier = ledger.earlier { throw .funds(.earlierRecorded(found.code, earlier.id)) }
    if let paid = ledger.subsidy { throw .funds(.subsidyPaid(found.code, paid.id, on: paid.on)) }
    if fen != 0 { try check(fen) }
    try require(document)
    return [EarlierSubsidyRecorded(studio: studio, fen: fen, document: document)]
  }
}

/// Records what the unit added: its match, or its funds for a year.
package struct RecordUnitFunds: Command {
  package var name: CommandName { year == nil ? .recordMatch : .recordYearlyFunds }
  package let studio: ID<Studio>
  /// The year for which it is; nil for the match.
  package let year: Int?
  package let fen: Int
  package let document: String

  package init(studio: ID<Studio>, year: Int? = nil, fen: Int, document: String) {
    (self.studio, self.year, self.fen, self.document) = (studio, year, fen, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    guard found.confirmed <= asker.on else { throw .beforeThat(asker.on, found.confirmed) }
    try check(fen)
    try require(document)
    guard let year else { return [MatchReceived(studio: studio, fen: fen, document: document)] }
    // Money for next year may come before it begins.
    let years = found.confirmed.year...(asker.on.year + 1)
    guard years.contains(year) else { throw .funds(.badYear(found.code, year, in: years)) }
    return [YearlyFundsReceived(studio: studio, year: year, fen: fen, document: document)]
  }
}

/// Records for what money was spent: all rows, or none.
package struct RecordSpending: Command {
  package var name: CommandName { .recordSpending }
  package let rows: [Row]

  /// What was spent at one time, on one document.
  package struct Row: Hashable, Sendable {
    package let studio: ID<Studio>
    package let fund: Fund
    package let fen: Int
    /// A purpose of the rules by its id; nil for something else.
    package let purpose: String?
    package let note: String
    package let document: String
    /// Nil where it is the day of the whole command.
    package let day: Day?

    package init(
      studio: ID<Studio>, fund: Fund, fen: Int, purpose: String?, note: String = "", document: String, day: Day? = nil
    ) {
      (self.studio, self.fund, self.fen) = (studio, fund, fen)
      (self.purpose, self.note, self.document, self.day) = (purpose, note, document, day)
    }
  }

  package init(rows: [Row]) {
    self.rows = rows
  }

  package var freeTexts: [String] { rows.flatMap { [$0.note, $0.document] } }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let purposes = try register.life().funds.purposes
    var events: [any Event] = []
    for row in rows {
      let studio = try register.known(row.studio)
      if asker.principal.role == .contact, asker.principal.studio != row.studio { throw .otherStudio(studio.code) }
      let day = row.day ?? asker.on
      guard day <= asker.on else { throw .dayToCome(day, today: asker.on) }
      guard studio.confirmed <= day else { throw .beforeThat(day, studio.confirmed) }
      let purpose = purposes.first { $0.id == row.purpose }
      if let named = row.purpose, purpose == nil {
        throw .funds(.unknownPurpose(named, known: purposes.map { Refusal.Choice($0.id, $0.label) }))
      }
      try check(row.fen)
      try require(row.document)
      events.append(
        FundsSpent(
          studio: row.studio, fund: row.fund, fen: row.fen, purpose: purpose, note: row.note, document: row.document,
          day: row.day))
    }
    return events
  }
}

/// Records that money went back.
package struct RecordReturn: Command {
  package var name: CommandName { .recordReturn }
  package let studio: ID<Studio>
  package let fund: Fund
  package let fen: Int
  package let document: String

  package init(studio: ID<Studio>, fund: Fund, fen: Int, document: String) {
    (self.studio, self.fund, self.fen, self.document) = (studio, fund, fen, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    guard found.confirmed <= asker.on else { throw .beforeThat(asker.on, found.confirmed) }
    try check(fen)
    try require(document)
    return [FundsReturned(studio: studio, fund: fund, fen: fen, document: document)]
  }
}

/// Records a plaque of a higher level, with or without that level's subsidy.
package struct RecordHigherPlaque: Command {
  package var name: CommandName { .recordHigherPlaque }
  package let studio: ID<Studio>
  package let level: String
  package let isSubsidised: Bool
  package let document: String

  package init(studio: ID<Studio>, level: String, isSubsidised: Bool, document: String) {
    (self.studio, self.level, self.isSubsidised, self.document) = (studio, level, isSubsidised, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    _ = try register.known(studio)
    let levels = try register.life().funds.levels
    guard let found = levels.first(where: { $0.id == level }) else {
      throw .funds(.unknownLevel(level, known: levels.map { Refusal.Choice($0.id, $0.label) }))
    }
    try require(document)
    return [HigherPlaqueRecorded(studio: studio, level: found, isSubsidised: isSubsidised, document: document)]
  }
}

/// Takes back an entry of facts; a payment's reversal is proposed and approved as the payment was.
package struct ReverseEntry: Command {
  package var name: CommandName { .reverseEntry }
  package let entry: ID<LedgerEntry>
  package let reason: String

  package init(entry: ID<LedgerEntry>, reason: String) {
    (self.entry, self.reason) = (entry, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.reversible(entry, on: asker.on)
    if found.isPayment { throw .funds(.isPayment(entry)) }
    try require(reason)
    return [EntryReversed(studio: found.studio, entry: entry, reason: reason)]
  }
}

/// Closes the ledger of a studio that is over, with what was returned last.
package struct CloseFunds: Command {
  package var name: CommandName { .closeFunds }
  package let studio: ID<Studio>
  /// What went back from each fund, in fen.
  package let returned: [Return]
  package let document: String

  package struct Return: Hashable, Sendable {
    package let fund: Fund
    package let fen: Int

    package init(_ fund: Fund, _ fen: Int) {
      (self.fund, self.fen) = (fund, fen)
    }
  }

  package init(studio: ID<Studio>, returned: [Return] = [], document: String) {
    (self.studio, self.returned, self.document) = (studio, returned, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    let ledger = try register.ledger(of: studio)
    guard found.isOver else { throw .funds(.titleStands(found.code)) }
    if let closing = ledger.closing { throw .funds(.closedAlready(found.code, on: closing.on)) }
    guard found.confirmed <= asker.on else { throw .beforeThat(asker.on, found.confirmed) }
    try require(document)
    var (left, events) = (ledger.balance, [any Event]())
    for part in returned {
      try check(part.fen)
      left -= part.fen
      events.append(FundsReturned(studio: studio, fund: part.fund, fen: part.fen, document: document))
    }
    return events + [FundsClosed(studio: studio, left: left, document: document)]
  }
}

/// The most that one entry can be, in fen: ten thousand million yuan.
private let mostFen = 1_000_000_000_000

/// Refuses a sum that is none: nothing, less than nothing, or more than anybody has.
private func check(_ fen: Int) throws(Refusal) {
  guard (1...mostFen).contains(fen) else { throw .funds(.badAmount) }
}
