import Foundation
import Journal
import Scoring
import StudioRegistry

/// What lies on a judge's desk for a round, by studio and rubric: what was typed and not signed yet.
struct OwnDrafts: Sendable {
  private var drafts: [SheetName: (sheet: TypedSheet, saved: Int)] = [:]

  init(_ drafts: [Draft]) {
    for draft in drafts {
      guard let sheet = TypedSheet(json: draft.fields) else { continue }
      self.drafts[SheetName(studio: draft.key.studio, rubric: draft.key.rubric)] = (sheet, draft.saved)
    }
  }

  subscript(studio: ID<Studio>, rubric: String) -> TypedSheet? {
    drafts[SheetName(studio: studio, rubric: rubric)]?.sheet
  }

  /// When a studio's drafts were last saved; 0 where there are none.
  func saved(_ studio: ID<Studio>) -> Int { saved { $0.studio == studio } }

  /// When the drafts of a rubric were last saved, whatever the studio; 0 where there are none.
  func saved(rubric: String) -> Int { saved { $0.rubric == rubric } }

  private func saved(where isMeant: (SheetName) -> Bool) -> Int {
    drafts.filter { isMeant($0.key) }.map(\.value.saved).max() ?? 0
  }

  /// What stands in the way of saving sheets over a stamp.
  ///
  /// What was saved since is no conflict where it is the same, or came from the same page: then an answer was lost.
  func standing(against sheets: [DraftKey: TypedSheet], since stamp: Int) -> Standing {
    var (isSame, isLate, newest) = (true, false, stamp)
    for (key, sheet) in sheets {
      guard let draft = drafts[SheetName(studio: key.studio, rubric: key.rubric)] else {
        isSame = false
        continue
      }
      newest = max(newest, draft.saved)
      if sheet.isSame(as: draft.sheet) { continue }
      isSame = false
      guard draft.saved > stamp else { continue }
      guard let mine = sheet.page, let its = draft.sheet.page, mine.page == its.page else { return .newer }
      isLate = isLate || mine.number < its.number
    }
    return isSame || isLate ? .settled(newest) : .earlier(newest)
  }

  enum Standing: Equatable {
    /// Another page saved something else.
    case newer
    /// The same stands there, or what the same page sent later, with this stamp.
    case settled(Int)
    /// What stands there may be replaced, over this stamp.
    case earlier(Int)
  }
}

/// Where the values come from that a sheet shows.
enum SheetOrigin: Sendable {
  case signed, draft
  /// Entered and not signed, by a command.
  case entered
  /// What the sheet said before it was sent back.
  case returned
  /// Nothing but what is offered.
  case nothing
}

extension MarkedStudio {
  /// What a rubric's sheet shows, and where it comes from.
  func typed(_ place: Int, _ rubric: Rubric, _ drafts: OwnDrafts) -> (sheet: TypedSheet, origin: SheetOrigin) {
    if let sheet = sheets[place], sheet.signed != nil { return (TypedSheet(sheet, rubric), .signed) }
    if let draft = drafts[id, rubric.id] { return (draft, .draft) }
    if let sheet = sheets[place] { return (TypedSheet(sheet, rubric), .entered) }
    if let earlier = returned[place] { return (TypedSheet(earlier.sheet, rubric), .returned) }
    return (TypedSheet(), .nothing)
  }
}

extension TypedSheet {
  init(_ sheet: Sheet, _ rubric: Rubric) {
    self.init(marks: sheet.marks.mapValues(\.description), reasons: sheet.reasons)
    whole = sheet.marks[rubric.id] == nil ? nil : true
  }

  init?(json text: String) {
    guard let sheet = try? JSONDecoder().decode(TypedSheet.self, from: Data(text.utf8)) else { return nil }
    self = sheet
  }

  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

/// What a sheet's values amount to.
struct SheetCheck: Sendable {
  /// The marks that could be entered, by criterion; by the rubric's id where it is marked whole.
  var marks: [String: Points] = [:]
  var faults: [String: Fault] = [:]
  /// The criteria without a mark.
  var missing: [String] = []

  enum Fault: Sendable {
    case noNumber
    case outOfRange(maximum: Points)
    /// A mark for the whole rubric beside marks for its criteria.
    case wholeAndParts
    /// The reason holds what the journal must never hold.
    case text(Refusal)
  }

  init(_ typed: TypedSheet, _ rubric: Rubric) {
    if typed.whole == true {
      check(typed.marks[rubric.id], rubric.id, rubric.maximum)
    } else {
      for criterion in rubric.criteria { check(typed.marks[criterion.id], criterion.id, criterion.maximum) }
      if typed.marks[rubric.id]?.isBlank == false { faults[rubric.id] = .wholeAndParts }
    }
    for (id, reason) in typed.reasons where faults[id] == nil {
      do throws(Refusal) { try reason.checkFreeText() } catch { faults[id] = .text(error) }
    }
  }

  private mutating func check(_ text: String?, _ id: String, _ maximum: Points) {
    guard let text, !text.isBlank else { return missing.append(id) }
    guard let points = Points(typed: text) else { return faults[id] = .noNumber }
    guard points >= .zero, points <= maximum else { return faults[id] = .outOfRange(maximum: maximum) }
    marks[id] = points
  }

  var total: Points { marks.values.reduce(.zero, +) }
  var isComplete: Bool { missing.isEmpty && faults.isEmpty }
}

extension Visit {
  func ownDrafts(_ round: OwnRound) async throws -> OwnDrafts {
    OwnDrafts(try await site.side.drafts(of: round.id, judge: round.judge))
  }
}

extension OwnRound {
  func draftKey(_ studio: ID<Studio>, _ place: Int) -> DraftKey {
    DraftKey(round: id, judge: judge, studio: studio, rubric: rules.rubrics[place].id)
  }
}
