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
    let isScript = form["answer"] == "json"
    let typed = SheetForm(round.rules).typed(in: form).filter { sheet in
      studio.open.contains { round.rules.rubrics[$0].id == sheet.rubric }
    }
    try checkMarking(round, studio)
    guard !studio.isSigned else {
      return isScript
        ? .json(SavedSheet(state: "signed", saved: 0), .conflict) : .redirect("\(round.path)/\(studio.id)")
    }
    guard !typed.isEmpty else { throw Turned.unreadable }
    var drafts: [DraftKey: String] = [:]
    for (rubric, sheet) in typed {
      drafts[DraftKey(round: round.id, judge: round.judge, studio: studio.id, rubric: rubric)] = sheet.json
    }
    let stamp = form["saved"].flatMap { Int($0) } ?? 0
    guard let saved = try await save(drafts, over: stamp, of: round, studio.id) else {
      if isScript { return .json(SavedSheet(state: "newer", saved: 0), .conflict) }
      var sheet = try await sheetPage(round, studio)
      sheet.typed = Dictionary(typed.map { ($0.rubric, $0.sheet) }) { $1 }
      sheet.isOvertaken = true
      return try show(sheet, status: .conflict)
    }
    if isScript { return .json(SavedSheet(state: "saved", saved: saved), .ok) }
    let path = "\(round.path)/\(studio.id)"
    return .redirect(form["do"] == "review" ? "\(path)/sign" : path)
  }

  /// - Throws: what the command would be refused with, where nothing can be marked any more.
  func checkMarking(_ round: OwnRound, _ studio: MarkedStudio) throws(Refusal) {
    guard round.stage == .marking else { throw .notMarking(round.id, round.stage) }
    guard studio.recusal == nil else { throw .recusedAlready(judge: round.login, studio: studio.code) }
  }

  /// Saves drafts; nil where something else was saved since the stamp. The same once more is no conflict.
  func save(
    _ drafts: [DraftKey: String], over stamp: Int, of round: OwnRound, _ studio: ID<Studio>
  ) async throws -> Int? {
    if let saved = try await site.side.save(drafts, over: stamp, at: now) { return saved }
    let standing = try await site.side.drafts(of: round.id, judge: round.judge).filter { $0.key.studio == studio }
    let isSame = drafts.allSatisfy { key, fields in standing.contains { $0.key == key && $0.fields == fields } }
    return isSame ? standing.map(\.saved).max() : nil
  }
}

/// What the page's script is told.
struct SavedSheet: Codable, Sendable {
  let state: String
  /// The draft's stamp from now on.
  let saved: Int
}

extension Answer {
  static func json(_ value: some Encodable, _ status: HTTPResponse.Status) -> Answer {
    let bytes = (try? JSONEncoder().encode(value)) ?? Data()
    return Answer(
      status: status, headers: [.contentType: "application/json; charset=utf-8"], body: .init(bytes: Array(bytes)))
  }
}
