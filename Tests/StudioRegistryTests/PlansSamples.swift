import Scoring
import StudioRegistry

/// What can be asked about plans (Art. 16): who may, and a sample of each command.
enum PlansSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
