import Scoring
import StudioRegistry
import Wording

extension Visit {
  func leadersReport() async throws -> Answer {
    let closed = try await closedRound()
    let today = try await today()
    let aftermath = try await read { register in RoundAftermath(closed, in: register, on: today) }
    let names = try await names()
    let (round, result) = (closed.round, closed.result)
    let figures = RoundFigures(result)
    let title = phrases.page(PrintNotice.reportTitle(round.period, isSecond: round.kind != .regular))
    var model: Model = [
      "documentTitle": title.unbroken, "issuer": language(closed.rules.authority.bureau), "printedOn": written(today),
      "result": phrases.page(
        PrintNotice.reportResult(
          round.period, assessed: figures.assessed, qualified: figures.qualified, unqualified: figures.unqualified,
          excellent: figures.excellent, incomplete: figures.incomplete)),
      "rules": phrases.page(
        PrintNotice.reportRules(under: closed.basis, passMark: closed.rules.passMark.value)),
      "stage": phrases.stage(round.stage), "backPath": "/rounds/\(round.id)/pictures",
    ]
    compare(figures, closed, in: &model)
    model["due"] = aftermath.due.prefix(Self.mostDue).map { due -> Model in
      ["day": written(due.day), "task": phrases.task(due.task, names), "party": phrases.party(due.party)]
    }
    model["moreDue"] = more(aftermath.due.count, than: Self.mostDue)
    model["money"] = money(aftermath)
    model["objections"] = aftermath.objections.prefix(Self.mostObjections).map { objection in
      phrases.page(
        PrintNotice.objection(
          objection.id.description, studio: objection.studio.map(names.studio), received: objection.received,
          answerBy: objection.answerBy))
    }
    model["moreObjections"] = more(aftermath.objections.count, than: Self.mostObjections)
    model["hasNoObjections"] = aftermath.objections.isEmpty
    model["hasNothingDue"] = aftermath.due.isEmpty
    return try await paper(PrintPage.report, title, model)
  }

  /// How many lines of a kind fit, so that the report stays at two pages.
  private static var mostDue: Int { 5 }
  private static var mostObjections: Int { 3 }
  private static var mostDrawn: Int { 12 }

  private func more(_ count: Int, than most: Int) -> String? {
    count > most ? phrases.page(PrintNotice.more(count - most)) : nil
  }

  /// The table of figures beside the former round's, and one picture.
  private func compare(_ figures: RoundFigures, _ closed: ClosedRound, in model: inout Model) {
    let former = closed.former.map { RoundFigures($0.result) }
    model["hasFormer"] = former != nil
    model["years"] = phrases.page(PictureNotice.years(closed.round.period))
    model["formerYears"] = closed.former.map { phrases.page(PictureNotice.years($0.round.period)) }
    model["figures"] = rows(figures, former)
    model["leftOut"] = leftOut(closed.round)
    model["change"] = closed.former.map { former in
      let change = RoundChange(from: former.result, to: closed.result)
      return phrases.page(
        PrintNotice.reportComparison(
          better: change.better, worse: change.worse, same: change.same, new: change.new, missing: change.missing))
    }
    let pictures = RoundPictures(closed: closed, language: language)
    let picture = pictures.changes(atMost: Self.mostDrawn) ?? pictures.ranking(atMost: Self.mostDrawn)
    model["svg"] = picture.drawing.text
    model["pictureTitle"] = picture.title
    let all = closed.former == nil ? closed.result.studios.count : pictures.changes?.table.rows.count ?? 0
    model["pictureNote"] =
      all > Self.mostDrawn ? phrases.page(PrintNotice.changesShown(Self.mostDrawn)) : picture.note
  }

  private func rows(_ figures: RoundFigures, _ former: RoundFigures?) -> [Model] {
    func row(_ label: PrintLabel, _ value: (RoundFigures) -> String?) -> Model {
      [
        "label": phrases.page(label), "value": value(figures) ?? "—",
        "former": former.map { value($0) ?? "—" },
      ]
    }
    return [
      row(.assessed) { "\($0.assessed)" }, row(.qualified) { "\($0.qualified)" },
      row(.excellent) { "\($0.excellent)" }, row(.unqualified) { "\($0.unqualified)" },
      row(.incomplete) { "\($0.incomplete)" },
      row(.passRate) { figures in figures.passRate.map { phrases.page(PrintNotice.percent($0)) } },
      row(.highestScore) { $0.scores.last?.description }, row(.medianScore) { $0.median?.description },
      row(.meanScore) { $0.mean?.description }, row(.lowestScore) { $0.scores.first?.description },
    ]
  }

  /// Which studios were not assessed, and why; nil where all were.
  private func leftOut(_ round: Round) -> String? {
    let parts: [(PrintLabel, Int)] = [
      (.deferred, round.deferred.count), (.rectifying, round.rectifying.count), (.suspended, round.suspended.count),
    ]
    let told = parts.filter { $0.1 > 0 }.map { "\(phrases.page($0.0)) \($0.1)" }
    return told.isEmpty ? nil : told.joined(separator: " · ")
  }

  private func money(_ aftermath: RoundAftermath) -> [String] {
    guard aftermath.awarded > 0, aftermath.award > 0 else { return [phrases.page(PrintLabel.none)] }
    return [
      phrases.page(
        PrintNotice.award(
          studios: aftermath.awarded, each: aftermath.award, sum: aftermath.awarded * aftermath.award,
          aftermath.source)),
      phrases.page(PrintNotice.paid(studios: aftermath.paid, sum: aftermath.paid * aftermath.award)),
    ]
  }
}
