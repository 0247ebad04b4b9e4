import Scoring
import StudioRegistry

/// What can be asked about applications (Art. 5–9): who may, and a sample of each command.
enum ApplicationsSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
