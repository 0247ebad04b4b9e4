import Mustache

/// What a template is given, by key. A key with nil is there and empty; one that is not there is a fault of the page.
package struct Model: MustacheParent, ExpressibleByDictionaryLiteral, Sendable {
  private var values: [String: (any Sendable)?]

  package init(dictionaryLiteral elements: (String, (any Sendable)?)...) {
    values = Dictionary(elements) { _, last in last }
  }

  package func child(named name: String) -> Any? {
    guard let value = values[name] else { return nil }
    guard let value else { return Absent() }
    switch value {
    case let text as String: return text.inert
    case let texts as [String]: return texts.map(\.inert)
    default: return value
    }
  }

  /// Takes over what another model holds.
  package mutating func merge(_ other: Model) { values.merge(other.values) { _, new in new } }

  package subscript(_ name: String) -> (any Sendable)? {
    get { values[name] ?? nil }
    set { values[name] = .some(newValue) }
  }
}

/// A key that is there, with nothing behind it.
struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

extension String {
  /// The text without what could turn a page around or slip past escaping; what is seen of it stays the same.
  ///
  /// Escaping goes by characters, and a combining mark makes one character of a quotation mark and itself.
  var inert: String {
    if isInert { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    for character in self {
      let scalars = character.unicodeScalars
      guard scalars.count > 1 || !scalars.allSatisfy(\.isHarmless) else {
        text.append(character)
        continue
      }
      let isEscaped = scalars.contains(where: \.isEscaped)
      for scalar in scalars {
        text.unicodeScalars.append(scalar.isHarmless ? scalar : "\u{FFFD}")
        if isEscaped { text.unicodeScalars.append("\u{200B}") }
      }
    }
    return text
  }

  /// Whether nothing has to be looked at twice, as in nearly every text: what is escaped stands among characters that join
  /// with no other.
  private var isInert: Bool {
    var (wasEscaped, wasPlain) = (false, true)
    for scalar in unicodeScalars {
      let isPlain = scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value)
      if !scalar.isHarmless || scalar.isEscaped && !wasPlain || wasEscaped && !isPlain { return false }
      (wasEscaped, wasPlain) = (scalar.isEscaped, isPlain)
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether a page writes it in another way.
  fileprivate var isEscaped: Bool {
    switch self {
    case "<", ">", "&", "\"", "'": true
    default: false
    }
  }

  /// Whether it neither steers a terminal nor turns the direction of what stands behind it.
  fileprivate var isHarmless: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
