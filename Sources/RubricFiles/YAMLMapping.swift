import Scoring
import Yams

/// What is wrong with the files of a rule set, collected while they are read.
final class FindingLog {
  var findings = Findings()

  func add(_ problem: Finding.Problem, at place: Place) {
    findings.add(Finding(problem, at: place))
  }
}

/// A mapping of a YAML file, read key by key; whatever is wrong goes to the log with file, line and column.
struct YAMLMapping {
  let place: Place
  let log: FindingLog
  private let entries: [(name: String, key: Node, value: Node)]

  /// The mapping of a node, whose keys must be among the known ones.
  init?(_ node: Node, at place: Place, knowing keys: [String], log: FindingLog) {
    guard let mapping = node.mapping else {
      log.add(.unexpected(found: node.shortText, expected: .mapping), at: place.at(node))
      return nil
    }
    entries = mapping.map { (name: $0.key.string ?? "", key: $0.key, value: $0.value) }
    self.place = place.at(node)
    self.log = log
    for entry in entries where !keys.contains(entry.name) {
      log.add(.unknownKey(entry.key.shortText, nearest: nearest(to: entry.name, among: keys)), at: place.at(entry.key))
    }
  }

  func has(_ key: String) -> Bool { entries.contains { $0.name == key } }

  /// The place of a key's value, or of the mapping where there is no such key.
  func place(of key: String) -> Place {
    entries.first { $0.name == key }.map { place.at($0.value, name: key) } ?? place
  }

  /// The node of a key that must be there.
  func node(_ key: String) -> Node? {
    guard let entry = entries.first(where: { $0.name == key }) else {
      log.add(.missingKey(key), at: place)
      return nil
    }
    return entry.value
  }

  /// The value of a key, read from its text.
  func value<Value>(_ key: String, expected: Expectation, read: (String) -> Value?) -> Value? {
    guard let node = node(key) else { return nil }
    guard let text = node.scalar?.string, let value = read(text) else {
      log.add(.unexpected(found: node.shortText, expected: expected), at: place(of: key))
      return nil
    }
    return value
  }

  /// The text of a key, never empty.
  func text(_ key: String) -> String? {
    value(key, expected: .notEmpty) { $0.isEmpty ? nil : $0 }
  }

  func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
    value(key, expected: .whole(range)) { text in
      guard case .success(let number) = DecimalNumber.units(in: text.utf8, places: 0) else { return nil }
      return range.contains(number) ? number : nil
    }
  }

  func points(_ key: String, in range: ClosedRange<Points> = .zero...10_000_000) -> Points? {
    value(key, expected: .decimal(range)) { text in Points(text).flatMap { range.contains($0) ? $0 : nil } }
  }

  func day(_ key: String) -> Day? {
    value(key, expected: .day) { Day($0) }
  }

  /// A text in both languages: `{zh: …, en: …}`.
  func bilingual(_ key: String) -> Text? {
    guard let node = node(key), let mapping = YAMLMapping(node, at: place, knowing: ["zh", "en"], log: log) else {
      return nil
    }
    guard let zh = mapping.text("zh"), let en = mapping.text("en") else { return nil }
    return Text(zh: zh, en: en)
  }

  /// The items of a list that must be there and not be empty.
  func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard let items = node.sequence, !items.isEmpty else {
      log.add(.unexpected(found: node.shortText, expected: .list), at: place(of: key))
      return []
    }
    return Array(items)
  }

  /// The source of a parameter: articles that the regulation has, or a working rule.
  func source(articles: Int) -> Source? {
    let source = value("source", expected: .articleOrWorkingRule) { Source($0) }
    if case .articles(let cited) = source, let beyond = cited.first(where: { $0.number > articles }) {
      log.add(
        .unexpected(found: "Art. \(beyond.number)", expected: .articleUpTo(articles)), at: place(of: "source"))
      return nil
    }
    return source
  }

  /// All keys with their values, in the order of the file.
  var pairs: [(name: String, place: Place, text: String?)] {
    entries.map { ($0.name, place.at($0.value, name: $0.name), $0.value.scalar?.string) }
  }
}

extension Place {
  /// The place of a node of the same file.
  func at(_ node: Node, name: String? = nil) -> Place {
    Place(file: file, line: node.mark?.line, column: node.mark?.column, name: name)
  }
}

extension Node {
  /// The node as a reader would quote it, cut where it is long.
  var shortText: String {
    switch self {
    case .scalar(let scalar): scalar.string.count > 60 ? "\(scalar.string.prefix(60))…" : scalar.string
    case .mapping: "{…}"
    case .sequence: "[…]"
    case .alias: "*…"
    }
  }
}
