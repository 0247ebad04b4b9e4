import Scoring
import StudioRegistry
import Wording

/// What a round found of a studio that failed it, rubric by rubric (Art. 20).
struct RectificationFindings: Sendable {
  let rectification: Rectification
  let round: Round
  let result: RoundResult
  let settled: StudioSettled
  let studio: Studio

  /// - Throws: ``Turned/notFound`` where the studio did not fail the round.
  init(_ studio: ID<Studio>, of round: ID<Round>, in register: Register) throws(Turned) {
    guard
      let rectification = register.rectifications.first(where: { $0.studio == studio && $0.round == round }),
      let found = register.rounds[round], let result = found.result, let settled = result[studio],
      let known = register.studios[studio]
    else { throw .notFound }
    (self.rectification, self.round, self.result) = (rectification, found, result)
    (self.settled, self.studio) = (settled, known)
  }

  /// A criterion, and the middle one of the judges' marks for it.
  struct Weak: Sendable {
    let criterion: Criterion
    let median: Points
    var lost: Points { criterion.maximum - median }
  }

  /// The criteria of a rubric for which most points were lost, two at most; none where judges marked the rubric whole.
  func weakest(of place: Int) -> [Weak] {
    let sheets = result.marking.sheets.filter {
      $0.key.studio == studio.id && $0.key.rubric == place && $0.value.signed != nil
    }.map(\.value.marks)
    let weak = round.rules.rubrics[place].criteria.compactMap { criterion -> Weak? in
      let marks = sheets.compactMap { $0[criterion.id] }.sorted()
      guard !marks.isEmpty else { return nil }
      let sum = marks[(marks.count - 1) / 2] + marks[marks.count / 2]
      return Weak(criterion: criterion, median: PanelScore(sum: sum, count: 2).rounded)
    }
    let order = weak.enumerated().filter { $0.element.lost > .zero }.sorted { left, right in
      left.element.lost != right.element.lost
        ? left.element.lost > right.element.lost : left.offset < right.offset
    }
    return order.prefix(2).map(\.element)
  }
}

extension Visit {
  func rectificationNotice() async throws -> Answer {
    let (round, studio): (ID<Round>, ID<Studio>) = (try id("round"), try id("studio"))
    let found = try await read { register in try RectificationFindings(studio, of: round, in: register) }
    let names = try await names(of: [found.studio.expert])
    let (rules, name) = (found.round.rules, officialName(of: found.studio, names))
    let title = phrases.page(PrintNotice.rectificationTitle(studio: name))
    var model = model(
      of: OfficialDocument(
        title: title, authority: rules.authority, addressees: [found.studio.unit, name],
        copies: [found.studio.partner].compactMap(\.self), day: found.rectification.decided))
    model["opening"] = phrases.page(
      PrintNotice.rectify(
        found.round.period,
        under: .init(rules.title, document: found.round.adoption.document, source: rules.passMark.source),
        score: found.settled.score, passMark: rules.passMark.value))
    model["time"] = phrases.page(
      PrintNotice.timeToRectify(
        months: rules.rounds.rectification.value, source: rules.rounds.rectification.source))
    let (served, until) = (found.rectification.served, found.rectification.until)
    model["running"] = served.flatMap { served in
      until.map { phrases.page(PrintNotice.timeRunning(served: served, until: $0)) }
    }
    model["second"] = phrases.page(
      PrintNotice.secondAssessment(
        passMark: rules.passMark.value, source: rules.rounds.rectification.source))
    model["rubrics"] = rules.rubrics.indices.map { rubricModel($0, of: found) }
    model["served"] = served.map(written)
    model["backPath"] = "/rounds/\(round)/pictures"
    return try await paper(PrintPage.rectification, title, model)
  }

  private func rubricModel(_ place: Int, of found: RectificationFindings) -> Model {
    let rubric = found.round.rules.rubrics[place]
    let step = found.settled.rubrics.first { $0.rubric == rubric.id }
    let score = step?.score(atMost: rubric.maximum)?.rounded
    return [
      "rubric": language(rubric.title), "maximum": rubric.maximum.description,
      "score": score?.description ?? "—", "lost": score.map { (rubric.maximum - $0).description } ?? "—",
      "weakest": found.weakest(of: place).map { weak in
        phrases.page(
          PrintNotice.weakest(
            criterion: weak.criterion.title, median: weak.median, maximum: weak.criterion.maximum))
      },
    ]
  }
}
