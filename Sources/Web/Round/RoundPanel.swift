import Journal
import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// The panel with its recusals, and the forms to appoint it and to recuse.
  func panel(refused: String? = nil) async throws -> Answer {
    let mayAppoint = visit.may(.appointPanel) && isAppointable
    let candidates = try await candidates()
    return try page(
      .panel, .panel,
      [
        "judges": round.marking.panel.map { ["login": names.account($0)] as Model },
        "alternates": round.alternates.map { ["login": names.account($0)] as Model },
        "hasPanel": !round.marking.panel.isEmpty, "hasAlternates": !round.alternates.isEmpty,
        "size": say(.panelSize(round.rules.rounds.panel)), "mayAppoint": mayAppoint,
        "candidates": mayAppoint ? candidates : [], "reason": visit.form["reason"],
        "recusals": recusals, "hasRecusals": !round.marking.recusals.isEmpty, "replacements": replacements,
        "hasReplacements": !round.replacements.isEmpty,
        "mayRecuse": visit.may(.recuse) && round.stage == .marking && !round.marking.panel.isEmpty,
        "recusable": (round.marking.panel + round.alternates).map {
          option($0.description, names.account($0), chosen: visit.form["judge"])
        },
        "studios": round.studios.map { option($0.description, names.studio($0), chosen: visit.form["studio"]) },
        "relations": JudgeRecused.Relation.allCases.map {
          option($0.rawValue, phrases.relation($0), chosen: visit.form["relation"])
        },
        "words": visit.form["words"], "replacePath": path("/replace"),
        "mayReplace": visit.may(.proposeReplacement) && !round.alternates.isEmpty && round.confirmed == nil
          && round.abandoned == nil,
      ], refused: refused)
  }

  /// Whether nothing hangs on the panel yet.
  private var isAppointable: Bool {
    round.stage == .marking && round.marking.sheets.isEmpty && round.earlier.isEmpty && round.results.isEmpty
  }

  /// Who holds a judge's account, with the studios of the round whose unit is the judge's, too.
  private func candidates() async throws -> [Model] {
    let (round, today) = (round, today)
    let found = try await visit.read { register in
      register.accounts.values.filter { $0.role == .judge && $0.isOpen(on: today) }.sorted { $0.id < $1.id }
        .map { ($0, register.sharedUnits(of: $0.id, in: round, on: today)) }
    }
    let isTyped = visit.form["token"] != nil
    return found.map { account, shared in
      let seat =
        round.marking.panel.contains(account.id) ? "judge" : round.alternates.contains(account.id) ? "alternate" : ""
      let chosen = isTyped ? visit.form["seat-\(account.id)"] ?? "" : seat
      return [
        "id": account.id.description, "login": account.login,
        "isJudge": chosen == "judge", "isAlternate": chosen == "alternate", "isNeither": chosen.isEmpty,
        "shared": shared.map { ["code": names.studio($0)] as Model }, "hasShared": !shared.isEmpty,
      ]
    }
  }

  private var recusals: [Model] {
    round.marking.recusals.values.sorted { ($0.judge, $0.studio) < ($1.judge, $1.studio) }.map { recusal in
      [
        "judge": names.account(recusal.judge), "studio": names.studio(recusal.studio),
        "relation": phrases.relation(recusal.relation), "origin": phrases.origin(recusal.origin),
        "reason": recusal.reason,
      ]
    }
  }

  private var replacements: [Model] {
    round.replacements.map { replaced in
      ["judge": names.account(replaced.judge), "by": names.account(replaced.by), "reason": replaced.reason]
    }
  }

  func appoint() async throws -> Answer {
    try await visit.trying {
      func seats(_ seat: String) -> [ID<Account>] {
        visit.form.fields.filter { $0.name.hasPrefix("seat-") && $0.value == seat }
          .compactMap { ID<Account>(String($0.name.dropFirst("seat-".count))) }
      }
      let receipt = try await visit.ask(
        AppointPanel(
          round: round.id, judges: seats("judge"), alternates: seats("alternate"), reason: visit.form.text("reason")))
      return .redirect(path("/panel"), receipt)
    } else: {
      try await panel(refused: $0)
    }
  }

  func recuse() async throws -> Answer {
    try await visit.trying {
      guard let judge: ID<Account> = visit.chosen("judge", in: visit.form),
        let studio: ID<Studio> = visit.chosen("studio", in: visit.form),
        let relation = visit.form["relation"].flatMap(JudgeRecused.Relation.init(rawValue:))
      else { throw Turned.said(phrases.page(RoundLabel.chooseAll)) }
      let receipt = try await visit.ask(
        Recuse(
          round: round.id, judge: judge, studio: studio, relation: relation, reason: visit.form.text("words") ?? ""))
      return .redirect(path("/panel"), receipt)
    } else: {
      try await panel(refused: $0)
    }
  }
}
