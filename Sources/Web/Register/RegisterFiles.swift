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
    let name = "\(digest.prefix(16)).\(FileEnding(bytes).rawValue)"
    return .download(bytes, type: "application/octet-stream", name: name)
  }
}

/// By which ending a reader's own program opens a file; told by its first bytes alone.
private enum FileEnding: String {
  case pdf, png, jpg, bin

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpg
    } else {
      self = .bin
    }
  }
}
