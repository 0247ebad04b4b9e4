import HTTPTypes
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// What a recusal means, and the form that declares it; alternates may declare one before they sit.
  func recusalForm() async throws -> Answer {
    let round = try await ownRound()
    return try recusalPage(round, try round.studio(id("studio")))
  }

  func declareRecusal() async throws -> Answer {
    let round = try await ownRound()
    let studio = try round.studio(id("studio"))
    guard let relation = form["relation"].flatMap(JudgeRecused.Relation.init(rawValue:)) else {
      return try recusalPage(round, studio, phrases.refusal(.reasonNeeded), status: .unprocessableContent)
    }
    let command = Recuse(
      round: round.id, judge: round.judge, studio: studio.id, relation: relation, reason: form.text("reason") ?? "")
    do {
      _ = try await ask(command, settled: round.rules.rubrics.indices.map { round.draftKey(studio.id, $0) })
    } catch let refusal as Refusal {
      return try recusalPage(round, studio, phrases.refusal(refusal), status: .unprocessableContent)
    }
    return .redirect(round.path)
  }

  func recusalPage(
    _ round: OwnRound, _ studio: MarkedStudio, _ notice: String? = nil, status: HTTPResponse.Status = .ok
  ) throws -> Answer {
    let chosen = form["relation"]
    let model: Model = [
      "roundPath": round.path, "recusePath": "\(round.path)/\(studio.id)/recuse", "roundName": round.name(phrases),
      "code": studio.code, "unit": studio.unit, "occupation": studio.occupation, "notice": notice,
      "recused": studio.recusal.map { phrases.recusal($0) },
      "canRecuse": studio.recusal == nil && round.stage == .marking,
      "hasSigned": studio.sheets.contains { $0?.signed != nil }, "hasDraft": round.isOnPanel && !studio.isSigned,
      "relations": JudgeRecused.Relation.allCases.map { relation -> Model in
        [
          "relationId": "relation-\(relation.rawValue)", "value": relation.rawValue,
          "word": phrases.relation(relation), "isChecked": chosen == relation.rawValue,
        ]
      },
      "reason": form["reason"],
    ]
    return try page(
      JudgePage.recuse, "\(phrases.page(JudgeLabel.recuseTitle)) · \(studio.code)", model, status: status)
  }
}
