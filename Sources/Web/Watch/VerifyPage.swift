import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// Checks the whole journal from its first entry, on a connection of its own, and says what was found.
  func verifyPage() async throws -> Answer {
    let typed = query.text("checkpoint")
    let checkpoint = typed.flatMap { Head(checkpoint: $0.lowercased()) }
    var (lines, fault, entryPath): ([String], String?, String?) = ([], nil, nil)
    if typed != nil, checkpoint == nil { fault = phrases.page(WatchLabel.badCheckpoint) }
    var head: Head?
    do {
      let modules = try await read(\.modules)
      let found = try await site.chronicle.verify(modules: modules, checkpoint: checkpoint)
      head = found.head
      lines = words(of: found, hasCheckpoint: checkpoint != nil)
    } catch let error as JournalFault {
      fault = phrases.fault(error)
      entryPath = error.sequence.map { "/journal/\($0)" }
    } catch let error as StoreError {
      fault = phrases.store(error.code, file: phrases.page(WatchLabel.theRegister))
    }
    return try page(
      WatchPage.verify, phrases.page(WatchLabel.verification),
      [
        "lines": lines.map { text -> Model in ["text": text] }, "isWhole": head != nil && fault == nil,
        "fault": fault, "entryPath": entryPath, "sequence": head.map { "\($0.sequence)" }, "digest": head?.digest,
        "checkpoint": typed,
      ])
  }

  private func words(of found: Verification, hasCheckpoint: Bool) -> [String] {
    var notices: [DeskNotice] = [
      .verified(entries: found.head.sequence, digest: found.head.digest),
      .verifiedMore(persons: found.persons, erased: found.erased, closings: found.closings),
    ]
    if found.absent > 0 { notices.append(.valuesAbsent(found.absent)) }
    let words = notices.map { phrases.notice($0) }
    return words + [phrases.page(hasCheckpoint ? WatchLabel.agreesWithCheckpoint : .withoutCheckpoint)]
  }
}
