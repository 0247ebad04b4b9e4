import Scoring
import Yams

extension LifeReader {
  /// `life/care.yaml`.
  func care() -> RuleSet.Care? {
    let days = ["agreement", "plaque", "officers", "review", "giveBack"]
    guard let file = file("care", knowing: days + ["team", "years", "qualifications", "archive", "reports"]) else {
      return nil
    }
    let limits = days.map { reader.whole($0, in: file, 1...365) }
    let team = team(in: file)
    let years = reader.whole("years", in: file, 0...60)
    let qualifications = items("qualifications", in: file, also: ["enough"]) { item, id, title, source in
      yesOrNo("enough", in: item).map {
        RuleSet.Care.Qualification(id: id, title: title, isEnough: $0, source: source)
      }
    }
    let archive = items("archive", in: file) { RuleSet.Care.Kind(id: $1, title: $2, source: $3) }
    let reports = items("reports", in: file, also: ["by", "days", "every"], read: report)
    let found = limits.compactMap(\.self)
    guard found.count == days.count, let team, let years, let qualifications, let archive, let reports else {
      return nil
    }
    return RuleSet.Care(
      agreement: found[0], plaque: found[1], officers: found[2], review: found[3], giveBack: found[4], team: team,
      years: years, qualifications: qualifications, archive: archive, reports: reports)
  }

  private func team(in file: YAMLMapping) -> RuleSet.Care.Team? {
    guard let node = file.node("team"),
      let map = YAMLMapping(node, at: file.place, knowing: ["least", "most"], log: log)
    else { return nil }
    guard let least = reader.whole("least", in: map, 0...1000) else { return nil }
    guard let most = reader.whole("most", in: map, least.value...1000) else { return nil }
    return RuleSet.Care.Team(least: least, most: most)
  }

  private func report(
    _ item: YAMLMapping, _ id: String, _ title: Text, _ source: Source
  ) -> RuleSet.Care.Report? {
    let authors = RuleSet.Care.Author.allCases.map(\.rawValue)
    let by = item.value("by", expected: .oneOf(authors)) { RuleSet.Care.Author(rawValue: $0) }
    let days = item.has("days") ? item.whole("days", in: 1...365) : nil
    let every = item.has("every") ? item.whole("every", in: 1...120) : nil
    return by.map { RuleSet.Care.Report(id: id, title: title, by: $0, days: days, every: every, source: source) }
  }

  /// The items of a list, each with an id of its own, a title in both languages and its source.
  private func items<Item>(
    _ key: String, in file: YAMLMapping, also keys: [String] = [],
    read: (YAMLMapping, String, Text, Source) -> Item?
  ) -> [Item]? {
    var ids: Set<String> = []
    let nodes = file.list(key)
    let items = nodes.compactMap { node -> Item? in
      let known = ["id", "title", "source"] + keys
      guard let item = YAMLMapping(node, at: file.place, knowing: known, log: log) else { return nil }
      let id = item.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
      let (title, source) = (item.bilingual("title"), item.source(articles: reader.articles))
      guard let id, let title, let source else { return nil }
      if !ids.insert(id).inserted { log.add(.duplicateID(id), at: item.place(of: "id")) }
      return read(item, id, title, source)
    }
    return items.isEmpty || items.count != nodes.count ? nil : items
  }

  /// `yes` or `no`.
  func yesOrNo(_ key: String, in map: YAMLMapping) -> Bool? {
    map.value(key, expected: .yesOrNo) { ["yes": true, "no": false][$0] }
  }
}
