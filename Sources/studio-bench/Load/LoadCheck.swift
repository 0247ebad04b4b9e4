import Journal
import Scoring
import StudioRegistry

/// Compares what the journal holds with what was sent and acknowledged.
struct LoadCheck {
  let register: LoadRegister
  let registry: ModuleRegistry

  /// Reads the whole journal: every acknowledged signature stands in it once with exactly the marks that were sent, nothing
  /// stands in it that was not sent, nothing by halves, and the whole verifies.
  ///
  /// - Returns: the sheets that are signed, the acknowledged ones among them.
  /// - Throws: ``LoadError`` saying what is lost or wrong; ``JournalFault``.
  func signed(
    sent: [LoadRegister.Sheet], acknowledged: Set<LoadRegister.Sheet>, workers: Int
  ) async throws -> Set<LoadRegister.Sheet> {
    let store = try SQLiteStore(path: register.path)
    defer { try? store.close() }
    var found: [Place: Found] = [:]
    for entry in try await store.entries(after: register.head.sequence) {
      try note(EventCodec.decode(entry).event, of: entry, in: &found)
    }
    var signed: Set<LoadRegister.Sheet> = []
    for sheet in sent {
      let parts = register.rules.rubrics.map { rubric in found.removeValue(forKey: place(of: sheet, rubric)) }
      if parts.allSatisfy({ $0 == nil }), !acknowledged.contains(sheet) { continue }
      for (part, rubric) in zip(parts, register.rules.rubrics) {
        guard part == Found(entered: [register.marks(of: sheet, rubric)], signatures: 1) else {
          throw LoadError("\(sheet), \(rubric.id): \(part.map { "\($0)" } ?? "nothing") is in the journal")
        }
      }
      signed.insert(sheet)
    }
    if let stranger = found.first { throw LoadError("nobody sent \(stranger.key)") }
    _ = try await Verification.verify(store, modules: registry, workers: workers)
    return signed
  }

  /// A judge's sheet for a studio and a rubric.
  private struct Place: Hashable {
    let judge: ID<Account>
    let studio: ID<Studio>
    let rubric: String
  }

  /// What the journal has of a place.
  private struct Found: Equatable {
    var entered: [[String: Points]] = []
    var signatures = 0
  }

  private func place(of sheet: LoadRegister.Sheet, _ rubric: Rubric) -> Place {
    Place(judge: register.judges[sheet.judge], studio: register.round.studios[sheet.studio], rubric: rubric.id)
  }

  private func note(_ event: any Event, of entry: Entry, in found: inout [Place: Found]) throws(LoadError) {
    switch event {
    case let entered as SheetsEntered where entered.judge.description == entry.actor:
      for sheet in entered.sheets {
        let place = Place(judge: entered.judge, studio: sheet.studio, rubric: sheet.rubric)
        found[place, default: Found()].entered.append(sheet.marks)
      }
    case let signed as SheetsSigned where signed.judge.description == entry.actor:
      for sheet in signed.sheets {
        let place = Place(judge: signed.judge, studio: sheet.studio, rubric: sheet.rubric)
        found[place, default: Found()].signatures += 1
      }
    default: throw LoadError("entry \(entry.sequence) is a stranger's: \(entry.kind)")
    }
  }
}
