package import Scoring

/// Money that the county pays to a studio, with the document on which it rests.
package struct Payment: Codable, Hashable, Sendable {
  package let studio: ID<Studio>
  package let grant: Grant
  package let fen: Int
  package let document: String

  package init(studio: ID<Studio>, grant: Grant, fen: Int, document: String) {
    (self.studio, self.grant, self.fen, self.document) = (studio, grant, fen, document)
  }
}

/// The county paid: one person proposed it, and another approved.
package struct PaymentMade: Event {
  package static let kind = "payment-made"
  package static var letter: Character? { LedgerEntry.letter }
  package let payment: Payment

  package var studios: [ID<Studio>] { [payment.studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.enter(
      .paid(payment.grant), payment.grant.fund, payment.fen, payment.document, of: payment.studio, as: record)
  }
}

extension Register {
  /// What the county would pay for a grant, in fen, and by which source.
  package func amount(of grant: Grant, to id: ID<Studio>) throws(Refusal) -> (fen: Int, source: Source) {
    let code = code(of: id)
    switch grant {
    case .subsidy:
      guard let terms = try ledger(of: id).terms else { throw .rules(.noLife) }
      return (terms.subsidy.yuan.value * 100, terms.subsidy.yuan.source)
    case .award(let round):
      guard let award = awards.first(where: { $0.studio == id && $0.round == round }),
        let source = rounds[round]?.rules.excellence?.award.source
      else { throw .funds(.noAward(code, round)) }
      return (award.amount, source)
    }
  }

  /// The round whose award is the first that is still owed; the last one where none is.
  package func roundOfAward(to id: ID<Studio>) throws(Refusal) -> ID<Round> {
    let earned = awards.filter { $0.studio == id }
    guard let award = earned.first(where: isOwed) ?? earned.last else { throw .funds(.noAward(code(of: id), nil)) }
    return award.round
  }

  /// Whether an award waits to be paid: not to a studio that is over, unless its title is restored.
  func isOwed(_ award: Award) -> Bool {
    award.amount > 0 && studios[award.studio]?.isOver == false
      && ledgers[award.studio]?.award(of: award.round) == nil
  }

  func paying(_ payment: Payment, on day: Day) throws(Refusal) -> PaymentMade {
    let studio = try current(payment.studio)
    let ledger = try ledger(of: studio.id)
    try require(payment.document)
    try payment.document.checkFreeText()
    switch payment.grant {
    case .subsidy:
      try checkSubsidy(ledger, of: studio, on: day)
    case .award(let round):
      if let paid = ledger.award(of: round) {
        throw .funds(.awardPaid(studio.code, round, paid.id, on: paid.on))
      }
      if let award = awards.first(where: { $0.studio == studio.id && $0.round == round }), day < award.due {
        throw .beforeThat(day, award.due)
      }
    }
    let (fen, source) = try amount(of: payment.grant, to: studio.id)
    guard payment.fen == fen else { throw .funds(.wrongAmount(studio.code, payment.fen, rule: fen, source)) }
    return PaymentMade(payment: payment)
  }

  private func checkSubsidy(_ ledger: Ledger, of studio: Studio, on day: Day) throws(Refusal) {
    guard studio.confirmed <= day else { throw .beforeThat(day, studio.confirmed) }
    if let paid = ledger.subsidy { throw .funds(.subsidyPaid(studio.code, paid.id, on: paid.on)) }
    if let higher = ledger.higherSubsidy { throw .funds(.higherSubsidy(studio.code, higher.id, on: higher.on)) }
    guard ledger.isClaimed || ledger.earlier != nil else { throw .funds(.earlierUnknown(studio.code)) }
  }

  /// Takes a payment back that was entered wrongly; the money is owed again.
  func reversing(_ id: ID<LedgerEntry>, reason: String, on day: Day) throws(Refusal) -> EntryReversed {
    let entry = try reversible(id, on: day)
    guard entry.isPayment else { throw .funds(.notAPayment(id)) }
    return EntryReversed(studio: entry.studio, entry: id, reason: reason)
  }

  /// An entry that no other has reversed.
  func reversible(_ id: ID<LedgerEntry>, on day: Day) throws(Refusal) -> LedgerEntry {
    guard let entry = ledgerEntry(id) else { throw .funds(.unknownEntry(id)) }
    guard entry.reversedBy == nil, !entry.isReversal else { throw .funds(.reversedAlready(id)) }
    guard entry.on <= day else { throw .beforeThat(day, entry.on) }
    return entry
  }
}
