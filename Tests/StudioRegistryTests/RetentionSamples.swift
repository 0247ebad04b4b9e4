import Scoring
import StudioRegistry

/// What can be asked about retention (working rule): who may, and a sample of each command.
enum RetentionSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
