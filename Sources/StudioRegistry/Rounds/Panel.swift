package import Scoring

package struct PanelAppointed: Event {
  package static let kind = "panel-appointed"
  package let round: ID<Round>
  package let judges: [ID<Account>]
  package let alternates: [ID<Account>]
  /// Why the panel is not of the size that the rules name; nil where it is.
  package let reason: String?

  package func apply(to register: inout Register, as record: Record) {
    register.rounds[round]?.marking.panel = judges
    register.rounds[round]?.alternates = alternates
  }
}

/// Appoints a round's panel, of odd size, and its alternates; who works or lately worked in a studio's unit is recused.
///
/// Whoever sits at a desk that runs the round, approves or supervises it does not judge in it as well, with whichever account.
package struct AppointPanel: Command {
  package var name: CommandName { .appointPanel }
  package let round: ID<Round>
  package let judges: [ID<Account>]
  package let alternates: [ID<Account>]
  package let reason: String?

  package init(round: ID<Round>, judges: [ID<Account>], alternates: [ID<Account>], reason: String?) {
    self.round = round
    self.judges = judges
    self.alternates = alternates
    self.reason = reason
  }

  package var freeTexts: [String] { reason.map { [$0] } ?? [] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    guard round.stage == .marking, round.marking.sheets.isEmpty, round.earlier.isEmpty, round.results.isEmpty else {
      throw .panelInUse(round.id)
    }
    let all = judges + alternates
    let desks = register.accounts.values.filter { Role.officials.contains($0.role) && $0.isOpen(on: asker.on) }
    var persons: Set<ID<Person>> = []
    for id in all {
      guard let account = register.accounts[id], account.isOpen(on: asker.on) else { throw .unknownAccount }
      guard account.role == .judge else { throw .notAJudge(account.login) }
      guard persons.insert(account.person).inserted else { throw .judgeTwice(account.login) }
      if let desk = desks.filter({ $0.person == account.person }).map(\.login).min() {
        throw .judgeAtDesk(account.login, desk: desk)
      }
    }
    let size = round.rules.rounds.panel
    let minimum = round.rules.panel.minimum
    guard judges.count % 2 == 1 else { throw .panelEven(judges.count) }
    guard judges.count >= minimum.value else {
      throw .panelTooSmall(judges.count, needed: minimum.value, minimum.source)
    }
    if judges.count != size.value, reason?.allSatisfy(\.isWhitespace) ?? true {
      throw .panelSize(judges.count, usual: size.value, size.source)
    }
    let appointed = PanelAppointed(round: round.id, judges: judges, alternates: alternates, reason: reason)
    return [appointed] + all.flatMap { register.sameUnit($0, in: round, on: asker.on) }
  }
}

/// A judge may not mark a studio.
package struct JudgeRecused: Event {
  package static let kind = "judge-recused"
  package let round: ID<Round>
  package let judge: ID<Account>
  package let studio: ID<Studio>
  package let relation: Relation
  package let origin: Origin
  package let reason: String
  package let effects: [Effect]

  /// Between judge and studio.
  package enum Relation: String, Codable, CaseIterable, Sendable {
    /// Works in the same unit, or did within the years that the rules name.
    case sameUnit = "same-unit"
    case kin
    case masterAndApprentice = "master-and-apprentice"
    case jointProject = "joint-project"
    case other
  }

  /// Who said so.
  package enum Origin: String, Codable, CaseIterable, Sendable {
    /// The judge.
    case declared
    /// The bureau.
    case entered
    /// The register, from where people work.
    case found
  }

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.rounds[round]?.marking.recusals[RecusalKey(judge: judge, studio: studio)] = self
    let keys = register.rounds[round]?.rules.rubrics.indices.map {
      SheetKey(judge: judge, studio: studio, rubric: $0)
    }
    let marked = (keys ?? []).filter { register.rounds[round]?.marking.sheets[$0] != nil }
    guard !marked.isEmpty else { return }
    register.rounds[round]?.setAside(marked, .recused, reason: reason, entry: record.sequence)
  }
}

/// Recuses a judge from a studio: declared by the judge, or entered by the bureau.
package struct Recuse: Command {
  package var name: CommandName { .recuse }
  package let round: ID<Round>
  package let judge: ID<Account>
  package let studio: ID<Studio>
  package let relation: JudgeRecused.Relation
  package let reason: String

  package init(
    round: ID<Round>, judge: ID<Account>, studio: ID<Studio>, relation: JudgeRecused.Relation, reason: String
  ) {
    self.round = round
    self.judge = judge
    self.studio = studio
    self.relation = relation
    self.reason = reason
  }

  package var freeTexts: [String] { [reason] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let round = try register.round(round, on: asker.on)
    guard round.stage == .marking else { throw .notMarking(round.id, round.stage) }
    guard round.studios.contains(studio) else { throw .notInRound(register.code(of: studio), round.id) }
    guard (round.marking.panel + round.alternates).contains(judge) else {
      throw .notOnPanel(register.login(of: judge), round.id)
    }
    let isOwn = asker.principal.role == .judge
    guard !isOwn || asker.account.id == judge else { throw .othersSheet }
    guard !round.isRecused(judge, from: studio) else {
      throw .recusedAlready(judge: register.login(of: judge), studio: register.code(of: studio))
    }
    if relation == .other { try require(reason) }
    let effects = round.effects(ofSettingAside: { $0.judge == judge && $0.studio == studio })
    // What is signed is unlocked by two persons: the bureau alone cannot set it aside, the judge may.
    if !isOwn, let signed = effects.first {
      throw .sheetSigned(judge: register.login(of: judge), studio: register.code(of: studio), rubric: signed.rubric)
    }
    return [
      JudgeRecused(
        round: round.id, judge: judge, studio: studio, relation: relation, origin: isOwn ? .declared : .entered,
        reason: reason, effects: effects)
    ]
  }
}

extension Register {
  /// The studios of a round from which a judge would be recused, because it is the unit of both.
  package func sharedUnits(of judge: ID<Account>, in round: Round, on day: Day) -> [ID<Studio>] {
    sameUnit(judge, in: round, on: day).flatMap(\.studios)
  }

  /// The recusals of a judge that follow from where the judge works or lately worked; a studio's expert, contact, members and
  /// apprentices belong to its unit.
  ///
  /// - Parameter more: where the judge turns out to work, besides what the register knows.
  func sameUnit(
    _ judge: ID<Account>, in round: Round, on day: Day, more: Employment? = nil
  ) -> [any Event] {
    guard let person = accounts[judge].flatMap({ persons[$0.person] }) else { return [] }
    let years = round.rules.rounds.sameUnit.value
    let known = person.employments.filter { $0.unit != more?.unit } + [more].compactMap(\.self)
    let units = known.filter { $0.until.map { $0.adding(months: 12 * years) >= day } ?? true }.map(\.unit)
    let contacts = accounts.values.filter { $0.person == person.id }.compactMap(\.studio)
    let own = contacts + [person.studio].compactMap(\.self)
    let near = Set(
      units.flatMap { studiosOfUnit[$0.withoutSpacing, default: []] } + studiosOfExpert[person.id, default: []] + own)
    return near.filter { round.frame.assessed.contains($0) && !round.isRecused(judge, from: $0) }.sorted()
      .compactMap { studios[$0] }
      .map { studio in
        JudgeRecused(
          round: round.id, judge: judge, studio: studio.id, relation: .sameUnit, origin: .found, reason: studio.unit,
          effects: round.effects(ofSettingAside: { $0.judge == judge && $0.studio == studio.id }))
      }
  }
}
