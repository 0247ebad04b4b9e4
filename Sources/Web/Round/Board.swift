import Journal
import Scoring
import StudioRegistry
import Wording

/// How far each judge is with each studio: never what was given.
struct Board: Sendable {
  let judges: [ID<Account>]
  let studios: [ID<Studio>]
  private let places: (judges: [ID<Account>: Int], studios: [ID<Studio>: Int])
  /// By studio, then by judge.
  private let cells: [Cell]
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

  /// - Parameter drafts: what lies on the judges' desks, not entered yet.
  init(of round: Round, drafts: [SheetKey] = []) {
    judges = round.marking.panel
    studios = round.studios
    rubrics = round.rules.rubrics.count
    places = (
      Dictionary(uniqueKeysWithValues: zip(judges, judges.indices)),
      Dictionary(uniqueKeysWithValues: zip(studios, studios.indices))
    )
    let (judges, studios, rubrics, places) = (judges, studios, rubrics, places)
    func place(_ key: SheetKey) -> Int? {
      guard let studio = places.studios[key.studio], let judge = places.judges[key.judge] else { return nil }
      return studio * judges.count + judge
    }
    var (signed, begun, returned) = (
      [Int](repeating: 0, count: judges.count * studios.count), Set<Int>(), Set<Int>()
    )
    for (key, sheet) in round.marking.sheets {
      guard let place = place(key) else { continue }
      if sheet.signed == nil { begun.insert(place) } else { signed[place] += 1 }
    }
    begun.formUnion(drafts.compactMap(place))
    for (key, sheets) in round.earlier
    where sheets.last?.why == .returned && round.marking.sheets[key]?.signed == nil {
      if let place = place(key) { returned.insert(place) }
    }
    cells = studios.indices.flatMap { studio in
      judges.indices.map { judge -> Cell in
        let place = studio * judges.count + judge
        let count = signed[place]
        return if round.isRecused(judges[judge], from: studios[studio]) {
          .recused
        } else if returned.contains(place) {
          .returned(count, of: rubrics)
        } else if count > 0 {
          .signed(count, of: rubrics)
        } else {
          begun.contains(place) ? .draft : .notBegun
        }
      }
    }
  }

  /// The cells of a studio, by judge.
  func row(of studio: ID<Studio>) -> ArraySlice<Cell> {
    guard let place = places.studios[studio] else { return [] }
    return cells[place * judges.count..<(place + 1) * judges.count]
  }

  subscript(judge: ID<Account>, studio: ID<Studio>) -> Cell {
    guard let place = places.judges[judge] else { return .notBegun }
    let row = row(of: studio)
    return row.isEmpty ? .notBegun : row[row.startIndex + place]
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
    // A national round has tens of thousands of cells in a handful of states: each is drawn once.
    var drawn: [Board.Cell: String] = [:]
    func draw(_ state: Board.Cell) throws -> String {
      if let text = drawn[state] { return text }
      let text = try visit.site.templates.render(RoundPage.cell.rawValue, cell(state), in: visit.language)
      drawn[state] = text
      return text
    }
    let rows = try board.studios.map { studio -> Model in
      [
        "code": names.studio(studio), "unit": units[studio], "studioPath": path("/studios/\(studio)"),
        "isExplained": round.result?[studio] != nil, "cells": try board.row(of: studio).map(draw).joined(),
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
