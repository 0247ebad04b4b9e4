import Journal
import Scoring
import StudioRegistry
import Wording

/// A judge's paper for one studio, entered by one person and again by another, who does not see the first entry.
struct PaperSheet: Sendable {
  let desk: RoundDesk
  private let judge: Account
  private let studio: ID<Studio>

  private var visit: Visit { desk.visit }
  private var round: Round { desk.round }
  private var phrases: any Phrases { visit.phrases }

  enum Turn: Sendable {
    case first, second
  }

  /// - Throws: ``Turned/notFound`` for a judge who is not on the panel, a studio of another round, or a recused pair.
  init(_ visit: Visit) async throws {
    desk = try await RoundDesk(visit)
    studio = try desk.studio()
    let id: ID<Account> = try visit.id("judge")
    guard desk.round.marking.panel.contains(id), !desk.round.isRecused(id, from: studio),
      let account = try await visit.read({ $0.accounts[id] })
    else { throw Turned.notFound }
    judge = account
  }

  private func path(_ turn: Turn) -> String {
    desk.path("/paper/\(judge.id)/\(studio)") + (turn == .second ? "/check" : "")
  }

  // MARK: What is shown

  func form(_ turn: Turn, refused: String? = nil, differences: [PaperDifference] = []) async throws -> Answer {
    let me = try visit.me
    let own = Set([me.account.person, me.principal.person])
    let rubrics = round.rules.rubrics.indices.map { rubric($0, turn, own) }
    return try desk.page(
      .sheet, turn == .first ? .firstEntry : .secondEntry,
      [
        "judge": judge.login, "studio": desk.names.studio(studio), "isSecond": turn == .second,
        "entryPath": path(turn), "firstPath": visit.may(.enterSheets) ? path(.first) : nil,
        "checkPath": visit.may(.checkPaperSheets) ? path(.second) : nil, "rubrics": rubrics,
        "isOpen": rubrics.contains { $0["isOpen"] as? Bool == true }, "paperPath": desk.path("/paper"),
        "differences": differences.map(difference), "hasDifferences": !differences.isEmpty,
        "scanAgain": turn == .second && refused != nil,
      ], refused: refused)
  }

  /// A rubric's fields: what was typed; else one's own first entry, to be corrected. Nobody is shown another's.
  private func rubric(_ place: Int, _ turn: Turn, _ own: Set<ID<Person>>) -> Model {
    let rubric = round.rules.rubrics[place]
    let sheet = round.marking.sheets[SheetKey(judge: judge.id, studio: studio, rubric: place)]
    let isMine = sheet.map { !$0.enteredFromPaper.isDisjoint(with: own) } ?? false
    let isEntered = sheet?.enteredFromPaper.isEmpty == false
    let isOpen = sheet?.signed == nil && (turn == .first || (isEntered && !isMine))
    let shown = turn == .first && isMine ? sheet : nil
    let state: RoundLabel? =
      if sheet?.signed != nil {
        .paperSigned
      } else if turn == .second {
        isEntered ? (isMine ? .paperOwn : nil) : .paperNotEntered
      } else {
        isEntered ? (isMine ? .paperMine : .paperByOther) : sheet == nil ? nil : .paperByJudge
      }
    var model: Model = [
      "title": visit.language(rubric.title), "maximum": rubric.maximum.description, "isOpen": isOpen,
      "state": state.map { phrases.page($0) },
      "criteria": rubric.criteria.map { criterion -> Model in
        [
          "id": criterion.id, "title": visit.language(criterion.title), "points": phrases.span(0, criterion.maximum),
          "marks": visit.form["mark-\(criterion.id)"] ?? shown?.marks[criterion.id]?.description,
          "reason": visit.form["reason-\(criterion.id)"] ?? shown?.reasons[criterion.id],
        ]
      },
    ]
    model.merge(whole(rubric, isOpen, shown))
    return model
  }

  /// Whether a rubric may be marked whole, as on the judge's own sheet.
  private var allowsWhole: Bool { round.rules.panel.scope.value == .rubric }

  private func whole(_ rubric: Rubric, _ isOpen: Bool, _ shown: Sheet?) -> Model {
    let isTyped = visit.form["token"] != nil
    let isWhole = isTyped ? visit.form["whole-\(rubric.id)"] != nil : shown?.marks[rubric.id] != nil
    return [
      "allowsWhole": isOpen && allowsWhole, "wholeTick": "whole-\(rubric.id)", "wholeField": "mark-\(rubric.id)",
      "isWhole": isWhole,
      "wholeMark": visit.form["mark-\(rubric.id)"] ?? shown?.marks[rubric.id]?.description,
      "wholeMaximum": phrases.notice(JudgeNotice.outOf(rubric.maximum)),
    ]
  }

  private func difference(_ found: PaperDifference) -> Model {
    func words(_ entry: PaperDifference.Entry) -> String { entry.marks?.description ?? "—" }
    let title = round.rules.rubrics.flatMap(\.criteria).first { $0.id == found.criterion }
    return [
      "criterion": title.map { "\($0.id) \(visit.language($0.title))" } ?? desk.rubric(found.criterion),
      "rubric": desk.rubric(found.rubric), "first": words(found.first), "second": words(found.second),
      "firstReason": found.first.reason, "secondReason": found.second.reason,
    ]
  }

  // MARK: What is asked

  /// The rubrics in which something was typed.
  private func typed() throws(Turned) -> [SheetMarks] {
    var sheets: [SheetMarks] = []
    for rubric in round.rules.rubrics {
      if let points = try typedWhole(rubric) {
        sheets.append(SheetMarks(studio: studio, rubric: rubric.id, marks: [rubric.id: points], reasons: [:]))
        continue
      }
      var (marks, reasons): ([String: Points], [String: String]) = ([:], [:])
      for criterion in rubric.criteria {
        reasons[criterion.id] = visit.form.text("reason-\(criterion.id)")
        marks[criterion.id] = try visit.form.points("mark-\(criterion.id)", for: criterion.id, phrases)
      }
      guard !marks.isEmpty || !reasons.isEmpty else { continue }
      sheets.append(SheetMarks(studio: studio, rubric: rubric.id, marks: marks, reasons: reasons))
    }
    return sheets
  }

  /// The rubrics in which something was typed, of which there has to be one.
  private func typedSheets() throws(Turned) -> [SheetMarks] {
    let sheets = try typed()
    guard !sheets.isEmpty else { throw .said(phrases.page(RoundLabel.nothingMarked)) }
    return sheets
  }

  /// The points of a rubric that is ticked to be marked whole; nil for one that is not.
  private func typedWhole(_ rubric: Rubric) throws(Turned) -> Points? {
    guard allowsWhole else { return nil }
    let (title, field) = (visit.language(rubric.title), "mark-\(rubric.id)")
    guard visit.form["whole-\(rubric.id)"] != nil else {
      if visit.form.text(field) != nil { throw .said("\(title): \(phrases.notice(JudgeNotice.wholeAndParts))") }
      return nil
    }
    guard let points = try visit.form.points(field, for: title, phrases) else {
      throw .said(phrases.page(RoundNotice.badMark(title, "")))
    }
    return points
  }

  func enter() async throws -> Answer {
    try await visit.trying {
      let sheets = try typedSheets()
      let receipt = try await visit.ask(EnterSheets(round: round.id, judge: judge.id, sheets: sheets))
      return .redirect(desk.path("/paper"), receipt)
    } else: {
      try await form(.first, refused: $0)
    }
  }

  func check() async throws -> Answer {
    do {
      return try await visit.trying {
        guard let file = try visit.upload() else { throw Turned.said(phrases.page(RoundLabel.scanNeeded)) }
        let command = CheckPaperSheets(
          round: round.id, judge: judge.id, sheets: try typedSheets(), scan: file.digest)
        let receipt: Receipt
        do { receipt = try await visit.ask(command, files: [file]) } catch Refusal.paperSheet(
          .differ(_, let differences))
        {
          throw PaperDiffers(differences: differences)
        }
        return .redirect(desk.path("/paper"), receipt)
      } else: {
        try await form(.second, refused: $0)
      }
    } catch let error as PaperDiffers {
      return try await form(
        .second, refused: phrases.page(RoundNotice.differences(error.differences.count)),
        differences: error.differences)
    }
  }

  /// The refusal that is shown as a table, and not as a sentence.
  private struct PaperDiffers: Error {
    let differences: [PaperDifference]
  }
}

/// Whose paper it is, and for which studio.
private struct PaperPlace: Hashable {
  let judge: ID<Account>
  let studio: ID<Studio>
}

extension RoundDesk {
  /// Which paper sheets wait for their second entry, and which were signed by hand; where to enter another.
  func paper() async throws -> Answer {
    let judge: ID<Account>? = visit.chosen("judge", in: visit.query)
    let studio: ID<Studio>? = visit.chosen("studio", in: visit.query)
    if let judge, let studio, visit.may(.enterSheets) { return .redirect(path("/paper/\(judge)/\(studio)")) }
    var counts: [PaperPlace: (waiting: Int, signed: Int, scans: Set<String>)] = [:]
    for (key, sheet) in round.marking.sheets where !sheet.enteredFromPaper.isEmpty {
      var count = counts[PaperPlace(judge: key.judge, studio: key.studio)] ?? (0, 0, [])
      if let scan = sheet.scan {
        count.signed += 1
        count.scans.insert(scan)
      } else if sheet.signed == nil {
        count.waiting += 1
      }
      counts[PaperPlace(judge: key.judge, studio: key.studio)] = count
    }
    let rows = counts.filter { $0.value.waiting + $0.value.signed > 0 }
      .sorted { ($0.key.judge, $0.key.studio) < ($1.key.judge, $1.key.studio) }
      .map { place, count -> Model in
        let own = path("/paper/\(place.judge)/\(place.studio)")
        return [
          "judge": names.account(place.judge), "studio": names.studio(place.studio), "waiting": count.waiting,
          "signed": count.signed,
          "scans": count.scans.sorted().map { ["digest": $0, "scanPath": "\(own)/scans/\($0)"] as Model },
          "firstPath": visit.may(.enterSheets) && count.waiting > 0 ? own : nil,
          "checkPath": visit.may(.checkPaperSheets) && count.waiting > 0 ? "\(own)/check" : nil,
        ]
      }
    return try page(
      .paper, .paper,
      [
        "rows": rows, "hasRows": !rows.isEmpty,
        "mayEnter": visit.may(.enterSheets) && round.stage == .marking && !round.marking.panel.isEmpty,
        "judges": round.marking.panel.map { option($0.description, names.account($0), chosen: visit.query["judge"]) },
        "studios": round.studios.map { option($0.description, names.studio($0), chosen: visit.query["studio"]) },
        "paperPath": path("/paper"),
      ])
  }
}
