import Scoring
import StudioRegistry

/// What can be asked about recommendation (Art. 7, 13, 22): who may, and a sample of each command.
enum RecommendationSamples {
  static let permissions: [(CommandName, String)] = []

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    []
  }
}
