import Scoring
import StudioRegistry
import Wording

/// The panel's summary sheet: every judge's points, what was dropped, and what came of it.
struct SummarySheet: Sendable {
  let closed: ClosedRound
  let language: Language
  let judges: [String]

  init(_ closed: ClosedRound, in language: Language) {
    (self.closed, self.language) = (closed, language)
    judges = closed.judges
  }

  private var phrases: any Phrases { language.phrases }
  private func word(_ label: PrintLabel) -> String { phrases.page(label) }

  var studios: [Model] { closed.result.studios.map(model) }

  private func model(of settled: StudioSettled) -> Model {
    let isExcellent = closed.excellent.contains(settled.studio)
    let isTied = settled.excellence == .tied && closed.result.isUndecided
    return [
      "code": closed.code(settled.studio), "unit": closed.unit(settled.studio),
      "rank": settled.rank.map { "\($0)" } ?? "—", "grade": phrases.grade(settled.grade),
      "excellence": isExcellent
        ? phrases.notice(DeskNotice.excellent) : isTied ? phrases.standing(.tied) : nil,
      "final": settled.score?.description ?? "—",
      "exact": settled.total.map { phrases.page(PrintNotice.exactTotal($0)) },
      "span": closed.rules.rubrics.count + 1,
      "lines": closed.rules.rubrics.enumerated().map { place, rubric in
        line(rubric, settled.rubrics.first { $0.rubric == rubric.id }, isFirst: place == 0)
      },
      "sums": judges.map { sum(of: $0, in: settled) },
    ]
  }

  private func line(_ rubric: Rubric, _ step: RubricSettled?, isFirst: Bool) -> Model {
    let score = step?.score(atMost: rubric.maximum)
    let added = step?.added ?? .zero
    return [
      "isFirst": isFirst, "rubric": phrases.detailed(language(rubric.title), [rubric.maximum.description]),
      "cells": judges.map { judge in step.map { cell(of: judge, in: $0) } ?? ["text": "—", "isDropped": false] },
      "score": score?.rounded.description ?? "—", "added": added > .zero ? "+\(added)" : nil,
    ]
  }

  /// A judge's points with a sign for what the panel rule dropped, which also tells it apart without colour.
  private func cell(of judge: String, in step: RubricSettled) -> Model {
    if step.recused.contains(judge) { return ["text": word(.recused), "isDropped": false] }
    guard let points = step.judges[judge] else { return ["text": word(.absent), "isDropped": false] }
    let signs = step.fates(of: judge).compactMap { criterion, fate -> String? in
      switch fate {
      case .kept: nil
      case .lowest: "▽\(criterion ?? "")"
      case .highest: "△\(criterion ?? "")"
      }
    }
    return ["text": (signs + [points.description]).joined(separator: " "), "isDropped": !signs.isEmpty]
  }

  /// What a judge gave over all rubrics; none where a sheet is missing.
  private func sum(of judge: String, in settled: StudioSettled) -> String {
    let points = settled.rubrics.compactMap { $0.judges[judge] }
    guard points.count == closed.rules.rubrics.count else { return "—" }
    return points.reduce(.zero, +).description
  }
}

extension Visit {
  func summarySheet() async throws -> Answer {
    let closed = try await closedRound()
    let sheet = SummarySheet(closed, in: language)
    let (round, result, panel) = (closed.round, closed.result, closed.result.marking.panel)
    let names = try await names(of: panel.compactMap { closed.accounts[$0]?.person })
    let rule = closed.rules.panel.rule
    let title = phrases.page(PrintNotice.summaryTitle(round.period, isSecond: round.kind != .regular))
    let hasAdjustments = result.studios.contains { $0.rubrics.contains { $0.adjustments != nil } }
    return try await paper(
      PrintPage.summary, title,
      [
        "backPath": "/rounds/\(round.id)/pictures", "sheetTitle": title,
        "rules": phrases.detailed(language(closed.rules.title), [round.adoption.document]),
        "version": phrases.page(
          PrintNotice.summaryVersion(
            result.version, on: result.on, studios: result.studios.count, judges: panel.count)),
        "panelRule": phrases.step(.panelRule(rule.value, source: rule.source)),
        "places": result.closing.quota.map { phrases.page(PrintNotice.places($0.places, base: $0.base)) },
        "reason": result.closing.reason,
        "missing": result.closing.missing.isEmpty ? nil : "\(result.closing.missing.count)",
        "certified": hasAdjustments, "judges": sheet.judges, "studios": sheet.studios,
        "signatures": panel.map { judge -> Model in
          let account = closed.accounts[judge]
          return [
            "login": account?.login ?? judge.description,
            "name": account.map { names.person($0.person) } ?? "",
          ]
        },
      ])
  }
}
