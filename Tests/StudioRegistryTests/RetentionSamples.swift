import Scoring
import StudioRegistry

/// What can be asked about retention (working rule): who may, and a sample of each command.
enum RetentionSamples {
  /// Only the bureau's approver, who also erases.
  static let permissions: [(CommandName, String)] = [(.placeHold, "a"), (.releaseHold, "a")]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    [PlaceHold(.studio(desk.studio("YY001")), reason: "行政诉讼"), ReleaseHold(ID(9), reason: "判决生效")]
  }
}
