import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

/// What is proposed about a round by one person and approved by another; its name stands in the address.
enum RoundProposal: String, CaseIterable, Sendable {
  case returning = "return"
  case replacing = "replace"
  case confirming = "confirm"
  case abandoning = "abandon"

  var command: CommandName {
    switch self {
    case .returning: .proposeReturn
    case .replacing: .proposeReplacement
    case .confirming: .proposeConfirmation
    case .abandoning: .proposeAbandonment
    }
  }

  var label: RoundLabel {
    switch self {
    case .returning: .returnSheet
    case .replacing: .replaceJudge
    case .confirming: .confirmRound
    case .abandoning: .abandonRound
    }
  }

  fileprivate var hint: RoundLabel {
    switch self {
    case .returning: .returnHint
    case .replacing: .replaceHint
    case .confirming: .confirmHint
    case .abandoning: .abandonHint
    }
  }
}

extension RoundDesk {
  /// Choose, see what would follow, say why: the choice comes from the address, for nothing is asked yet.
  func propose(_ proposal: RoundProposal) async throws -> Answer {
    guard let decision = decision(proposal, visit.query) else { return try proposing(proposal, visit.query) }
    return try await visit.trying {
      try proposing(proposal, visit.query, decision, following: try await following(decision))
    } else: {
      try proposing(proposal, visit.query, refused: $0)
    }
  }

  func proposed(_ proposal: RoundProposal) async throws -> Answer {
    guard let decision = decision(proposal, visit.form) else {
      return try proposing(proposal, visit.form, refused: phrases.page(RoundLabel.chooseAll))
    }
    return try await visit.trying {
      let receipt = try await visit.ask(Propose(decision, reason: visit.form.text("reason") ?? ""))
      return .redirect(path(), receipt)
    } else: {
      try proposing(
        proposal, visit.form, decision, following: (try? await following(decision)) ?? [], refused: $0)
    }
  }

  private func decision(_ proposal: RoundProposal, _ fields: Form) -> Decision? {
    let judge: ID<Account>? = visit.chosen("judge", in: fields)
    switch proposal {
    case .confirming: return .confirmRound(round.id)
    case .abandoning: return .abandonRound(round.id)
    case .returning:
      guard let judge, let studio: ID<Studio> = visit.chosen("studio", in: fields), let rubric = fields.text("rubric")
      else { return nil }
      return .returnSheet(round: round.id, judge: judge, sheet: SheetName(studio: studio, rubric: rubric))
    case .replacing:
      guard let judge, let other: ID<Account> = visit.chosen("by", in: fields) else { return nil }
      return .replaceJudge(round: round.id, judge: judge, by: other)
    }
  }

  /// What would follow if it were approved today; nothing is done.
  private func following(_ decision: Decision) async throws -> [any Event] {
    let today = today
    return try await visit.read { try decision.events(in: $0, reason: "", on: today) }
  }

  private func proposing(
    _ proposal: RoundProposal, _ fields: Form, _ decision: Decision? = nil, following events: [any Event] = [],
    refused: String? = nil
  ) throws -> Answer {
    let (isReturn, isReplacement) = (proposal == .returning, proposal == .replacing)
    let effects = events.flatMap(\.effects)
    return try page(
      .proposal, proposal.label,
      [
        "hint": phrases.page(proposal.hint), "proposalPath": path("/\(proposal.rawValue)"),
        "label": phrases.page(proposal.label), "hasChoice": isReturn || isReplacement, "isReturn": isReturn,
        "isReplacement": isReplacement,
        "judges": round.marking.panel.map { option($0.description, names.account($0), chosen: fields["judge"]) },
        "alternates": round.alternates.map { option($0.description, names.account($0), chosen: fields["by"]) },
        "hasAlternates": !round.alternates.isEmpty,
        "studios": round.studios.map { option($0.description, names.studio($0), chosen: fields["studio"]) },
        "rubrics": round.rules.rubrics.map {
          option($0.id, visit.language($0.title), chosen: fields["rubric"])
        }, "isChosen": decision != nil && (refused == nil || visit.route.method == .post),
        "decision": decision.map { phrases.decision($0, names) },
        "hidden": ["judge", "by", "studio", "rubric"].compactMap { name -> Model? in
          fields.text(name).map { ["name": name, "value": $0] }
        }, "reason": fields["reason"],
        "effects": effects.map(effect), "hasEffects": !effects.isEmpty,
        "touches": isReturn || isReplacement, "showsScores": !round.hidesScores,
        "consequences": events.filter { $0.effects.isEmpty && isReturn == false }.map { event -> Model in
          ["words": phrases.event(event, names)]
        },
      ], refused: refused)
  }

  /// What setting sheets aside does to one panel; a score only where nothing is missing, so that nobody is led by it.
  private func effect(_ effect: Effect) -> Model {
    let minimum = round.rules.panel.minimum.value
    return [
      "studio": names.studio(effect.studio), "rubric": rubric(effect.rubric), "before": effect.sheetsBefore,
      "after": effect.sheetsAfter, "isBelow": effect.sheetsAfter < minimum,
      "scoreBefore": effect.scoreBefore?.description ?? "—", "scoreAfter": effect.scoreAfter?.description ?? "—",
    ]
  }
}

extension Event {
  /// What the event does to panels.
  fileprivate var effects: [Effect] {
    switch self {
    case let returned as SheetReturned: returned.effects
    case let replaced as JudgeReplaced: replaced.effects
    case let recused as JudgeRecused: recused.effects
    default: []
    }
  }
}
