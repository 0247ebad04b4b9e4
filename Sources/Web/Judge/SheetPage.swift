import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

/// A judge's sheet for a studio, as a page shows it.
struct SheetPage: Sendable {
  let round: OwnRound
  let studio: MarkedStudio
  let drafts: OwnDrafts
  let reference: [String: ReferenceMark]
  let language: Language
  /// What was typed on this page and is not saved, by rubric; it stands instead of the draft.
  var typed: [String: TypedSheet] = [:]
  /// Whether the draft was saved elsewhere since, so that both are shown.
  var isOvertaken = false
  var notice: String?
  /// Whether reference marks stand in the fields of a sheet that nobody has begun.
  var offersReference = true

  var phrases: any Phrases { language.phrases }
  private var rubrics: [Rubric] { round.rules.rubrics }
  private var isMarking: Bool { round.stage == .marking }

  /// The places that can still be marked.
  var open: [Int] { isMarking ? studio.open : [] }

  var path: String { "\(round.path)/\(studio.id)" }

  /// What a rubric's sheet shows.
  func shown(_ place: Int) -> (sheet: TypedSheet, origin: SheetOrigin) {
    if let typed = typed[rubrics[place].id], open.contains(place) { return (typed, .draft) }
    var (sheet, origin) = studio.typed(place, rubrics[place], drafts)
    guard origin == .nothing || origin == .draft, offersReference, sheet.whole != true else { return (sheet, origin) }
    for criterion in rubrics[place].criteria where sheet.marks[criterion.id] == nil {
      sheet.marks[criterion.id] = reference[criterion.id]?.marks.plain
    }
    return (sheet, origin)
  }

  func checked(_ place: Int) -> SheetCheck { SheetCheck(shown(place).sheet, rubrics[place]) }

  // MARK: The page

  var model: Model {
    let checks = rubrics.indices.map(checked)
    let errors = open.flatMap { faults(checks[$0], rubrics[$0]) }
    return [
      "roundPath": round.path, "sheetPath": path, "recusePath": "\(path)/recuse", "printPath": "\(path)/print",
      "evidencePath": isMarking ? "\(path)/evidence" : nil,
      "unit": studio.unit, "occupation": studio.occupation, "roundName": round.name(phrases),
      "isSigned": studio.isSigned, "isOpen": !open.isEmpty, "key": round.key(of: studio.id), "notice": notice,
      "hasErrors": !errors.isEmpty, "errors": errors, "hasNewer": isOvertaken, "saved": drafts.saved(studio.id),
      "page": randomText(bytes: 8), "saving": round.saving(isOvertaken ? 0 : drafts.saved(studio.id), phrases),
      "limit": round.rules.total.value.description,
      "total": checks.reduce(Points.zero) { $0 + $1.total }.description,
      "rubrics": rubrics.indices.map { rubric($0, checks[$0]) },
    ]
  }

  /// What has to be put right, each with its field; what is only missing is said when it is to be signed.
  func faults(_ check: SheetCheck, _ rubric: Rubric) -> [Model] {
    (rubric.criteria.map { ($0.id, $0.title) } + [(rubric.id, rubric.title)]).compactMap { id, title in
      guard let fault = check.faults[id] else { return nil }
      return problem(id, id == rubric.id ? "" : id, title, words(fault))
    }
  }

  func problem(_ id: String, _ shownID: String, _ title: Text, _ problem: String) -> Model {
    let text = phrases.notice(JudgeNotice.field(id: shownID, title: language(title), problem: problem))
    return ["fieldPath": "\(path)#f-\(id)", "text": text.trimmingCharacters(in: .whitespaces)]
  }

  func words(_ fault: SheetCheck.Fault) -> String {
    switch fault {
    case .noNumber: phrases.notice(JudgeNotice.noNumber)
    case .outOfRange(let maximum): phrases.notice(JudgeNotice.outOfRange(maximum: maximum))
    case .wholeAndParts: phrases.notice(JudgeNotice.wholeAndParts)
    case .text(let refusal): phrases.refusal(refusal)
    }
  }

  private func rubric(_ place: Int, _ check: SheetCheck) -> Model {
    let rubric = rubrics[place]
    let (sheet, origin) = shown(place)
    let isOpen = open.contains(place)
    let returned = isOpen ? studio.returned[place] : nil
    let earlier = returned.map { marksInWords($0.sheet, rubric) }
    return [
      "id": rubric.id, "title": language(rubric.title), "source": phrases.source(rubric.source),
      "maximum": phrases.notice(JudgeNotice.outOf(rubric.maximum)), "limit": rubric.maximum.description,
      "returned": returned?.reason, "earlier": earlier, "isEntered": isOpen && origin == .entered,
      "isLocked": !isOpen, "rows": isOpen ? [Model]() : rows(place, sheet),
      "criteria": isOpen ? rubric.criteria.map { criterion($0, place, check) } : [Model](),
      "allowsWhole": isOpen && round.rules.panel.scope.value == .rubric, "isWhole": sheet.whole == true,
      "wholeAnchor": "whole-\(rubric.id)", "wholeTickId": "tick-\(rubric.id)", "wholeId": "f-\(rubric.id)",
      "wholeMark": sheet.marks[rubric.id] ?? "", "wholeFault": check.faults[rubric.id].map(words),
      "total": check.total.description,
    ]
  }

  private func marksInWords(_ sheet: Sheet, _ rubric: Rubric) -> String {
    (rubric.criteria.map(\.id) + [rubric.id]).compactMap { id in
      sheet.marks[id].map { id == rubric.id ? $0.description : "\(id) \($0)" }
    }.joined(separator: language == .zh ? "，" : ", ")
  }

  /// The lines of a sheet that is locked; one line where it was marked whole.
  func rows(_ place: Int, _ sheet: TypedSheet) -> [Model] {
    let rubric = rubrics[place]
    let lines =
      sheet.whole == true
      ? [(id: "", key: rubric.id, title: rubric.title, maximum: rubric.maximum)]
      : rubric.criteria.map { (id: $0.id, key: $0.id, title: $0.title, maximum: $0.maximum) }
    return lines.map { line in
      [
        "id": line.id, "title": language(line.title), "maximum": line.maximum.description,
        "mark": sheet.marks[line.key], "reference": reference[line.key]?.marks.description,
        "why": sheet.reasons[line.key],
      ]
    }
  }

  private func criterion(_ criterion: Criterion, _ place: Int, _ check: SheetCheck) -> Model {
    let sheet = shown(place).sheet
    let id = criterion.id
    let expected = reference[id]
    let mark = sheet.marks[id] ?? ""
    let why = sheet.reasons[id] ?? ""
    var model: Model = [
      "id": id, "anchor": "c-\(id)", "fieldId": "f-\(id)", "faultId": "e-\(id)", "whyId": "w-\(id)",
      "title": language(criterion.title), "maximum": phrases.notice(JudgeNotice.outOf(criterion.maximum)),
      "limit": criterion.maximum.description, "source": phrases.source(criterion.source),
      "wrong": phrases.notice(JudgeNotice.outOfRange(maximum: criterion.maximum)),
      "mark": mark, "why": why, "hasWhy": !why.isBlank, "fault": check.faults[id].map(words),
      "flag": flag(check.marks[id], expected, why), "newerMark": newer(criterion, place, mark, why),
      "earlierMark": studio.returned[place]?.sheet.marks[id].map {
        phrases.notice(JudgeNotice.earlierMark($0.description))
      },
    ]
    model.merge(referenceModel(expected))
    model.merge(levels(criterion, mark, prefix: "l-\(id)"))
    return model
  }

  private func newer(_ criterion: Criterion, _ place: Int, _ mark: String, _ why: String) -> String? {
    guard isOvertaken, let other = drafts[studio.id, rubrics[place].id] else { return nil }
    let (itsMark, itsWhy) = (other.marks[criterion.id] ?? "", other.reasons[criterion.id] ?? "")
    guard itsMark != mark || itsWhy != why else { return nil }
    return phrases.notice(JudgeNotice.otherMark(itsMark, reason: itsWhy.isBlank ? nil : itsWhy))
  }

  /// Word of a mark that differs from the reference without a reason.
  func flag(_ mark: Points?, _ expected: ReferenceMark?, _ why: String) -> String? {
    guard let mark, let expected, mark != expected.marks, why.isBlank else { return nil }
    return phrases.notice(JudgeNotice.differsWithoutReason(reference: expected.marks))
  }

  func referenceModel(_ mark: ReferenceMark?) -> Model {
    let reasons = mark?.reasons ?? []
    var (counted, leftOut, other): ([String], [String], [String]) = ([], [], [])
    for reason in reasons {
      switch reason {
      case .counted: counted.append(phrases.reason(reason))
      case .leftOut: leftOut.append(phrases.reason(reason))
      default: other.append(phrases.reason(reason))
      }
    }
    return [
      "isMeasured": mark != nil, "reference": mark?.marks.description, "hasReasons": !reasons.isEmpty,
      "hasCounted": !counted.isEmpty, "counted": counted, "hasLeftOut": !leftOut.isEmpty, "leftOut": leftOut,
      "hasOther": !other.isEmpty, "other": other, "reasons": counted + leftOut + other,
    ]
  }

  /// The level words of a judged criterion; the level whose points were given is chosen.
  func levels(_ criterion: Criterion, _ mark: String, prefix: String) -> Model {
    guard case .judged(let levels) = criterion.kind, !levels.isEmpty else {
      return ["hasLevels": false, "levels": [Model]()]
    }
    let given = Points(typed: mark)
    return [
      "hasLevels": true,
      "levels": levels.enumerated().map { number, level -> Model in
        [
          "levelId": "\(prefix)-\(number)", "points": level.points.plain, "words": language(level.words),
          "isChecked": level.points == given,
        ]
      },
    ]
  }
}

extension OwnRound {
  func name(_ phrases: any Phrases) -> String {
    "\(phrases.notice(JudgeNotice.round(period: period, isSecond: isSecond))) · \(id)"
  }

  /// Under what a browser keeps what was typed.
  func key(of studio: ID<Studio>) -> String { "\(judge)-\(id)-\(studio)" }

  func key(of criterion: Criterion) -> String { "\(judge)-\(id)-criterion-\(criterion.id)" }

  /// Whether what a page shows is saved, and when it was; 0 where it is not.
  func saving(_ saved: Int, _ phrases: any Phrases) -> String {
    saved == 0 ? phrases.page(JudgeLabel.unsaved) : phrases.notice(JudgeNotice.savedAt(time(saved)))
  }

  /// The time of day of a moment, where the register's clock is.
  func time(_ milliseconds: Int) -> String {
    Moment(milliseconds: milliseconds, utcOffset: rules.authority.utcOffset).time
  }
}

extension Visit {
  /// What the register's evidence gives for studios today, persons by name; that the names were read is noted.
  func reference(
    for studios: [ID<Studio>], in round: ID<Round>
  ) async throws -> [ID<Studio>: [String: ReferenceMark]] {
    let (stored, persons) = try await read { register in
      let stored = try register.referenceMarks(of: studios, in: round)
      return (stored, Set(stored.values.flatMap { register.people(in: $0) }).sorted())
    }
    let names = try await names(of: persons)
    return try await read { register in
      stored.mapValues { marks in
        Dictionary(register.read(marks, people: names.person).map { ($0.criterion, $0) }) { first, _ in first }
      }
    }
  }

  func sheetPage(_ round: OwnRound, _ studio: MarkedStudio) async throws -> SheetPage {
    let reference = try await reference(for: [studio.id], in: round.id)[studio.id] ?? [:]
    return SheetPage(
      round: round, studio: studio, drafts: try await ownDrafts(round), reference: reference, language: language)
  }
}
