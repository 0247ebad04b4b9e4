import Scoring
import StudioRegistry

/// What can be asked about funds (Art. 12(5), 19, 20): who may, and a sample of each command.
enum FundsSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
