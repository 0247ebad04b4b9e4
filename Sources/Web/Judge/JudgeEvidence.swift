import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// Everything that a studio entered, row by row, with its scans: what a judge looks at as long as there is to mark.
  func judgeEvidence() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    guard round.stage == .marking else { throw Turned.notFound }
    guard studio.recusal == nil else { return try recusalPage(round, studio) }
    let (entries, kinds) = try await read { register in
      (register.claims.filter { $0.studio == studio.id }, register.modules.kinds)
    }
    let names = try await names(of: entries.flatMap { $0.persons(kinds) })
    let path = "\(round.path)/\(studio.id)"
    var sections: [Model] = []
    for kind in kinds {
      let own = entries.filter { $0.kind == kind.id }
      guard !own.isEmpty else { continue }
      sections.append([
        "kindTitle": language(kind.title), "rows": try await rows(of: own, names) { "\(path)/evidence/\($0.name)" },
      ])
    }
    return try page(
      JudgePage.evidence, "\(phrases.page(JudgeLabel.evidence)) · \(studio.code)",
      [
        "sheetPath": path, "unit": studio.unit, "occupation": studio.occupation, "roundName": round.name(phrases),
        "kinds": sections, "isEmpty": sections.isEmpty,
      ])
  }

  /// The scan of a row of a studio that the judge has to mark.
  func judgeScan() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    guard round.stage == .marking, studio.recusal == nil else { throw Turned.notFound }
    return try await scan(ofClaimOf: studio.id)
  }
}
