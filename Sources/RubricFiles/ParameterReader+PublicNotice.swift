import Scoring

extension ParameterReader {
  static let publicNoticeKeys = ["showScores", "showUnqualified", "showNames", "objectTo"]

  /// What public notices say, a key of `rounds` each; nil where there is none of them.
  func publicNotice(in map: YAMLMapping) -> RuleSet.PublicNotice? {
    guard Self.publicNoticeKeys.contains(where: map.has) else { return nil }
    return RuleSet.PublicNotice(
      scores: yesOrNo("showScores", in: map), unqualified: yesOrNo("showUnqualified", in: map),
      names: yesOrNo("showNames", in: map),
      channels: map.has("objectTo") ? cited("objectTo", in: map) { $0.bilingual("value") } : nil)
  }

  private func yesOrNo(_ key: String, in map: YAMLMapping) -> Cited<Bool>? {
    guard map.has(key) else { return nil }
    return cited(key, in: map) { entry in
      entry.value("value", expected: .yesOrNo) { ["yes": true, "no": false][$0] }
    }
  }
}
