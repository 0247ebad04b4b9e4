import Scoring
import StudioRegistry

/// What can be asked about ways in (working rule): who may, and a sample of each command.
enum AccessSamples {
  static let permissions: [(CommandName, String)] = [(.issueAccess, "ca"), (.revokeAccess, "ca")]

  static func commands(_ desk: Desk) -> [any Command] {
    [IssueAccess([desk.account("J1"), desk.account("J2")], until: "2026-02-01"), RevokeAccess(desk.account("J1"))]
  }
}
