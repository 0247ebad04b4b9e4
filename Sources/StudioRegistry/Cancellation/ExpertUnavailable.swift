package import Scoring

/// Why a named expert cannot lead the studio any more (Art. 15).
package struct Unavailability: Codable, Hashable, Sendable {
  package let cause: Cause
  /// From which day.
  package let since: Day
  /// Whether the studio can go on all the same: then nothing follows from a retirement or an illness.
  package let canGoOn: Bool

  package enum Cause: String, Codable, CaseIterable, Sendable {
    case retirement
    case illness
    case forceMajeure = "force-majeure"
    case transfer
  }

  /// What the article allows: nothing while the studio can go on, except after a transfer.
  package var allows: Set<Outcome> {
    switch cause {
    case .transfer: [.cancel, .changeExpert, .buildJointly]
    case .retirement, .illness, .forceMajeure: canGoOn ? [] : [.cancel, .changeExpert]
    }
  }

  package enum Outcome: String, CaseIterable, Sendable {
    case cancel
    case changeExpert = "change-expert"
    /// With the expert's new unit.
    case buildJointly = "build-jointly"
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
      register.studiosOfUnit[partner, default: []].append(studio)
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
