import Scoring

@testable import StudioRegistry

/// One of everything that there is about ways in (working rule).
extension RegisterSamples {
  var accessRefusals: [AccessRefusal] {
    [.approverOnly("clerk-1", role: .bureauClerk), .ownAccess("clerk-1"), .tooLong(day, latest: day)]
  }

  var accessEvents: [any Event] {
    [AccessIssued(account: judge, until: day), AccessRevoked(account: judge)]
  }
}
