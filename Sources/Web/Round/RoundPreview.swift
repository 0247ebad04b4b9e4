import Foundation
import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// The outcome as it would be; while sheets are missing nothing of it, but who has which.
  func preview() async throws -> Answer {
    if round.result != nil, !round.isReopened { return .redirect(path("/outcome")) }
    guard round.isWhollySigned else { return try waiting(.preview) }
    let (round, people) = (round, names.person)
    let (foreseen, figures) = try await visit.read { register in
      let foreseen = try register.foreseen(round, people: people)
      return (foreseen, foreseen.studios.flatMap(\.differences))
    }
    var model = table(foreseen.result.settlement, studioPath: nil)
    model["differences"] = phrases.notice(
      .differences(count: figures.count, withoutReason: figures.count { $0.reason == nil }))
    model["isReady"] = true
    model["missing"] = [Model]()
    model["closePath"] = visit.may(.closeRound) ? path("/close") : nil
    return try page(.preview, .preview, model)
  }

  /// What is missing, by judge, in place of what may only be seen when nothing is.
  private func waiting(_ label: RoundLabel) throws -> Answer {
    try page(
      .preview, label,
      [
        "isReady": false, "missing": missing, "hasPanel": !round.marking.panel.isEmpty, "rows": [Model](),
        "rubrics": [Model](), "differences": nil, "closePath": nil, "excellence": nil,
      ])
  }

  /// Each judge's unsigned sheets, by studio.
  var missing: [Model] {
    let left = Dictionary(grouping: round.unsigned, by: \.judge)
    return round.marking.panel.compactMap { judge in
      guard let own = left[judge] else { return nil }
      var studios: [String] = []
      for key in own where studios.last != names.studio(key.studio) { studios.append(names.studio(key.studio)) }
      return ["login": names.account(judge), "sheets": own.count, "studios": phrases.listed(studios)]
    }
  }

  /// A settlement as a table: ranks, scores, grades, and each rubric's score.
  func table(_ settlement: Settlement, studioPath: ((ID<Studio>) -> String)?) -> Model {
    let ids = Dictionary(round.studios.map { (names.studio($0), $0) }) { first, _ in first }
    let rows = settlement.outcomes.map { outcome -> Model in
      let code = settlement.name(of: outcome)
      let scores = settlement.scores(of: outcome).map { ["score": $0.rounded.description] as Model }
      return [
        "rank": outcome.rank.map(String.init), "code": code, "score": outcome.score?.description,
        "grade": phrases.grade(outcome.grade), "gradeClass": outcome.grade.rawValue,
        "excellence": outcome.excellence.map(phrases.standing),
        "studioPath": studioPath.flatMap { path in ids[code].map(path) },
        "scores": scores.isEmpty ? round.rules.rubrics.map { _ in ["score": nil] as Model } : scores,
      ]
    }
    return [
      "rows": rows,
      "rubrics": round.rules.rubrics.map { rubric -> Model in
        ["title": visit.language(rubric.title), "maximum": rubric.maximum.description]
      }, "excellence": excellence(settlement),
    ]
  }

  private func excellence(_ settlement: Settlement) -> String? {
    guard let excellence = settlement.excellence, let rule = settlement.rules.excellence else { return nil }
    func names(_ standing: Excellence.Standing) -> [String] {
      settlement.outcomes.filter { $0.excellence == standing }.map(settlement.name)
    }
    let (candidates, tied) = (names(.candidate), names(.tied))
    var notices: [String] = []
    if !candidates.isEmpty {
      notices.append(
        phrases.notice(
          .candidates(candidates, places: excellence.places, base: excellence.base, share: rule.share.value)))
    }
    if !tied.isEmpty { notices.append(phrases.notice(.tied(tied))) }
    if notices.isEmpty { notices.append(phrases.notice(.noCandidates)) }
    if settlement.isProvisional { notices.append(phrases.notice(.provisional)) }
    return notices.joined(separator: " ")
  }

  // MARK: Judges

  /// How far each judge lies from the panel's median and from the reference marks, once nothing can be influenced by it.
  func judges() async throws -> Answer {
    let isSettled = round.result != nil && !round.isReopened
    guard isSettled || round.isWhollySigned else { return try waiting(.judges) }
    let round = round
    let figures = try await visit.read { register in
      if let result = round.result, isSettled { return register.figures(of: round, result.marking, result.studios) }
      let studios = try register.recomputed(round.id, reason: nil).compactMap { $0 as? StudioSettled }
      return register.figures(of: round, round.marking, studios)
    }
    let rows = figures.map { figure -> Model in
      [
        "login": names.account(figure.judge), "id": figure.judge.description, "isFar": figure.isFar,
        "compared": figure.compared, "differing": figure.differing,
        "withReason": counted(figure.differing - figure.withoutReason, of: figure.compared),
        "withoutReason": counted(figure.withoutReason, of: figure.compared),
        "rubrics": figure.rubrics.map { rubric -> Model in
          [
            "title": self.rubric(rubric.rubric), "sheets": rubric.median?.count ?? 0,
            "median": distance(rubric.median), "reference": distance(rubric.reference), "highest": rubric.highest,
            "lowest": rubric.lowest,
          ]
        },
      ]
    }
    return try page(
      .judges, .judges,
      [
        "rows": rows, "farMeans": phrases.page(RoundNotice.far(factor: JudgeFigures.farFactor)),
        "far": figures.filter(\.isFar).map {
          ["login": names.account($0.judge), "anchorPath": "#\($0.judge)"] as Model
        },
        "hasFar": figures.contains(where: \.isFar),
      ])
  }

  private func distance(_ distance: JudgeFigures.Distance?) -> Model {
    [
      "mean": distance.map { String(format: "%+.2f", $0.mean == 0 ? 0.0 : $0.mean) } ?? "—",
      "absolute": distance.map { String(format: "%.2f", $0.absolute) } ?? "—", "isFar": distance?.isFar ?? false,
    ]
  }

  /// A number, and its share of all.
  private func counted(_ part: Int, of all: Int) -> String {
    phrases.detailed("\(part)", [all == 0 ? "—" : String(format: "%.1f%%", Double(part) * 100 / Double(all))])
  }
}
