import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

/// One criterion across all studios of a judge, so that one measure serves for all.
struct CriterionPage: Sendable {
  let round: OwnRound
  let place: Int
  let criterion: Criterion
  let sheets: [SheetPage]
  let language: Language
  /// What was typed here and could not be saved, because something newer was saved elsewhere.
  var overtaken: [ID<Studio>: (mark: String, why: String)] = [:]

  private var phrases: any Phrases { language.phrases }
  private var rubric: Rubric { round.rules.rubrics[place] }
  private var path: String { "\(round.path)/criterion/\(criterion.id)" }

  var model: Model {
    let rows = sheets.map(row)
    let faults = sheets.compactMap { sheet -> Model? in
      guard isOpen(sheet), let fault = sheet.checked(place).faults[criterion.id] else { return nil }
      return ["fieldPath": "\(path)#f-\(sheet.studio.id)", "text": "\(sheet.studio.code) \(sheet.words(fault))"]
    }
    let all = round.rules.rubrics.flatMap(\.criteria).map(\.id)
    let number = all.firstIndex(of: criterion.id) ?? 0
    func neighbour(_ number: Int) -> String? {
      all.indices.contains(number) ? "\(round.path)/criterion/\(all[number])" : nil
    }
    var model: Model = [
      "roundPath": round.path, "criterionPath": path, "rubric": language(rubric.title),
      "roundName": round.name(phrases), "maximum": phrases.notice(JudgeNotice.outOf(criterion.maximum)),
      "source": phrases.source(criterion.source), "hasErrors": !faults.isEmpty, "errors": faults, "rows": rows,
      "canSave": sheets.contains(where: isOpen), "previousPath": neighbour(number - 1),
      "nextPath": neighbour(number + 1),
    ]
    model.merge(scale)
    return model
  }

  private var scale: Model {
    guard case .judged(let levels) = criterion.kind, !levels.isEmpty else {
      return ["hasLevels": false, "levels": [Model]()]
    }
    return [
      "hasLevels": true,
      "levels": levels.map { level -> Model in
        ["points": level.points.plain, "words": language(level.words)]
      },
    ]
  }

  private func isOpen(_ sheet: SheetPage) -> Bool {
    sheet.studio.recusal == nil && sheet.open.contains(place) && sheet.shown(place).sheet.whole != true
  }

  private func row(_ sheet: SheetPage) -> Model {
    let studio = sheet.studio
    let typed = sheet.shown(place).sheet
    let kept = overtaken[studio.id]
    let saved = (mark: typed.marks[criterion.id] ?? "", why: typed.reasons[criterion.id] ?? "")
    let (mark, why) = kept ?? saved
    let check = sheet.checked(place)
    let expected = sheet.reference[criterion.id]
    var model: Model = [
      "anchor": "c-\(studio.id)", "fieldId": "f-\(studio.id)", "faultId": "e-\(studio.id)", "whyId": "w-\(studio.id)",
      "code": studio.code, "unit": studio.unit, "occupation": studio.occupation, "studio": studio.id.description,
      "sheetPath": sheet.path, "isOpen": isOpen(sheet), "mark": mark, "why": why,
      "fault": isOpen(sheet) ? check.faults[criterion.id].map(sheet.words) : nil,
      "flag": sheet.flag(check.marks[criterion.id], expected, why),
      "newerMark": kept.map { _ in
        phrases.notice(JudgeNotice.otherMark(saved.mark, reason: saved.why.isBlank ? nil : saved.why))
      },
      "note": studio.recusal.map { phrases.recusal($0) }, "locked": locked(sheet, saved.mark),
    ]
    model.merge(sheet.referenceModel(expected))
    model.merge(sheet.levels(criterion, mark, prefix: "l-\(studio.id)"))
    return model
  }

  /// Why nothing can be entered, with the mark that stands.
  private func locked(_ sheet: SheetPage, _ mark: String) -> String? {
    guard !isOpen(sheet), sheet.studio.recusal == nil else { return nil }
    if sheet.shown(place).sheet.whole == true { return phrases.page(JudgeLabel.whole) }
    return phrases.detailed(mark, [phrases.page(JudgeLabel.signedWord)])
  }
}

extension Visit {
  func criterionForm() async throws -> Answer {
    try show(try await criterionPage())
  }

  /// Saves a criterion's marks into the drafts of all studios, beside what else was typed there.
  func saveCriterion() async throws -> Answer {
    var found = try await criterionPage()
    let (round, place, id) = (found.round, found.place, found.criterion.id)
    guard round.stage == .marking else { throw Refusal.notMarking(round.id, round.stage) }
    var drafts: [DraftKey: String] = [:]
    for sheet in found.sheets where sheet.studio.recusal == nil && sheet.open.contains(place) {
      let studio = sheet.studio.id
      guard let typed = typedMark(of: studio) else { continue }
      var raw = sheet.studio.typed(place, round.rules.rubrics[place], sheet.drafts).sheet
      let standing = sheet.shown(place).sheet
      let (mark, why) = (standing.marks[id] ?? "", standing.reasons[id] ?? "")
      let said = typed.why ?? why
      if typed.mark == mark, said == why, typed.mark.isBlank || raw.marks[id] != nil { continue }
      if mark != typed.was, mark != typed.mark {
        found.overtaken[studio] = (typed.mark, said)
        continue
      }
      raw.marks[id] = typed.mark
      raw.reasons[id] = said
      drafts[round.draftKey(studio, place)] = raw.json
    }
    let stamp = found.sheets.map { $0.drafts.saved($0.studio.id) }.max() ?? 0
    if !drafts.isEmpty, try await site.side.save(drafts, over: stamp, at: now) == nil {
      throw Turned.said(phrases.page(JudgeLabel.newerShort))
    }
    guard found.overtaken.isEmpty else { return try show(found, status: .conflict) }
    return .redirect("\(round.path)/criterion/\(id)")
  }

  /// What was typed for a studio: a level stands for its points where the points were left as they were.
  private func typedMark(of studio: ID<Studio>) -> (mark: String, was: String, why: String?)? {
    guard let mark = form["mark-\(studio)"] else { return nil }
    let was = form["was-\(studio)"] ?? ""
    let level = form["level-\(studio)"]
    return (level.map { mark.isBlank || mark == was ? $0 : mark } ?? mark, was, form["why-\(studio)"])
  }

  private func show(_ found: CriterionPage, status: HTTPResponse.Status = .ok) throws -> Answer {
    try page(
      JudgePage.criterion, "\(found.criterion.id) \(language(found.criterion.title))", found.model, status: status)
  }

  private func criterionPage() async throws -> CriterionPage {
    let round = try await ownRound()
    guard round.isOnPanel, let name = parameters["criterion"],
      let place = round.rules.rubrics.firstIndex(where: { $0.criteria.contains { $0.id == name } }),
      let criterion = round.rules.rubrics[place].criteria.first(where: { $0.id == name })
    else { throw Turned.notFound }
    let drafts = try await ownDrafts(round)
    let reference = criterion.isMeasured ? try await reference(for: round.studios.map(\.id), in: round.id) : [:]
    let sheets = round.studios.map { studio in
      SheetPage(
        round: round, studio: studio, drafts: drafts, reference: reference[studio.id] ?? [:], language: language)
    }
    return CriterionPage(round: round, place: place, criterion: criterion, sheets: sheets, language: language)
  }
}
