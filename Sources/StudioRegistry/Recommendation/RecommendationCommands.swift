import Scoring

/// Records whether a condition is met; a later finding replaces an earlier one, which stays in the journal.
package struct FindCandidacy: Command {
  package var name: CommandName { .findCandidacy }
  package let studio: ID<Studio>
  package let condition: String
  package let isMet: Bool
  package let note: String

  package init(studio: ID<Studio>, condition: String, isMet: Bool, note: String) {
    (self.studio, self.condition, self.isMet, self.note) = (studio, condition, isMet, note)
  }

  package var freeTexts: [String] { [note] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    let known = try register.life().recommendations.conditions
    guard let condition = known.first(where: { $0.id == condition }) else {
      throw .recommendation(.unknownCondition(condition, known: known.map { Refusal.Choice($0.id, $0.label) }))
    }
    guard found.confirmed <= asker.on else { throw .beforeThat(asker.on, found.confirmed) }
    try require(note)
    return [CandidacyFound(studio: studio, condition: condition, isMet: isMet, note: note, expert: found.expert)]
  }
}

/// Records that the bureau recommended a studio or its expert, which takes every condition of the target.
package struct MakeRecommendation: Command {
  package var name: CommandName { .makeRecommendation }
  package let studio: ID<Studio>
  package let target: String
  package let document: String

  package init(studio: ID<Studio>, target: String, document: String) {
    (self.studio, self.target, self.document) = (studio, target, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    let rules = try register.life().recommendations
    let target = try rules.target(target)
    guard found.standing == .inCare else { throw .recommendation(.notInCare(found.code, found.standing)) }
    let parts = register.parts(of: target, found, rules)
    func labels(_ state: ConditionState) -> [Text] { parts.filter { $0.state == state }.map(\.condition.label) }
    let (notMet, notShown) = (labels(.notMet), labels(.notShown))
    guard notMet.isEmpty, notShown.isEmpty else {
      throw .recommendation(.lacking(found.code, target: target.label, notMet: notMet, notShown: notShown))
    }
    if let earlier = register.recommendations.last(where: { $0.stands(for: found, target.id) }) {
      throw .recommendation(.recommendedAlready(found.code, target: target.label, on: earlier.on))
    }
    let days = register.candidacyFindings[studio, default: []].filter { target.conditions.contains($0.condition.id) }
      .map(\.on)
    if let last = days.max(), asker.on < last { throw .beforeThat(asker.on, last) }
    try require(document)
    return [StudioRecommended(studio: studio, target: target, expert: found.expert, document: document)]
  }
}

/// Records what became of a recommendation, whatever became of the studio.
package struct AnswerRecommendation: Command {
  package var name: CommandName { .answerRecommendation }
  package let studio: ID<Studio>
  package let target: String
  package let isGranted: Bool
  package let document: String

  package init(studio: ID<Studio>, target: String, isGranted: Bool, document: String) {
    (self.studio, self.target, self.isGranted, self.document) = (studio, target, isGranted, document)
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.known(studio)
    guard let open = register.openRecommendation(of: studio, for: target) else {
      let target = try register.life().recommendations.target(target)
      throw .recommendation(.notRecommended(found.code, target: target.label))
    }
    guard open.on <= asker.on else { throw .beforeThat(asker.on, open.on) }
    try require(document)
    return [RecommendationAnswered(studio: studio, target: open.target, isGranted: isGranted, document: document)]
  }
}

extension Recommendation {
  /// Whether it makes another one needless: it waits for an answer, or was granted to the same expert.
  fileprivate func stands(for studio: Studio, _ target: String) -> Bool {
    guard self.studio == studio.id, self.target.id == target else { return false }
    guard let outcome else { return true }
    return outcome.isGranted && expert == studio.expert
  }
}

extension Register {
  /// A recommendation that nobody has answered yet.
  func openRecommendation(of studio: ID<Studio>, for target: String) -> Recommendation? {
    recommendations.last { $0.studio == studio && $0.target.id == target && $0.outcome == nil }
  }
}
