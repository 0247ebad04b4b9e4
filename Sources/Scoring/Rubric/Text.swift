/// A short text in both languages of the product.
public struct Text: Hashable, Codable, Sendable {
  /// Simplified Chinese.
  public let zh: String
  /// English.
  public let en: String

  /// The same thing said in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
