import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

/// What importing tables would do, row by row: evidence, plans and apprentices, each into its own register.
struct EvidencePlan {
  let sealed: [SealedPerson]
  let command: ImportTables
  private(set) var listing = Listing([.row, .studio, .kind, .content, .action])

  init(_ read: [EvidenceRow], _ desk: Desk) async throws {
    let vault = try await desk.vault()
    let (codes, found) = try await desk.read { register in
      (register.codes, Self.taken(read, register, vault))
    }
    (sealed, command) = (found.sealed, found.command)
    var findings = Findings()
    for (row, fate) in zip(read, found.fates) {
      guard let fate else {
        let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
        findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place))
        continue
      }
      let file = URL(fileURLWithPath: row.place.file).lastPathComponent
      listing.add([
        "\(file):\(row.place.line ?? 0)", row.studio, row.record.kind, desk.terminal.language(row.record.caption),
        desk.phrases.fate(fate),
      ])
    }
    try findings.check()
  }

  /// What becomes of each row; nil where its studio is not known.
  private static func taken(
    _ read: [EvidenceRow], _ register: Register, _ vault: Vault
  ) -> (sealed: [SealedPerson], command: ImportTables, fates: [ImportTables.Fate?]) {
    var random = SystemRandomNumberGenerator()
    var intake = Intake(register, vault) { SealedPerson($0, using: &random) }
    let fates = read.map { row in
      register.codes[row.studio.lowercased()].map { intake.add(row.record, of: $0) }
    }
    return (intake.sealed, intake.command, fates)
  }

  /// Says what the rows come to, and asks for it unless it is a trial or there is nothing new.
  func carryOut(dryRun: Bool, as format: Format, _ desk: Desk) async throws {
    desk.terminal.say(desk.phrases.notice(DeskNotice.noSecrets))
    if dryRun {
      try listing.show(as: format, on: desk.terminal)
      if !command.isEmpty { try await desk.rehearse(command, persons: sealed) }
    } else if command.isEmpty {
      try listing.show(as: format, on: desk.terminal)
    } else {
      let receipt = try await desk.ask(command, persons: sealed, isSilent: true)
      try listing.show(as: format, on: desk.terminal)
      desk.sayRecorded(receipt)
    }
  }
}
