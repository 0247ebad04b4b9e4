import Scoring

extension LifeReader {
  /// `life/cancellation.yaml`.
  func cancellation() -> RuleSet.Cancellation? {
    guard let file = file("cancellation", knowing: ["grounds", "statement", "remedies"]) else { return nil }
    let grounds = file.list("grounds").compactMap { node in
      YAMLMapping(node, at: file.place, knowing: ["id", "basis", "title", "wording", "source"], log: log)
        .flatMap(ground)
    }
    let remedies = file.list("remedies").compactMap { node in
      YAMLMapping(node, at: file.place, knowing: ["id", "title", "body", "limit", "law", "act"], log: log).flatMap(
        remedy)
    }
    let statement = reader.whole("statement", in: file, 1...365)
    let ids = Dictionary(grouping: grounds.map(\.id) + remedies.map(\.id), by: \.self)
    for id in ids.filter({ $0.value.count > 1 }).keys.sorted() { log.add(.duplicateID(id), at: file.place) }
    guard let statement, !grounds.isEmpty, !remedies.isEmpty else { return nil }
    return RuleSet.Cancellation(grounds: grounds, statement: statement, remedies: remedies)
  }

  private func ground(_ entry: YAMLMapping) -> RuleSet.Cancellation.Ground? {
    let bases = RuleSet.Cancellation.Basis.allCases.map(\.rawValue)
    let id = entry.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
    let basis = entry.value("basis", expected: .oneOf(bases)) { RuleSet.Cancellation.Basis(rawValue: $0) }
    let (title, wording) = (entry.bilingual("title"), entry.bilingual("wording"))
    let source = entry.source(articles: reader.articles)
    guard let id, let basis, let title, let wording, let source else { return nil }
    return RuleSet.Cancellation.Ground(id: id, basis: basis, title: title, wording: wording, source: source)
  }

  private func remedy(_ entry: YAMLMapping) -> RuleSet.Cancellation.Remedy? {
    let id = entry.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
    let (title, body) = (entry.bilingual("title"), entry.bilingual("body"))
    let (limit, law) = (entry.bilingual("limit"), entry.bilingual("law"))
    let act = entry.bilingual("act")
    guard let id, let title, let body, let limit, let law, let act else { return nil }
    return RuleSet.Cancellation.Remedy(id: id, title: title, body: body, limit: limit, law: law, act: act)
  }
}
