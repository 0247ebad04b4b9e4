package import Scoring

package struct CancellationOpened: Event {
  package static let kind = "cancellation-opened"
  package static var letter: Character? { CancellationCase.letter }
  package let studio: ID<Studio>
  package let ground: RuleSet.Cancellation.Ground
  package let facts: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let id = ID<CancellationCase>(record.sequence)
    register.cancellations[id] = CancellationCase(
      id: id, studio: studio, ground: ground, facts: facts, opened: record.on)
  }
}

package struct ExhibitAdded: Event {
  package static let kind = "exhibit-added"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  package let exhibit: CancellationCase.Exhibit

  package var studios: [ID<Studio>] { [studio] }
  package var files: [String] { [exhibit.digest] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.exhibits.append(exhibit)
  }
}

package struct StatementInvited: Event {
  package static let kind = "statement-invited"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  package let receipt: String
  package let until: Day

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.invitation = CancellationCase.Invitation(
      served: record.on, receipt: receipt, until: until)
  }
}

package struct StatementRecorded: Event {
  package static let kind = "statement-recorded"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  /// Nil where the studio made none.
  package let text: String?

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.statement = CancellationCase.Statement(text: text, on: record.on)
  }
}

package struct CancellationDropped: Event {
  package static let kind = "cancellation-dropped"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.dropped = record.on
  }
}

/// Opens proceedings on a ground of the regulation, with the facts.
package struct OpenCancellation: Command {
  package var name: CommandName { .openCancellation }
  package let studio: ID<Studio>
  /// The ground's id.
  package let ground: String
  package let facts: String

  package init(studio: ID<Studio>, ground: String, facts: String) {
    self.studio = studio
    self.ground = ground
    self.facts = facts
  }

  package var freeTexts: [String] { [facts] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let rules = try register.life().cancellation
    let studio = try register.studio(studio, for: .cancel)
    guard let found = rules.grounds.first(where: { $0.id == ground }) else {
      throw .cancellation(.unknownGround(ground, among: rules.grounds.map { Refusal.Choice($0.id, $0.title) }))
    }
    if let other = register.openCase(against: studio.id) { throw .cancellation(.caseOpen(studio.code, other.id)) }
    switch found.basis {
    case .conduct: break
    case .unavailable: try register.checkUnavailable(studio.id, allows: .cancel)
    case .failure: guard register.hasFailedAgain(studio.id) else { throw .rectification(.noSecondFailure(studio.code)) }
    }
    try require(facts)
    return [CancellationOpened(studio: studio.id, ground: found, facts: facts)]
  }
}

/// Adds a document that proves the facts.
package struct AddExhibit: Command {
  package var name: CommandName { .addExhibit }
  package let cancellation: ID<CancellationCase>
  package let exhibit: CancellationCase.Exhibit

  package init(_ cancellation: ID<CancellationCase>, title: String, digest: String) {
    self.cancellation = cancellation
    exhibit = CancellationCase.Exhibit(title: title, digest: digest)
  }

  package var freeTexts: [String] { [exhibit.title] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.openCase(cancellation, on: asker.on)
    guard found.decided == nil else { throw .cancellation(.decided(found.id)) }
    try require(exhibit.title)
    guard exhibit.digest.isDigest else { throw .badDigest }
    return [ExhibitAdded(studio: found.studio, cancellation: found.id, exhibit: exhibit)]
  }
}

/// Records that the studio was told, by a notice served on it, that it may state its case and defend itself.
package struct InviteStatement: Command {
  package var name: CommandName { .inviteStatement }
  package let cancellation: ID<CancellationCase>
  package let receipt: String

  package init(_ cancellation: ID<CancellationCase>, receipt: String) {
    self.cancellation = cancellation
    self.receipt = receipt
  }

  package var freeTexts: [String] { [receipt] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.openCase(cancellation, on: asker.on)
    guard found.invitation == nil else { throw .cancellation(.invitedAlready(found.id)) }
    // It has to know what it is accused of, and by which proof.
    guard !found.exhibits.isEmpty else { throw .cancellation(.incomplete(found.id, missing: [.evidence])) }
    try require(receipt)
    let until = try register.end(of: register.life().cancellation.statement.value, after: asker.on)
    return [StatementInvited(studio: found.studio, cancellation: found.id, receipt: receipt, until: until)]
  }
}

/// Records what the studio said, or that it said nothing within its time.
package struct RecordStatement: Command {
  package var name: CommandName { .recordStatement }
  package let cancellation: ID<CancellationCase>
  package let text: String?

  package init(_ cancellation: ID<CancellationCase>, text: String?) {
    self.cancellation = cancellation
    self.text = text
  }

  package var freeTexts: [String] { text.map { [$0] } ?? [] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.openCase(cancellation, on: asker.on)
    if asker.principal.role == .contact, asker.principal.studio != found.studio {
      throw .otherStudio(register.code(of: found.studio))
    }
    guard let invitation = found.invitation else { throw .cancellation(.notInvited(found.id)) }
    guard invitation.served <= asker.on else { throw .beforeThat(asker.on, invitation.served) }
    guard found.decided == nil else { throw .cancellation(.decided(found.id)) }
    if let text {
      try require(text)
    } else if found.statement?.text != nil {
      throw .cancellation(.stated(found.id))
    } else if asker.on <= invitation.until {
      throw .cancellation(.statementRunning(found.id, until: invitation.until))
    }
    return [StatementRecorded(studio: found.studio, cancellation: found.id, text: text)]
  }
}

/// Drops proceedings that lead to no decision, with the reason.
package struct DropCancellation: Command {
  package var name: CommandName { .dropCancellation }
  package let cancellation: ID<CancellationCase>
  package let reason: String

  package init(_ cancellation: ID<CancellationCase>, reason: String) {
    self.cancellation = cancellation
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.openCase(cancellation, on: asker.on)
    guard found.decided == nil else { throw .cancellation(.decided(found.id)) }
    try require(reason)
    return [CancellationDropped(studio: found.studio, cancellation: found.id, reason: reason)]
  }
}

extension Register {
  /// Whether a studio failed its second assessment (Art. 20).
  func hasFailedAgain(_ studio: ID<Studio>) -> Bool {
    rectifications.contains { $0.studio == studio && $0.outcome == .failed }
  }
}
