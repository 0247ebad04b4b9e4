import Scoring

extension LifeReader {
  /// `life/apprentices.yaml`.
  func apprentices() -> RuleSet.Apprentices? {
    guard let file = file("apprentices", knowing: ["months", "grades"]) else { return nil }
    let months = reader.whole("months", in: file, 0...120)
    var grades: [RuleSet.Apprentices.Grade] = []
    for node in file.list("grades") {
      let keys = ["id", "label", "source"]
      guard let entry = YAMLMapping(node, at: file.place, knowing: keys, log: log) else { continue }
      let id = entry.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
      let (label, source) = (entry.bilingual("label"), entry.source(articles: reader.articles))
      guard let id, let label, let source else { continue }
      if grades.contains(where: { $0.id == id }) { log.add(.duplicateID(id), at: entry.place) }
      grades.append(RuleSet.Apprentices.Grade(id: id, label: label, source: source))
    }
    guard let months, !grades.isEmpty else { return nil }
    return RuleSet.Apprentices(months: months, grades: grades)
  }
}
