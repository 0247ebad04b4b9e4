import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: CancellationRefusal) -> String {
    switch refusal {
    case .expertAvailable(let code): "工作室 \(code) 没有命名专家不能履职的登记（第十五条）。请先登记事实（studio expert unavailable）。"
    case .notAllowedFor(let code, _, _): "按第十五条，工作室 \(code) 所登记的原因不能这样办理。"
    }
  }

  /// What happened to cancellation (Art. 14, 15, 20); nil for an event of another part.
  func cancellationEvent(_ event: any Event, _ names: Names) -> String? {
    nil
  }
}
