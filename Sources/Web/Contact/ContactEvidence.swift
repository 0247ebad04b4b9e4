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
    let records = try await visit.read { register in
      entries.map { entry in
        (
          caption: register.record(of: entry, people: names.person)?.caption,
          scan: register.scan(of: entry.claim)
        )
      }
    }
    return zip(entries, records).map { entry, record in
      [
        "id": entry.claim.name, "content": record.caption.map { visit.language($0) } ?? "",
        "state": phrases.state(entry.state), "isWaiting": entry.state == .entered,
        "isVerified": entry.state.isVerified, "isRejected": entry.state.isRejected,
        "scanPath": record.scan?.isKept == true ? "/contact/claims/\(entry.claim.name)/scan" : nil,
        "digest": record.scan?.digest,
      ]
    }
  }

  /// `GET /contact/claims/{claim}/scan`: a scan of the own studio's evidence.
  func scan() async throws -> Answer {
    let name = visit.parameters["claim"] ?? ""
    let found = try await visit.read { [id] register -> (digest: String, persons: [ID<Person>])? in
      guard let claim = register.claim(named: name), register.entry(of: claim)?.studio == id,
        let scan = register.scan(of: claim), scan.isKept
      else { return nil }
      return (scan.digest, register.persons(of: claim))
    }
    guard let found, let bytes = try await visit.site.store.file(found.digest), let type = ScanType(bytes) else {
      throw Turned.notFound
    }
    try await visit.note(found.persons)
    return .download(bytes, type: type.media, name: "\(name).\(type.rawValue)")
  }

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

extension Register {
  /// The scan that came with a row of evidence.
  fileprivate func scan(of claim: Claim) -> EvidenceScan? {
    guard case .row(let item) = claim else { return nil }
    return evidence[item]?.scan
  }
}
