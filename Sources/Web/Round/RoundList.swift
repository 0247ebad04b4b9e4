import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// All rounds, what waits in them, and who can have a second assessment.
  func roundList(refused: String? = nil) async throws -> Answer {
    let today = try await today()
    let rounds = try await read { register in
      register.roundsInOrder.map { ($0, register.steps(of: $0, on: today)) }
    }
    let names = try await names()
    let rows = rounds.reversed().map { round, steps -> Model in
      [
        "path": "/rounds/\(round.id)",
        "name": phrases.page(RoundNotice.title(round.id, round.period, isSecond: round.kind != .regular)),
        "stage": phrases.stage(round.stage), "opened": round.opened.description, "studios": round.studios.count,
        "versions": round.results.count, "next": steps.first.map { phrases.page(RoundNotice.todo($0)) },
      ]
    }
    let ready = try await read { register in
      register.rectifications.filter { $0.outcome == nil && $0.second == nil && ($0.until.map { $0 < today } ?? false) }
    }
    let second = ready.map { rectification -> Model in
      [
        "id": rectification.studio.description, "studio": names.studio(rectification.studio),
        "until": rectification.until?.description, "round": rectification.round.description,
        "isChosen": form.all("studio").contains(rectification.studio.description),
      ]
    }
    return try page(
      RoundPage.list, phrases.page(SiteLabel.rounds),
      [
        "rows": rows, "hasRounds": !rows.isEmpty, "mayOpen": may(.openRound), "second": second,
        "hasSecond": !second.isEmpty, "maySecond": may(.openSecondAssessment), "refused": refused,
      ])
  }

  func openSecondAssessment() async throws -> Answer {
    try await trying {
      let studios = form.all("studio").compactMap { ID<Studio>($0) }
      let receipt = try await ask(OpenSecondAssessment(studios: studios))
      return .redirect("/rounds/\(ID<Round>(receipt.entries.lowerBound))/panel", receipt)
    } else: {
      try await roundList(refused: $0)
    }
  }
}

// MARK: - Opening

extension Visit {
  /// The form to open a round; once its fields are filled, who would be assessed and who not.
  func roundOpening() async throws -> Answer {
    guard query.text("first") != nil else { return try await opening(query, following: nil, refused: nil) }
    return try await trying {
      let events = try await preview(try await openingCommand(query))
      return try await opening(query, following: events.lazy.compactMap { $0 as? RoundOpened }.first, refused: nil)
    } else: {
      try await opening(query, following: nil, refused: $0)
    }
  }

  func openRound() async throws -> Answer {
    try await trying {
      let receipt = try await ask(try await openingCommand(form))
      return .redirect("/rounds/\(ID<Round>(receipt.entries.lowerBound))/panel", receipt)
    } else: {
      try await opening(form, following: nil, refused: $0)
    }
  }

  /// What the fields ask for, under the rules that the register has adopted (Art. 25).
  private func openingCommand(_ fields: Form) async throws -> OpenRound {
    guard let rules = try await read(\.rules) else { throw Refusal.notFounded }
    func year(_ field: String) throws(Turned) -> Int {
      let text = fields.text(field) ?? ""
      guard let year = Int(typed: text) else { throw .said(phrases.page(RoundNotice.badYear(text))) }
      return year
    }
    let (first, last) = (try year("first"), try year("last"))
    guard first <= last, let period = Period(years: first...last) else {
      throw Turned.said(phrases.page(RoundNotice.badYear(phrases.span(first, last))))
    }
    guard let adopted = try fields.day("adopted", phrases) else {
      throw Turned.said(phrases.page(RoundNotice.needed(phrases.page(RoundLabel.adopted))))
    }
    return OpenRound(
      period: period, rules: rules, adoption: Adoption(document: fields.text("document") ?? "", on: adopted))
  }

  private func opening(_ fields: Form, following opened: RoundOpened?, refused: String?) async throws -> Answer {
    let (rules, adoption, last) = try await read { register in
      (
        register.rules, register.adoptions.last,
        register.roundsInOrder.filter { $0.kind == .regular && $0.abandoned == nil }.map(\.period.years.upperBound)
          .max()
      )
    }
    let years = rules?.rounds.years.value ?? 2
    let today = try await today()
    let first = last.map { $0 + 1 } ?? today.year - years
    let names = try await names()
    return try page(
      RoundPage.open, phrases.page(RoundLabel.openRound),
      [
        "first": fields.text("first") ?? "\(first)", "last": fields.text("last") ?? "\(first + years - 1)",
        "document": fields.text("document") ?? adoption?.document,
        "adopted": fields.text("adopted") ?? adoption?.on.description,
        "rules": rules.map { language($0.title) },
        "rubrics": rules?.rubrics.map { rubric -> Model in
          ["title": language(rubric.title), "maximum": rubric.maximum.description]
        }, "groups": opened.map { groups(of: $0, names) }, "isPreview": opened != nil,
        "late": opened.flatMap { opened in
          isLate(opened.adoption, opened.period)
            ? phrases.notice(
              .adoptedLate(document: opened.adoption.document, on: opened.adoption.on, period: opened.period)) : nil
        }, "refused": refused,
      ])
  }

  /// Who would be assessed, and who not for which reason.
  private func groups(of opened: RoundOpened, _ names: Names) -> [Model] {
    let groups: [([ID<Studio>], RoundLabel)] = [
      (opened.assessed, .assessed), (opened.deferred, .deferred), (opened.rectifying, .rectifying),
      (opened.suspended ?? [], .suspended),
    ]
    return groups.map { studios, label -> Model in
      [
        "label": phrases.page(label), "count": studios.count,
        "studios": studios.map { ["code": names.studio($0)] as Model },
      ]
    }
  }

  private func isLate(_ adoption: Adoption, _ period: Period) -> Bool {
    Day(year: period.years.lowerBound, month: 1, day: 1).map { $0 < adoption.on } ?? false
  }
}
