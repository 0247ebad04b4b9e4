import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: AccessRefusal) -> String {
    switch refusal {
    case .approverOnly(let login, let role):
      "\(login) 的角色是“\(self.role(role))”；按工作规则，经办人只为评委和工作室联系人发放、收回登录码，其他账号由人力社保局审批人办理。"
    case .ownAccess(let login):
      "\(login) 属于本人；按工作规则，不能为自己发放或收回登录码。请另一位审批人办理\(hint("studio access issue"))。"
    case .tooLong(let until, let latest):
      "登录码不能到 \(until) 才到期；按工作规则，最迟到 \(latest)。请改早到期日，届时可另发登录码。"
    }
  }

  /// What happened to the ways in (working rule); nil for an event of another part.
  func accessEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as AccessIssued: "为账号 \(names.account(e.account)) 发放一次性登录码，有效期至 \(e.until)"
    case let e as AccessRevoked: "收回账号 \(names.account(e.account)) 的登录码、密码，结束其登录"
    default: nil
    }
  }
}
