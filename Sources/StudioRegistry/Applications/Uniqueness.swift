import Scoring

/// What uniqueness asks of an application (Art. 9): checked when it is received, and again when it is confirmed.
struct Standing {
  let purpose: Application.Purpose
  let unit: String
  let enterprise: String?
  let expert: ID<Person>
  let occupation: String
  let unitWaiver: String?
  /// The application itself; nil while it is being received.
  let own: ID<Application>?
}

extension Application {
  var standing: Standing {
    Standing(
      purpose: purpose, unit: unit, enterprise: enterprise, expert: expert, occupation: occupation,
      unitWaiver: unitWaiver, own: id)
  }
}

extension Register {
  /// Who leads or led a studio, or stands or stood in an application.
  package var experts: Set<ID<Person>> {
    var experts = Set(studios.values.flatMap { [$0.expert] + $0.formerExperts })
    experts.formUnion(applications.values.map(\.expert))
    return experts
  }

  /// Refuses a second studio of an expert (absolutely) or of a unit and occupation (unless waived), and what Art. 15 does not
  /// allow.
  func check(_ asked: Standing, _ terms: RuleSet.Applications) throws(Refusal) {
    try checkPurpose(asked)
    try checkExpert(asked)
    guard asked.unitWaiver == nil else { return }
    if let studio = studiosInOrder.first(where: { isSecond(asked, beside: $0) }) {
      throw .application(
        .unitHasStudio(
          unit: studio.unit, occupation: asked.occupation, studio: studio.code,
          waivable: terms.unitRule.value == .waivable, terms.unitRule.source))
    }
  }

  private func checkPurpose(_ asked: Standing) throws(Refusal) {
    guard let id = asked.purpose.studio else { return }
    let studio = try current(id)
    if let other = openApplication(where: { $0.purpose.studio == id && $0.id != asked.own }) {
      throw .application(.studioApplied(studio.code, other.id))
    }
    guard asked.unit == studio.unit || asked.unit == studio.partner else {
      throw .application(.notItsUnit(studio.code, unit: studio.unit))
    }
    switch asked.purpose {
    case .newStudio: break
    case .changeExpert: try checkUnavailable(id, allows: .changeExpert)
    case .jointBuilding(_, let partner):
      try checkUnavailable(id, allows: .buildJointly)
      guard partner.withoutSpacing != studio.unit.withoutSpacing else { throw .application(.samePartner(studio.unit)) }
      guard asked.expert == studio.expert else { throw .application(.otherExpert(studio.code)) }
    }
  }

  private func checkExpert(_ asked: Standing) throws(Refusal) {
    let joined = asked.purpose.partner == nil ? nil : asked.purpose.studio
    let led = studiosOfExpert[asked.expert, default: []].sorted().compactMap { studios[$0] }
    if let other = led.first(where: { !$0.isOver && $0.id != joined }) {
      throw .application(.expertLeads(other.code))
    }
    if let other = openApplication(where: { $0.expert == asked.expert && $0.id != asked.own }) {
      throw .application(.expertApplied(other.id))
    }
  }

  private func openApplication(where fits: (Application) -> Bool) -> Application? {
    applications.values.filter { $0.isOpen && fits($0) }.min { $0.id < $1.id }
  }

  /// Whether a studio is of the same unit and occupation as what is asked for.
  private func isSecond(_ asked: Standing, beside studio: Studio) -> Bool {
    guard !studio.isOver, studio.id != asked.purpose.studio,
      studio.occupation.withoutSpacing == asked.occupation.withoutSpacing
    else { return false }
    let units = [studio.unit, studio.partner].compactMap { $0?.withoutSpacing }
    let own = [asked.unit, asked.purpose.partner].compactMap { $0?.withoutSpacing }
    if units.contains(where: own.contains) { return true }
    let enterprise = studio.application.flatMap { applications[$0]?.enterprise }
    let (first, second) = (whole(asked.unit, of: asked.enterprise), whole(studio.unit, of: enterprise))
    return first.withoutSpacing == second.withoutSpacing
  }

  /// What counts as the unit: a branch's enterprise, unless it was decided that the branch counts by itself.
  private func whole(_ unit: String, of enterprise: String?) -> String {
    branches[unit] == nil ? enterprise ?? unit : unit
  }
}
