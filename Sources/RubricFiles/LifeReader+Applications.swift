import Scoring
import Yams

extension LifeReader {
  /// `life/applications.yaml`.
  func applications() -> RuleSet.Applications? {
    let keys = [
      "kinds", "fields", "materials", "conditions", "special", "unitRule", "branches", "notice", "answer", "review",
    ]
    guard let file = file("applications", knowing: keys) else { return nil }
    let before = log.findings.count
    let kinds = items("kinds", in: file) { choice($0, knowing: []) }
    let fields = items("fields", in: file) { choice($0, knowing: []) }
    let materials = items("materials", in: file, read: material)
    let conditions = items("conditions", in: file, read: condition)
    let special = reader.whole("special", in: file, 0...max(0, conditions.count(where: \.isSpecial)))
    let unitRule: Cited<RuleSet.Applications.UnitRule>? = reader.word("unitRule", in: file)
    let branches: Cited<RuleSet.Applications.BranchRule>? = reader.word("branches", in: file)
    let notice = reader.whole("notice", in: file, 1...365)
    let answer = reader.whole("answer", in: file, 1...365)
    let review = review(in: file)
    unique(kinds.map(\.id), fields.map(\.id), materials.map(\.id), conditions.map(\.id), in: file)
    guard let special, let unitRule, let branches, let notice, let answer, log.findings.count == before else {
      return nil
    }
    return RuleSet.Applications(
      kinds: kinds, fields: fields, materials: materials, conditions: conditions, special: special,
      unitRule: unitRule, branches: branches, notice: notice, answer: answer, review: review)
  }

  private func items<Item>(_ key: String, in file: YAMLMapping, read: (Node) -> Item?) -> [Item] {
    file.list(key).compactMap(read)
  }

  /// Each list has every id once.
  private func unique(_ lists: [String]..., in file: YAMLMapping) {
    for (ids, key) in zip(lists, ["kinds", "fields", "materials", "conditions"]) {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted { log.add(.duplicateID(id), at: file.place(of: key)) }
    }
  }

  /// `{id, title, source}`, with what else the item has.
  private func entry(_ node: Node, knowing keys: [String]) -> (RuleSet.Applications.Choice, YAMLMapping)? {
    let place = Place(file: "\(folder)/applications.yaml")
    guard let map = YAMLMapping(node, at: place, knowing: ["id", "title", "source"] + keys, log: log) else {
      return nil
    }
    let id = map.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
    let (title, source) = (map.bilingual("title"), map.source(articles: reader.articles))
    guard let id, let title, let source else { return nil }
    return (RuleSet.Applications.Choice(id: id, title: title, source: source), map)
  }

  private func choice(_ node: Node, knowing keys: [String]) -> RuleSet.Applications.Choice? {
    entry(node, knowing: keys)?.0
  }

  private func material(_ node: Node) -> RuleSet.Applications.Material? {
    guard let (item, map) = entry(node, knowing: ["required", "personal", "characters"]) else { return nil }
    let isRequired = yes("required", in: map, otherwise: nil)
    let isPersonal = yes("personal", in: map, otherwise: false)
    let characters = map.has("characters") ? bounds("characters", in: map) : nil
    guard let isRequired, let isPersonal else { return nil }
    return RuleSet.Applications.Material(
      id: item.id, title: item.title, source: item.source, isRequired: isRequired, isPersonal: isPersonal,
      characters: characters)
  }

  private func condition(_ node: Node) -> RuleSet.Applications.Condition? {
    typealias Condition = RuleSet.Applications.Condition
    let keys = ["subject", "special", "waivable", "proof"] + Condition.Measure.Kind.allCases.map(\.rawValue)
    guard let (item, map) = entry(node, knowing: keys) else { return nil }
    let subject = map.value("subject", expected: .oneOf(Condition.Subject.allCases.map(\.rawValue))) {
      Condition.Subject(rawValue: $0)
    }
    let proof =
      !map.has("proof")
      ? .shown
      : map.value("proof", expected: .oneOf(Condition.Proof.allCases.map(\.rawValue))) { Condition.Proof(rawValue: $0) }
    let isSpecial = yes("special", in: map, otherwise: false)
    let isWaivable = yes("waivable", in: map, otherwise: false)
    let measures = Condition.Measure.Kind.allCases.filter { map.has($0.rawValue) }.compactMap { kind in
      bounds(kind.rawValue, in: map).map { Condition.Measure(kind, $0) }
    }
    guard let subject, let proof, let isSpecial, let isWaivable else { return nil }
    return Condition(
      id: item.id, title: item.title, source: item.source, subject: subject, isSpecial: isSpecial,
      isWaivable: isWaivable, proof: proof, measure: measures.first)
  }

  /// `yes` or `no`; what holds where the key is not there, nil where it has to be.
  private func yes(_ key: String, in map: YAMLMapping, otherwise: Bool?) -> Bool? {
    if let otherwise, !map.has(key) { return otherwise }
    return map.value(key, expected: .oneOf(["yes", "no"])) { ["yes": true, "no": false][$0] }
  }

  /// `{least: 3, most: 15}`, either of which may be left out.
  private func bounds(_ key: String, in map: YAMLMapping) -> RuleSet.Applications.Bounds? {
    guard let node = map.node(key),
      let inner = YAMLMapping(node, at: map.place, knowing: ["least", "most"], log: log)
    else { return nil }
    let least = inner.has("least") ? inner.whole("least", in: 0...1_000_000) : 0
    guard let least, let most = inner.has("most") ? inner.whole("most", in: least...1_000_000) : 1_000_000 else {
      return nil
    }
    return RuleSet.Applications.Bounds(least: least, most: most)
  }

  /// The review's rubric, `life/application-review.yaml` where it is named so; its criteria are judged, for nothing is measured yet.
  private func review(in file: YAMLMapping) -> RuleSet.Applications.Review? {
    guard file.has("review"), let node = file.node("review"),
      let map = YAMLMapping(node, at: file.place, knowing: ["rubric", "passMark", "use"], log: log)
    else { return nil }
    let use: Cited<RuleSet.Applications.Review.Use>? = reader.word("use", in: map)
    guard let id = map.value("rubric", expected: .identifier, read: { $0.isIdentifier ? $0 : nil }),
      let none = try? ModuleRegistry([])
    else { return nil }
    var seen: Set<String> = []
    let rubric = RubricReader(
      path: "\(folder)/\(id).yaml", id: id, day: reader.day, levels: 0, articles: reader.articles, modules: none,
      log: log
    ).read(seen: &seen)
    let passMark = reader.points("passMark", in: map, most: rubric?.maximum)
    guard let rubric, let passMark, let use else { return nil }
    return RuleSet.Applications.Review(rubric: rubric, passMark: passMark, use: use)
  }
}
