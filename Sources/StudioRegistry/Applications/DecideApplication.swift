package import Scoring

/// Both departments confirmed an application (Art. 8(2)); the studio, or the change to one, follows in the next entry.
package struct ApplicationConfirmed: Event {
  package static let kind = "application-confirmed"
  package let application: ID<Application>
  /// The new studio's code; nil where a studio was changed.
  package let code: String?

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.ending = .confirmed(record.on, code: code)
  }
}

package struct ApplicationRejected: Event {
  package static let kind = "application-rejected"
  package let application: ID<Application>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.ending = .rejected(record.on, reason: reason)
  }
}

package struct ApplicationWithdrawn: Event {
  package static let kind = "application-withdrawn"
  package let application: ID<Application>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.ending = .withdrawn(record.on, reason: reason)
  }
}

/// A branch of a large enterprise counts as a unit of its own (Art. 9).
package struct BranchCounted: Event {
  package static let kind = "branch-counted"
  package let branch: String
  package let enterprise: String

  package func apply(to register: inout Register, as record: Record) {
    register.branches[branch] = Branch(enterprise: enterprise, decided: record.on)
  }
}

/// Since when a branch counts as a unit, and of which enterprise it is.
package struct Branch: Hashable, Sendable {
  package let enterprise: String
  package let decided: Day
}

/// Records that the unit took its application back.
package struct WithdrawApplication: Command {
  package var name: CommandName { .withdrawApplication }
  package let application: ID<Application>
  package let reason: String

  package init(_ application: ID<Application>, reason: String) {
    (self.application, self.reason) = (application, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    _ = try register.open(application, after: asker.on)
    try require(reason)
    return [ApplicationWithdrawn(application: application, reason: reason)]
  }
}

extension Register {
  /// What follows when both departments confirm an application; uniqueness and Art. 15 are checked once more.
  func confirming(_ id: ID<Application>, code: String?, on day: Day) throws(Refusal) -> [any Event] {
    let found = try open(id, after: day)
    try found.checkRecommended()
    if found.needsNotice {
      guard let notice = found.notice else { throw .application(.notPublished(id)) }
      guard notice.until < day else { throw .application(.noticeRunning(id, until: notice.until)) }
    }
    if let objection = found.openObjections.first { throw .application(.objectionOpen(objection.id, id)) }
    _ = try present(found.expert)
    guard let terms = found.terms else { throw .rules(.noLife) }
    try check(found.standing, terms)
    let confirmed = ApplicationConfirmed(application: id, code: code)
    guard let studio = found.purpose.studio else {
      return [confirmed, try entering(found, code: code, on: day)]
    }
    guard code == nil else { throw .application(.codeRefused(id)) }
    let changed = ExpertChanged(
      studio: studio, expert: found.expert, occupation: found.occupation, partner: found.purpose.partner,
      application: id)
    return [confirmed, changed]
  }

  private func entering(_ found: Application, code: String?, on day: Day) throws(Refusal) -> StudioEntered {
    guard let code else { throw .application(.codeNeeded(found.id)) }
    guard code.isLogin else { throw .badCode(code) }
    guard codes[code.lowercased()] == nil else { throw .codeTaken(code) }
    return StudioEntered(
      code: code, unit: found.unit, expert: found.expert, occupation: found.occupation, confirmed: day,
      application: found.id)
  }

  func rejecting(_ id: ID<Application>, reason: String, on day: Day) throws(Refusal) -> ApplicationRejected {
    _ = try open(id, after: day)
    return ApplicationRejected(application: id, reason: reason)
  }

  func counting(branch: String, of enterprise: String) throws(Refusal) -> BranchCounted {
    for text in [branch, enterprise] {
      try require(text)
      try text.checkFreeText()
    }
    let rule = try life().applications.branches
    guard rule.value == .byDecision else { throw .application(.branchesNever(rule.source)) }
    guard branch != enterprise else { throw .application(.sameAsEnterprise(branch)) }
    guard branches[branch] == nil else { throw .application(.branchCounted(branch)) }
    return BranchCounted(branch: branch, enterprise: enterprise)
  }

  /// Whether a confirmation follows from what stands before it, and the studio from its confirmation.
  func allows(_ entered: StudioEntered, on day: Day) -> Bool {
    guard let id = entered.application else { return true }
    guard let found = applications[id], found.ending == .confirmed(day, code: entered.code) else { return false }
    return entered.unit == found.unit && entered.expert == found.expert && entered.occupation == found.occupation
      && entered.confirmed == day && studio(from: id) == nil
  }

  /// Whether the change follows from an application that both departments confirmed on the day, and comes once.
  func allows(_ changed: ExpertChanged, on day: Day) -> Bool {
    guard let found = applications[changed.application], found.ending == .confirmed(day, code: nil),
      let studio = studios[changed.studio], found.purpose.studio == studio.id
    else { return false }
    let isDone = studio.expert == found.expert && (found.purpose.partner == nil || studio.partner != nil)
    return changed.expert == found.expert && changed.occupation == found.occupation
      && changed.partner == found.purpose.partner && !isDone
  }
}
