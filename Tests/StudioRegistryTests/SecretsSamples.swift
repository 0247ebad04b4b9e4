import Scoring
import StudioRegistry

/// What can be asked about secrets (Art. 17): who may, and a sample of each command.
enum SecretsSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
