/// Verifies rows of evidence, and what plans and apprentices rest on; whoever entered something cannot.
package struct VerifyEvidence: Command {
  package var name: CommandName { .verifyEvidence }
  package let items: [ID<EvidenceItem>]
  package let claims: [Claim]

  /// - Parameter claims: what stands in the registers of plans and apprentices; rows of evidence among them are taken, too.
  package init(items: [ID<EvidenceItem>] = [], claims: [Claim] = []) {
    self.items = items + claims.compactMap { if case .row(let id) = $0 { id } else { nil } }
    self.claims = claims.filter { if case .row = $0 { false } else { true } }
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard !items.isEmpty || !claims.isEmpty else { throw .nothingToDo }
    for item in items { try register.checkSecondPerson(item, asker) }
    var found: [ClaimEntry] = []
    for claim in claims { found.append(try register.checkSecondPerson(claim, asker)) }
    return (items.isEmpty ? [] : [EvidenceVerified(items: items)]) + plansVerified(found) + apprenticesVerified(found)
  }

  private func plansVerified(_ found: [ClaimEntry]) -> [any Event] {
    let plans = claims.compactMap { if case .plan(let id) = $0 { id } else { nil } }
    let items = claims.compactMap { if case .planItem(let id) = $0 { id } else { nil } }
    guard !plans.isEmpty || !items.isEmpty else { return [] }
    let studios = Set(found.filter(\.claim.isOfPlan).map(\.studio)).sorted()
    return [PlansVerified(plans: plans, items: items, studios: studios)]
  }

  private func apprenticesVerified(_ found: [ClaimEntry]) -> [any Event] {
    let apprentices = claims.compactMap { if case .apprentice(let id) = $0 { id } else { nil } }
    let promotions = claims.compactMap { if case .promotion(let id) = $0 { id } else { nil } }
    guard !apprentices.isEmpty || !promotions.isEmpty else { return [] }
    let studios = Set(found.filter { !$0.claim.isOfPlan }.map(\.studio)).sorted()
    return [ApprenticesVerified(apprentices: apprentices, promotions: promotions, studios: studios)]
  }
}

/// Rejects rows of evidence, plans' days, items' completions or apprentices' records, all of them or none, with the reason.
package struct RejectEvidence: Command {
  package var name: CommandName { .rejectEvidence }
  package let claims: [Claim]
  package let reason: String

  package init(item: ID<EvidenceItem>, reason: String) {
    self.init(.row(item), reason: reason)
  }

  package init(_ claim: Claim, reason: String) {
    self.init(claims: [claim], reason: reason)
  }

  /// - Parameter claims: a claim that stands there twice is rejected once.
  package init(claims: [Claim], reason: String) {
    var seen: Set<Claim> = []
    self.claims = claims.filter { seen.insert($0).inserted }
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    try require(reason)
    guard !claims.isEmpty else { throw .nothingToDo }
    var events: [any Event] = []
    for claim in claims { events.append(try rejection(of: claim, in: register, by: asker)) }
    return events
  }

  private func rejection(
    of claim: Claim, in register: Register, by asker: Asker
  ) throws(Refusal) -> any Event {
    func owner() throws(Refusal) -> ID<Studio> { try register.checkSecondPerson(claim, asker).studio }
    switch claim {
    case .row(let item):
      try register.checkSecondPerson(item, asker)
      return EvidenceRejected(item: item, reason: reason)
    case .plan(let plan): return PlanRejected(plan: plan, item: nil, studio: try owner(), reason: reason)
    case .planItem(let item):
      let studio = try owner()
      guard let plan = register.planOfItem[item] else { throw .plan(.unknown(item.description)) }
      return PlanRejected(plan: plan, item: item, studio: studio, reason: reason)
    case .apprentice(let apprentice):
      return ApprenticeRejected(apprentice: apprentice, promotion: nil, studio: try owner(), reason: reason)
    case .promotion(let promotion):
      let studio = try owner()
      guard let apprentice = register.apprenticeOfPromotion[promotion] else {
        throw .apprentice(.unknown(promotion.description))
      }
      return ApprenticeRejected(apprentice: apprentice, promotion: promotion, studio: studio, reason: reason)
    }
  }
}
