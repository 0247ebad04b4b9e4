import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: RectificationRefusal) -> String {
    switch refusal {
    case .notRectifying(let code): "工作室 \(code) 不在整改中；整改只适用于经确认考核评估不合格的工作室（第二十条）。请核对\(hint("studio rectify list"))。"
    case .servedAlready(let code, let day): "工作室 \(code) 的整改通知已于 \(day) 送达，整改期由此起算（第二十条），只送达一次。无须再办，请核对编号。"
    case .notServed(let code): "工作室 \(code) 的整改通知尚未送达，整改期（第二十条）还没有起算。请先送达并登记\(hint("studio rectify serve"))。"
    case .stillRectifying(let code, let until, let source):
      "工作室 \(code) 的整改期至 \(until)，期满后才能复评（\(self.source(source))）。请在 \(until) 之后办理。"
    case .secondOpened(let code, let round): "工作室 \(code) 的复评已经开启，编号 \(round)，不重复开启（第二十条）。请在该轮中办理。"
    case .differentRounds: "所选工作室不是在同一轮中不合格的；复评按各自原轮的规则进行（第二十条、工作规则）。请按原轮次分别办理。"
    case .noSecondFailure(let code): "工作室 \(code) 没有整改后仍不合格的结果；整改仍不合格的才取消称号（第二十条）。须先完成复评并确认结果。"
    }
  }
}
