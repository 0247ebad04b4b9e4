import Foundation

/// What an entry's payload says once everything is left out that holds certain ids.
struct Excerpt {
  /// JSON with sorted keys.
  let text: String

  init(of payload: String, without others: Set<String>) {
    let value = try? JSONSerialization.jsonObject(with: Data(payload.utf8))
    let rest = value.flatMap { Self.filter($0, others) } ?? [String: Any]()
    let data = try? JSONSerialization.data(withJSONObject: rest, options: [.sortedKeys, .withoutEscapingSlashes])
    text = data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// A value without others' parts; nil where it is one.
  private static func filter(_ value: Any, _ others: Set<String>) -> Any? {
    switch value {
    case let text as String: return others.contains(text) ? nil : text
    case let list as [Any]:
      return list.compactMap { element -> Any? in
        // A part that names somebody else is about them: of a list of sheets, theirs.
        if let part = element as? [String: Any], part.values.contains(where: { isOther($0, others) }) { return nil }
        return filter(element, others)
      }
    case let map as [String: Any]:
      var rest: [String: Any] = [:]
      for (key, value) in map where !others.contains(key) {
        if let kept = filter(value, others) { rest[key] = kept }
      }
      return rest
    default: return value
    }
  }

  private static func isOther(_ value: Any, _ others: Set<String>) -> Bool {
    (value as? String).map(others.contains) ?? false
  }

  /// The texts that have the form of a SHA-256 in hexadecimal.
  static func digests(in payload: String) -> Set<String> {
    var found: Set<String> = []
    var run: [UInt8] = []
    func end() {
      if run.count == 64 { found.insert(String(decoding: run, as: UTF8.self)) }
      run.removeAll(keepingCapacity: true)
    }
    for byte in payload.utf8 {
      if (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) { run.append(byte) } else { end() }
    }
    end()
    return found
  }
}
