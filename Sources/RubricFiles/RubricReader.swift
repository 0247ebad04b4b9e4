import Scoring
import Yams

/// Reads one rubric's file, and tries its module with it.
struct RubricReader {
  let path: String
  let id: String
  let day: Day
  /// How many levels every judged criterion of the rule set has.
  let levels: Int
  let articles: Int
  let modules: ModuleRegistry
  let log: FindingLog

  /// The rubric; `seen` holds the ids that rubrics before it use.
  func read(seen: inout Set<String>) -> Rubric? {
    let keys = ["id", "title", "from", "source", "module", "max", "criteria"]
    guard let root = YAMLFile.root(of: path, log: log),
      let file = YAMLMapping(root, at: Place(file: path), knowing: keys, log: log)
    else { return nil }
    if let found = file.value("id", expected: .identifier, read: { $0.isIdentifier ? $0 : nil }), found != id {
      log.add(.unexpected(found: found, expected: .nameOfFile(id)), at: file.place(of: "id"))
    }
    if !seen.insert(id).inserted { log.add(.duplicateID(id), at: file.place(of: "id")) }
    let title = file.bilingual("title")
    let from = file.day("from")
    let source = file.source(articles: articles)
    let maximum = file.points("max")
    let module = file.has("module") ? file.text("module") : nil
    let before = log.findings.count
    let criteria = file.list("criteria").compactMap { criterion($0, in: file, hasModule: module != nil, seen: &seen) }
    if let from, from > day { log.add(.notInForce(from), at: file.place(of: "from")) }
    let sum = criteria.reduce(Points.zero) { $0 + $1.maximum }
    if let maximum, sum != maximum, log.findings.count == before {
      log.add(.unexpected(found: maximum.description, expected: .sum(sum)), at: file.place(of: "max"))
    }
    guard let title, let from, let source, log.findings.count == before else { return nil }
    let rubric = Rubric(id: id, title: title, criteria: criteria, module: module, source: source, from: from)
    if let module { tryModule(module, with: rubric, in: file, measured: measuredPlaces(in: file)) }
    return rubric
  }

  private func criterion(
    _ node: Node, in file: YAMLMapping, hasModule: Bool, seen: inout Set<String>
  ) -> Criterion? {
    let keys = ["id", "title", "max", "source", "measured", "levels"]
    guard let map = YAMLMapping(node, at: file.place, knowing: keys, log: log) else { return nil }
    let id = map.value("id", expected: .identifier) { $0.isIdentifier ? $0 : nil }
    if let id, !seen.insert(id).inserted { log.add(.duplicateID(id), at: map.place(of: "id")) }
    let title = map.bilingual("title")
    let maximum = map.points("max", in: Points(hundredths: 1)...10_000_000)
    let source = map.source(articles: articles)
    let kind: Criterion.Kind?
    if map.has("measured") {
      if map.has("levels") { log.add(.unknownKey("levels", nearest: nil), at: map.place(of: "levels")) }
      if !hasModule {
        log.add(.unexpected(found: "measured", expected: .moduleForMeasured), at: map.place(of: "measured"))
      }
      kind = .measured(parameters: parameters(in: map))
    } else {
      kind = maximum.map { .judged(levels: readLevels(in: map, to: $0)) }
    }
    guard let id, let title, let maximum, let source, let kind else { return nil }
    return Criterion(id: id, title: title, maximum: maximum, kind: kind, source: source)
  }

  private func parameters(in map: YAMLMapping) -> [String: Points] {
    guard let node = map.node("measured") else { return [:] }
    let names = node.mapping?.keys.compactMap(\.string) ?? []
    guard let values = YAMLMapping(node, at: map.place, knowing: names, log: log) else { return [:] }
    return Dictionary(names.map { ($0, values.points($0) ?? .zero) }) { first, _ in first }
  }

  /// The levels: as many as the rule set says, spread evenly from 0 to the maximum.
  private func readLevels(in map: YAMLMapping, to maximum: Points) -> [Level] {
    let read = map.list("levels").compactMap { node -> Level? in
      guard let level = YAMLMapping(node, at: map.place, knowing: ["points", "zh", "en"], log: log) else { return nil }
      guard let points = level.points("points"), let zh = level.text("zh"), let en = level.text("en") else {
        return nil
      }
      return Level(points: points, words: Text(zh: zh, en: en))
    }
    guard map.has("levels"), levels > 0 else { return read }
    let even = Level.spread(levels, to: maximum)
    if read.count != levels {
      log.add(.unexpected(found: "\(read.count)", expected: .levels(levels)), at: map.place(of: "levels"))
    } else if read.map(\.points) != even {
      let found = read.map(\.points.description).joined(separator: ", ")
      log.add(.unexpected(found: found, expected: .evenLevels(even)), at: map.place(of: "levels"))
    }
    return read
  }

  /// Where each measured criterion gives its numbers.
  private func measuredPlaces(in file: YAMLMapping) -> [String: Place] {
    let places = file.list("criteria").compactMap { node -> (String, Place)? in
      guard let id = node.mapping?["id"]?.string, let measured = node.mapping?["measured"] else { return nil }
      return (id, file.place.at(measured, name: "measured"))
    }
    return Dictionary(places) { first, _ in first }
  }

  private func tryModule(
    _ name: String, with rubric: Rubric, in file: YAMLMapping, measured: [String: Place]
  ) {
    guard let type = modules[name] else {
      let known = modules.modules.map { module in module.description.id }
      log.add(.unexpected(found: name, expected: .module(known)), at: file.place(of: "module"))
      return
    }
    guard name == id else {
      log.add(.unexpected(found: name, expected: .nameOfFile(id)), at: file.place(of: "module"))
      return
    }
    do throws(ModuleError) {
      _ = try type.init(rubric: rubric)
    } catch {
      log.add(.module(error), at: error.criterion.flatMap { measured[$0] } ?? file.place(of: "criteria"))
    }
  }
}
