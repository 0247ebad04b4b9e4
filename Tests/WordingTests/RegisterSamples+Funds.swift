import Scoring

@testable import StudioRegistry

/// One of everything that there is about funds (Art. 12(5), 19, 20).
extension RegisterSamples {
  private var entry: ID<LedgerEntry> { ID(57) }
  private var choice: RuleSet.Funds.Choice {
    RuleSet.Funds.Choice(id: "training", label: Text(zh: "技能培训", en: "skill training"), source: article)
  }
  private var subsidy: Payment { Payment(studio: studio, grant: .subsidy, fen: 5_000_000, document: "No. 12") }
  private var award: Payment { Payment(studio: studio, grant: .award(round), fen: 2_000_000, document: "No. 13") }

  var fundsRefusals: [FundsRefusal] {
    [
      .subsidyPaid("YY017", entry, on: day), .earlierUnknown("YY017"), .higherSubsidy("YY017", entry, on: day),
      .notTakenOver("YY017"), .earlierRecorded("YY017", entry), .noAward("YY017", round), .noAward("YY017", nil),
      .awardPaid("YY017", round, entry, on: day), .wrongAmount("YY017", 4_000_000, rule: 5_000_000, article),
      .badAmount, .unknownPurpose("fun", known: [known]), .unknownLevel("world", known: [known]),
      .badYear("YY017", 2019, in: 2022...2027), .unknownEntry(entry), .reversedAlready(entry), .isPayment(entry),
      .notAPayment(entry), .titleStands("YY017"), .closedAlready("YY017", on: day),
    ]
  }

  var fundsEvents: [any Event] {
    [
      PaymentMade(payment: subsidy), PaymentMade(payment: award),
      EarlierSubsidyRecorded(studio: studio, fen: 5_000_000, document: "No. 7"),
      EarlierSubsidyRecorded(studio: studio, fen: 0, document: "No. 7"),
      MatchReceived(studio: studio, fen: 5_000_000, document: "No. 8"),
      YearlyFundsReceived(studio: studio, year: 2027, fen: 800_050, document: "No. 9"),
      FundsSpent(
        studio: studio, fund: .subsidy, fen: 123_450, purpose: choice, note: "", document: "No. 10", day: nil),
      FundsSpent(studio: studio, fund: .unit, fen: 1, purpose: nil, note: "a party", document: "No. 10", day: day),
      FundsSpent(studio: studio, fund: .award, fen: 2, purpose: choice, note: "", document: "No. 10", day: nil),
      FundsReturned(studio: studio, fund: .subsidy, fen: 100, document: "No. 11"),
      HigherPlaqueRecorded(studio: studio, level: choice, isSubsidised: true, document: "No. 14"),
      HigherPlaqueRecorded(studio: studio, level: choice, isSubsidised: false, document: "No. 14"),
      EntryReversed(studio: studio, entry: entry, reason: "a slip"),
      FundsClosed(studio: studio, left: 0, document: "No. 15"), FundsClosed(studio: studio, left: -5, document: "-"),
    ]
  }

  var fundsTasks: [Due.Task] {
    [
      .paySubsidy(studio, fen: 5_000_000), .match(studio, fen: 5_000_000), .match(studio, fen: 1_000_050),
      .yearlyFunds(studio, year: 2027),
    ]
  }

  var fundsDecisions: [Decision] { [.pay(subsidy), .pay(award), .reversePayment(entry)] }
}
