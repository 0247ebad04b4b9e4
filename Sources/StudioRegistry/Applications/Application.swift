package import Scoring

/// A unit's application for a studio, for another expert of one, or for building one jointly (Art. 8, 15).
package struct Application: Identified, Hashable {
  package static var letter: Character { "F" }

  package let id: ID<Application>
  package let received: Day
  /// The rules in force when it was received, by which it is decided.
  package let rules: RuleSet
  package let purpose: Purpose
  package let unit: String
  /// The enterprise of which the unit is a branch; nil where it is none (Art. 9).
  package let enterprise: String?
  /// The kind of applicant, an id of the rules (Art. 8(1)).
  package let applicant: String
  /// The field that the studio is to serve, an id of the rules (Art. 5).
  package let field: String
  package let expert: ID<Person>
  package let occupation: String
  /// Why the unit may have another studio of the occupation; nil where nothing was waived (Art. 9).
  package internal(set) var unitWaiver: String?
  /// What has come in, by material.
  package internal(set) var materials: [String: Deposit] = [:]
  /// What was found of each condition, as it stands.
  package internal(set) var findings: [String: ConditionFinding] = [:]
  /// The experts' reviews; the last one counts, unless an upheld objection re-opened the application after it.
  package internal(set) var reviews: [Review] = []
  package internal(set) var notices: [Notice] = []
  package internal(set) var objections: [ID<Objection>: ApplicationObjection] = [:]
  /// Whether it has to be reviewed anew.
  package internal(set) var isReopened = false
  package internal(set) var ending: Ending?
  /// The day of the last step, before which none that follows can lie.
  package internal(set) var latest: Day

  /// What is applied for.
  package enum Purpose: Codable, Hashable, Sendable {
    case newStudio
    /// Another named expert for a studio (Art. 15).
    case changeExpert(ID<Studio>)
    /// A studio with the new unit of its expert, who was transferred (Art. 15).
    case jointBuilding(ID<Studio>, partner: String)

    package var studio: ID<Studio>? {
      switch self {
      case .newStudio: nil
      case .changeExpert(let studio), .jointBuilding(let studio, _): studio
      }
    }

    package var partner: String? { if case .jointBuilding(_, let partner) = self { partner } else { nil } }
  }

  package enum Stage: String, CaseIterable, Sendable {
    /// Something is still missing.
    case received
    case complete, reviewed, published, confirmed, rejected, withdrawn
  }

  /// A material that came in.
  package struct Deposit: Hashable, Sendable {
    package let day: Day
    /// The SHA-256 of the scan; nil where it was seen on paper.
    package let scan: String?
    package let characters: Int?
  }

  /// The experts' review, organised by both departments (Art. 8(2)).
  package struct Review: Hashable, Sendable {
    package let day: Day
    package let isRecommended: Bool
    /// The number of the minutes.
    package let minutes: String
    package let scored: ScoredReview?
  }

  /// A public notice of the review's result (Art. 8(2)).
  package struct Notice: Hashable, Sendable {
    /// Which review it publishes, from 1: an earlier one's notice does not count for a later one.
    package let review: Int
    /// Its first day.
    package let day: Day
    /// The last day on which objections are in time.
    package let until: Day
    package let address: String
    /// The SHA-256 of its screenshot.
    package let screenshot: String
  }

  package enum Ending: Hashable, Sendable {
    case confirmed(Day, code: String?)
    case rejected(Day, reason: String)
    case withdrawn(Day, reason: String)
  }

  init(_ event: ApplicationReceived, as record: Record, under rules: RuleSet) {
    (id, received, latest, self.rules) = (ID(record.sequence), record.on, record.on, rules)
    (purpose, unit, enterprise) = (event.purpose, event.unit, event.enterprise)
    (applicant, field, expert) = (event.applicant, event.field, event.expert)
    (occupation, unitWaiver) = (event.occupation, event.unitWaiver)
  }
}

/// What was found of a condition (Art. 6).
package struct ConditionFinding: Codable, Hashable, Sendable {
  package let condition: String
  package let state: State
  /// A measured number, such as the size of the team; never an age.
  package let number: Int?
  package let note: String?
  /// Why the condition is waived, though it is not met (Art. 6(2): 一般).
  package let waiver: String?

  package enum State: String, Codable, CaseIterable, Sendable {
    case met
    case notMet = "not-met"
    case notShown = "not-shown"
    /// 承诺
    case undertaken
  }

  package init(condition: String, state: State, number: Int? = nil, note: String? = nil, waiver: String? = nil) {
    (self.condition, self.state, self.number) = (condition, state, number)
    (self.note, self.waiver) = (note, waiver)
  }

  /// Whether nothing stands against the application here.
  package var isSettled: Bool { state == .met || state == .undertaken || waiver != nil }
}

extension Application {
  /// The rules about applications by which it is decided; without any, none is received.
  package var terms: RuleSet.Applications? { rules.life?.applications }

  package var isOpen: Bool { ending == nil }

  /// The review that counts.
  package var review: Review? { isReopened ? nil : reviews.last }

  /// The notice that counts.
  package var notice: Notice? {
    isReopened || notices.last?.review != reviews.count ? nil : notices.last
  }

  package var stage: Stage {
    switch ending {
    case .confirmed: .confirmed
    case .rejected: .rejected
    case .withdrawn: .withdrawn
    case nil:
      if notice != nil {
        .published
      } else if review != nil {
        .reviewed
      } else {
        lacking.isEmpty ? .complete : .received
      }
    }
  }

  /// The required materials that have not come in, in the order of the rules.
  package var lacking: [RuleSet.Applications.Material] {
    (terms?.materials ?? []).filter { $0.isRequired && materials[$0.id] == nil }
  }

  /// The conditions that stand against it, in the order of the rules; all special ones where too few of them are met.
  package var unsettled: [RuleSet.Applications.Condition] {
    guard let terms else { return [] }
    func isSettled(_ condition: RuleSet.Applications.Condition) -> Bool { findings[condition.id]?.isSettled == true }
    let special = terms.conditions.filter(\.isSpecial)
    let isSpecialEnough = special.count(where: isSettled) >= terms.special.value
    return terms.conditions.filter { !($0.isSpecial && isSpecialEnough) && !isSettled($0) }
  }

  /// Whether its result has to be on public notice: new studios alone (Art. 8(2), 15).
  package var needsNotice: Bool { purpose == .newStudio }

  /// Objections that nobody has answered, the earliest first.
  package var openObjections: [ApplicationObjection] {
    objections.values.filter { $0.answer == nil }.sorted { $0.id < $1.id }
  }

  /// The units for which it counts: its own, and the partner's where a studio is built jointly.
  var units: [String] { [unit] + [purpose.partner].compactMap(\.self) }

  mutating func step(on day: Day) { latest = max(latest, day) }
}

extension Register {
  /// All applications, in the order in which they were received.
  package var applicationsInOrder: [Application] { applications.values.sorted { $0.id < $1.id } }

  package func application(_ id: ID<Application>) throws(Refusal) -> Application {
    guard let found = applications[id] else { throw .application(.unknown(id)) }
    return found
  }

  /// An application that is not ended, in which something is done on a day not before it was received.
  func open(_ id: ID<Application>, on day: Day) throws(Refusal) -> Application {
    let found = try application(id)
    guard found.isOpen else { throw .application(.ended(id, found.stage)) }
    guard found.received <= day else { throw .beforeThat(day, found.received) }
    return found
  }

  /// The same, for a step that cannot lie before the one before.
  func open(_ id: ID<Application>, after day: Day) throws(Refusal) -> Application {
    let found = try open(id, on: day)
    guard found.latest <= day else { throw .beforeThat(day, found.latest) }
    return found
  }

  /// The field that a studio serves, as its last confirmed application says (Art. 5); nil where it was taken over.
  package func field(of studio: Studio) -> Text? {
    let found = applicationsInOrder.last { application in
      guard case .confirmed = application.ending else { return false }
      return application.id == studio.application || application.purpose.studio == studio.id
    }
    return found.flatMap { $0.terms?.field($0.field)?.title }
  }

  /// The studio that came from an application, or that it changed.
  package func studio(from application: ID<Application>) -> Studio? {
    studios.values.first { $0.application == application }
      ?? applications[application]?.purpose.studio.flatMap { studios[$0] }
  }
}
