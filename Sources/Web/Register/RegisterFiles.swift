import HTTPTypes
import Journal
import Scoring
import StudioRegistry

// A file holds personal data like a page that shows a name: whose it is stands among the readings before it is given out.

extension Visit {
  /// The scan of a row of evidence; of anything else there is none here.
  func evidenceFile() async throws -> Answer {
    let digest = parameters["digest"] ?? ""
    let rows = try await site.chronicle.files(with: EvidenceEntered.kind).filter { $0.value == digest }.keys.sorted()
    guard !rows.isEmpty else { throw Turned.notFound }
    let persons = try await read { register in
      rows.flatMap { register.persons(of: .row(ID($0))) }
    }
    return try await file(digest, of: persons)
  }

  /// A file of a studio's: an agreement, a proof in its proceedings.
  func studioFile() async throws -> Answer {
    let (studio, digest): (ID<Studio>, String) = (try id("studio"), parameters["digest"] ?? "")
    let lines = try await site.chronicle.lines(with: digest, of: studio)
    guard !lines.isEmpty else { throw Turned.notFound }
    let expert = try await read { $0.studios[studio]?.expert }
    return try await file(digest, of: lines.flatMap(\.persons) + [expert].compactMap(\.self))
  }

  /// A material of an application.
  func applicationFile() async throws -> Answer {
    let (id, digest): (ID<Application>, String) = (try id("application"), parameters["digest"] ?? "")
    guard let application = try await read({ $0.applications[id] }),
      application.materials.values.contains(where: { $0.scan == digest })
    else { throw Turned.notFound }
    return try await file(digest, of: [application.expert])
  }

  /// The scan of the signed paper of a proposal.
  func proposalScan() async throws -> Answer {
    let id: ID<Proposal> = try id("proposal")
    let today = try await today()
    let found = try await read { register -> (digest: String, persons: [ID<Person>])? in
      guard let proposal = register.proposals[id], let digest = proposal.paper?.scan else { return nil }
      let matter = ProposalMatter(proposal, in: register, on: today)
      return (digest, matter.persons + register.persons(ofRoundIn: proposal.decision))
    }
    guard let found else { throw Turned.notFound }
    return try await file(found.digest, of: found.persons)
  }

  /// The scan of a judge's signed paper sheet, of a round for whoever reads rounds; also one that was set aside later.
  func sheetScan() async throws -> Answer {
    let (id, judge, studio): (ID<Round>, ID<Account>, ID<Studio>) = (
      try id("round"), try id("judge"), try id("studio")
    )
    let digest = parameters["digest"] ?? ""
    let persons = try await read { register -> [ID<Person>]? in
      guard let round = register.rounds[id], round.scans(of: judge, studio).contains(digest) else { return nil }
      return [register.accounts[judge]?.person, register.studios[studio]?.expert].compactMap(\.self)
    }
    guard let persons else { throw Turned.notFound }
    return try await file(digest, of: persons)
  }

  /// Bytes that somebody sent, to keep and look at elsewhere: no browser runs or shows them on this site.
  private func file(_ digest: String, of persons: [ID<Person>]) async throws -> Answer {
    guard let bytes = try await site.store.file(digest) else { throw Turned.notFound }
    try await note(persons)
    // What came another way may be anything.
    let name = "\(digest.prefix(16)).\(ScanType(bytes)?.rawValue ?? "bin")"
    return .download(bytes, type: "application/octet-stream", name: name)
  }

  /// Notes that the visitor reads somebody's data, where no name is shown that would have it noted.
  func note(_ persons: [ID<Person>]) async throws {
    guard let visitor, !persons.isEmpty else { return }
    try await site.side.note(visitor.account.id, reads: Set(persons).sorted(), on: path, at: now)
  }
}

extension Register {
  /// Whose data a scan of evidence holds: the studio's expert, and whoever stands in the row.
  func persons(of claim: Claim) -> [ID<Person>] {
    guard let entry = entry(of: claim) else { return [] }
    return entry.persons(modules.kinds) + [studios[entry.studio]?.expert].compactMap(\.self)
  }

  /// Whose names a paper holds that decides on a round: its studios are named after their experts (Art. 9).
  fileprivate func persons(ofRoundIn decision: Decision) -> [ID<Person>] {
    switch decision {
    case .confirmRound(let round), .abandonRound(let round):
      rounds[round]?.studios.compactMap { studios[$0]?.expert } ?? []
    case .returnSheet(_, let judge, let sheet):
      [accounts[judge]?.person, studios[sheet.studio]?.expert].compactMap(\.self)
    case .replaceJudge(_, let judge, let other): [judge, other].compactMap { accounts[$0]?.person }
    default: []
    }
  }
}

extension Round {
  /// The scans of a judge's paper sheets for a studio, those that were set aside among them.
  func scans(of judge: ID<Account>, _ studio: ID<Studio>) -> Set<String> {
    func isMeant(_ key: SheetKey) -> Bool { key.judge == judge && key.studio == studio }
    let standing = marking.sheets.filter { isMeant($0.key) }.compactMap(\.value.scan)
    let former = earlier.filter { isMeant($0.key) }.flatMap(\.value).compactMap(\.sheet.scan)
    return Set(standing + former)
  }
}
