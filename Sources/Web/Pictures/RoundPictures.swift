import Scoring
import StudioRegistry
import Wording

/// The pictures of a closed round, each with the table of the numbers that it shows.
struct RoundPictures: Sendable {
  let closed: ClosedRound
  let language: Language

  /// One picture, by the name that stands in its address: `ranking`, `rubrics`, `changes`, or a rubric's id.
  struct Picture: Sendable {
    let name: String
    let title: String
    let note: String
    let drawing: Drawing
    let table: PictureTable
  }

  var phrases: any Phrases { language.phrases }

  /// All that can be drawn; two rounds only where there is an earlier one.
  var all: [Picture] { [ranking] + closed.rules.rubrics.map(judges) + [rubrics] + [changes].compactMap(\.self) }

  func word(_ label: PictureLabel) -> String { phrases.page(label) }

  private func description(_ label: PictureLabel) -> String {
    "\(word(label)) \(phrases.page(PictureNotice.studios(closed.result.studios.count, closed.round.period)))"
  }

  // MARK: The ranking

  var ranking: Picture { ranking(atMost: .max) }

  /// The ranking of so many studios, the first ones.
  func ranking(atMost count: Int) -> Picture {
    let excellent = closed.excellent
    let ranked = closed.result.studios.filter { $0.score != nil }
    let bars = ranked.prefix(count).map { settled in
      RankingPicture.Bar(
        name: closed.code(settled.studio), points: settled.score ?? .zero,
        kind: excellent.contains(settled.studio)
          ? .excellent : settled.grade == .qualified ? .qualified : .unqualified)
    }
    let picture = RankingPicture(
      bars: bars, total: closed.rules.total.value, passMark: closed.rules.passMark.value,
      excellenceMark: closed.round.kind == .regular ? closed.rules.excellence?.mark.value : nil,
      words: .init(
        title: word(.ranking), description: description(.rankingNote), passLine: word(.passLine),
        excellenceLine: word(.excellenceLine)))
    return Picture(
      name: "ranking", title: word(.ranking), note: word(.rankingNote), drawing: picture.drawing,
      table: PictureTable(
        head: [phrases.label(.rank), word(.studio), word(.unit), phrases.label(.score), phrases.label(.grade)],
        rows: closed.result.studios.map { settled in
          let grade = phrases.grade(settled.grade)
          let isExcellent = excellent.contains(settled.studio)
          return [
            settled.rank.map { "\($0)" } ?? "—", closed.code(settled.studio), closed.unit(settled.studio),
            settled.score?.description ?? "—",
            isExcellent ? phrases.detailed(grade, [phrases.notice(DeskNotice.excellent)]) : grade,
          ]
        }, names: 2))
  }

  // MARK: Judges

  func judges(_ rubric: Rubric) -> Picture {
    let title = phrases.detailed(language(rubric.title), [rubric.maximum.description])
    let settled = closed.result.studios.map { studio in
      (code: closed.code(studio.studio), step: studio.rubrics.first { $0.rubric == rubric.id })
    }
    let rows = settled.map { code, step in
      JudgesPicture.Row(
        name: code, dots: step.map(dots) ?? [],
        mean: step?.panelScore?.drawn)
    }
    let picture = JudgesPicture(
      rows: rows, maximum: rubric.maximum,
      words: .init(title: title, description: description(.judgesNote)))
    let judges = closed.judges
    return Picture(
      name: rubric.id, title: title, note: word(.judgesNote), drawing: picture.drawing,
      table: PictureTable(
        head: [word(.studio)] + judges + [word(.mean)],
        rows: settled.map { code, step in
          [code] + judges.map { judge in step.map { cell(of: judge, in: $0) } ?? "—" }
            + [step?.panelScore?.rounded.description ?? "—"]
        }, names: 1))
  }

  private func dots(_ step: RubricSettled) -> [JudgesPicture.Dot] {
    closed.judges.compactMap { judge in
      guard let points = step.judges[judge] else { return nil }
      let dropped = step.fates(of: judge).count { $0.fate != .kept }
      return JudgesPicture.Dot(
        judge: judge, points: points,
        fate: dropped == 0 ? .kept : dropped == step.panels.count ? .dropped : .partly)
    }
  }

  /// A judge's points in words, dropped ones in brackets.
  private func cell(of judge: String, in step: RubricSettled) -> String {
    if step.recused.contains(judge) { return word(.recused) }
    guard let points = step.judges[judge] else { return word(.absent) }
    return step.fates(of: judge).contains { $0.fate != .kept } ? "(\(points))" : points.description
  }

  // MARK: Rubrics against the median

  var rubrics: Picture {
    let rubrics = closed.rules.rubrics
    let scores = closed.result.studios.map { studio in
      rubrics.map { rubric in
        studio.score == nil
          ? nil : studio.rubrics.first { $0.rubric == rubric.id }?.score(atMost: rubric.maximum)?.drawn
      }
    }
    let medians = rubrics.indices.map { column in scores.compactMap { $0[column] }.median }
    let codes = closed.result.studios.map { closed.code($0.studio) }
    let picture = RubricsPicture(
      columns: zip(rubrics, medians).map { rubric, median in
        .init(title: language(rubric.title), maximum: rubric.maximum, median: median)
      },
      rows: zip(codes, scores).map { .init(name: $0, scores: $1) },
      words: .init(title: word(.rubrics), description: description(.rubricsNote), median: word(.median)))
    func row(_ name: String, _ scores: [Double?]) -> [String] { [name] + scores.map { $0.map(Drawing.number) ?? "—" } }
    return Picture(
      name: "rubrics", title: word(.rubrics), note: word(.rubricsNote), drawing: picture.drawing,
      table: PictureTable(
        head: [word(.studio)] + rubrics.map { language($0.title) },
        rows: [row(word(.median), medians)] + zip(codes, scores).map(row), names: 1))
  }
}

extension PanelScore {
  fileprivate var drawn: Double { Double(sum.hundredths) / 100 / Double(count) }
}

/// The numbers of a picture, for whoever cannot see it.
struct PictureTable: Sendable {
  let head: [String]
  let rows: [[String]]
  /// How many columns at the left are words, not numbers.
  let names: Int

  var model: Model {
    [
      "head": head.enumerated().map { place, text -> Model in ["text": text, "isNumber": place >= names] },
      "rows": rows.map { row -> Model in
        [
          "name": row.first,
          "cells": row.enumerated().dropFirst().map { place, text -> Model in
            ["text": text, "isNumber": place >= names]
          },
        ]
      },
    ]
  }
}
