import Scoring

@testable import StudioRegistry

extension Desk {
  /// A desk with a studio `YY030` that both departments confirmed through an application, beside those taken over.
  static func withApplication(confirmed day: Day = "2026-03-10", judges: Int = 0) throws -> Desk {
    var desk = try Desk(judges: judges)
    desk.confirm("YY030", on: day)
    return desk
  }

  /// Lets a studio be confirmed through an application, as the part on applications does it.
  mutating func confirm(_ code: String, on day: Day) {
    happen(PersonAdded(commitment: commitment().digest, studio: nil), on: day)
    happen(
      StudioEntered(
        code: code, unit: "单位\(code)", expert: ID(register.sequence), occupation: "焊工", confirmed: day,
        application: ID(1)), on: day)
  }

  func payment(_ code: String, _ grant: Grant = .subsidy, fen: Int = 5_000_000) -> Payment {
    Payment(studio: studio(code), grant: grant, fen: fen, document: "云财社〔2026〕12号")
  }

  /// Why a payment cannot be proposed.
  func refusal(ofPaying payment: Payment, on day: Day? = nil) -> Refusal? {
    refusal(of: Propose(.pay(payment), reason: "发放"), as: "clerk", on: day)
  }

  func ledger(_ code: String) -> Ledger? { register.ledgers[studio(code)] }

  /// The flags of a studio's ledger, line by line.
  func flags(_ code: String) -> [[LedgerLine.Flag]] { ledger(code)?.lines.map(\.flags) ?? [] }

  /// What the county and the units owe, as `day task`.
  func owed(on day: Day? = nil) -> [Due] {
    register.due(until: .latest, on: day ?? today).filter { due in
      switch due.task {
      case .pay, .paySubsidy, .match, .yearlyFunds: true
      default: false
      }
    }
  }

  func spending(_ code: String, _ fund: Fund, _ fen: Int, _ purpose: String?, _ document: String = "发票1")
    -> RecordSpending
  {
    RecordSpending(rows: [.init(studio: studio(code), fund: fund, fen: fen, purpose: purpose, document: document)])
  }

  /// The entry that was made last.
  var lastEntry: ID<LedgerEntry> { ID(register.sequence) }
}

/// A title that was cancelled wrongly is given back, as the part on cancellation does it.
struct TitleRestored: Event {
  static let kind = "test-title-restored"
  let studio: ID<Studio>

  func apply(to register: inout Register, as record: Record) { register.studios[studio]?.move(.restore) }
}
