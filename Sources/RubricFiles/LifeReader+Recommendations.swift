import Scoring
import Yams

extension LifeReader {
  /// `life/recommendations.yaml`.
  func recommendations() -> RuleSet.Recommendations? {
    guard let file = file("recommendations", knowing: ["conditions", "targets"]) else { return nil }
    let conditions = conditions(in: file)
    let targets = targets(in: file, among: conditions.map(\.id))
    guard !conditions.isEmpty, !targets.isEmpty else { return nil }
    return RuleSet.Recommendations(conditions: conditions, targets: targets)
  }

  private func conditions(in file: YAMLMapping) -> [RuleSet.Recommendations.Condition] {
    var conditions: [RuleSet.Recommendations.Condition] = []
    let subjects = RuleSet.Recommendations.Subject.allCases.map(\.rawValue)
    for node in file.list("conditions") {
      let keys = ["id", "label", "about", "source"]
      guard let entry = YAMLMapping(node, at: file.place, knowing: keys, log: log) else { continue }
      let id = entry.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
      let about = entry.value("about", expected: .oneOf(subjects)) { RuleSet.Recommendations.Subject(rawValue: $0) }
      let (label, source) = (entry.bilingual("label"), entry.source(articles: reader.articles))
      guard let id, let about, let label, let source else { continue }
      if conditions.contains(where: { $0.id == id }) { log.add(.duplicateID(id), at: entry.place(of: "id")) }
      conditions.append(RuleSet.Recommendations.Condition(id: id, label: label, about: about, source: source))
    }
    return conditions
  }

  private func targets(in file: YAMLMapping, among known: [String]) -> [RuleSet.Recommendations.Target] {
    var targets: [RuleSet.Recommendations.Target] = []
    for node in file.list("targets") {
      let keys = ["id", "label", "conditions", "source"]
      guard let entry = YAMLMapping(node, at: file.place, knowing: keys, log: log) else { continue }
      let id = entry.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
      let (label, source) = (entry.bilingual("label"), entry.source(articles: reader.articles))
      let conditions = needed(in: entry, among: known)
      guard let id, let label, let source, !conditions.isEmpty else { continue }
      if targets.contains(where: { $0.id == id }) { log.add(.duplicateID(id), at: entry.place(of: "id")) }
      targets.append(RuleSet.Recommendations.Target(id: id, label: label, conditions: conditions, source: source))
    }
    return targets
  }

  /// The conditions of a target, each once and each defined.
  private func needed(in entry: YAMLMapping, among known: [String]) -> [String] {
    var needed: [String] = []
    for node in entry.list("conditions") {
      guard let id = node.scalar?.string, known.contains(id) else {
        log.add(.unexpected(found: node.shortText, expected: .oneOf(known)), at: entry.place.at(node))
        continue
      }
      if needed.contains(id) { log.add(.duplicateID(id), at: entry.place.at(node)) } else { needed.append(id) }
    }
    return needed
  }
}
