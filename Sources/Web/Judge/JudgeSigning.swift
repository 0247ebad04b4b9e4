import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// A judge's own account: nobody marks in another's place.
  var judge: ID<Account> {
    get throws(Turned) {
      let me = try me
      guard me.account.id == me.principal.id else { throw .denied }
      return me.account.id
    }
  }

  /// What would be signed: every mark, what is missing, what differs from the reference.
  func reviewSheet() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    try checkMarking(round, studio)
    guard !studio.isSigned else { return .redirect("\(round.path)/\(studio.id)") }
    return try review(try await sheetPage(round, studio))
  }

  /// Signs the sheets of a studio as the form shows them, entering them with it.
  func signSheets() async throws -> Answer {
    let (round, studio): (ID<Round>, ID<Studio>) = (try id("round"), try id("studio"))
    let judge = try judge
    let typed = try await site.sheetForms.form(of: round, in: site.registrar).typed(in: form)
    var sheets: [SheetMarks] = []
    for (rubric, sheet) in typed {
      guard let sheet = sheet.entered(for: studio, rubric: rubric), !sheet.marks.isEmpty else {
        return try await reviewAgain(typed, nil)
      }
      sheets.append(sheet)
    }
    // What the summary did not show is not thrown away with the drafts.
    if form["saved"] != nil, try await site.side.newestDraft(of: round, judge: judge, studio: studio) > stamp {
      return try await reviewNewer()
    }
    let settled = sheets.map { DraftKey(round: round, judge: judge, studio: studio, rubric: $0.rubric) }
    do {
      _ = try await ask(CompleteSheets(round: round, sheets: sheets), settled: settled)
    } catch let refusal as Refusal {
      guard !refusal.isOfOthers else { throw Turned.notFound }
      if try await isSigned(sheets) { return .redirect("/judge/\(round)") }
      return try await reviewAgain(typed, refusal)
    }
    return .redirect("/judge/\(round)")
  }

  /// Whether just these sheets were signed before: the button was pressed twice, or the answer was lost.
  private func isSigned(_ sheets: [SheetMarks]) async throws -> Bool {
    let (round, studio) = try await ownStudio()
    return !sheets.isEmpty
      && sheets.allSatisfy { sent in
        guard let place = round.rules.rubrics.firstIndex(where: { $0.id == sent.rubric }),
          let sheet = studio.sheets[place], sheet.signed != nil
        else { return false }
        return sheet.marks == sent.marks && sheet.reasons == sent.reasons ?? [:]
      }
  }

  /// The summary once more, with what was sent and why it was not signed.
  private func reviewAgain(_ typed: [(rubric: String, sheet: TypedSheet)], _ refusal: Refusal?) async throws -> Answer {
    let (round, studio) = try await ownStudio()
    if let refusal, studio.isSigned || round.stage != .marking || studio.recusal != nil { throw refusal }
    var sheet = try await sheetPage(round, studio)
    sheet.typed = Dictionary(typed.map { ($0.rubric, $0.sheet) }) { $1 }
    sheet.notice = refusal.map { phrases.refusal($0) }
    return try review(sheet, status: .unprocessableContent)
  }

  /// The summary of what was saved elsewhere since the last one was shown.
  private func reviewNewer() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    var sheet = try await sheetPage(round, studio)
    sheet.notice = phrases.page(JudgeLabel.reviewNewer)
    return try review(sheet, status: .conflict)
  }

  private func review(_ sheet: SheetPage, status: HTTPResponse.Status = .ok) throws -> Answer {
    var sheet = sheet
    sheet.offersReference = false
    let title = "\(phrases.page(JudgeLabel.reviewTitle)) · \(sheet.studio.code)"
    return try page(JudgePage.review, title, sheet.review, status: status)
  }
}

extension Refusal {
  /// Whether it speaks of what is not the judge's to know of: that is the same as what is not there.
  fileprivate var isOfOthers: Bool {
    switch self {
    case .unknownRound, .unknownStudio, .notInRound, .notOnPanel, .othersSheet: true
    default: false
    }
  }
}

extension SheetPage {
  /// The summary before signing. Its form holds what it shows, so that this is what is signed.
  var review: Model {
    let rubrics = round.rules.rubrics
    let checks = Dictionary(uniqueKeysWithValues: open.map { ($0, checked($0)) })
    var (errors, flags, fields): ([Model], [Model], [Model]) = ([], [], [])
    for place in open {
      guard let check = checks[place] else { continue }
      errors += faults(check, rubrics[place]) + missing(check, rubrics[place])
      flags += differences(check, place)
      fields += self.fields(check, place)
    }
    return [
      "sheetPath": path, "signPath": "\(path)/sign", "unit": studio.unit, "occupation": studio.occupation,
      "roundName": round.name(phrases), "notice": notice, "hasErrors": !errors.isEmpty, "errors": errors,
      "hasFlags": !flags.isEmpty, "flags": flags, "rubrics": open.map { rubric($0, checks[$0]) },
      "total": checks.values.reduce(Points.zero) { $0 + $1.total }.description,
      "limit": open.reduce(Points.zero) { $0 + rubrics[$1].maximum }.description, "canSign": errors.isEmpty,
      "saved": drafts.saved(studio.id), "fields": fields,
    ]
  }

  private func missing(_ check: SheetCheck, _ rubric: Rubric) -> [Model] {
    let word = phrases.page(JudgeLabel.missing)
    return check.missing.map { id in
      let title = rubric.criteria.first { $0.id == id }?.title ?? rubric.title
      return problem(id, id == rubric.id ? "" : id, title, word)
    }
  }

  private func differences(_ check: SheetCheck, _ place: Int) -> [Model] {
    let reasons = shown(place).sheet.reasons
    return round.rules.rubrics[place].criteria.compactMap { criterion in
      guard let mark = check.marks[criterion.id], let expected = reference[criterion.id], mark != expected.marks else {
        return nil
      }
      let reason = reasons[criterion.id].flatMap { $0.isBlank ? nil : $0 }
      let text = phrases.notice(
        JudgeNotice.differs(
          id: criterion.id, title: language(criterion.title), mark: mark, reference: expected.marks, reason: reason))
      return ["fieldPath": "\(path)#w-\(criterion.id)", "text": text]
    }
  }

  private func fields(_ check: SheetCheck, _ place: Int) -> [Model] {
    let reasons = shown(place).sheet.reasons
    return check.marks.sorted { $0.key < $1.key }.flatMap { id, points -> [Model] in
      let mark: Model = ["name": "mark-\(id)", "value": points.description]
      guard let reason = reasons[id], !reason.isBlank else { return [mark] }
      return [mark, ["name": "why-\(id)", "value": reason]]
    }
  }

  private func rubric(_ place: Int, _ check: SheetCheck?) -> Model {
    let rubric = round.rules.rubrics[place]
    let sheet = shown(place).sheet
    let lines: [(id: String, key: String, title: Text, maximum: Points)] =
      sheet.whole == true
      ? [("", rubric.id, rubric.title, rubric.maximum)]
      : rubric.criteria.map { ($0.id, $0.id, $0.title, $0.maximum) }
    return [
      "title": language(rubric.title), "maximum": rubric.maximum.description,
      "total": (check?.total ?? .zero).description,
      "rows": lines.map { line -> Model in
        let mark = check?.marks[line.key]
        let expected = reference[line.key]?.marks
        let lack = check?.faults[line.key].map(words) ?? phrases.page(JudgeLabel.missing)
        return [
          "id": line.id, "title": language(line.title), "maximum": line.maximum.description,
          "mark": mark?.description, "lack": mark == nil ? lack : nil, "reference": expected?.description,
          "differs": mark.flatMap { mark in expected.map { mark == $0 ? nil : (mark - $0).signed } ?? nil },
          "why": sheet.reasons[line.key].flatMap { $0.isBlank ? nil : $0 },
        ]
      },
    ]
  }
}
