/// On what a parameter of a rule set rests: articles of the regulation, or a working rule of the bureau.
public enum Source: Hashable, Sendable {
  /// One or more articles of the regulation.
  case articles([Article])
  /// A default where the text is silent or leaves discretion; a bureau may change it.
  case workingRule

  /// An article, and the item in it where one is meant.
  public struct Article: Hashable, Sendable {
    /// The article's number, 1 or more.
    public let number: Int
    /// The numbered item within the article: 2 in `Art. 6(2)`.
    public let item: Int?
  }

  /// Reads `Art. 13`, `Art. 10, 6(2)` or `working rule`, or gives nil.
  public init?(_ text: String) {
    if text == "working rule" {
      self = .workingRule
      return
    }
    guard text.hasPrefix("Art. ") else { return nil }
    var articles: [Article] = []
    for part in text.dropFirst(5).split(separator: ",", omittingEmptySubsequences: false) {
      guard let article = Article(part.drop { $0 == " " }) else { return nil }
      articles.append(article)
    }
    self = .articles(articles)
  }
}

extension Source {
  /// What several sources name together: each article once, in ascending order; a working rule where none is named.
  package static func joined(_ sources: some Sequence<Source>) -> Source {
    var articles: Set<Article> = []
    for case .articles(let named) in sources { articles.formUnion(named) }
    let ordered = articles.sorted { ($0.number, $0.item ?? 0) < ($1.number, $1.item ?? 0) }
    return ordered.isEmpty ? .workingRule : .articles(ordered)
  }
}

extension Source.Article {
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let number = Self.number(first) else { return nil }
    guard parts.count == 2 else {
      self.init(number: number, item: nil)
      return
    }
    guard parts[1].last == ")", let item = Self.number(parts[1].dropLast()) else { return nil }
    self.init(number: number, item: item)
  }

  private static func number(_ text: Substring) -> Int? {
    guard let number = Int(text), number > 0, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return number
  }
}

extension Source: CustomStringConvertible {
  /// The source as rule sets write it: `Art. 10, 6(2)`, or `working rule`.
  public var description: String {
    switch self {
    case .workingRule: "working rule"
    case .articles(let articles):
      "Art. "
        + articles.map { article in
          article.item.map { "\(article.number)(\($0))" } ?? "\(article.number)"
        }.joined(separator: ", ")
    }
  }
}

extension Source: Codable {
  /// Reads the text that ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let source = Source(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no source")
    }
    self = source
  }

  /// Writes `"Art. 13"` or `"working rule"`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
