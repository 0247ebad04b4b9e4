import Journal
import Scoring
import StudioRegistry
import Wording

/// How far each judge is with each studio: never what was given.
struct Board: Sendable {
  let judges: [ID<Account>]
  let studios: [ID<Studio>]
  private let places: Places
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
    places = Places(judges, studios)
    cells = Self.cells(of: round, drafts, at: places)
  }

  private static func cells(of round: Round, _ drafts: [SheetKey], at places: Places) -> [Cell] {
    let (panel, rubrics) = (round.marking.panel, round.rules.rubrics.count)
    var signed = [Int](repeating: 0, count: panel.count * round.studios.count)
    var begun = Set(drafts.compactMap { places.cell($0) })
    for (key, sheet) in round.marking.sheets {
      guard let place = places.cell(key) else { continue }
      if sheet.signed == nil { begun.insert(place) } else { signed[place] += 1 }
    }
    var returned: Set<Int> = []
    for (key, sheets) in round.earlier
    where sheets.last?.why == .returned && round.marking.sheets[key]?.signed == nil {
      if let place = places.cell(key) { returned.insert(place) }
    }
    return round.studios.indices.flatMap { studio in
      panel.indices.map { judge -> Cell in
        let place = studio * panel.count + judge
        if round.isRecused(panel[judge], from: round.studios[studio]) { return .recused }
        if returned.contains(place) { return .returned(signed[place], of: rubrics) }
        if signed[place] > 0 { return .signed(signed[place], of: rubrics) }
        return begun.contains(place) ? .draft : .notBegun
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

/// In which column a judge stands, and in which row a studio.
private struct Places: Sendable {
  let judges: [ID<Account>: Int]
  let studios: [ID<Studio>: Int]

  init(_ judges: [ID<Account>], _ studios: [ID<Studio>]) {
    self.judges = Dictionary(uniqueKeysWithValues: zip(judges, judges.indices))
    self.studios = Dictionary(uniqueKeysWithValues: zip(studios, studios.indices))
  }

  /// The cell to which a sheet belongs; nil for a judge who has no seat any more.
  func cell(_ key: SheetKey) -> Int? {
    guard let studio = studios[key.studio], let judge = judges[key.judge] else { return nil }
    return studio * judges.count + judge
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
    return try page(
      .board, .board,
      [
        "columns": columns, "rows": try rows(of: board, units), "hasPanel": !columns.isEmpty,
        "studios": board.studios.count, "legend": legend,
      ])
  }

  private func rows(of board: Board, _ units: [ID<Studio>: String]) throws -> [Model] {
    // A national round has tens of thousands of cells in a handful of states: each is drawn once.
    var drawn: [Board.Cell: String] = [:]
    func draw(_ state: Board.Cell) throws -> String {
      if let text = drawn[state] { return text }
      let text = try visit.site.templates.render(RoundPage.cell.rawValue, cell(state), in: visit.language)
      drawn[state] = text
      return text
    }
    return try board.studios.map { studio -> Model in
      [
        "code": names.studio(studio), "unit": units[studio], "studioPath": path("/studios/\(studio)"),
        "isExplained": round.result?[studio] != nil, "cells": try board.row(of: studio).map(draw).joined(),
      ]
    }
  }

  /// What each state of a cell means.
  private var legend: [Model] {
    let rubrics = round.rules.rubrics.count
    let states: [(Board.Cell, RoundLabel)] = [
      (.notBegun, .meansNotBegun), (.draft, .meansDraft), (.signed(1, of: rubrics), .meansPart),
      (.signed(rubrics, of: rubrics), .meansSigned), (.recused, .meansRecused),
      (.returned(rubrics - 1, of: rubrics), .meansReturned),
    ]
    return states.map { state, label -> Model in
      var model = cell(state)
      model["meaning"] = phrases.page(label)
      return model
    }
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
