import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: AccessRefusal) -> String {
    switch refusal {
    case .approverOnly(let login, let role):
      "\(login) is of the role “\(self.role(role))”; by the working rule a clerk issues and takes back codes for judges and "
        + "contacts alone. An approver of the bureau sees to the others."
    case .ownAccess(let login):
      "\(login) is your own account; by the working rule nobody issues or takes back a code of his own. Another approver "
        + "does\(hint("studio access issue"))."
    case .tooLong(let until, let latest):
      "A code cannot wait until \(until); by the working rule until \(latest) at the latest. Choose an earlier day; another "
        + "code can be issued then."
    }
  }

  /// What happened to the ways in (working rule); nil for an event of another part.
  func accessEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as AccessIssued: "One-time code issued for account \(names.account(e.account)), valid until \(e.until)"
    case let e as AccessRevoked:
      "Code and password of account \(names.account(e.account)) taken back, and its sessions ended"
    default: nil
    }
  }
}
