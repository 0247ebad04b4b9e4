package import Scoring

extension Refusal {
  /// One of the things that might have been named, by its id and by the words that a person reads.
  package struct Choice: Hashable, Sendable {
    package let id: String
    package let title: Text

    package init(_ id: String, _ title: Text) {
      (self.id, self.title) = (id, title)
    }
  }
}
