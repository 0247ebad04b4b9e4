import Scoring

package struct ApplicationReceived: Event {
  package static let kind = "application-received"
  package static var letter: Character? { Application.letter }
  package let purpose: Application.Purpose
  package let unit: String
  /// The enterprise of which the unit is a branch.
  package let enterprise: String?
  package let applicant: String
  package let field: String
  package let expert: ID<Person>
  package let occupation: String
  /// Why the unit may have another studio of the occupation.
  package let unitWaiver: String?

  package var studios: [ID<Studio>] { purpose.studio.map { [$0] } ?? [] }

  package func apply(to register: inout Register, as record: Record) {
    guard let rules = register.rules else { return }
    let id = ID<Application>(record.sequence)
    register.applications[id] = Application(self, as: record, under: rules)
  }
}

package struct UnitRuleWaived: Event {
  package static let kind = "unit-rule-waived"
  package let application: ID<Application>
  package let reason: String

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.unitWaiver = reason
  }
}

/// Receives applications, which units hand to the bureau directly (Art. 8(1)): all of them, or none.
package struct ReceiveApplications: Command {
  package var name: CommandName { .receiveApplications }
  package let rows: [Row]

  /// One application, with its expert, who is known or comes in with it.
  package struct Row: Hashable, Sendable {
    package let purpose: Application.Purpose
    package let unit: String
    package let enterprise: String?
    package let applicant: String
    package let field: String
    package let expert: OpenAccount.Holder
    package let occupation: String
    package let unitWaiver: String?

    package init(
      purpose: Application.Purpose = .newStudio, unit: String, enterprise: String? = nil, applicant: String,
      field: String, expert: OpenAccount.Holder, occupation: String, unitWaiver: String? = nil
    ) {
      (self.purpose, self.unit, self.enterprise) = (purpose, unit.trimmed, enterprise?.trimmed)
      (self.applicant, self.field, self.expert) = (applicant, field, expert)
      (self.occupation, self.unitWaiver) = (occupation.trimmed, unitWaiver)
    }

    fileprivate var texts: [String] {
      [unit, occupation] + [enterprise, purpose.partner, unitWaiver].compactMap(\.self)
    }
  }

  package init(rows: [Row]) {
    self.rows = rows
  }

  package var freeTexts: [String] { rows.flatMap(\.texts) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let terms = try register.life().applications
    var events: [any Event] = []
    var experts: Set<ID<Person>> = []
    for row in rows {
      try row.check(terms)
      let expert: ID<Person>
      switch row.expert {
      case .known(let person):
        expert = try register.present(person).id
        guard experts.insert(expert).inserted else { throw .application(.expertTwice(unit: row.unit)) }
      case .new(let values, _):
        expert = ID(asker.next + events.count)
        events.append(PersonAdded(commitment: values.digest, studio: nil))
      }
      let place = Standing(
        purpose: row.purpose, unit: row.unit, enterprise: row.enterprise, expert: expert, occupation: row.occupation,
        unitWaiver: row.unitWaiver, own: nil)
      try register.check(place, terms)
      events.append(
        ApplicationReceived(
          purpose: row.purpose, unit: row.unit, enterprise: row.enterprise, applicant: row.applicant,
          field: row.field, expert: expert, occupation: row.occupation, unitWaiver: row.unitWaiver))
    }
    return events
  }
}

extension ReceiveApplications.Row {
  /// Refuses blank texts, and an applicant or field of no list.
  fileprivate func check(_ terms: RuleSet.Applications) throws(Refusal) {
    for text in texts { try require(text) }
    guard terms.kind(applicant) != nil else {
      let source = terms.kinds.first?.source ?? .workingRule
      throw .application(.unknownApplicant(applicant, known: terms.kinds.map(\.title), source))
    }
    guard terms.field(field) != nil else {
      let source = terms.fields.first?.source ?? .workingRule
      throw .application(.unknownField(field, known: terms.fields.map(\.title), source))
    }
    guard unitWaiver == nil || terms.unitRule.value == .waivable else {
      throw .application(.notWaivable(terms.unitRule.source))
    }
  }
}

/// Waives the rule of one studio for each unit and occupation (Art. 9: 原则上), with a written reason.
package struct WaiveUnitRule: Command {
  package var name: CommandName { .waiveUnitRule }
  package let application: ID<Application>
  package let reason: String

  package init(_ application: ID<Application>, reason: String) {
    (self.application, self.reason) = (application, reason)
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(application, on: asker.on)
    try require(reason)
    guard found.unitWaiver == nil else { throw .application(.waivedAlready(application)) }
    if let rule = found.terms?.unitRule, rule.value != .waivable { throw .application(.notWaivable(rule.source)) }
    return [UnitRuleWaived(application: application, reason: reason)]
  }
}
