import Scoring
import StudioRegistry

/// What can be asked about funds (Art. 12(5), 19, 20): who may, and a sample of each command.
enum FundsSamples {
  /// The bureau pays and keeps account of what it is owed; the unit keeps the studio's ledger (Art. 11, 12(5)), and what was
  /// spent is entered by the studio's contact, too.
  static let permissions: [(CommandName, String)] = [
    (.proposePayment, "c"), (.proposePaymentReversal, "c"), (.recordMatch, "c"), (.recordYearlyFunds, "c"),
    (.recordSpending, "co"), (.recordReturn, "c"), (.recordHigherPlaque, "c"), (.recordEarlierSubsidy, "c"),
    (.reverseEntry, "c"), (.closeFunds, "c"),
  ]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let studio = desk.studio("YY001")
    try desk.ask(RecordUnitFunds(studio: studio, fen: 5_000_000, document: "进账单1"), as: "clerk")
    let entry = ID<LedgerEntry>(desk.register.sequence)
    let payment = Payment(studio: studio, grant: .subsidy, fen: 5_000_000, document: "云财社〔2026〕1号")
    return [
      Propose(.pay(payment), reason: "立项补助"), Propose(.reversePayment(entry), reason: "录错"),
      RecordUnitFunds(studio: studio, fen: 5_000_000, document: "进账单1"),
      RecordUnitFunds(studio: studio, year: 2026, fen: 1, document: "进账单2"),
      RecordSpending(rows: [.init(studio: studio, fund: .unit, fen: 100, purpose: nil, document: "发票1")]),
      RecordReturn(studio: studio, fund: .unit, fen: 100, document: "缴款书1"),
      RecordHigherPlaque(studio: studio, level: "municipal", isSubsidised: true, document: "渝人社发〔2026〕8号"),
      RecordEarlierSubsidy(studio: studio, fen: 5_000_000, document: "云财社〔2022〕7号"),
      ReverseEntry(entry: entry, reason: "录错"), CloseFunds(studio: studio, document: "结清表1"),
    ]
  }
}
