import Scoring
import StudioRegistry

extension Chinese {
  func party(_ party: Due.Party) -> String {
    switch party {
    case .bureau: "人力社保局"
    case .departments: "两部门"
    case .unit: "所在单位"
    case .studio: "工作室"
    }
  }

  func role(_ role: Role) -> String {
    switch role {
    case .bureauClerk: "人力社保局经办人"
    case .bureauApprover: "人力社保局审批人"
    case .organisationClerk: "组织部经办人"
    case .organisationApprover: "组织部审批人"
    case .supervisor: "监督人员"
    case .judge: "评委"
    case .contact: "工作室联系人"
    case .department: "主管部门"
    }
  }

  func standing(_ standing: Studio.Standing) -> String {
    switch standing {
    case .inCare: "在册"
    case .rectifying: "整改中"
    case .cancelled: "已取消"
    case .suspended: "暂停"
    case .ended: "终止"
    }
  }

  func move(_ move: Studio.Move) -> String {
    switch move {
    case .fail: "不合格限期整改"
    case .pass: "复评合格"
    case .suspend: "暂停"
    case .resume: "恢复开展活动"
    case .cancel: "取消"
    case .end: "终止"
    case .restore: "取消决定被纠正后恢复"
    }
  }

  func stage(_ stage: Round.Stage) -> String {
    switch stage {
    case .marking: "打分"
    case .closed: "已汇总"
    case .published: "已公示"
    case .confirmed: "已确认"
    case .abandoned: "已作废"
    }
  }

  func relation(_ relation: JudgeRecused.Relation) -> String {
    switch relation {
    case .sameUnit: "同单位"
    case .kin: "亲属"
    case .masterAndApprentice: "师徒"
    case .jointProject: "共同承担项目"
    case .other: "其他关系"
    }
  }

  func origin(_ origin: JudgeRecused.Origin) -> String {
    switch origin {
    case .declared: "评委申报"
    case .entered: "人力社保局登记"
    case .found: "名册查出"
    }
  }

  func why(_ why: EarlierSheet.Why) -> String {
    switch why {
    case .returned: "退回评委"
    case .replaced: "更换评委"
    case .recused: "评委回避"
    }
  }

  func state(_ state: EvidenceItem.State) -> String {
    switch state {
    case .entered: "待核实"
    case .verified(_, let day): "\(day) 已核实"
    case .rejected(let reason): "不予认定：\(reason)"
    }
  }

  /// What the rules call something, or its id where they do not have it any more.
  func label(_ kind: Labelled, _ id: String, _ names: Names) -> String { names.label(kind, id)?.zh ?? id }

  /// The years of a period as one says them: `2024—2025年`.
  func years(_ period: Period) -> String {
    let (first, last) = (period.years.lowerBound, period.years.upperBound)
    return first == last ? "\(first)年" : span(first, last) + "年"
  }

  func span(_ first: some CustomStringConvertible, _ last: some CustomStringConvertible) -> String {
    "\(first)—\(last)"
  }

  /// Money that is kept in fen, in the regulation's own words: `2万元`, and in yuan where it is no round sum.
  func yuan(_ fen: Int) -> String {
    if fen < 0 { return "−" + yuan(-fen) }
    let (whole, rest) = (fen / 100, fen % 100)
    if rest == 0, whole > 0, whole % 10_000 == 0 { return "\(whole / 10_000)万元" }
    return "\(whole)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)") + "元"
  }

  /// At most seven things by name, a whole panel; the rest by their number.
  func list(_ items: [String], by separator: String = "、") -> String {
    let shown = items.prefix(7).joined(separator: separator)
    return items.count > 7 ? "\(shown) 等共 \(items.count) 个" : shown
  }
}
