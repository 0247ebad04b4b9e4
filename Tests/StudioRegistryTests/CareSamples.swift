import Scoring
import StudioRegistry

/// What can be asked about care (Art. 11, 12, 18, 23, 24): who may, and a sample of each command.
enum CareSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
