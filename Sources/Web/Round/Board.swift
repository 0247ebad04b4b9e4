import Journal
import Scoring
import StudioRegistry
import Wording

/// How far each judge is with each studio: never what was given.
struct Board: Sendable {
  let judges: [ID<Account>]
  let studios: [ID<Studio>]
  private let cells: [Place: Cell]
  private let rubrics: Int

  /// Where a judge stands with a studio.
  enum Cell: Hashable, Sendable {
    case notBegun
    /// Something was saved or entered, and nothing is signed.
    case draft
    /// So many of the rubrics are signed; all of them, or some.
    case signed(Int, of: Int)
    case recused
    /// A signed sheet went back and is not signed again.
    case returned(Int, of: Int)
  }

  private struct Place: Hashable {
    let judge: ID<Account>
    let studio: ID<Studio>
  }

  /// - Parameter drafts: what lies on the judges' desks, not entered yet.
  init(of round: Round, drafts: [SheetKey] = []) {
    judges = round.marking.panel
    studios = round.studios
    rubrics = round.rules.rubrics.count
    var (signed, begun, returned): ([Place: Int], Set<Place>, Set<Place>) = ([:], [], [])
    for (key, sheet) in round.marking.sheets {
      let place = Place(judge: key.judge, studio: key.studio)
      if sheet.signed == nil { begun.insert(place) } else { signed[place, default: 0] += 1 }
    }
    for key in drafts { begun.insert(Place(judge: key.judge, studio: key.studio)) }
    for (key, sheets) in round.earlier
    where sheets.last?.why == .returned && round.marking.sheets[key]?.signed == nil {
      returned.insert(Place(judge: key.judge, studio: key.studio))
    }
    var cells: [Place: Cell] = [:]
    for studio in round.studios {
      for judge in round.marking.panel {
        let place = Place(judge: judge, studio: studio)
        let count = signed[place, default: 0]
        cells[place] =
          if round.isRecused(judge, from: studio) {
            .recused
          } else if returned.contains(place) {
            .returned(count, of: round.rules.rubrics.count)
          } else if count > 0 {
            .signed(count, of: round.rules.rubrics.count)
          } else {
            begun.contains(place) ? .draft : .notBegun
          }
      }
    }
    self.cells = cells
  }

  subscript(judge: ID<Account>, studio: ID<Studio>) -> Cell {
    cells[Place(judge: judge, studio: studio)] ?? .notBegun
  }

  /// How many sheets a judge has signed, and how many are expected.
  func count(of judge: ID<Account>) -> (signed: Int, expected: Int) {
    var count = (signed: 0, expected: 0)
    for studio in studios {
      switch self[judge, studio] {
      case .recused: continue
      case .signed(let signed, _), .returned(let signed, _): count.signed += signed
      case .notBegun, .draft: break
      }
      count.expected += rubrics
    }
    return count
  }
}

extension RoundDesk {
  /// The board of judges and studios.
  func board() async throws -> Answer {
    let drafts = try await visit.site.side.drafts(of: round.id).compactMap { draft in
      round.rubric(draft.key.rubric).map {
        SheetKey(judge: draft.key.judge, studio: draft.key.studio, rubric: $0)
      }
    }
    let board = Board(of: round, drafts: drafts)
    let units = try await visit.read { [round] register in
      Dictionary(uniqueKeysWithValues: round.studios.map { ($0, register.studios[$0]?.unit ?? "") })
    }
    let columns = board.judges.map { judge -> Model in
      let count = board.count(of: judge)
      return [
        "login": names.account(judge), "count": say(.signed(count.signed, of: count.expected)),
        "isDone": count.signed == count.expected,
      ]
    }
    let rows = board.studios.map { studio -> Model in
      [
        "code": names.studio(studio), "unit": units[studio], "studioPath": path("/studios/\(studio)"),
        "isExplained": round.result?[studio] != nil, "cells": board.judges.map { cell(board[$0, studio]) },
      ]
    }
    let rubrics = round.rules.rubrics.count
    let legend: [(Board.Cell, RoundLabel)] = [
      (.notBegun, .meansNotBegun), (.draft, .meansDraft), (.signed(1, of: rubrics), .meansPart),
      (.signed(rubrics, of: rubrics), .meansSigned), (.recused, .meansRecused),
      (.returned(rubrics - 1, of: rubrics), .meansReturned),
    ]
    return try page(
      .board, .board,
      [
        "columns": columns, "rows": rows, "hasPanel": !columns.isEmpty, "studios": board.studios.count,
        "legend": legend.map { state, label -> Model in
          var model = cell(state)
          model["meaning"] = phrases.page(label)
          return model
        },
      ])
  }

  private func cell(_ cell: Board.Cell) -> Model {
    switch cell {
    case .notBegun: ["state": "not-begun", "words": phrases.page(RoundLabel.cellNotBegun)]
    case .draft: ["state": "draft", "words": phrases.page(RoundLabel.cellDraft)]
    case .signed(let count, let all):
      ["state": count == all ? "signed" : "part", "words": say(.signed(count, of: all))]
    case .recused: ["state": "recused", "words": phrases.page(RoundLabel.cellRecused)]
    case .returned(let count, let all): ["state": "returned", "words": say(.returned(count, of: all))]
    }
  }
}
