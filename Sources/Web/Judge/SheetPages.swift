import Foundation
import HTTPTypes
import Hummingbird
import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// A studio's sheet, to be filled in or, once it is signed, to be read.
  func judgeSheet() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    guard studio.recusal == nil else { return try recusalPage(round, studio) }
    return try show(try await sheetPage(round, studio))
  }

  func show(_ sheet: SheetPage, status: HTTPResponse.Status = .ok) throws -> Answer {
    try page(JudgePage.sheet, "\(sheet.studio.code) \(sheet.studio.unit)", sheet.model, status: status)
  }

  /// Saves what was typed as it was typed, finished or not; what is signed stays as it is.
  func saveSheet() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    let path = "\(round.path)/\(studio.id)"
    let turn = SheetTurn(form)
    var typed: [String: TypedSheet] = [:]
    for (rubric, sheet) in SheetForm(round.rules).typed(in: form)
    where studio.open.contains(where: { round.rules.rubrics[$0].id == rubric }) {
      typed[rubric] = sheet
      typed[rubric]?.page = turn
    }
    let sheets = Dictionary(
      uniqueKeysWithValues: typed.map { rubric, sheet in
        (DraftKey(round: round.id, judge: round.judge, studio: studio.id, rubric: rubric), sheet)
      })
    return try await answered(
      saving: { () async throws -> SavedSheet in
        try checkMarking(round, studio)
        if studio.isSigned { return .signed }
        guard !sheets.isEmpty else { throw Turned.unreadable }
        return try await save(sheets, over: stamp, of: round)
      },
      newer: {
        var sheet = try await sheetPage(round, studio)
        sheet.typed = typed
        sheet.isOvertaken = true
        return try show(sheet, status: .conflict)
      }, next: form["do"] == "review" ? "\(path)/sign" : path)
  }

  /// The stamp of what the page that sends this showed; 0 where it says nothing of it.
  var stamp: Int { form["saved"].flatMap { Int($0) } ?? 0 }

  /// Tells the page's script what came of saving; without a script, goes on or shows both.
  func answered(
    saving: () async throws -> SavedSheet, newer: () async throws -> Answer, next: String
  ) async throws -> Answer {
    guard form["answer"] == "json" else {
      return try await saving().state == .newer ? try await newer() : .redirect(next)
    }
    do {
      var saved = try await saving()
      saved.next = next
      return .json(saved, saved.state == .saved ? .ok : .conflict)
    } catch let refusal as Refusal {
      return .json(SavedSheet(state: .refused, text: phrases.refusal(refusal)), .unprocessableContent)
    }
  }

  /// - Throws: what the command would be refused with, where nothing can be marked any more.
  func checkMarking(_ round: OwnRound, _ studio: MarkedStudio) throws(Refusal) {
    guard round.stage == .marking else { throw .notMarking(round.id, round.stage) }
    guard studio.recusal == nil else { throw .recusedAlready(judge: round.login, studio: studio.code) }
  }

  /// Saves drafts over a stamp, unless something else was saved since by another page.
  func save(_ sheets: [DraftKey: TypedSheet], over stamp: Int, of round: OwnRound) async throws -> SavedSheet {
    let fields = sheets.mapValues(\.json)
    if let saved = try await site.side.save(fields, over: stamp, at: now) { return .saved(saved) }
    switch try await ownDrafts(round).standing(against: sheets, since: stamp) {
    case .newer: return .newer
    case .settled(let saved): return .saved(saved)
    case .earlier(let standing):
      return try await site.side.save(fields, over: standing, at: now).map { .saved($0) } ?? .newer
    }
  }
}

/// What came of saving, as the page's script is told.
struct SavedSheet: Encodable, Sendable {
  let state: State
  /// The draft's stamp from now on.
  var saved: Int?
  /// Why it was refused.
  var text: String?
  /// Where the button leads that was pressed.
  var next: String?

  enum State: String, Encodable {
    case saved, signed, refused
    /// Another page saved something else since.
    case newer
  }

  static func saved(_ stamp: Int) -> SavedSheet { SavedSheet(state: .saved, saved: stamp) }
  static let newer = SavedSheet(state: .newer)
  static let signed = SavedSheet(state: .signed)
}

extension Answer {
  static func json(_ value: some Encodable, _ status: HTTPResponse.Status) -> Answer {
    let bytes = (try? JSONEncoder().encode(value)) ?? Data()
    return Answer(
      status: status, headers: [.contentType: "application/json; charset=utf-8"], body: .init(bytes: Array(bytes)))
  }
}
