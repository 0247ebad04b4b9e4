import Scoring
import StudioRegistry

extension Chinese {
  func refusal(_ refusal: RecommendationRefusal) -> String {
    switch refusal {
    case .unknownCondition(let condition, let known):
      "规则中没有推荐条件“\(condition)”（第七条、第二十二条）。请从下列各项中选择：\(choices(known))。"
    case .unknownTarget(let target, let known):
      "规则中没有推荐项目“\(target)”（第七条、第二十二条）。请从下列各项中选择：\(choices(known))。"
    case .notInCare(let code, let standing):
      "工作室 \(code) 当前状态为“\(self.standing(standing))”；按工作规则，只推荐正常开展活动的工作室（第七条、第二十二条）。请核对\(hint("studio studios show"))。"
    case .lacking(let code, let target, let notMet, let notShown):
      "工作室 \(code) 尚不能推荐为\(target.zh)：各项条件均须认定符合（第七条、第二十二条）。"
        + [
          notMet.isEmpty ? nil : "不符合：\(notMet.map(\.zh).joined(separator: "；"))。",
          notShown.isEmpty ? nil : "尚未认定：\(notShown.map(\.zh).joined(separator: "；"))。",
        ].compactMap(\.self).joined() + "请登记认定情况\(hint("studio recommend find"))。"
    case .recommendedAlready(let code, let target, let day):
      "工作室 \(code) 已于 \(day) 推荐为\(target.zh)，尚待结果或已获批；按工作规则不重复推荐（第七条、第二十二条）。请登记结果\(hint("studio recommend result"))。"
    case .notRecommended(let code, let target):
      "工作室 \(code) 没有待答复的“\(target.zh)”推荐（第七条、第二十二条）。请先登记推荐\(hint("studio recommend make"))。"
    }
  }

  /// What happened to recommendation (Art. 7, 13, 22); nil for an event of another part.
  func recommendationEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as CandidacyFound:
      "认定 \(names.studio(e.studio))（命名专家\(names.person(e.expert))）\(e.isMet ? "符合" : "不符合")条件“\(e.condition.label.zh)”：\(e.note)"
    case let e as StudioRecommended:
      "推荐 \(names.studio(e.studio))（命名专家\(names.person(e.expert))）为\(e.target.label.zh)（\(source(e.target.source))），依据：\(e.document)"
    case let e as RecommendationAnswered:
      "\(names.studio(e.studio)) 推荐为\(e.target.label.zh)，结果：\(e.isGranted ? "获批" : "未获批")，依据：\(e.document)"
    default: nil
    }
  }

  func conditionState(_ state: ConditionState) -> String {
    switch state {
    case .met: "符合"
    case .notMet: "不符合"
    case .notShown: "尚未认定"
    }
  }
}
