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
  let saved: Int
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
      "nextPath": neighbour(number + 1), "key": round.key(of: criterion), "hasNewer": !overtaken.isEmpty,
      "page": randomText(bytes: 8), "saved": saved, "limit": criterion.maximum.description,
      "wrong": phrases.notice(JudgeNotice.outOfRange(maximum: criterion.maximum)),
      "saving": round.saving(overtaken.isEmpty ? saved : 0, phrases),
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

  /// When any of the drafts that stand here was last saved.
  fileprivate var newest: Int { sheets.map { $0.drafts.saved($0.studio.id) }.max() ?? 0 }

  fileprivate func isOpen(_ sheet: SheetPage) -> Bool {
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
      "wasMark": saved.mark, "wasWhy": saved.why,
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
    let found = try await criterionPage()
    let round = found.round
    let change = CriterionChange(form, on: found)
    let neighbour =
      form["do"].flatMap { ["previous", "next"].contains($0) ? found.model["\($0)Path"] : nil } as? String
    return try await answered(
      saving: { () async throws -> SavedSheet in
        guard round.stage == .marking else { throw Refusal.notMarking(round.id, round.stage) }
        var saved = SavedSheet.saved(found.saved)
        if !change.sheets.isEmpty { saved = try await save(change.sheets, over: found.newest, of: round) }
        return change.overtaken.isEmpty ? saved : .newer
      },
      newer: {
        var page = try await criterionPage()
        page.overtaken = change.overtaken
        guard !page.overtaken.isEmpty else { throw Turned.said(phrases.page(JudgeLabel.newerShort)) }
        return try show(page, status: .conflict)
      }, next: neighbour ?? "\(round.path)/criterion/\(found.criterion.id)")
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
    return CriterionPage(
      round: round, place: place, criterion: criterion, sheets: sheets, language: language,
      saved: drafts.saved(rubric: round.rules.rubrics[place].id))
  }
}

/// What a form with one criterion of all studios changes in a judge's drafts.
private struct CriterionChange {
  /// The drafts with the criterion's new marks.
  private(set) var sheets: [DraftKey: TypedSheet] = [:]
  /// What was typed over something that the page did not show, because another page saved it since.
  private(set) var overtaken: [ID<Studio>: (mark: String, why: String)] = [:]

  init(_ form: Form, on page: CriterionPage) {
    let (turn, id) = (SheetTurn(form), page.criterion.id)
    let rubric = page.round.rules.rubrics[page.place]
    for sheet in page.sheets where page.isOpen(sheet) {
      let studio = sheet.studio.id
      guard let field = form["mark-\(studio)"] else { continue }
      var draft = sheet.studio.typed(page.place, rubric, sheet.drafts).sheet
      let standing = sheet.shown(page.place).sheet
      let its = Entry(mark: standing.marks[id] ?? "", why: standing.reasons[id] ?? "")
      let shown = Entry(mark: form["was-\(studio)"] ?? "", why: form["was-why-\(studio)"] ?? its.why)
      let typed = Entry(
        mark: TypedSheet.mark(field, was: shown.mark, level: form["level-\(studio)"]),
        why: form["why-\(studio)"] ?? shown.why)
      let isOwn = turn != nil && draft.page?.page == turn?.page
      if isOwn, let turn, let before = draft.page, turn.number < before.number { continue }
      // What this page saved itself it knows, though the answer may have been lost.
      let was = isOwn ? its : shown
      if typed.isOvertaken(by: its, since: was) {
        overtaken[studio] = (typed.mark, typed.why)
        continue
      }
      // What was not touched here stays as it is; a mark that is only offered is taken over with the others.
      let isOffered = !typed.mark.isBlank && draft.marks[id] == nil
      guard typed != was || isOffered else { continue }
      if typed.mark != was.mark || isOffered { draft.marks[id] = typed.mark }
      if typed.why != was.why { draft.reasons[id] = typed.why }
      draft.page = turn
      sheets[page.round.draftKey(studio, page.place)] = draft
    }
  }

  /// What stands in a studio's fields.
  private struct Entry: Equatable {
    let mark: String
    let why: String

    /// Whether something that was typed here would go over something else that was saved since.
    func isOvertaken(by its: Entry, since was: Entry) -> Bool {
      mark != was.mark && its.mark != was.mark && mark != its.mark
        || why != was.why && its.why != was.why && why != its.why
    }
  }
}
