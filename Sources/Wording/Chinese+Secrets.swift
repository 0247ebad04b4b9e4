import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: SecretRefusal) -> String {
    switch refusal {
    case .notCleared(let login, let day):
      "“\(login)”在 \(day) 没有涉密资格，涉密事项只由涉密人员办理（第十七条）。请交由涉密人员办理，或先登记涉密资格\(hint("studio classified clear"))。"
    case .clearedAlready(let login): "“\(login)”已有涉密资格；按工作规则只登记一次，无须再办。"
    case .notStaff(let login): "“\(login)”不是两部门工作人员的账号，涉密事项只由其录入（第四条、第十七条）。请另选账号。"
    case .ownClearance: "不得登记本人的涉密资格（经办、复核分离，第十七条）。请人力社保局另一名审批人办理。"
    case .badToken(let token):
      "“\(token)”不能作为代号；代号只代表涉密成果，不得反映其内容（第十七条）：限 40 个以内的英文字母、数字和连字符。不填则由名册顺次编号。"
    case .tokenUsed(let token, let points):
      "代号“\(token)”已用于 \(points)（不分大小写）；按工作规则同一成果只计一次（第十七条）。请另取代号，或不填，由名册顺次编号。"
    case .unknownReason(let reason, let known):
      "“\(reason)”不在中性理由之列，理由不得反映成果内容（第十七条）。请选其一：\(choices(known))。"
    case .badPoints(let points, let maximum, let rubric):
      "为“\(rubric)”核定了 \(points) 分，应在 0 至其满分 \(maximum) 之间（第十七条、工作规则）。请更正。"
    case .unknownAdjustment(let points):
      "没有核定加分 \(points)；按登记规则只能批准或撤回已录入的。请核对编号\(hint("studio classified list"))。"
    case .adjustmentSettled(let points):
      "\(points) 已批准、已撤回，或撤回正待批准；按工作规则各办一次。请核对办理情况\(hint("studio classified list"))。"
    case .ownAdjustment(let points):
      "\(points) 由您或您所代理的人录入或申请撤回；按经办、复核分离的规定，须由另一名涉密人员批准（第十七条）。请交由他人办理。"
    case .adjustmentOpen(let points):
      "\(points) 尚待另一名涉密人员批准；按工作规则核定加分全部办结后方可结束评分（第十七条）。"
        + "请先批准或撤回\(hint("studio classified approve", "studio classified withdraw"))。"
    }
  }

  /// What happened to secrets (Art. 17); nil for an event of another part.
  func secretsEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ClearanceGranted: "\(names.account(e.account)) 具有涉密资格（第十七条）"
    case let e as ClearanceWithdrawn: "收回 \(names.account(e.account)) 的涉密资格（第十七条）"
    case let e as AdjustmentEntered:
      "\(names.studio(e.studio)) 涉密成果（代号“\(e.token)”）：考核评估 \(e.round) 的“\(label(.rubric, e.rubric, names))”线下核定加 \(e.points) 分，"
        + "理由：\(e.words.zh)（第十七条）"
    case let e as AdjustmentApproved:
      "\(names.studio(e.studio)) 在考核评估 \(e.round) 的核定加分 \(e.adjustment) 经另一名涉密人员批准（第十七条）"
    case let e as AdjustmentWithdrawalAsked:
      "申请撤回 \(names.studio(e.studio)) 在考核评估 \(e.round) 的核定加分 \(e.adjustment)（第十七条）"
    case let e as AdjustmentWithdrawn:
      "\(names.studio(e.studio)) 在考核评估 \(e.round) 的核定加分 \(e.adjustment) 已撤回（第十七条）"
    default: nil
    }
  }

  func state(_ state: CertifiedPoints.State) -> String {
    switch state {
    case .entered: "待另一名涉密人员批准"
    case .approved: "计入"
    case .withdrawing: "计入，撤回待批准"
    case .withdrawn: "已撤回"
    }
  }
}
