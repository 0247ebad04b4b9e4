import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: PaperSheetRefusal) -> String {
    switch refusal {
    case .notEntered(let judge, let studio, let rubric):
      "评委 \(judge) 对工作室 \(studio) 的评分表“\(rubric)”没有由经办人录入过；按经办、复核分离的规定，纸质评分表由一人录入、另一人再录入核对。请先录入\(hint("studio round sheet"))。"
    case .own(let judge, let studio, let rubric):
      "评委 \(judge) 对工作室 \(studio) 的评分表“\(rubric)”由您（或您所代理的人）录入；按经办、复核分离的规定，须由另一人再录入一次。请由另一名经办人办理。"
    case .differ(let judge, let differences):
      "评委 \(judge) 的纸质评分表两次录入不一致：\(differences.map(difference).joined(separator: "；"))。"
        + "按经办、复核分离的规定，两次一致方可视同签名，本次未登记。请对照原件更正：再录入一次，或更正首次录入\(hint("studio round sheet"))。"
    }
  }

  private func difference(_ found: PaperDifference) -> String {
    "\(found.studio) \(found.criterion)（首次 \(entry(found.first))，再次 \(entry(found.second))）"
  }

  private func entry(_ entry: PaperDifference.Entry) -> String {
    (entry.marks?.description ?? "未填") + (entry.reason.map { "“\($0)”" } ?? "")
  }
}
