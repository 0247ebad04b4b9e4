import Scoring
import StudioRegistry
import TestSupport

/// What can be asked about secrets (Art. 17): who may, and a sample of each command.
enum SecretsSamples {
  /// Clearances are the bureau approver's; certified points are for staff of both departments (Art. 4), once cleared.
  static let permissions: [(CommandName, String)] = [
    (.grantClearance, "a"), (.withdrawClearance, "a"),
    (.certifyPoints, "caCA"), (.approvePoints, "caCA"), (.withdrawPoints, "caCA"),
  ]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    try desk.ask(GrantClearance(account: desk.account("clerk")), as: "approver")
    let round = desk.register.roundsInOrder.last?.id ?? ID(1)
    let certify = CertifyPoints(
      round: round, studio: desk.studio("YY001"), rubric: "technical-breakthroughs", points: 1.25,
      reason: "certified-off-system")
    try desk.ask(certify, as: "clerk")
    let points = ID<CertifiedPoints>(desk.register.sequence)
    return [
      GrantClearance(account: desk.account("clerk-2")), WithdrawClearance(account: desk.account("clerk")), certify,
      ApprovePoints(points), WithdrawPoints(points),
    ]
  }
}
