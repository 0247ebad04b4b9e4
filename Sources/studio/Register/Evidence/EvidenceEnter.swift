import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

extension EvidenceCommands {
  struct Enter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enters one row of evidence, with the scan of its proof.",
      discussion: """
        Of a kind whose rows name persons the register keeps the scan's SHA-256 alone, for files are never erased.

        EXAMPLE
          studio evidence enter YY001 exchanges --cell title=技能下乡 --cell held_on=2026-01-08 --scan notice.pdf --as contact
        """)
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The kind, as its table is called.") var kind: String
    @Option(name: .customLong("cell"), help: ArgumentHelp("A cell.", valueName: "column=value")) var cells: [String]
    @Option(help: ArgumentHelp("The scan of the proof.", valueName: "file")) var scan: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio).id
        guard let kind = try await desk.read({ [kind] in $0.modules.kinds.first { $0.id == kind } }) else {
          throw Refusal.unknownKind(kind)
        }
        let file = try scan.map(desk.storedFile)
        let vault = try await desk.vault()
        let record = try record(of: kind)
        let (fate, command, sealed) = try await desk.read { register in
          var random = SystemRandomNumberGenerator()
          var intake = Intake(register, vault) { SealedPerson($0, using: &random) }
          let fate = intake.add(record, of: studio, scan: file?.digest)
          return (fate, intake.command, intake.sealed)
        }
        desk.terminal.say(desk.phrases.notice(DeskNotice.noSecrets))
        guard fate.isEntered else { throw Failure(desk.phrases.fate(fate)) }
        try await desk.ask(command, persons: sealed, files: kind.isPersonal ? [] : [file].compactMap(\.self))
      }
    }

    /// The row; everything that is wrong with its cells is said at once.
    private func record(of kind: EvidenceKind) throws -> EvidenceRecord {
      var given: [String: String] = [:]
      let place = Place(file: kind.id)
      for cell in cells {
        let parts = cell.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        guard parts.count == 2, kind.columns.contains(where: { $0.id == parts[0] }) else {
          let near = nearest(to: parts.first ?? "", among: kind.columns.map(\.id))
          throw Findings(Finding(.unknownColumn(cell, nearest: near), at: place))
        }
        given[parts[0]] = parts[1]
      }
      do throws(CellFaults) {
        return try kind.record(cells: kind.columns.map { given[$0.id] ?? "" }, isVerified: false)
      } catch {
        var findings = Findings()
        for fault in error.all {
          let problem = Finding.Problem.unexpected(found: fault.found, expected: fault.expected)
          findings.add(Finding(problem, at: Place(file: kind.id, name: fault.column)))
        }
        throw findings
      }
    }
  }
}
