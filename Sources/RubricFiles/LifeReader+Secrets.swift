import Scoring

extension LifeReader {
  /// `life/secrets.yaml`: the neutral reasons.
  func secrets() -> RuleSet.Secrets? {
    guard let file = file("secrets", knowing: ["reasons"]) else { return nil }
    var reasons: [RuleSet.NeutralReason] = []
    for node in file.list("reasons") {
      guard let entry = YAMLMapping(node, at: file.place, knowing: ["id", "title", "source"], log: log) else {
        continue
      }
      let id = entry.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
      let (title, source) = (entry.bilingual("title"), entry.source(articles: reader.articles))
      guard let id, let title, let source else { continue }
      if reasons.contains(where: { $0.id == id }) { log.add(.duplicateID(id), at: entry.place(of: "id")) }
      reasons.append(RuleSet.NeutralReason(id: id, title: title, source: source))
    }
    return reasons.isEmpty ? nil : RuleSet.Secrets(reasons: reasons)
  }
}
