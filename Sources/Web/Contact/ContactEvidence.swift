import HTTPTypes
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  /// `GET /contact/evidence`: everything that was entered for somebody else to verify, by kind, with what became of it.
  func evidence() async throws -> Answer {
    let (entries, kinds) = try await visit.read { [id] register in
      (register.claims.filter { $0.studio == id }, register.modules.kinds)
    }
    let names = try await visit.names(of: entries.flatMap { $0.persons(kinds) })
    var sections: [Model] = []
    for kind in kinds {
      let own = entries.filter { $0.kind == kind.id }
      let (verified, open) = (own.filter(\.state.isVerified), own.filter { !$0.state.isVerified })
      sections.append([
        "kindTitle": visit.language(kind.title), "path": kind.path, "count": own.count,
        "hasRows": !open.isEmpty, "rows": try await models(of: open, names),
        "hasVerified": !verified.isEmpty, "verified": verified.count,
        "verifiedRows": try await models(of: verified, names),
        "anchor": kind.id, "waiting": own.count { $0.state == .entered },
      ])
    }
    return try page(.evidence, phrases.page(SiteLabel.evidence), ["kinds": sections])
  }

  func models(of entries: [ClaimEntry], _ names: Names) async throws -> [Model] {
    try await visit.rows(of: entries, names) { "/contact/claims/\($0.name)/scan" }
  }

  /// `GET /contact/claims/{claim}/scan`: a scan of the own studio's evidence.
  func scan() async throws -> Answer { try await visit.scan(ofClaimOf: id) }

  /// A kind of evidence that stands in the address.
  func kind() async throws -> EvidenceKind {
    let wanted = visit.parameters["kind"] ?? ""
    let found = try await visit.read { register in register.modules.kinds.first { $0.id == wanted } }
    guard let found else { throw Turned.notFound }
    return found
  }

  /// `GET …/template`: an empty table of a kind, which a spreadsheet opens.
  func emptyTable() async throws -> Answer {
    let kind = try await kind()
    guard let rules = try await visit.read({ $0.rules }) else { throw Turned.notFound }
    let files = ScoreFiles.Templates.files(rules, [kind], inChinese: visit.language == .zh)
    guard let file = files.first(where: { $0.name == "\(kind.id).csv" }) else { throw Turned.notFound }
    return .download(file.bytes, type: "text/csv; charset=utf-8", name: file.name)
  }
}

extension EvidenceKind {
  /// Where a contact enters it.
  var path: String { registerPath ?? "/contact/evidence/\(id)" }

  /// The page of the register from which its rows come; nil for rows that are entered as they are.
  var registerPath: String? {
    switch id {
    case Plan.evidenceKind, PlanItem.evidenceKind: "/contact/plan"
    case Apprentice.evidenceKind: "/contact/apprentices"
    default: nil
    }
  }
}
