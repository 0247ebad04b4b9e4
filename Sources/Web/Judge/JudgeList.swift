import Scoring
import StudioRegistry
import Wording

/// A judge's list of studios in a round.
struct JudgeList: Sendable {
  let round: OwnRound
  let drafts: OwnDrafts
  let language: Language

  private var phrases: any Phrases { language.phrases }

  /// How far a judge is with a studio.
  enum Progress: String, Sendable {
    case notBegun = "not-begun"
    case draft, complete, partly, signed, recused, returned

    var label: JudgeLabel {
      switch self {
      case .notBegun: .stateNotBegun
      case .draft: .stateDraft
      case .complete: .stateComplete
      case .partly: .statePartly
      case .signed: .stateSigned
      case .recused: .stateRecused
      case .returned: .stateReturned
      }
    }
  }

  /// - Parameter isLinked: whether the round's name leads to a page of its own.
  func model(isLinked: Bool) -> Model {
    let lines = round.studios.map { (studio: $0, line: Line($0, round, drafts)) }
    let due = lines.filter { $0.line.progress != .recused }
    let signed = due.count { $0.line.progress == .signed }
    let complete = due.count { $0.line.progress == .complete }
    let isMarking = round.isOnPanel && round.stage == .marking
    return [
      "linkPath": isLinked ? round.path : nil, "name": round.name(phrases), "stage": phrases.stage(round.stage),
      "isAlternate": !round.isOnPanel, "votePath": round.vote.map { _ in "\(round.path)/vote" },
      "progress": round.isOnPanel
        ? phrases.notice(JudgeNotice.progress(signed: signed, complete: complete, of: due.count)) : nil,
      "studios": lines.map { row($0.studio, $0.line, isMarking) }, "hasCriteria": isMarking && signed < due.count,
      "rubrics": round.rules.rubrics.map { rubric -> Model in
        [
          "title": language(rubric.title),
          "criteria": rubric.criteria.map { criterion -> Model in
            [
              "id": criterion.id, "title": language(criterion.title),
              "criterionPath": "\(round.path)/criterion/\(criterion.id)",
            ]
          },
        ]
      },
    ]
  }

  private func row(_ studio: MarkedStudio, _ line: Line, _ isMarking: Bool) -> Model {
    let path = "\(round.path)/\(studio.id)"
    let isOpen = round.isOnPanel && line.progress != .recused
    let returned = studio.returned.compactMap(\.self).first
    let word: JudgeLabel =
      line.progress == .signed || !isMarking ? .look : line.progress == .notBegun ? .begin : .goOn
    return [
      "anchor": studio.id.description, "code": studio.code, "unit": studio.unit, "occupation": studio.occupation,
      "state": round.isOnPanel || line.progress == .recused ? phrases.page(line.progress.label) : nil,
      "stateClass": line.progress.rawValue,
      "filled": isOpen && !studio.isSigned && line.filled > 0
        ? phrases.notice(JudgeNotice.filled(line.filled, of: line.all)) : nil,
      "total": isOpen && line.filled > 0 ? phrases.notice(JudgeNotice.ownTotal(line.total)) : nil,
      "returned": returned.map { phrases.notice(JudgeNotice.returned(because: $0.reason)) },
      "recused": studio.recusal.map { phrases.recusal($0) },
      "sheetPath": isOpen ? path : nil, "openWord": phrases.page(word),
      "printPath": isOpen && studio.sheets.contains { $0?.signed != nil } ? "\(path)/print" : nil,
      "recusePath": round.stage == .marking && line.progress != .recused ? "\(path)/recuse" : nil,
      "settledKey": studio.isSigned ? round.key(of: studio.id) : nil,
      "draftKey": studio.isSigned ? nil : round.key(of: studio.id),
    ]
  }

  /// What is done of a studio.
  private struct Line {
    var filled = 0
    var all = 0
    var total = Points.zero
    var progress = Progress.notBegun

    init(_ studio: MarkedStudio, _ round: OwnRound, _ drafts: OwnDrafts) {
      var isComplete = true
      var isBegun = false
      for (place, rubric) in round.rules.rubrics.enumerated() {
        let (sheet, origin) = studio.typed(place, rubric, drafts)
        let check = SheetCheck(sheet, rubric)
        all += rubric.criteria.count
        filled += sheet.whole == true && !check.marks.isEmpty ? rubric.criteria.count : check.marks.count
        total = total + check.total
        isComplete = isComplete && check.isComplete
        isBegun = isBegun || origin != .nothing
      }
      if studio.recusal != nil {
        progress = .recused
      } else if studio.isSigned {
        progress = .signed
      } else if studio.returned.contains(where: { $0 != nil }) {
        progress = .returned
      } else if isComplete {
        progress = .complete
      } else if studio.open.count < studio.sheets.count {
        progress = .partly
      } else if isBegun {
        progress = .draft
      }
    }
  }
}

extension Phrases {
  func recusal(_ recusal: JudgeRecused) -> String {
    notice(
      JudgeNotice.recused(
        relation: relation(recusal.relation), reason: recusal.reason, origin: origin(recusal.origin)))
  }
}

extension Visit {
  /// The rounds in which the judge has a seat, with his own studios.
  func judgeList() async throws -> Answer {
    var rounds: [Model] = []
    for round in try await ownRounds() where round.stage != .abandoned && round.stage != .confirmed {
      rounds.append(
        JudgeList(round: round, drafts: try await ownDrafts(round), language: language).model(isLinked: true))
    }
    return try listPage(phrases.page(JudgeLabel.title), rounds)
  }

  func judgeRound() async throws -> Answer {
    let round = try await ownRound()
    let list = JudgeList(round: round, drafts: try await ownDrafts(round), language: language)
    return try listPage(phrases.page(JudgeLabel.title), [list.model(isLinked: false)])
  }

  private func listPage(_ title: String, _ rounds: [Model]) throws -> Answer {
    try page(JudgePage.list, title, ["hasRounds": !rounds.isEmpty, "rounds": rounds])
  }
}
