package import Scoring

/// Both departments decided that a title is cancelled; it is so from the day of service.
package struct CancellationDecided: Event {
  package static let kind = "cancellation-decided"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  package let ground: RuleSet.Cancellation.Ground
  /// The text on remedies, as it stands in the decision.
  package let remedies: [RuleSet.Cancellation.Remedy]

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.decided = self
    register.cancellations[cancellation]?.decidedOn = record.on
  }
}

/// The decision was served on the studio, which is when it takes effect.
package struct CancellationServed: Event {
  package static let kind = "cancellation-served"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  package let number: String
  package let receipt: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.service = CancellationCase.Service(
      number: number, receipt: receipt, on: record.on)
    register.studios[studio]?.move(.cancel)
  }
}

/// A title was cancelled in a journal from before proceedings were kept.
package struct TitleCancelled: Event {
  package static let kind = "title-cancelled"
  package let studio: ID<Studio>
  /// The second assessment that was failed.
  package let round: ID<Round>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.studios[studio]?.move(.cancel)
  }
}

/// Issues a decision: its number, and the day (the day of the command) and proof of its service.
package struct ServeCancellation: Command {
  package var name: CommandName { .serveCancellation }
  package let cancellation: ID<CancellationCase>
  package let number: String
  package let receipt: String

  package init(_ cancellation: ID<CancellationCase>, number: String, receipt: String) {
    self.cancellation = cancellation
    self.number = number
    self.receipt = receipt
  }

  package var freeTexts: [String] { [number, receipt] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.openCase(cancellation, on: asker.on)
    guard found.decided != nil else { throw .cancellation(.undecided(found.id)) }
    let decided = register.proposals.values.filter { $0.isCarried && $0.decision == .cancelTitle(found.studio) }
      .compactMap { $0.approvals.map(\.on).max() ?? $0.on }.max()
    if let decided, asker.on < decided { throw .beforeThat(asker.on, decided) }
    _ = try register.studio(found.studio, for: .cancel)
    try require(number)
    try require(receipt)
    return [CancellationServed(studio: found.studio, cancellation: found.id, number: number, receipt: receipt)]
  }
}

extension Register {
  /// What follows from deciding the proceedings against a studio: refused while anything is missing that the decision must have.
  func cancelling(_ id: ID<Studio>) throws(Refusal) -> CancellationDecided {
    let studio = try studio(id, for: .cancel)
    guard let found = openCase(against: id) else { throw .cancellation(.noCase(studio.code)) }
    guard found.decided == nil else { throw .cancellation(.decided(found.id)) }
    let rules = try life().cancellation
    let missing = found.missing(rules)
    guard missing.isEmpty else { throw .cancellation(.incomplete(found.id, missing: missing)) }
    return CancellationDecided(studio: id, cancellation: found.id, ground: found.ground, remedies: rules.remedies)
  }
}
