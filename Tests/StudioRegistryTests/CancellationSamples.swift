import Scoring
import StudioRegistry

/// What can be asked about cancellation (Art. 14, 15, 20): who may, and a sample of each command.
enum CancellationSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
