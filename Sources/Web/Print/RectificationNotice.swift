import Scoring
import StudioRegistry
import Wording

extension Visit {
  func rectificationNotice() async throws -> Answer {
    let (round, studio): (ID<Round>, ID<Studio>) = (try id("round"), try id("studio"))
    let findings = try await read { register in RectificationFindings(studio, of: round, in: register) }
    guard let found = findings else { throw Turned.notFound }
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
