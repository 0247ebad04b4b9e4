package import Scoring

/// Why a named expert cannot lead the studio any more (Art. 15).
package struct Unavailability: Codable, Hashable, Sendable {
  package let cause: Cause
  /// From which day.
  package let since: Day
  /// Whether the studio can go on all the same: then nothing follows from a retirement or an illness.
  package let canGoOn: Bool

  package init(cause: Cause, since: Day, canGoOn: Bool) {
    self.cause = cause
    self.since = since
    self.canGoOn = canGoOn
  }

  package enum Cause: String, Codable, CaseIterable, Sendable {
    case retirement
    case illness
    case forceMajeure = "force-majeure"
    case transfer
  }

  /// What the article allows: nothing while the studio can go on, except after a transfer.
  package var allows: Set<Outcome> {
    switch cause {
    case .transfer: Set(canGoOn ? [] : [.suspend]).union([.cancel, .changeExpert, .buildJointly])
    case .retirement, .illness, .forceMajeure: canGoOn ? [] : [.suspend, .cancel, .changeExpert]
    }
  }

  package enum Outcome: String, CaseIterable, Sendable {
    /// Until one of the others is decided (working rule).
    case suspend
    case cancel
    case changeExpert = "change-expert"
    /// With the expert's new unit.
    case buildJointly = "build-jointly"
  }
}

/// The named expert cannot lead the studio any more.
package struct ExpertUnavailable: Event {
  package static let kind = "expert-unavailable"
  package let studio: ID<Studio>
  package let unavailability: Unavailability

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.studios[studio]?.unavailable = unavailability
  }
}

/// The expert can lead the studio again.
package struct ExpertAvailable: Event {
  package static let kind = "expert-available"
  package let studio: ID<Studio>
  package let reason: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.studios[studio]?.unavailable = nil
  }
}

/// Records that an expert retired, fell gravely ill, was kept away by another force majeure, or was transferred: a fact.
package struct RecordUnavailable: Command {
  package var name: CommandName { .recordUnavailable }
  package let studio: ID<Studio>
  package let unavailability: Unavailability

  package init(studio: ID<Studio>, _ unavailability: Unavailability) {
    self.studio = studio
    self.unavailability = unavailability
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let studio = try register.known(studio)
    if asker.principal.role == .contact, asker.principal.studio != studio.id { throw .otherStudio(studio.code) }
    guard unavailability.since <= asker.on else { throw .dayToCome(unavailability.since, today: asker.on) }
    return [ExpertUnavailable(studio: studio.id, unavailability: unavailability)]
  }
}

/// Records that the expert can lead the studio again.
package struct RecordAvailable: Command {
  package var name: CommandName { .recordAvailable }
  package let studio: ID<Studio>
  package let reason: String

  package init(studio: ID<Studio>, reason: String) {
    self.studio = studio
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let studio = try register.known(studio)
    if asker.principal.role == .contact, asker.principal.studio != studio.id { throw .otherStudio(studio.code) }
    guard studio.unavailable != nil else { throw .cancellation(.expertAvailable(studio.code)) }
    try require(reason)
    return [ExpertAvailable(studio: studio.id, reason: reason)]
  }
}

/// The named expert was changed, or the studio is built jointly with the expert's new unit: both departments confirmed it (Art. 15).
package struct ExpertChanged: Event {
  package static let kind = "expert-changed"
  package let studio: ID<Studio>
  /// The same expert where the studio is built jointly.
  package let expert: ID<Person>
  package let occupation: String
  /// The expert's new unit, with which the studio is built jointly; nil where the expert was changed.
  package let partner: String?
  package let application: ID<Application>

  package init(
    studio: ID<Studio>, expert: ID<Person>, occupation: String, partner: String?, application: ID<Application>
  ) {
    (self.studio, self.expert, self.occupation) = (studio, expert, occupation)
    (self.partner, self.application) = (partner, application)
  }

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard let found = register.studios[studio] else { return }
    if found.expert != expert {
      register.studios[studio]?.formerExperts.append(found.expert)
      register.studiosOfExpert[found.expert]?.removeAll { $0 == studio }
      register.studiosOfExpert[expert, default: []].append(studio)
    }
    register.studios[studio]?.expert = expert
    register.studios[studio]?.occupation = occupation
    if let partner {
      register.studios[studio]?.partner = partner
      register.studiosOfUnit[partner.withoutSpacing, default: []].append(studio)
    }
    register.studios[studio]?.unavailable = nil
    if found.standing == .suspended { register.studios[studio]?.move(.resume) }
  }
}

extension Register {
  /// Refuses what Art. 15 does not allow for the recorded cause.
  func checkUnavailable(_ id: ID<Studio>, allows outcome: Unavailability.Outcome) throws(Refusal) {
    let studio = try current(id)
    guard let recorded = studio.unavailable else { throw .cancellation(.expertAvailable(studio.code)) }
    guard recorded.allows.contains(outcome) else {
      throw .cancellation(.notAllowedFor(studio.code, recorded, outcome))
    }
  }
}
