import Scoring
import Yams

/// Reads the dated, cited parameters of a regulation: of each list the value in force on one day.
struct ParameterReader {
  let day: Day
  let articles: Int

  /// The value of a parameter, a list of `{from, value, source}`.
  func cited<Value>(
    _ key: String, in file: YAMLMapping, also keys: [String] = [], read: (YAMLMapping) -> Value?
  ) -> Cited<Value>? {
    var values: [Cited<Value>] = []
    let nodes = file.list(key)
    for node in nodes {
      let known = ["from", "value", "source"] + keys
      guard let entry = YAMLMapping(node, at: file.place, knowing: known, log: file.log) else { continue }
      let (from, value, source) = (entry.day("from"), read(entry), entry.source(articles: articles))
      guard let from, let value, let source else { continue }
      if values.contains(where: { $0.from == from }) { file.log.add(.duplicateKey("from: \(from)"), at: entry.place) }
      values.append(Cited(value, source: source, from: from))
    }
    let inForce = values.filter { $0.from <= day }.max { $0.from < $1.from }
    if inForce == nil, values.count == nodes.count, let first = values.map(\.from).min() {
      file.log.add(.notInForce(first), at: file.place(of: key))
    }
    return inForce
  }

  func points(_ key: String, in file: YAMLMapping, most: Points?) -> Cited<Points>? {
    cited(key, in: file) { $0.points("value", in: .zero...(most ?? 10_000_000)) }
  }

  func whole(_ key: String, in file: YAMLMapping, _ range: ClosedRange<Int>) -> Cited<Int>? {
    cited(key, in: file) { $0.whole("value", in: range) }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, in file: YAMLMapping) -> Cited<Word>? {
    cited(key, in: file) { entry in
      entry.value("value", expected: .oneOf(Word.allCases.map(\.rawValue))) { Word(rawValue: $0) }
    }
  }

  /// A list of names, each once.
  func names(_ key: String, in file: YAMLMapping) -> Cited<[String]>? {
    cited(key, in: file) { entry in
      var names: [String] = []
      for node in entry.list("value") {
        let place = entry.place.at(node)
        guard let name = node.scalar?.string, name.isIdentifier else {
          entry.log.add(.unexpected(found: node.shortText, expected: .identifier), at: place)
          continue
        }
        if names.contains(name) { entry.log.add(.duplicateID(name), at: place) } else { names.append(name) }
      }
      return names.isEmpty ? nil : names
    }
  }

  func panel(in file: YAMLMapping) -> RuleSet.Panel? {
    guard let node = file.node("panel"),
      let panel = YAMLMapping(node, at: file.place, knowing: ["rule", "per", "minimum"], log: file.log)
    else { return nil }
    let rule = cited("rule", in: panel, also: ["trim"], read: panelRule)
    let scope: Cited<RuleSet.Panel.Scope>? = word("per", in: panel)
    let minimum = whole("minimum", in: panel, 1...1000)
    guard let rule, let scope, let minimum else { return nil }
    if minimum.value < rule.value.needed {
      file.log.add(
        .unexpected(found: "\(minimum.value)", expected: .panelOfAtLeast(rule.value.needed)),
        at: panel.place(of: "minimum"))
    }
    return RuleSet.Panel(rule: rule, scope: scope, minimum: minimum)
  }

  private func panelRule(_ entry: YAMLMapping) -> PanelRule? {
    let names = ["mean", "trimmed-mean", "median"]
    let name = entry.value("value", expected: .oneOf(names)) { names.contains($0) ? $0 : nil }
    guard name == "trimmed-mean" else {
      if name != nil, entry.has("trim") {
        entry.log.add(.unknownKey("trim", nearest: nil), at: entry.place(of: "trim"))
      }
      return name.map { $0 == "mean" ? .mean : .median }
    }
    return entry.whole("trim", in: 1...400).map { .trimmedMean(dropping: $0) }
  }

  /// How rounds run; `minimum` is the fewest sheets that a panel must give, nil where it could not be read.
  func rounds(in file: YAMLMapping, minimum: Int?) -> RuleSet.Rounds? {
    let keys = ["years", "deferral", "panel", "sameUnit", "notice", "answer", "rectification"] + Self.publicNoticeKeys
    guard let node = file.node("rounds"),
      let map = YAMLMapping(node, at: file.place, knowing: keys, log: file.log)
    else { return nil }
    let years = whole("years", in: map, 1...10)
    let deferral = whole("deferral", in: map, 0...120)
    let panel = whole("panel", in: map, 1...999)
    let sameUnit = whole("sameUnit", in: map, 0...50)
    let notice = whole("notice", in: map, 0...365)
    let answer = whole("answer", in: map, 0...365)
    let rectification = whole("rectification", in: map, 1...120)
    let publicNotice = publicNotice(in: map)
    if let panel, panel.value % 2 == 0 || panel.value < minimum ?? 1 {
      file.log.add(
        .unexpected(found: "\(panel.value)", expected: .oddPanelOfAtLeast(minimum ?? 1)), at: map.place(of: "panel"))
    }
    guard let years, let deferral, let panel, let sameUnit, let notice, let answer, let rectification else {
      return nil
    }
    return RuleSet.Rounds(
      years: years, deferral: deferral, panel: panel, sameUnit: sameUnit, notice: notice, answer: answer,
      rectification: rectification, publicNotice: publicNotice)
  }

  /// How excellent studios are picked; `rubrics` are the ids that may decide a tie, nil where they could not be read.
  func excellence(in file: YAMLMapping, rubrics: [String]?, total: Points?) -> RuleSet.Excellence? {
    guard file.has("excellence"), let node = file.node("excellence") else { return nil }
    let keys = ["mark", "share", "base", "least", "award", "ties"]
    guard let map = YAMLMapping(node, at: file.place, knowing: keys, log: file.log) else { return nil }
    let mark = points("mark", in: map, most: total)
    let share = whole("share", in: map, 0...100)
    let base: Cited<RuleSet.Excellence.Base>? = word("base", in: map)
    let least = whole("least", in: map, 0...100_000)
    let award = whole("award", in: map, 0...10_000_000)
    let ties = names("ties", in: map)
    guard let mark, let share, let base, let least, let award, let ties, let rubrics else { return nil }
    let keyed = ties.value.compactMap { name -> RuleSet.Excellence.TieKey? in
      if name == "total" { return .total }
      if let place = rubrics.firstIndex(of: name) { return .rubric(place) }
      let known = ["total"] + rubrics
      file.log.add(.unexpected(found: name, expected: .oneOf(known)), at: map.place(of: "ties"))
      return nil
    }
    return RuleSet.Excellence(
      mark: mark, share: share, base: base, least: least, award: award,
      ties: Cited(keyed, source: ties.source, from: ties.from))
  }
}
