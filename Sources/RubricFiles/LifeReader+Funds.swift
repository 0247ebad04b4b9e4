import Scoring

extension LifeReader {
  /// `life/funds.yaml`.
  func funds() -> RuleSet.Funds? {
    guard let file = file("funds", knowing: ["subsidy", "match", "yearly", "purposes", "levels"]) else { return nil }
    let subsidy = grant("subsidy", also: ["origin"], in: file)
    let origin = subsidy?.map.cited(text: "origin", reader)
    let match = grant("match", also: [], in: file)
    let yearly = mapping("yearly", knowing: ["amount", "first"], in: file)
    let amount = yearly.flatMap { reader.whole("amount", in: $0, 0...Self.mostYuan) }
    let first = yearly.flatMap { reader.whole("first", in: $0, 1...10) }
    let purposes = choices("purposes", reserved: ["other"], in: file)
    let levels = choices("levels", reserved: [], in: file)
    guard let subsidy = subsidy?.grant, let origin, let match = match?.grant, let amount, let first, !purposes.isEmpty,
      !levels.isEmpty
    else { return nil }
    return RuleSet.Funds(
      subsidy: subsidy, origin: origin, match: match, yearly: amount, firstYear: first, purposes: purposes,
      levels: levels)
  }

  private static let mostYuan = 10_000_000

  private func mapping(_ key: String, knowing keys: [String], in file: YAMLMapping) -> YAMLMapping? {
    file.node(key).flatMap { YAMLMapping($0, at: file.place, knowing: keys, log: log) }
  }

  /// A sum with its term, and the mapping in which more may stand.
  private func grant(
    _ key: String, also keys: [String], in file: YAMLMapping
  ) -> (grant: RuleSet.Funds.Grant?, map: YAMLMapping)? {
    guard let map = mapping(key, knowing: ["amount", "within"] + keys, in: file) else { return nil }
    let amount = reader.whole("amount", in: map, 1...Self.mostYuan)
    let within = reader.whole("within", in: map, 0...10)
    guard let amount, let within else { return (nil, map) }
    return (RuleSet.Funds.Grant(yuan: amount, within: within), map)
  }

  /// A list of choices, each id once.
  private func choices(_ key: String, reserved: [String], in file: YAMLMapping) -> [RuleSet.Funds.Choice] {
    var choices: [RuleSet.Funds.Choice] = []
    for node in file.list(key) {
      guard let entry = YAMLMapping(node, at: file.place, knowing: ["id", "label", "source"], log: log) else {
        continue
      }
      let id = entry.value("id", expected: .identifier) { $0.isIdentifier && !reserved.contains($0) ? $0 : nil }
      let (label, source) = (entry.bilingual("label"), entry.source(articles: reader.articles))
      guard let id, let label, let source else { continue }
      if choices.contains(where: { $0.id == id }) { log.add(.duplicateID(id), at: entry.place(of: "id")) }
      choices.append(RuleSet.Funds.Choice(id: id, label: label, source: source))
    }
    return choices
  }
}

extension YAMLMapping {
  /// A text in both languages with the day from which it holds and its source.
  fileprivate func cited(text key: String, _ reader: ParameterReader) -> Cited<Text>? {
    reader.cited(key, in: self) { $0.bilingual("value") }
  }
}
