import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import Wording

// Rows of evidence with their scans, as those see them who may not settle them: a contact, a judge.
extension Visit {
  /// - Parameter scanPath: where a row's scan is to be had.
  func rows(
    of entries: [ClaimEntry], _ names: Names, scanPath: @Sendable (Claim) -> String
  ) async throws -> [Model] {
    let records = try await read { register in
      entries.map { entry in
        (
          caption: register.record(of: entry, people: names.person)?.caption,
          scan: register.scan(of: entry.claim)
        )
      }
    }
    return zip(entries, records).map { entry, record in
      [
        "id": entry.claim.name, "content": record.caption.map { language($0) } ?? "",
        "state": phrases.state(entry.state), "isWaiting": entry.state == .entered,
        "isVerified": entry.state.isVerified, "isRejected": entry.state.isRejected,
        "scanPath": record.scan?.isKept == true ? scanPath(entry.claim) : nil, "digest": record.scan?.digest,
      ]
    }
  }

  /// The scan of the row in the address, which has to be the studio's; that it is read is noted.
  func scan(ofClaimOf studio: ID<Studio>) async throws -> Answer {
    let name = parameters["claim"] ?? ""
    let found = try await read { register -> (digest: String, persons: [ID<Person>])? in
      guard let claim = register.claim(named: name), register.entry(of: claim)?.studio == studio,
        let scan = register.scan(of: claim), scan.isKept
      else { return nil }
      return (scan.digest, register.persons(of: claim))
    }
    guard let found, let bytes = try await site.store.file(found.digest), let type = ScanType(bytes) else {
      throw Turned.notFound
    }
    try await note(found.persons)
    return .download(bytes, type: type.media, name: "\(name).\(type.rawValue)")
  }
}

extension Register {
  /// The scan that came with a row of evidence.
  fileprivate func scan(of claim: Claim) -> EvidenceScan? {
    guard case .row(let item) = claim else { return nil }
    return evidence[item]?.scan
  }
}
