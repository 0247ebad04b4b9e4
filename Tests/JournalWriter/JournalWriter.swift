import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry

/// Appends to a register until it is killed, and writes each receipt to standard output when it has it.
///
/// Usage: `journal-writer DATABASE LOGIN LABEL COUNT`. Each line is a unit that was recorded, `W1-17`, and its entry's sequence.
@main
struct JournalWriter {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[4]) else { exit(64) }
    let registrar = try await Registrar(
      SQLiteStore(path: arguments[1]), modules: ModuleRegistry(installedModules), workers: 1
    ) {
      Int(Date().timeIntervalSince1970 * 1000)
    }
    let login = arguments[2]
    let account = try await registrar.read { $0.account(login: login) }
    guard let account else { exit(1) }
    for number in 1...max(1, count) {
      let unit = "\(arguments[3])-\(number)"
      let command = RecordEmployment(person: account.person, employment: Employment(unit: unit, until: nil))
      let receipt = try await registrar.submit(Submission(command, account: account.id, channel: .test))
      // Unbuffered, and in one piece: what stands there was acknowledged.
      try FileHandle.standardOutput.write(contentsOf: Data("\(unit) \(receipt.entries.lowerBound)\n".utf8))
    }
  }
}
