import Scoring
import Yams

/// Reads `regulation.yaml` and the rubrics that it lists into a rule set as in force on one day.
struct RegulationReader {
  let folder: RuleSetFolder
  let day: Day
  let modules: ModuleRegistry
  let log: FindingLog

  private static let keys = [
    "id", "title", "document", "articles", "authority", "total", "passMark", "levels", "panel", "excellence", "rounds",
    "rubrics",
  ]

  func read() -> RuleSet? {
    guard let (file, reader) = open() else { return nil }
    let id = file.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
    let title = file.bilingual("title")
    let document = file.text("document")
    let total = reader.points("total", in: file, most: nil)
    let passMark = reader.points("passMark", in: file, most: total?.value)
    let levels = reader.whole("levels", in: file, 2...20)
    let panel = reader.panel(in: file)
    let listed = reader.names("rubrics", in: file)
    let rubrics = rubrics(listed: listed, levels: levels?.value ?? 0, reader: reader)
    let excellence = reader.excellence(in: file, rubrics: listed?.value, total: total?.value)
    let authority = authority(in: file)
    let rounds = reader.rounds(in: file, minimum: panel?.minimum.value)
    let life = LifeReader(folder: folder.lifeFolder, reader: reader, log: log).read()
    checkSum(rubrics, total: total, in: file)
    guard let id, let title, let document, let total, let passMark, let panel, let authority, let rounds else {
      return nil
    }
    return RuleSet(
      id: id, title: title, document: document, total: total, passMark: passMark, panel: panel, excellence: excellence,
      authority: authority, rounds: rounds, rubrics: rubrics, life: life)
  }

  private func authority(in file: YAMLMapping) -> RuleSet.Authority? {
    let keys = ["bureau", "organisation", "utcOffset"]
    guard let node = file.node("authority"),
      let map = YAMLMapping(node, at: file.place, knowing: keys, log: log)
    else { return nil }
    let bureau = map.bilingual("bureau")
    let organisation = map.bilingual("organisation")
    let offset = map.whole("utcOffset", in: 0...840)
    guard let bureau, let organisation, let offset else { return nil }
    return RuleSet.Authority(bureau: bureau, organisation: organisation, utcOffset: offset)
  }

  /// One rubric, whether it is listed or not.
  func readRubric(_ id: String) -> Rubric? {
    guard let (file, reader) = open(), let levels = reader.whole("levels", in: file, 2...20) else { return nil }
    let listed = Cited([id], source: levels.source, from: levels.from)
    return rubrics(listed: listed, levels: levels.value, reader: reader).first
  }

  private func open() -> (YAMLMapping, ParameterReader)? {
    let place = Place(file: folder.regulationFile)
    guard let root = YAMLFile.root(of: folder.regulationFile, log: log),
      let file = YAMLMapping(root, at: place, knowing: Self.keys, log: log)
    else { return nil }
    return (file, ParameterReader(day: day, articles: file.whole("articles", in: 1...999) ?? 999))
  }

  private func rubrics(listed: Cited<[String]>?, levels: Int, reader: ParameterReader) -> [Rubric] {
    var seen: Set<String> = []
    return (listed?.value ?? []).compactMap { id in
      RubricReader(
        path: folder.rubricFile(id), id: id, day: day, levels: levels, articles: reader.articles, modules: modules,
        log: log
      ).read(seen: &seen)
    }
  }

  private func checkSum(_ rubrics: [Rubric], total: Cited<Points>?, in file: YAMLMapping) {
    guard let total, log.findings.isEmpty else { return }
    let sum = rubrics.reduce(Points.zero) { $0 + $1.maximum }
    if sum != total.value {
      log.add(.unexpected(found: sum.description, expected: .sum(total.value)), at: file.place(of: "rubrics"))
    }
  }

  /// Every `from` of the file's parameters, once, in order.
  static func days(in path: String, log: FindingLog) -> [Day] {
    guard let root = YAMLFile.root(of: path, log: log) else { return [] }
    // Parameters stand at the top, or one level below it; no deeper, for aliases can make a small file a huge tree.
    let top = (root.mapping ?? [:]).map(\.value)
    let lists = top + top.flatMap { ($0.mapping ?? [:]).map(\.value) }
    let entries = lists.flatMap { Array($0.sequence ?? []) }
    return Set(entries.compactMap { $0.mapping?["from"]?.string.flatMap { Day($0) } }).sorted()
  }
}

extension String {
  /// Whether the text may be an id: letters, digits and hyphens, a letter first, and no column's name.
  var isIdentifier: Bool {
    let reserved = ["studio", "judge", "criterion", "marks", "reason", "rank", "score", "grade", "excellence"]
    guard let first = utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20, utf8.count <= 60 else {
      return false
    }
    return !reserved.contains(self)
      && unicodeScalars.allSatisfy { $0 == "-" || "a"..."z" ~= $0 || "A"..."Z" ~= $0 || "0"..."9" ~= $0 }
  }
}
