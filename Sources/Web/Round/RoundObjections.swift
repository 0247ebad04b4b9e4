import Journal
import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// The objections with their deadlines and answers; the forms to record and to answer them.
  func objections(refused: String? = nil) async throws -> Answer {
    let objections = round.objections.values.sorted { $0.id < $1.id }
    let named = try await visit.names(of: objections.compactMap(\.by))
    let isAnswering = visit.parameters["objection"]
    let rows = objections.map { objection -> Model in
      [
        "id": objection.id.description, "studio": objection.studio.map(names.studio),
        "by": objection.by.map(named.person), "text": objection.text, "received": objection.received.description,
        "version": objection.version, "isLate": objection.isLate, "answerBy": objection.answerBy.description,
        "isOverdue": objection.answer == nil && objection.answerBy < today,
        "answer": objection.answer.map { answer -> Model in
          [
            "words": phrases.page(answer.isUpheld ? RoundLabel.upheld : .notUpheld), "answerText": answer.text,
            "on": answer.on.description, "isUpheld": answer.isUpheld,
          ]
        }, "isOpen": objection.answer == nil, "mayAnswer": objection.answer == nil && visit.may(.answerObjection),
        "answerPath": path("/objections/\(objection.id)/answer"),
        "typed": isAnswering == objection.id.description ? visit.form["answer"] : nil,
        "isTypedUpheld": isAnswering == objection.id.description && visit.form["finding"] == "upheld",
        "isTypedDismissed": isAnswering == objection.id.description && visit.form["finding"] == "dismissed",
        "isNewlyUpheld": round.confirmed == nil && objection.answer?.isUpheld == true
          && objection.answer?.version == round.results.count,
      ]
    }
    return try page(
      .objections, .objections,
      [
        "rows": rows, "hasRows": !rows.isEmpty, "notice": round.publications.last.map { say(.publication($0)) },
        "isRunning": round.publications.last.map { today <= $0.until } ?? false,
        "mayObject": visit.may(.raiseObjection) && !round.publications.isEmpty,
        "studios": round.studios.map { option($0.description, names.studio($0), chosen: visit.form["studio"]) },
        "name": visit.form["name"], "objection": visit.form["objection"],
        "received": visit.form["received"] ?? today.description, "objectionsPath": path("/objections"),
        "answerRule": say(.answerDays(round.rules.rounds.answer)),
        "returnPath": visit.may(.proposeReturn) ? path("/return") : nil,
        "closePath": visit.may(.closeRound) ? path("/close") : nil,
      ], refused: refused)
  }

  func object() async throws -> Answer {
    try await visit.trying {
      let name = visit.form.text("name")
      if let name, (try? name.checkFreeText()) == nil { throw Turned.said(phrases.notice(.badName(name))) }
      let sealed = name.map { visit.seal(PersonValues(name: $0)) }
      let command = RaiseObjection(
        round: round.id, studio: visit.chosen("studio", in: visit.form), by: sealed.map { .new($0.commitment, nil) },
        text: visit.form.text("objection") ?? "")
      let receipt = try await visit.ask(
        command, persons: sealed.map { [$0] } ?? [], on: try visit.day("received"))
      return .redirect(path("/objections"), receipt)
    } else: {
      try await objections(refused: $0)
    }
  }

  func answer() async throws -> Answer {
    let id: ID<Objection> = try visit.id("objection")
    guard round.objections[id] != nil else { throw Turned.notFound }
    return try await visit.trying {
      guard let finding = visit.form["finding"], ["upheld", "dismissed"].contains(finding) else {
        throw Turned.said(phrases.page(RoundLabel.chooseFinding))
      }
      let receipt = try await visit.ask(
        AnswerObjection(objection: id, isUpheld: finding == "upheld", text: visit.form.text("answer") ?? ""))
      return .redirect(path("/objections"), receipt)
    } else: {
      try await objections(refused: $0)
    }
  }
}
