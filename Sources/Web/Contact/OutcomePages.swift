import Journal
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  /// `GET /contact/outcomes`: the own outcomes of published rounds.
  func outcomes() async throws -> Answer {
    let found = try await visit.read { [id] in $0.published(for: id) }
    return try page(
      .outcomes, word(.outcomes), ["rows": found.map { model(of: $0) }, "hasRows": !found.isEmpty])
  }

  func model(of outcome: PublishedOutcome) -> Model {
    [
      "path": "/contact/outcomes/\(outcome.round.id)",
      "period": phrases.notice(ContactNotice.period(outcome.round.period)),
      "isSecond": outcome.round.kind != .regular, "score": outcome.settled.score?.description,
      "grade": phrases.grade(outcome.settled.grade), "rank": outcome.settled.rank,
      "isExcellent": outcome.isExcellent, "published": outcome.notice.on.description,
      "stage": phrases.stage(outcome.round.stage),
    ]
  }

  private func ownOutcome() async throws -> PublishedOutcome {
    let round: ID<Round> = try visit.id("round")
    let found = try await visit.read { [id] in $0.published(for: id).first { $0.round.id == round } }
    guard let found else { throw Turned.notFound }
    return found
  }

  /// `GET /contact/outcomes/{round}`: how the own outcome follows from the sheets, and until when objections are in time.
  func outcome() async throws -> Answer {
    let found = try await ownOutcome()
    let (today, round) = (try await visit.today(), found.round)
    let accounts = try await visit.read { $0.accounts.values.reduce(into: [:]) { $0[$1.login] = $1.id } }
    guard let own = OwnOutcome(of: id, in: round, version: found.notice.version, accounts: accounts) else {
      throw Turned.notFound
    }
    let rule = round.rules.panel.rule
    var content = model(of: found)
    content["code"] = try await studio().code
    content["rule"] = phrases.step(.panelRule(rule.value, source: rule.source))
    content["rubrics"] = own.settled.rubrics.enumerated().map { own.section($1, $0, visit.language) }
    content["conclusions"] = own.conclusions(phrases)
    content["reference"] = try await reference(own)
    content["differences"] = differences(own)
    content["hasDifferences"] = !own.settled.differences.isEmpty
    content["address"] = found.notice.address
    content["until"] = phrases.notice(DeskNotice.noticeUntil(found.notice.until))
    content["isOpen"] = today <= found.notice.until
    content["canObject"] = round.confirmed == nil
    content["objectionPath"] = "/contact/outcomes/\(round.id)/objection"
    content["isReopened"] = round.isReopened || found.notice.version < round.results.count
    content["correctedText"] =
      found.notice.version > 1 ? phrases.notice(ContactNotice.corrected(version: found.notice.version)) : nil
    content["objections"] = objections(in: round)
    return try page(.outcome, phrases.notice(ContactNotice.outcomeOf(round.period)), content)
  }

  /// The reference marks with what counted and what did not.
  private func reference(_ own: OwnOutcome) async throws -> [Model] {
    let criteria = own.round.rules.rubrics.flatMap(\.criteria)
    let stored = own.settled.referenceMarks
    let persons = try await visit.read { [id] register in
      register.claims.filter { $0.studio == id }.flatMap { $0.persons(register.modules.kinds) }
    }
    let names = try await visit.names(of: persons)
    let known = Set(persons)
    let marks = try await visit.read { register in
      stored.map { mark in
        mark.mark(
          { register.evidence[$0].flatMap { register.record(of: $0, people: names.person) } },
          renamed: { register.renamed($0, people: names.person) },
          people: { known.contains($0) ? names.person($0) : nil })
      }
    }
    return marks.map { mark in
      [
        "criterion": mark.criterion,
        "name": criteria.first { $0.id == mark.criterion }.map { visit.language($0.title) } ?? "",
        "marks": mark.marks.description, "reasons": mark.reasons.map(phrases.reason),
      ]
    }
  }

  /// Where a judge gave otherwise than the reference mark; the judge's own words could say who it is, and stay out.
  private func differences(_ own: OwnOutcome) -> [Model] {
    own.settled.differences.map { difference in
      (letter: own.letter(of: difference.judge), difference)
    }.sorted { ($0.1.criterion, $0.letter) < ($1.1.criterion, $1.letter) }.map { letter, difference in
      [
        "criterion": difference.criterion, "letter": letter, "marks": difference.marks.description,
        "reference": difference.reference.description, "hasReason": difference.reason != nil,
      ]
    }
  }

  /// The own studio's objections with their answers.
  private func objections(in round: Round) -> [Model] {
    round.objections.values.filter { $0.studio == id }.sorted { $0.id < $1.id }.map { objection in
      [
        "id": objection.id.description, "day": objection.received.description, "text": objection.text,
        "late": objection.isLate ? phrases.notice(DeskNotice.care(.late)) : nil,
        "answerBy": objection.answer == nil ? phrases.notice(ContactNotice.answerBy(objection.answerBy)) : nil,
        "answer": objection.answer.map {
          phrases.notice(ContactNotice.answered($0.on, isUpheld: $0.isUpheld, text: $0.text))
        },
      ]
    }
  }
}

// MARK: - Objecting

extension OwnStudio {
  /// `GET /contact/outcomes/{round}/objection`.
  func objectionForm() async throws -> Answer { try await form(of: ownOutcome()) }

  func object() async throws -> Answer {
    let found = try await ownOutcome()
    return try await visit.trying {
      // The contact objects in its own name; the studio is named, and the department knows whom to answer.
      let person = try visit.me.account.person
      let command = RaiseObjection(
        round: found.round.id, studio: id, by: .known(person), text: visit.form.text("text") ?? "")
      return .redirect("/contact/outcomes/\(found.round.id)", try await visit.ask(command))
    } else: {
      try await form(of: found, refused: $0)
    }
  }

  private func form(of found: PublishedOutcome, refused: String? = nil) async throws -> Answer {
    let today = try await visit.today()
    let field = Field("text", word(.objectionText), .lines, hint: word(.objectionHint), value: visit.form["text"])
    return try page(
      .objection, word(.objection),
      [
        "fields": [field.model()], "path": "/contact/outcomes/\(found.round.id)/objection",
        "backPath": "/contact/outcomes/\(found.round.id)",
        "until": phrases.notice(DeskNotice.noticeUntil(found.notice.until)), "isLate": today > found.notice.until,
        "period": phrases.notice(ContactNotice.period(found.round.period)),
      ], refused: refused)
  }
}
