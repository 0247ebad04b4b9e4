package import Scoring

/// Enters points that were certified off the system: a token, the points, a neutral reason, and nothing else (Art. 17).
package struct CertifyPoints: Command {
  package var name: CommandName { .certifyPoints }
  package let round: ID<Round>
  package let studio: ID<Studio>
  /// The rubric's id.
  package let rubric: String
  package let points: Points
  /// The id of a neutral reason.
  package let reason: String
  /// Nil where the register is to issue the next number.
  package let token: String?

  package init(
    round: ID<Round>, studio: ID<Studio>, rubric: String, points: Points, reason: String, token: String? = nil
  ) {
    (self.round, self.studio, self.rubric) = (round, studio, rubric)
    (self.points, self.reason, self.token) = (points, reason, token)
  }

  package var freeTexts: [String] { [token].compactMap(\.self) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try register.checkClearance(of: asker)
    let round = try register.round(round, on: asker.on)
    try round.checkAdjusting(studio, in: register)
    let words = try round.check(points, reason, rubric: rubric)
    let token = self.token ?? register.nextToken
    guard token.isToken else { throw .secret(.badToken(token)) }
    if let other = register.holder(of: token) { throw .secret(.tokenUsed(token, other)) }
    return [
      AdjustmentEntered(
        round: round.id, studio: studio, rubric: rubric, token: token, points: points, reason: reason,
        words: words, persons: asker.persons.sorted())
    ]
  }
}

/// Approves, as a second cleared person, what another entered, or its withdrawal.
package struct ApprovePoints: Command {
  package var name: CommandName { .approvePoints }
  package let adjustment: ID<CertifiedPoints>

  package init(_ adjustment: ID<CertifiedPoints>) {
    self.adjustment = adjustment
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.adjustable(adjustment, by: asker)
    guard found.isOpen else { throw .secret(.adjustmentSettled(adjustment)) }
    guard asker.persons.isDisjoint(with: found.persons) else { throw .secret(.ownAdjustment(adjustment)) }
    let persons = asker.persons.sorted()
    return found.state == .entered
      ? [AdjustmentApproved(adjustment: found.id, round: found.round, studio: found.studio, persons: persons)]
      : [AdjustmentWithdrawn(adjustment: found.id, round: found.round, studio: found.studio, persons: persons)]
  }
}

/// Withdraws what nobody approved yet; what was approved counts until another cleared person approves the withdrawal.
package struct WithdrawPoints: Command {
  package var name: CommandName { .withdrawPoints }
  package let adjustment: ID<CertifiedPoints>

  package init(_ adjustment: ID<CertifiedPoints>) {
    self.adjustment = adjustment
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.adjustable(adjustment, by: asker)
    let persons = asker.persons.sorted()
    switch found.state {
    case .entered:
      return [AdjustmentWithdrawn(adjustment: found.id, round: found.round, studio: found.studio, persons: persons)]
    case .approved:
      return [
        AdjustmentWithdrawalAsked(adjustment: found.id, round: found.round, studio: found.studio, persons: persons)
      ]
    case .withdrawing, .withdrawn: throw .secret(.adjustmentSettled(adjustment))
    }
  }
}

extension Round {
  /// The reason's words; refuses points that the rubric cannot have, and a reason that is none of the neutral ones.
  fileprivate func check(_ points: Points, _ reason: String, rubric id: String) throws(Refusal) -> Text {
    guard let place = rubric(id) else { throw .unknownRubric(id) }
    guard let secrets = rules.life?.secrets else { throw .rules(.noLife) }
    guard let found = secrets.reasons.first(where: { $0.id == reason }) else {
      throw .secret(.unknownReason(reason, known: secrets.reasons.map { Refusal.Choice($0.id, $0.title) }))
    }
    let maximum = rules.rubrics[place].maximum
    guard points >= .zero, points <= maximum else {
      throw .secret(.badPoints(points, maximum: maximum, rubric: id))
    }
    return found.title
  }
}

extension Register {
  /// Certified points that somebody cleared may act upon, on a day not before their entry, in a round that still takes them.
  fileprivate func adjustable(_ id: ID<CertifiedPoints>, by asker: Asker) throws(Refusal) -> CertifiedPoints {
    try checkClearance(of: asker)
    guard let found = certified[id] else { throw .secret(.unknownAdjustment(id)) }
    guard found.entered <= asker.on else { throw .beforeThat(asker.on, found.entered) }
    try round(found.round).checkAdjusting(found.studio, in: self)
    return found
  }

  /// The number that the register issues next.
  fileprivate var nextToken: String {
    var number = certified.count + 1
    while holder(of: "\(number)") != nil { number += 1 }
    return "\(number)"
  }

  /// Who has a token, letter case aside; one that was withdrawn is free again.
  fileprivate func holder(of token: String) -> ID<CertifiedPoints>? {
    let folded = token.lowercased()
    return certified.values.filter { $0.state != .withdrawn && $0.adjustment.token.lowercased() == folded }
      .map(\.id).min()
  }

  /// All certified points, in the order of entry.
  package var certifiedInOrder: [CertifiedPoints] { certified.values.sorted { $0.id < $1.id } }

  /// Refuses the closing of a round while certified points wait for their second person.
  func checkCertified(in round: ID<Round>) throws(Refusal) {
    if let open = certifiedInOrder.first(where: { $0.round == round && $0.isOpen }) {
      throw .secret(.adjustmentOpen(open.id))
    }
  }

  func secretsDue(on today: Day) -> [Due] {
    certifiedInOrder.filter { $0.isOpen && rounds[$0.round]?.abandoned == nil }
      .map { Due(day: $0.entered, task: .approvePoints($0.id, studio: $0.studio)) }
  }

  /// Whether an event about secrets can stand where it stands; nil for an event of another part.
  func allowsSecret(_ event: any Event, as record: Record) -> Bool? {
    switch event {
    case let granted as ClearanceGranted: mayGrant(granted.account, as: record)
    case let entered as AdjustmentEntered:
      allowsSecret(in: entered.round, of: entered.studio, entered.persons, as: record)
        && holder(of: entered.token) == nil
        && (try? rounds[entered.round]?.check(entered.points, entered.reason, rubric: entered.rubric)) == entered.words
    case let approved as AdjustmentApproved:
      allowsSecret(in: approved.round, of: approved.studio, approved.persons, as: record)
        && fits(approved.adjustment, approved.round, approved.studio, .entered, other: approved.persons)
    case let asked as AdjustmentWithdrawalAsked:
      allowsSecret(in: asked.round, of: asked.studio, asked.persons, as: record)
        && fits(asked.adjustment, asked.round, asked.studio, .approved, other: [])
    case let withdrawn as AdjustmentWithdrawn:
      allowsSecret(in: withdrawn.round, of: withdrawn.studio, withdrawn.persons, as: record)
        && (fits(withdrawn.adjustment, withdrawn.round, withdrawn.studio, .entered, other: [])
          || fits(withdrawn.adjustment, withdrawn.round, withdrawn.studio, .withdrawing, other: withdrawn.persons))
    default: nil
    }
  }

  /// A clearance is entered by an approver of the bureau, and never one's own.
  private func mayGrant(_ account: ID<Account>, as record: Record) -> Bool {
    guard let found = accounts[account], found.role.department != nil, let principal = record.principal,
      accounts[principal]?.role == .bureauApprover
    else { return false }
    let askers = [record.actor, principal].compactMap { id in id.flatMap { accounts[$0] } }
    return !askers.contains { $0.person == found.person }
  }

  private func allowsSecret(
    in round: ID<Round>, of studio: ID<Studio>, _ persons: [ID<Person>], as record: Record
  ) -> Bool {
    guard let actor = record.actor, isCleared(actor, on: record.on), !persons.isEmpty, let found = rounds[round]
    else { return false }
    return (try? found.checkAdjusting(studio, in: self)) != nil
  }

  private func fits(
    _ id: ID<CertifiedPoints>, _ round: ID<Round>, _ studio: ID<Studio>, _ state: CertifiedPoints.State,
    other persons: [ID<Person>]
  ) -> Bool {
    guard let found = certified[id], found.round == round, found.studio == studio, found.state == state else {
      return false
    }
    return Set(persons).isDisjoint(with: found.persons)
  }
}

extension String {
  /// Whether the text may stand for a classified achievement: ASCII letters, digits and hyphens, 1 to 40.
  fileprivate var isToken: Bool {
    (1...40).contains(utf8.count)
      && unicodeScalars.allSatisfy {
        $0 == "-" || "a"..."z" ~= $0 || "A"..."Z" ~= $0 || "0"..."9" ~= $0
      }
  }
}
