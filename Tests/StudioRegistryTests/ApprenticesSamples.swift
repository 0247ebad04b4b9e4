import Scoring
import StudioRegistry

/// What can be asked about apprentices (Art. 21): who may, and a sample of each command.
enum ApprenticesSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
