import HTTPTypes
import Journal
import StudioRegistry

extension Visit {
  /// The scan of a row of evidence; of anything else there is none here.
  func evidenceFile() async throws -> Answer {
    let digest = parameters["digest"] ?? ""
    guard try await site.chronicle.files(with: EvidenceEntered.kind).values.contains(digest) else {
      throw Turned.notFound
    }
    return try await file(digest)
  }

  /// A file of a studio's: an agreement, a proof in its proceedings.
  func studioFile() async throws -> Answer {
    let (studio, digest): (ID<Studio>, String) = (try id("studio"), parameters["digest"] ?? "")
    guard try await site.chronicle.names(digest, of: studio) else { throw Turned.notFound }
    return try await file(digest)
  }

  /// A material of an application.
  func applicationFile() async throws -> Answer {
    let (application, digest): (ID<Application>, String) = (try id("application"), parameters["digest"] ?? "")
    let scans = try await read { $0.applications[application]?.materials.values.compactMap(\.scan) ?? [] }
    guard scans.contains(digest) else { throw Turned.notFound }
    return try await file(digest)
  }

  /// The scan of the signed paper of a proposal.
  func proposalScan() async throws -> Answer {
    let proposal: ID<Proposal> = try id("proposal")
    guard let digest = try await read({ $0.proposals[proposal]?.paper?.scan }) else { throw Turned.notFound }
    return try await file(digest)
  }

  /// Bytes that somebody sent, to keep and look at elsewhere: no browser runs or shows them on this site.
  private func file(_ digest: String) async throws -> Answer {
    guard let bytes = try await site.store.file(digest) else { throw Turned.notFound }
    // What came another way may be anything.
    let name = "\(digest.prefix(16)).\(ScanType(bytes)?.rawValue ?? "bin")"
    return .download(bytes, type: "application/octet-stream", name: name)
  }
}
