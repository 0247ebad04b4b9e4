import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: RetentionRefusal) -> String {
    switch refusal {
    case .unknownHold(let hold): "没有编号为 \(hold) 的暂缓删除；按工作规则，只能解除已登记的。请核对\(hint("studio retention holds"))。"
    case .holdReleased(let hold, let day):
      "\(hold) 已于 \(day) 解除；按工作规则，解除后不再恢复。确有需要的，请重新登记\(hint("studio retention hold"))。"
    case .applying(let person, let application):
      "人员 \(person) 是申报 \(application) 的拟命名专家，申报尚未办结；按工作规则，办结（第八条）前不删除个人信息。"
        + "请先确认或者不予确认，或者登记撤回\(hint("studio application withdraw"))。"
    case .held(let person, let hold):
      "人员 \(person) 的个人信息因 \(hold) 暂缓删除；按工作规则，争议期间不删除。争议了结后请先解除\(hint("studio retention release"))。"
    case .disputed(let person, let dispute):
      "\(dispute) 尚未办结，涉及人员 \(person) 或其工作室；按工作规则，争议期间不删除个人信息。须待其答复或作出决定后办理。"
    case .kept(let person, let title, nil, let source):
      "人员 \(person) 的个人信息因“\(title.zh)”永久保存（\(self.source(source))）。除保存外不作其他使用\(hint("studio person show"))。"
    case .kept(let person, let title, let day?, let source):
      "人员 \(person) 的个人信息因“\(title.zh)”保存至 \(day)（\(self.source(source))）。须待期满后办理\(hint("studio person show"))。"
    }
  }

  /// What happened to retention (working rule); nil for an event of another part.
  func retentionEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as HoldPlaced:
      "暂缓删除" + (e.person.map(names.person) ?? e.studio.map { "\(names.studio($0)) 全部人员" } ?? "—") + "的个人信息：\(e.reason)"
    case let e as HoldReleased: "解除暂缓删除 \(e.hold)：\(e.reason)"
    default: nil
    }
  }
}
