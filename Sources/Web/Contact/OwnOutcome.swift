import Scoring
import StudioRegistry
import Wording

/// A studio's outcome as its contact reads it: judges as letters, in an order that says nothing of who they are.
struct OwnOutcome {
  let round: Round
  let result: RoundResult
  let settled: StudioSettled
  private let accounts: [String: ID<Account>]
  private let letters: [String: String]

  /// Nil where the version has nothing of the studio.
  init?(of studio: ID<Studio>, in round: Round, version: Int, accounts: [String: ID<Account>]) {
    guard let result = round.results.first(where: { $0.version == version }), let settled = result[studio]
    else { return nil }
    (self.round, self.result, self.settled, self.accounts) = (round, result, settled, accounts)
    let logins = Set(settled.rubrics.flatMap(\.judges.keys))
    // The order has to be the same on every day and to follow from nothing that a contact can know: neither logins nor
    // the panel's order, but where in the journal a judge's first signature stands.
    let ordered = logins.map { login in
      let signed = round.rules.rubrics.indices.compactMap { rubric in
        accounts[login].flatMap {
          result.marking.sheets[SheetKey(judge: $0, studio: studio, rubric: rubric)]?.signed
        }
      }
      return (login: login, key: digest("\(round.id) \(studio) \(login) \(signed.min() ?? 0)"))
    }.sorted { $0.key < $1.key }
    letters = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.login, Self.letter($0)) })
  }

  /// A, B, … Z, then A1, B1 ….
  private static func letter(_ place: Int) -> String {
    let letter = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(place % 26))))
    return place < 26 ? letter : "\(letter)\(place / 26)"
  }

  func letter(of login: String) -> String { letters[login] ?? "—" }

  /// Excellence as it stands after the panel's vote.
  var excellence: Excellence.Standing? {
    guard settled.excellence == .tied, let counted = result.counted else { return settled.excellence }
    return counted.chosen.contains(settled.studio) ? .candidate : nil
  }

  private func scores(_ rubric: RubricSettled) -> (panel: PanelScore, sum: PanelScore)? {
    guard let maximum = round.rules.rubrics.first(where: { $0.id == rubric.rubric })?.maximum,
      let panel = rubric.panelScore, let sum = rubric.score(atMost: maximum)
    else { return nil }
    return (panel, sum)
  }

  /// From the rubrics' scores to grade, rank and excellence, in the words of every derivation.
  func conclusions(_ phrases: any Phrases) -> [String] {
    let parts = settled.rubrics.compactMap { scores($0)?.sum }
    guard let score = settled.score, let rank = settled.rank, let total = try? PanelScore.total(of: parts) else {
      return [phrases.step(.noScore)]
    }
    let rules = round.rules
    let ranked = result.studios.count { $0.score != nil }
    var steps: [Step] = [
      .total(parts: parts.map(\.exact), total: total, score: score),
      .passMark(score: score, mark: rules.passMark.value, source: rules.passMark.source, grade: settled.grade),
      .ranking(higher: rank - 1, of: ranked, rank: rank),
    ]
    if let rule = rules.excellence, let quota = result.closing.quota {
      steps.append(
        .excellence(
          score: score, mark: rule.mark.value, standing: excellence, places: quota.places, base: quota.base,
          share: rule.share.value, source: rule.mark.source))
    }
    return steps.map(phrases.step)
  }

  // MARK: - Rubrics

  /// A rubric's sheets and what the panel rule made of them.
  func section(_ rubric: RubricSettled, _ place: Int, _ language: Language) -> Model {
    let phrases = language.phrases
    let found = round.rules.rubrics[place]
    let isWhole = rubric.panels.count == 1 && rubric.panels[0].criterion == nil
    let sheets = rubric.judges.map { (letter: letter(of: $0.key), login: $0.key, points: $0.value) }
      .sorted { ($0.letter.count, $0.letter) < ($1.letter.count, $1.letter) }
    let fates = isWhole ? fates(rubric.panels[0], rubric, place) : [:]
    // Of a rubric that was marked whole there is nothing to say of its criteria.
    let hasMarks = sheets.contains { sheet in
      found.criteria.contains { marks(of: sheet.login, place)?[$0.id] != nil }
    }
    let criteria = hasMarks ? found.criteria : []
    let rows = sheets.map { sheet -> Model in
      let (marks, fate) = (marks(of: sheet.login, place), fates[sheet.login])
      return [
        "letter": sheet.letter, "marks": criteria.map { marks?[$0.id]?.description ?? "—" },
        "points": sheet.points.description, "fate": fate.map(phrases.fate) ?? "",
        "isDropped": fate != nil && fate != .kept,
      ]
    }
    return [
      "rubricTitle": language(found.title), "maximum": found.maximum.description,
      "criteria": criteria.map { ["id": $0.id, "name": language($0.title)] as Model }, "rows": rows,
      "notes": notes(rubric, place, in: sheets.map(\.login), phrases),
      "score": scores(rubric)?.sum.rounded.description,
    ]
  }

  /// What became of each judge's points in a panel.
  ///
  /// Of equal points the panel rule drops those of the first login. Here it is the first letter instead, which changes no sum
  /// and says nothing of the logins' order.
  private func fates(
    _ panel: RubricSettled.PanelSettled, _ rubric: RubricSettled, _ place: Int
  ) -> [String: Combination.Fate] {
    let ordered = rubric.judges.keys.map { login in
      (login: login, points: points(of: login, panel, rubric, place), letter: letter(of: login))
    }.sorted { ($0.points, $0.letter.count, $0.letter) < ($1.points, $1.letter.count, $1.letter) }
    var fates: [String: Combination.Fate] = [:]
    for (rank, judge) in ordered.enumerated() {
      let isHighest = rank >= ordered.count - panel.highest.count
      fates[judge.login] = rank < panel.lowest.count ? .lowest : isHighest ? .highest : .kept
    }
    return fates
  }

  private func points(
    of login: String, _ panel: RubricSettled.PanelSettled, _ rubric: RubricSettled, _ place: Int
  ) -> Points {
    panel.criterion.flatMap { marks(of: login, place)?[$0] } ?? rubric.judges[login] ?? .zero
  }

  private func marks(of login: String, _ place: Int) -> [String: Points]? {
    accounts[login].flatMap {
      result.marking.sheets[SheetKey(judge: $0, studio: settled.studio, rubric: place)]?.marks
    }
  }

  /// The points that a panel averaged, in the order of the letters.
  private func kept(
    _ panel: RubricSettled.PanelSettled, _ rubric: RubricSettled, _ place: Int, in logins: [String]
  ) -> [Points] {
    let fates = fates(panel, rubric, place)
    return logins.filter { fates[$0] == .kept }.map { points(of: $0, panel, rubric, place) }
  }

  private func notes(
    _ rubric: RubricSettled, _ place: Int, in logins: [String], _ phrases: any Phrases
  ) -> [String] {
    var notes: [String] = []
    // Why somebody may not mark would say who it is: a unit, a kinship. That there was one, is no secret.
    if !rubric.recused.isEmpty { notes.append(phrases.notice(ContactNotice.recused(rubric.recused.count))) }
    if !rubric.absent.isEmpty { notes.append(phrases.notice(ContactNotice.absent(rubric.absent.count))) }
    guard let scores = scores(rubric) else {
      let minimum = round.rules.panel.minimum
      return notes + [
        phrases.step(
          .belowMinimum(complete: rubric.judges.count, needed: minimum.value, source: minimum.source))
      ]
    }
    for panel in rubric.panels {
      let score = PanelScore(sum: panel.sum, count: panel.count)
      let kept = kept(panel, rubric, place, in: logins)
      let step: Step =
        panel.criterion.map {
          .criterionCombined(id: $0, kept: kept, sum: score.sum, count: score.count, exact: score.exact)
        } ?? .combined(kept: kept, sum: score.sum, count: score.count, exact: score.exact, rounded: score.rounded)
      notes.append(phrases.step(step))
    }
    if rubric.panels.first?.criterion != nil {
      notes.append(phrases.step(.rubricSum(exact: scores.panel.exact, rounded: scores.panel.rounded)))
    }
    return notes + adding(rubric, scores, maximum: round.rules.rubrics[place].maximum, phrases)
  }

  /// What was certified off the system (Art. 17), and what it makes of the panel's score.
  private func adding(
    _ rubric: RubricSettled, _ scores: (panel: PanelScore, sum: PanelScore), maximum: Points, _ phrases: any Phrases
  ) -> [String] {
    guard let adjustments = rubric.adjustments, !adjustments.isEmpty else { return [] }
    let steps = adjustments.map { adjustment -> Step in
      let reason = adjustment.reason
      let words = round.rules.life?.secrets.words(of: reason) ?? Text(zh: reason, en: reason)
      return .certified(token: adjustment.token, points: adjustment.points, reason: words)
    }
    let sum = Step.adjusted(
      panel: scores.panel.exact, added: rubric.added, maximum: maximum, isCapped: rubric.isCapped ?? false,
      exact: scores.sum.exact, rounded: scores.sum.rounded)
    return (steps + [sum]).map(phrases.step)
  }
}
