import Foundation
import HTTPTypes
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// The version that the address asks for, else the last.
  private func chosenResult() throws(Turned) -> RoundResult {
    guard let text = visit.query.text("version") else {
      guard let last = round.result else { throw .notFound }
      return last
    }
    guard let result = round.results.first(where: { "\($0.version)" == text }) else { throw .notFound }
    return result
  }

  /// A result, settled again from its sheets; what differs from what was stored is said and not shown.
  private func settled(_ result: RoundResult, people: @escaping @Sendable (ID<Person>) -> String) async throws
    -> SettledResult
  {
    let round = round
    do {
      return try await visit.read { try $0.settled(round, result, people: people) }
    } catch let error as NotAsStored {
      throw Turned.said(phrases.notice(.notAsStored(error.studio)))
    }
  }

  /// Ranks, scores, grades and excellence; the versions, and what each changed.
  func outcome() async throws -> Answer {
    let result = try chosenResult()
    let settled = try await settled(result, people: names.person)
    var model = table(settled.settlement) { path("/studios/\($0)") + "?version=\(result.version)" }
    model["version"] = say(.version(result.version, result.on))
    model["reason"] = result.closing.reason
    model["isReopened"] = round.isReopened
    model["counted"] = result.counted.map { phrases.event($0, names) }
    model["notices"] = round.publications.filter { $0.version == result.version }.map { publication -> Model in
      ["words": say(.publication(publication))]
    }
    model["versions"] = round.results.map { other -> Model in
      [
        "words": say(.version(other.version, other.on)), "versionPath": path("/outcome") + "?version=\(other.version)",
        "isCurrent": other.version == result.version,
      ]
    }
    model["hasVersions"] = round.results.count > 1
    model["changes"] = changes(in: result)
    model["isChanged"] = result.version > 1
    model["csvPath"] = path("/outcome/csv") + "?version=\(result.version)"
    model["jsonPath"] = path("/outcome/json") + "?version=\(result.version)"
    model["picturesPath"] = round.hasPictures ? path("/pictures") : nil
    model["printPath"] = round.hasPictures ? "/print\(path("/summary"))" : nil
    let differences = result.studios.flatMap(\.differences)
    model["differences"] = phrases.notice(
      .differences(count: differences.count, withoutReason: differences.count { $0.reason == nil }))
    return try page(.outcome, .outcome, model)
  }

  /// What a version changed of the one before.
  private func changes(in result: RoundResult) -> [Model] {
    guard let former = round.results.first(where: { $0.version == result.version - 1 }) else { return [] }
    return result.studios.compactMap { settled in
      let before = former[settled.studio].map { phrases.outcome($0, in: former) } ?? "—"
      let after = phrases.outcome(settled, in: result)
      guard before != after else { return nil }
      return ["words": phrases.notice(.changed(studio: names.studio(settled.studio), from: before, to: after))]
    }
  }

  // MARK: Files

  /// The table as CSV, in which a spreadsheet runs nothing.
  func outcomeCSV() async throws -> Answer {
    let result = try chosenResult()
    let settled = try await settled(result, people: names.person)
    var bytes: [UInt8] = []
    await OutcomeCSV.write(settled.settlement) { bytes += $0 }
    return .download(
      InertCSV.neutralised(bytes), type: "text/csv; charset=utf-8", name: "\(round.id)-\(result.version).csv")
  }

  /// The outcomes with their derivations; persons stand in it by their ids.
  func outcomeJSON() async throws -> Answer {
    let result = try chosenResult()
    let settled = try await settled(result, people: names.person)
    var data = Data()
    try OutcomeJSON(settled.settlement, reference: settled.reference, words: phrases.reason).write { data += $0 }
    return .download(Array(data), type: "application/json", name: "\(round.id)-\(result.version).json")
  }

  // MARK: One studio

  /// How a studio's score came about: the sheets, the sums, the reference marks with their reasons, the differences.
  func derivation(onPaper isPaper: Bool) async throws -> Answer {
    let studio = try studio()
    let result = try chosenResult()
    guard let stored = result[studio] else { throw Turned.notFound }
    let persons = try await visit.read { register in
      register.persons(named: stored).filter { register.persons[$0]?.erased == nil }.sorted()
    }
    let named = try await visit.names(of: persons)
    let settled = try await settled(result, people: named.person)
    let code = names.studio(studio)
    guard let outcome = settled.settlement.outcome(of: code) else { throw Turned.notFound }
    let derivation = settled.settlement.derivation(of: outcome)
    let worded = try WordedDerivation(derivation, of: settled.settlement, in: visit.language)
    let reference = settled.reference[code] ?? []
    let differences = derivation.differences(from: reference)
    var model: Model = [
      "headline": worded.headline, "rule": worded.rule,
      "sections": zip(round.rules.rubrics, worded.rubrics).map(section),
      "conclusions": worded.conclusions.map { ["words": $0] as Model },
      "reference": reference.map(mark), "hasReference": !reference.isEmpty,
      "differences": differences.map(difference), "hasDifferences": !differences.isEmpty,
      "differenceCount": phrases.notice(
        .differences(count: differences.count, withoutReason: differences.count { $0.reason == nil })),
      "version": say(.version(result.version, result.on)), "asStored": phrases.notice(DeskNotice.asStored),
      "printPath": path("/studios/\(studio)/print") + "?version=\(result.version)", "studioPath": "/studios/\(studio)",
      "outcomePath": path("/outcome") + "?version=\(result.version)", "code": code,
    ]
    guard isPaper else { return try page(.derivation, .derivation, model) }
    model["roundTitle"] = say(.title(round.id, round.period, isSecond: round.kind != .regular))
    model["document"] = say(.document(round.adoption))
    return try await visit.paper(RoundPage.derivationPaper, "\(code) · \(phrases.page(RoundLabel.derivation))", model)
  }

  private func section(_ rubric: Rubric, _ section: WordedDerivation.Section) -> Model {
    [
      "title": phrases.detailed(visit.language(rubric.title), [rubric.maximum.description]),
      "header": section.header.map { ["words": $0] as Model },
      "rows": section.rows.map { row in ["cells": row.map { ["words": $0] as Model }] as Model },
      "hasRows": !section.rows.isEmpty, "notes": section.notes.map { ["words": $0] as Model },
      "criteria": phrases.clauses(rubric.criteria.map { "\($0.id) \(visit.language($0.title))" }),
    ]
  }

  private func mark(_ mark: ReferenceMark) -> Model {
    [
      "criterion": criterion(mark.criterion), "marks": mark.marks.description,
      "reasons": mark.reasons.map { ["words": phrases.reason($0)] as Model },
    ]
  }

  private func difference(_ difference: Difference) -> Model {
    [
      "criterion": criterion(difference.criterion), "judge": difference.judge, "marks": difference.marks.description,
      "reference": difference.reference.description, "reason": difference.reason, "isBare": difference.reason == nil,
    ]
  }

  private func criterion(_ id: String) -> String {
    let found = round.rules.rubrics.flatMap(\.criteria).first { $0.id == id }
    return found.map { "\($0.id) \(visit.language($0.title))" } ?? id
  }
}
